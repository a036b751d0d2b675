"""`validate --fix` and `--diff`, from the options to the bytes on the disk."""

import os
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from devroom_gen.cli.app import app
from devroom_gen.commands.fix import fix, write_fixed
from devroom_gen.diagnostics.diagnostic import has_errors
from devroom_gen.errors import UsageError
from devroom_gen.linter.registry import EVERYTHING
from devroom_gen.project.layout import Project
from tests.conftest import RECORD, TODAY, WriteProject

WRONG = '\ufeff# é \r\nname  =  "Rust"   # mine\r\nyear=2018\r\ndate = "2018-02-04"\r\nvenue = "ULB"\r\npitch = ["x"]'
RIGHT = WRONG.replace('"2018-02-04"', "2018-02-04")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["validate", *arguments], env={"COLUMNS": "100", "GITHUB_ACTIONS": ""})


def test_fix_changes_the_value_and_no_other_byte(write_project: WriteProject) -> None:
    root = write_project({"events/2018.toml": WRONG})
    result = _run("--fix")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 record: 1 fix in 1 file; no problems found\n"
    assert (root / "events/2018.toml").read_bytes() == RIGHT.encode()


def test_a_second_run_changes_nothing(write_project: WriteProject) -> None:
    root = write_project({"events/2018.toml": WRONG})
    _run("--fix")
    before = (root / "events/2018.toml").stat().st_mtime_ns
    result = _run("--fix")
    assert result.stderr == "1 record: 0 fixes in 0 files; no problems found\n"
    assert (root / "events/2018.toml").stat().st_mtime_ns == before


@pytest.mark.parametrize("options", [["--diff"], ["--fix", "--diff"]])
def test_diff_shows_and_writes_nothing(write_project: WriteProject, options: list[str]) -> None:
    root = write_project({"events/2018.toml": RECORD.replace("2018-02-04", '"2018-02-04"')})
    result = _run(*options)
    assert result.exit_code == 1
    assert result.stderr == "1 record: 1 fix in 1 file not written; no problems found\n"
    assert result.stdout == (
        "--- a/events/2018.toml\n+++ b/events/2018.toml\n@@ -1,5 +1,5 @@\n"
        ' name = "Rust"\n year = 2018\n-date = "2018-02-04"\n+date = 2018-02-04\n venue = "ULB"\n pitch = ["Welcome."]\n'
    )
    assert (root / "events/2018.toml").read_text() == RECORD.replace("2018-02-04", '"2018-02-04"')


def test_diff_of_a_right_record_is_empty(write_project: WriteProject) -> None:
    write_project({"events/2018.toml": RECORD})
    result = _run("--diff")
    assert (result.exit_code, result.stdout) == (0, "")


def test_what_is_left_is_reported(write_project: WriteProject) -> None:
    write_project({"events/2018.toml": WRONG.replace("[", "[]#")})
    result = _run("--fix", "--output-format", "concise")
    assert result.exit_code == 1
    assert result.stdout.startswith("events/2018.toml:6:9: error[DG104] out-of-range: `pitch` is an empty list")


def test_what_is_suppressed_or_not_selected_is_not_fixed(write_project: WriteProject) -> None:
    text = RECORD.replace("Welcome.", "{edtion}")
    root = write_project({"events/2018.toml": text})
    assert _run("--fix", "--ignore", "DG401").exit_code == 0
    assert (root / "events/2018.toml").read_text() == text
    write_project({"events/2018.toml": text.rstrip() + " # devroom-gen: ignore DG401 an example\n"})
    assert _run("--fix").exit_code == 0
    assert "{edtion}" in (root / "events/2018.toml").read_text()


def test_a_link_stays_a_link_and_a_mode_stays(write_project: WriteProject) -> None:
    root = write_project({"elsewhere.toml": WRONG})
    (root / "elsewhere.toml").chmod(0o640)
    (root / "events/2018.toml").symlink_to("../elsewhere.toml")
    assert _run("--fix").exit_code == 0
    assert (root / "events/2018.toml").is_symlink()
    assert (root / "elsewhere.toml").read_bytes() == RIGHT.encode()
    assert stat.S_IMODE((root / "elsewhere.toml").stat().st_mode) == 0o640


def test_a_file_that_changed_meanwhile_is_not_overwritten(write_project: WriteProject) -> None:
    root = write_project({"events/2018.toml": WRONG})
    fixing = fix(Project(root), [], TODAY, EVERYTHING)
    (root / "events/2018.toml").write_text("other")
    with pytest.raises(UsageError, match="was changed by another program meanwhile"):
        write_fixed(fixing)
    assert (root / "events/2018.toml").read_text() == "other"


