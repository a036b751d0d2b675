"""`lint`: checks hand-kept pages against a record, a year, or what they agree on themselves."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from devroom_gen.claims.extract import PageClaims, read_claims
from devroom_gen.diagnostics.diagnostic import Diagnostic, arrange
from devroom_gen.errors import UsageError
from devroom_gen.facts.when import When
from devroom_gen.linter.ignore_comments import Comments, page_comments, suppress_texts, yaml_comments
from devroom_gen.linter.page_files import files_beside, find_pages, is_stray
from devroom_gen.linter.prose_runner import Scope, check_pages
from devroom_gen.project.builtin import CONFERENCES
from devroom_gen.project.layout import LooseRecords, find_project, project_of
from devroom_gen.project.listing import explain_stray
from devroom_gen.project.loaded import BrokenRecord
from devroom_gen.project.loader import Loader
from devroom_gen.project.source_files import read_source, shown_path
from devroom_gen.record.conference import Conference
from devroom_gen.rules.expected.from_pages import from_pages
from devroom_gen.rules.expected.from_record import from_facts
from devroom_gen.rules.expected.model import Expected
from devroom_gen.rules.expected.page_years import Site, find_site
from devroom_gen.rules.registry import prose_rules
from devroom_gen.text.english import MONTHS
from devroom_gen.text.source import SourceText

MAX_BYTES = 1024 * 1024
_MANY = (
    "the site has many pages or editions, so what may be meant is not told: "
    "lint the pages of one edition alone, or name its record by `--record`, for more"
)


class Linting(NamedTuple):
    """What a run found, how many pages it read, and what they were checked as."""

    diagnostics: list[Diagnostic]
    pages: int
    judged_as: str


def lint(paths: Sequence[Path], today: date, *, record: Path | None = None, year: int | None = None) -> Linting:
    """Check all text files among these paths and below them."""
    found: list[Diagnostic] = []
    pages: list[PageClaims] = []
    files = find_pages(paths)
    for path in files.pages:
        source = explain_stray(path, "the folder") if is_stray(path) else read_source(path, max_bytes=MAX_BYTES)
        if isinstance(source, Diagnostic):
            found.append(source)
        else:
            pages.append(read_claims(source))
    site = find_site(pages, _root(paths))
    has_one = True
    expected = _take_record(record, today, found) if record else _infer(paths, site, today, year)
    if expected:
        meant = [each for each in pages if not site.is_of_other_year(each, expected)]
        has_one = expected.is_stated or site.is_of_one_edition(expected)
        scope = Scope.ONE_EDITION if has_one else Scope.MANY_EDITIONS
        found += check_pages(meant, expected, files_beside(paths), scope)
        judged = {id(each) for each in meant}
        others = [each for each in pages if id(each) not in judged]
        found += check_pages(others, Expected(is_stated=False), files_beside(paths), Scope.OTHER_EDITION)
        comments = {each.source.path: _comments_of(each.source) for each in meant}
        found = suppress_texts(found, comments, lambda: {rule.CODE.id for rule in prose_rules()})
    judged_as = _describe(expected) if expected else "nothing"
    return Linting(arrange(found), len(pages), judged_as if has_one else f"{judged_as}; {_MANY}")


def _comments_of(source: SourceText) -> Comments:
    return yaml_comments(source) if source.path.endswith((".yml", ".yaml")) else page_comments(source)


def _take_record(path: Path, today: date, found: list[Diagnostic]) -> Expected | None:
    """Read a record and its series; where it cannot be read, that is reported and no page is checked."""
    if not path.is_file():
        raise UsageError(f"`{path}` is not a record", "name a file such as `events/2018.toml`")
    project = project_of(path)
    file = project.record(path)
    loaded = Loader(project, today).load([file])
    found += loaded.diagnostics
    own = loaded.everything[0]
    if isinstance(own, BrokenRecord):
        return None
    return from_facts(own.event, own.facts, own.edition, own.locate, [each.facts for each in loaded.around])


def _infer(paths: Sequence[Path], site: Site, today: date, year: int | None) -> Expected:
    """Take what the pages agree on; of settings only the conferences of a project that contains the pages."""
    return from_pages(site, _conferences(paths, today), year)


def _root(paths: Sequence[Path]) -> str:
    return shown_path(paths[0]) if len(paths) == 1 and paths[0].is_dir() else ""


def _conferences(paths: Sequence[Path], today: date) -> Iterator[Conference]:
    projects = [project for path in paths if (project := find_project(path if path.is_dir() else path.parent))]
    folders = [CONFERENCES, *(project.conferences() for project in projects)]
    loader = Loader(projects[0] if projects else LooseRecords(paths[0].resolve()), today)
    for name in sorted({path.stem for folder in folders for path in folder.glob("*.toml")}):
        read = loader.conference(name)
        if read and read.value:
            yield read.value


def _describe(expected: Expected) -> str:
    """Return in a few words what pages are checked as."""
    parts = []
    if expected.year:
        parts.append(f"{expected.conference_name or 'the edition of'} {expected.year.value}")
    if expected.name:
        parts.append(expected.name.value if expected.is_stated else f"{expected.name.value} devroom")
    if expected.days:
        when = When(days=expected.days.value, tbd="", is_either=expected.is_either)
        first = when.days[0]
        single = f"{when.weekday} {first.day} {MONTHS[first.month - 1]} {first.year}"
        parts.append(when.long if len(when.days) > 1 else single)
    return ", ".join(parts) or "pages of no known year"
