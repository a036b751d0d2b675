"""What must hold for any bytes at all, for a fuzzer and for tests alike: no exception, and places inside the text."""

from datetime import date
from functools import cache
from pathlib import Path

from typer.testing import CliRunner

from devroom_gen.claims.extract import read_claims
from devroom_gen.cli.app import app
from devroom_gen.commands.fix import fix, write_fixed
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.linter.prose_runner import check_pages
from devroom_gen.linter.registry import EVERYTHING
from devroom_gen.project.builtin import CONFERENCES
from devroom_gen.project.layout import Project
from devroom_gen.project.loader import Loader
from devroom_gen.project.source_files import read_source
from devroom_gen.record.conference import Conference
from devroom_gen.record.event import Event
from devroom_gen.record.validation import shape
from devroom_gen.rules.expected.from_pages import from_pages
from devroom_gen.rules.expected.from_record import from_facts
from devroom_gen.rules.expected.model import Expected
from devroom_gen.rules.expected.page_years import find_site
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import parse
from tests import ROOT
from tests.places import check_carets, check_places

ENDINGS = (".md", ".html", ".txt", ".yml")
"""What pages end in: each is read in a way of its own."""
DAY = date(2017, 11, 1)


def read_record(raw: bytes, folder: Path) -> None:
    """Read, parse and shape bytes as a record."""
    path = folder / "2018.toml"
    path.write_bytes(raw)
    source = read_source(path)
    if isinstance(source, Diagnostic):
        _check([source], source.location.source)
        return
    document, found = parse(source)
    if document is not None:
        found = [*found, *shape(document, Event)[1]]
    _check(found, source)


def read_page(raw: bytes, ending: str, folder: Path) -> None:
    """Read bytes as a page, and judge it by a record and by itself."""
    path = folder / f"page{ending}"
    path.write_bytes(raw)
    source = read_source(path)
    if isinstance(source, Diagnostic):
        _check([source], source.location.source)
        return
    claims = read_claims(source)
    for expected in (_stated(), from_pages(find_site([claims], ""), _conferences())):
        _check(list(check_pages([claims], expected)), source)


def run_validate(raw: bytes, folder: Path) -> None:
    """Run `validate` over a project with these bytes as its record, and fix it: a second fixing finds nothing to do."""
    record = folder / "events" / "2018.toml"
    record.parent.mkdir(exist_ok=True)
    record.write_bytes(raw)
    result = CliRunner().invoke(app, ["validate", "--project", str(folder)], env={"DEVROOM_GEN_TRACEBACK": "1"})
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code in (0, 1)
    assert all(character.isprintable() or character == "\n" for character in result.stdout)
    write_fixed(fix(Project(folder), [], DAY, EVERYTHING))
    assert not fix(Project(folder), [], DAY, EVERYTHING).after


def _check(found: list[Diagnostic], source: SourceText) -> None:
    check_places(found, source.text)
    check_carets(found)


@cache
def _loader() -> Loader:
    return Loader(Project(ROOT), DAY)


@cache
def _stated() -> Expected:
    """Return what the record of an edition says."""
    records = _loader().load([each for each in _loader().project.records() if each.series == "rust"]).records
    own = next(each for each in records if each.file.year == 2018)
    return from_facts(own.event, own.facts, own.edition, own.locate, [each.facts for each in records])


@cache
def _conferences() -> list[Conference]:
    found = (_loader().conference(path.stem) for path in sorted(CONFERENCES.glob("*.toml")))
    return [each.value for each in found if each and each.value]