def test_a_folder_that_may_not_be_written_is_reported(write_project: WriteProject) -> None:
    root = write_project({"events/2018.toml": WRONG})
    fixing = fix(Project(root), [], TODAY, EVERYTHING)
    (root / "events").chmod(0o555)
    if os.access(root / "events", os.W_OK):
        (root / "events").chmod(0o755)
        pytest.skip("this user may write everywhere")
    failed = write_fixed(fixing).left
    (root / "events").chmod(0o755)
    assert [each.code.id for each in failed] == ["DG502"]


PIECES = st.sampled_from(
    [
        'date = "2018-02-04"\n', "date = [2018-02-04, 2018-02-03]\n", 'yaer = "2018"\n', "year = 2018\n", "Name = 3\n",
        'name = "x"\n', 'pitch = ["{edtion} {yeer}"]\n', 'pitchh = "a"\n', 'venue.map = "a.b/c"\n', "[call]\n", "[[organisers]]\n",
        'opns = "2017-10-01"\n', 'opens = "TBA"\n', '"venue" = "ULB"\n', 'urll = "a.b"\n', "[links]\n", '"a.b".c = 1 # x\n', "\r\n",
        'hours = "9:00-8:00"\n', "organizers = [{nam = 1}]\n", "# devroom-gen: ignore DG4 x\n", 'x = """\n', "]\n",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_whatever_is_fixed_settles_and_reads_no_worse(write_project: WriteProject, pieces: list[str]) -> None:
    root = write_project({"events/2018.toml": "".join(pieces)})
    first = write_fixed(fix(Project(root), [], TODAY, EVERYTHING))
    assert not any(each.code.id == "DG007" for each in first.left) or not first.fixes or "DG007" in _before(pieces)
    again = fix(Project(root), [], TODAY, EVERYTHING)
    assert (again.fixes, again.after) == (0, {})
    assert has_errors(again.left) == has_errors(first.left)


def _before(pieces: list[str]) -> str:
    from devroom_gen.text.source import SourceText
    from devroom_gen.toml.parser import parse

    return " ".join(each.code.id for each in parse(SourceText("x", "".join(pieces)))[1])


def test_a_read_only_record_is_left_as_it_is(write_project: WriteProject) -> None:
    root = write_project({"events/2018.toml": RECORD.replace("name", "nam")})
    path = root / "events/2018.toml"
    path.chmod(0o444)
    before = path.read_text()
    fixing = write_fixed(fix(Project(root), [], TODAY, EVERYTHING))
    assert [each.code.id for each in fixing.left] == ["DG502"]
    assert path.read_text() == before


def test_a_record_of_two_names_keeps_both(write_project: WriteProject) -> None:
    root = write_project({"events/2018.toml": RECORD.replace("name", "nam")})
    (root / "kept.toml").hardlink_to(root / "events/2018.toml")
    assert not write_fixed(fix(Project(root), [], TODAY, EVERYTHING)).left
    assert (root / "kept.toml").read_text() == (root / "events/2018.toml").read_text() == RECORD


@pytest.mark.parametrize(
    ("typed", "placeholder"),
    [
        ("Sunday, 4 February 2018", "{date.long}"),
        ("4 February 2018", "{date}"),
        ("4 February", "{date.day}"),
        ("Sun 4 Feb 2018", "{date.short}"),
        ("February 4, 2018", "{date:MMMM D, YYYY}"),
        ("Sunday, February 4th", "{date:dddd, MMMM Do}"),
    ],
)
def test_a_typed_day_becomes_the_placeholder_that_prints_it_in_the_style_of_the_site(
    write_project: WriteProject, typed: str, placeholder: str
) -> None:
    record = RECORD.replace("Welcome.", f"We meet on {typed}, in the morning.")
    files = {
        "events/2018.toml": record,
        "events/settings.toml": 'date_format = "dddd, D MMMM YYYY"\ntargets = ["page"]\n',
    }
    root = write_project(files)
    assert CliRunner().invoke(app, ["render"]).exit_code == 0
    before = (root / "site/page/2018/README.md").read_bytes()
    assert _run("--fix").exit_code == 0
    assert f"We meet on {placeholder}, in the morning." in (root / "events/2018.toml").read_text()
    assert CliRunner().invoke(app, ["render"]).exit_code == 0
    assert (root / "site/page/2018/README.md").read_bytes() == before
