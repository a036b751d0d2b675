"""Settings suppress findings in whole files, and are reported when they suppress nothing."""

from pathlib import Path

import pytest

from devroom_gen.commands.validate import validate
from devroom_gen.diagnostics.codes import FORMER_NAMES
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.linter.ignore_settings import Files, FileSuppression, suppress_files
from devroom_gen.linter.registry import find_codes
from devroom_gen.project.layout import Project
from devroom_gen.record.settings import Ignore
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import parse
from tests.conftest import RECORD, TODAY, WriteProject

TWICE = RECORD + 'organizers = [{ name = "Ada" }, { name = "Ada" }]\n'


def _ignore(paths: str, *codes: str) -> str:
    listed = ", ".join(f'"{code}"' for code in codes)
    return f'[[ignore]]\npaths = "{paths}"\ncodes = [{listed}]\nreason = "they share a name"\n'


def _found(root: Path, *paths: Path) -> list[tuple[str, str, int, str]]:
    found = validate(None if paths else Project(root), list(paths), TODAY).diagnostics
    return [(each.path, each.code.id, each.location.start.line, each.message) for each in found]


@pytest.mark.parametrize("code", ["DG206", "duplicate-organizer", "DG2", "dg206"])
@pytest.mark.parametrize("paths", ["events/2018.toml", "events/*.toml", "*.toml", "*"])
def test_a_finding_is_suppressed(write_project: WriteProject, paths: str, code: str) -> None:
    root = write_project({"events/2018.toml": TWICE, "events/settings.toml": _ignore(paths, code)})
    assert _found(root) == []
    assert _found(root, Path("events/2018.toml")) == []


def test_other_files_and_codes_are_not(write_project: WriteProject) -> None:
    settings = _ignore("events/2019.toml", "DG206") + _ignore("events/2018.toml", "DG204")
    root = write_project({"events/2018.toml": TWICE, "events/settings.toml": settings})
    assert _found(root) == [
        ("events/2018.toml", "DG206", 6, "`Ada` is listed twice"),
        ("events/settings.toml", "DG090", 3, "`DG206` suppresses nothing here"),
        ("events/settings.toml", "DG090", 7, "`DG204` suppresses nothing here"),
    ]


def test_an_entry_is_not_called_useless_where_only_some_records_were_looked_at(write_project: WriteProject) -> None:
    root = write_project({"events/2018.toml": RECORD, "events/settings.toml": _ignore("events/*", "DG206")})
    assert _found(root, Path("events/2018.toml")) == []
    assert [code for _, code, *_ in _found(root)] == ["DG090"]


def test_an_entry_for_pages_is_not_called_useless(write_project: WriteProject) -> None:
    root = write_project({"events/2018.toml": RECORD, "events/settings.toml": _ignore("_posts/*.md", "DG2")})
    assert _found(root) == []


def test_an_entry_is_not_called_useless_where_a_record_could_not_be_checked(write_project: WriteProject) -> None:
    broken = RECORD.replace("2018-02-04", '"soon"')
    root = write_project({"events/2018.toml": broken, "events/settings.toml": _ignore("events/*", "DG206")})
    assert [code for _, code, *_ in _found(root)] == ["DG109"]


def test_what_is_no_code_or_cannot_be_suppressed_is_reported(write_project: WriteProject) -> None:
    settings = _ignore("events/*", "DG101", "DG777", "duplicate-organiser")
    root = write_project({"events/2018.toml": RECORD, "events/settings.toml": settings})
    assert [message for *_, message in _found(root)] == [
        "`DG101` cannot be suppressed: it makes the record unreadable",
        "`DG777` is not a code",
        "`duplicate-organiser` is not a code",
    ]


def test_a_series_adds_to_what_the_project_suppresses(write_project: WriteProject) -> None:
    root = write_project(
        {
            "events/rust/2018.toml": TWICE.replace("02-04", "02-02"),
            "events/settings.toml": _ignore("events/*", "DG206"),
            "events/rust/settings.toml": _ignore("events/rust/2018.toml", "DG204"),
        }
    )
    assert _found(root) == []


def test_a_record_can_suppress_itself(write_project: WriteProject) -> None:
    root = write_project({"events/2018.toml": TWICE + _ignore("*", "DG206").replace("[[", "[[settings.")})
    assert _found(root) == []


def test_a_reason_is_required(write_project: WriteProject) -> None:
    settings = _ignore("events/*", "DG206").replace('reason = "they share a name"\n', "")
    root = write_project({"events/2018.toml": RECORD, "events/settings.toml": settings})
    assert _found(root)[0] == ("events/settings.toml", "DG102", 1, "`reason` is missing in `ignore[1]`")


def test_a_suppressed_error_does_not_keep_a_page_from_being_rendered(write_project: WriteProject) -> None:
    from devroom_gen.commands.render import render
    from devroom_gen.output.result import BuildOptions

    root = write_project({"events/2018.toml": TWICE, "events/settings.toml": _ignore("events/*", "DG206")})
    project = Project(root)
    assert render(project, project.records(), TODAY, BuildOptions()).editions == 1


def test_a_comment_suppresses_a_finding_in_settings(write_project: WriteProject) -> None:
    comment = "# devroom-gen: ignore DG202 its facts are not public yet\n"
    root = write_project({"events/2018.toml": RECORD, "events/settings.toml": comment + 'conference = "secret"\n'})
    assert _found(root) == []


@pytest.mark.parametrize(("former", "name"), FORMER_NAMES.items())
def test_a_former_name_suppresses(write_project: WriteProject, former: str, name: str) -> None:
    source = SourceText((write_project({"events/2018.toml": RECORD}) / "events/2018.toml").as_posix(), RECORD)
    found = [Diagnostic(code, Location(source), "x") for code in find_codes(name)]
    settings, _ = parse(SourceText("events/settings.toml", _ignore("events/*", former)))
    assert settings
    entry = FileSuppression(settings, ("ignore", 0), Ignore(paths="events/*", codes=(former,), reason="known"))
    assert len(found) == 1
    assert suppress_files(found, [entry], Files(Path(), [source.path]), {found[0].code.id}) == []
