"""`lint`: checks hand-kept pages against a record, a year, or what they agree on themselves."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from devroom_gen.claims.extract import PageClaims, read_claims
from devroom_gen.claims.parser import KEYED
from devroom_gen.diagnostics.diagnostic import Diagnostic, arrange
from devroom_gen.errors import UsageError
from devroom_gen.linter.baseline import Baseline
from devroom_gen.linter.ignore_comments import Comments, page_comments, suppress_texts, yaml_comments
from devroom_gen.linter.judgement import Judgement, describe
from devroom_gen.linter.page_files import ENDINGS, Files, files_beside, find_pages, is_stray
from devroom_gen.linter.prose_runner import Scope, check_pages
from devroom_gen.linter.record_beside import NOTHING_BESIDE, Beside, find_beside, take_record
from devroom_gen.linter.registry import EVERYTHING, Selection
from devroom_gen.project.builtin import CONFERENCES
from devroom_gen.project.layout import LooseRecords, find_project
from devroom_gen.project.listing import explain_stray
from devroom_gen.project.loader import Loader
from devroom_gen.project.source_files import read_source, shown_path
from devroom_gen.record.conference import Conference
from devroom_gen.rules.expected.from_pages import from_pages
from devroom_gen.rules.expected.model import Expected
from devroom_gen.rules.expected.page_years import Site, find_site
from devroom_gen.rules.registry import prose_rules
from devroom_gen.text.source import SourceText

MAX_BYTES = 1024 * 1024


class Request(NamedTuple):
    """What a person asks for: which pages, on which day, and by which record or year they are judged.

    `is_day_given` says that the day was given, so that what is over on it can be told.
    """

    paths: Sequence[Path]
    today: date
    record: Path | None = None
    year: int | None = None
    may_find_record: bool = True
    selection: Selection = EVERYTHING
    baseline: Baseline | None = None
    is_day_given: bool = False


class Linting(NamedTuple):
    """What a run found, in which files, and what they were judged as; `known` and `gone` are those of a baseline."""

    diagnostics: list[Diagnostic]
    files: Files
    judgement: Judgement
    known: int = 0
    gone: int = 0


def lint(request: Request, texts: Mapping[str, str] = MappingProxyType({})) -> Linting:
    """Check all texts among some paths and below them; `texts` are read in the place of files."""
    files = find_pages(request.paths)
    if not files.pages:
        raise _nothing_to_read(request.paths, files)
    found, pages = _read(files, texts)
    site = find_site(pages, _root(request.paths))
    beside, expected = _expect(request, site, found)
    has_one = True
    if expected:
        last = expected.event_days.value[-1] if expected.event_days else request.today
        expected = expected.on(is_over=request.is_day_given and last < request.today)
        site = site._replace(pages=[each for each in pages if not beside.is_part(each.source.path)])
        has_one = expected.is_stated or site.is_of_one_edition(expected)
        found += _check(site, expected, request, has_one=has_one)
    found = arrange(request.selection.keep(beside.drop_ignored(found, [each.source.path for each in pages])))
    judgement = describe(expected, beside, has_one=has_one)
    if request.baseline is None:
        return Linting(found, files, judgement)
    new, known, gone = request.baseline.compare(found)
    return Linting(new, files, judgement, known, gone)


def _nothing_to_read(paths: Sequence[Path], files: Files) -> UsageError:
    named = ", ".join(f"`{shown_path(path)}`" for path in paths)
    there = ", ".join(f"{count} {ending}" for ending, count in files.unread.items())
    return UsageError(
        f"there is no page in {named}" + (f", only {there}" if there else ""),
        f"name a folder with texts: {' '.join(each for each in ENDINGS if each)}",
    )


def _read(files: Files, texts: Mapping[str, str]) -> tuple[list[Diagnostic], list[PageClaims]]:
    found: list[Diagnostic] = []
    pages: list[PageClaims] = []
    for path in files.pages:
        shown = shown_path(path)
        source: SourceText | Diagnostic
        if shown in texts:
            source = SourceText(shown, texts[shown])
        else:
            source = explain_stray(path, "the folder") if is_stray(path) else read_source(path, max_bytes=MAX_BYTES)
        if isinstance(source, Diagnostic):
            found.append(source)
        else:
            pages.append(read_claims(source))
    return found, pages


def _expect(request: Request, site: Site, found: list[Diagnostic]) -> tuple[Beside, Expected | None]:
    """Return what pages are held against: the record that is named, else one that lies beside them, else what they agree on."""
    if request.record:
        return NOTHING_BESIDE, take_record(request.record, request.today, found)
    beside = find_beside(request.paths)
    pages = [each for each in site.pages if not beside.is_part(each.source.path)]
    expected = from_pages(site._replace(pages=pages), _conferences(request.paths, request.today), request.year)
    if not request.may_find_record:
        return beside, expected
    beside = beside.choose(expected.year.value if expected.year else None, request.today)
    return beside, beside.expected or expected


def _check(site: Site, expected: Expected, request: Request, *, has_one: bool) -> list[Diagnostic]:
    """Hold pages against what is expected; those of other editions, and all of two that compete, against the calendar alone."""
    exists, selection = files_beside(request.paths), request.selection
    meant = [each for each in site.pages if not expected.rival and not site.is_of_other_year(each, expected)]
    scope = Scope.ONE_EDITION if has_one else Scope.MANY_EDITIONS
    found = [*check_pages(meant, expected, exists, scope, selection)]
    judged = {id(each) for each in meant}
    others = [each for each in site.pages if id(each) not in judged]
    found += check_pages(others, Expected(is_stated=False), exists, Scope.OTHER_EDITION, selection)
    for year, pages in site.by_edition(others, expected).items():
        found += check_pages(pages, expected.of_year(year), exists, Scope.POSTS_OF_EDITION, selection)
    for year, pages in site.by_path(others).items():
        found += check_pages(pages, expected.of_year(year), exists, Scope.ARCHIVE_OF_EDITION, selection)
    comments = {each.source.path: _comments_of(each.source) for each in meant}
    return suppress_texts(found, comments, lambda: {rule.CODE.id for rule in prose_rules()})


def _comments_of(source: SourceText) -> Comments:
    return yaml_comments(source) if source.path.endswith(tuple(KEYED)) else page_comments(source)


def _root(paths: Sequence[Path]) -> str:
    return shown_path(paths[0]) if len(paths) == 1 and paths[0].is_dir() else ""


def _conferences(paths: Sequence[Path], today: date) -> Iterator[Conference]:
    """Return the conferences that are built in, and those of projects that contain the pages."""
    projects = [project for path in paths if (project := find_project(path if path.is_dir() else path.parent))]
    folders = [CONFERENCES, *(project.conferences() for project in projects)]
    loader = Loader(projects[0] if projects else LooseRecords(paths[0].resolve()), today)
    for name in sorted({path.stem for folder in folders for path in folder.glob("*.toml")}):
        read = loader.conference(name)
        if read and read.value:
            yield read.value
