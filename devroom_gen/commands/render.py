"""`render`: makes the disk hold the pages of all editions, or of the named ones; or tells in what it does not."""

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from devroom_gen.check import examine, leave_out_silenced
from devroom_gen.codes import output as codes
from devroom_gen.diagnostic import Code, Diagnostic, Location, arrange, has_errors
from devroom_gen.loading import Loader, Record
from devroom_gen.output.memory import MEMORY, UnreadableMemoryError, read_memory
from devroom_gen.output.planning import Action, Plan, Step, plan
from devroom_gen.output.writing import write
from devroom_gen.project import Project, RecordFile
from devroom_gen.reading import shown_path
from devroom_gen.record.settings import find_stray
from devroom_gen.site import Site
from devroom_gen.span import SourceText
from devroom_gen.stopping import UsageError

_FORCE_HELP = "move your change into the record, then use `--force` to replace the file"
_RENDER_HELP = "run `devroom-gen render`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is wanted of a run beyond the usual."""

    output: str | None = None
    force: bool = False
    prune: bool = False
    is_check: bool = False


@dataclass(slots=True, kw_only=True)
class Rendering:
    """What a run found and did."""

    editions: int
    plans: list[Plan]
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def diff(self, *, is_all: bool) -> str:
        """Give the differences between the disk and the pages, for `patch` and for people: all, or of kept files."""
        actions = (Action.CREATE, Action.UPDATE, Action.REFUSE) if is_all else (Action.REFUSE,)
        return "".join(_diff(each.folder, step) for each in self.plans for step in each.chosen(*actions))


def render(
    project: Project,
    files: Sequence[RecordFile],
    today: date,
    wish: Wish,
    on_step: Callable[[int, int], None] | None = None,
) -> Rendering:
    """Render the pages of these records and write what differs. A record with errors writes nothing."""
    _check_output(wish.output)
    everything = project.records()
    site, records, found = _make_site(project, files, everything, today, wish, on_step)
    is_whole, is_sound = len(files) == len(everything), not has_errors(found)
    plans = list(_plan(site, wish.force, found))
    rendering = Rendering(editions=len(records), plans=plans, diagnostics=found)
    for each in plans:
        folders = ("",) if is_whole else tuple(name for name in site.editions.get(each.folder, ()) if name)
        orphans = [step for step in each.orphans() if step.path.startswith(folders)] if is_sound else []
        if wish.is_check:
            found += _compare(each, project, files, everything, today, wish)
        else:
            found += (_finding(codes.FOREIGN_FILE, each.folder / step.path) for step in each.chosen(Action.REFUSE))
            found += _carry_out(each, today, [step for step in orphans if _may_prune(step, each, wish)])
        left = [step for step in orphans if wish.is_check or not _may_prune(step, each, wish)]
        found += (_orphan(step, each) for step in left)
    rendering.diagnostics = arrange(found)
    return rendering


def _check_output(output: str | None) -> None:
    if output is not None and not output.strip():
        raise UsageError("`--output` names no folder", "name one, as in `--output public`")
    if stray := find_stray(output or ""):
        what = f"`{stray.group()}` in `--output` is neither `{{target}}` nor `{{edition}}`"
        raise UsageError(what, "type `--output 'public/{target}/{edition}'`")


def _make_site(
    project: Project,
    files: Sequence[RecordFile],
    everything: Sequence[RecordFile],
    today: date,
    wish: Wish,
    on_step: Callable[[int, int], None] | None = None,
) -> tuple[Site, list[Record], list[Diagnostic]]:
    """Render all pages that these records change, and tell which of them could be rendered."""
    loader = Loader(project, today)
    site = Site(project, loader, wish.output, files)
    records = loader.load(files)
    early = list(loader.diagnostics)
    findings = examine(loader, records)
    bad = {each.path for each in findings if has_errors([each])}
    good = [record for record in records if record.facts and shown_path(record.file.path) not in bad]
    for done, record in enumerate(good):
        if on_step:
            on_step(done, len(good))
        site.add(record)
    if site.needs_all_records() and not has_errors([*loader.diagnostics, *findings]):
        others = [file for file in everything if file not in files]
        all_records = [*good, *Loader(project, today).load(others)] if others else good
        if all(record.facts for record in all_records):
            site.add_project_pages(all_records)
    late = [each for each in loader.diagnostics if each not in early]
    return site, good, [*findings, *leave_out_silenced(loader, records, [*late, *site.diagnostics])]


def _plan(site: Site, force: bool, found: list[Diagnostic]) -> Iterator[Plan]:
    for folder, pages in site.folders.items():
        try:
            yield plan(folder, pages, read_memory(folder), force=force)
        except UnreadableMemoryError as error:
            found.append(
                Diagnostic(
                    code=codes.UNREADABLE_MEMORY,
                    location=_whole(folder / MEMORY),
                    message=f"what was written to `{shown_path(folder)}` is not known: {error}",
                    help="take the file from your version control, or delete it and use `--force`",
                )
            )


def _carry_out(each: Plan, today: date, removed: Sequence[Step]) -> list[Diagnostic]:
    try:
        write(each, today, removed=removed)
    except OSError as error:
        path = Path(error.filename or each.folder)
        is_file = isinstance(error, FileExistsError)  # as a folder was to be made
        reason = "a file stands where a folder belongs" if is_file else (error.strerror or type(error).__name__).lower()
        return [Diagnostic(code=codes.CANNOT_WRITE, location=_whole(path), message=f"cannot write: {reason}")]
    return []


def _compare(
    each: Plan,
    project: Project,
    files: Sequence[RecordFile],
    everything: Sequence[RecordFile],
    today: date,
    wish: Wish,
) -> Iterator[Diagnostic]:
    """Say in what the disk differs; a page that only the day made stale is told by rendering it for its own day."""
    for step in each.chosen(Action.CREATE):
        yield _finding(codes.MISSING_PAGE, each.folder / step.path)
    for step in each.chosen(Action.REFUSE):
        yield _finding(codes.FOREIGN_FILE, each.folder / step.path)
    sites: dict[date, Site] = {}
    for step in each.chosen(Action.UPDATE):
        day = each.memory.day(step.path)
        if day and day != today and day not in sites:
            sites[day] = _make_site(project, files, everything, day, wish)[0]
        then = sites[day].folders.get(each.folder, {}).get(step.path) if day in sites else None
        is_by_day = then is not None and then == step.standing
        yield _finding(codes.STALE_BY_DAY if is_by_day else codes.STALE_PAGE, each.folder / step.path)


def _may_prune(step: Step, each: Plan, wish: Wish) -> bool:
    return wish.prune and (wish.force or each.memory.knows(step.path, step.standing))


_WORDS: dict[str, tuple[str, str]] = {
    codes.FOREIGN_FILE.id: ("the file was edited by hand, or `render` did not write it: it is kept", _FORCE_HELP),
    codes.MISSING_PAGE.id: ("the page is missing", _RENDER_HELP),
    codes.STALE_PAGE.id: ("the page is stale: its record or template has changed since", _RENDER_HELP),
    codes.STALE_BY_DAY.id: ("the page is stale by the day alone: its edition has come to another phase", _RENDER_HELP),
    codes.ORPHAN.id: ("no edition makes this page any more", "run `devroom-gen render --prune` to remove it"),
}


def _finding(code: Code, path: Path) -> Diagnostic:
    message, help_text = _WORDS[code.id]
    if code is codes.FOREIGN_FILE and path.is_dir():
        message, help_text = "a folder stands where the page belongs", "give the folder another name"
    return Diagnostic(code=code, location=_whole(path), message=message, help=help_text)


def _orphan(step: Step, each: Plan) -> Diagnostic:
    finding = _finding(codes.ORPHAN, each.folder / step.path)
    if each.memory.knows(step.path, step.standing):
        return finding
    return replace(
        finding,
        message=f"{finding.message}; it was edited by hand",
        help="save your change elsewhere, then run `devroom-gen render --prune --force`",
    )


def _whole(path: Path) -> Location:
    return Location(source=SourceText(shown_path(path), ""))


def _diff(folder: Path, step: Step) -> str:
    if (folder / step.path).is_dir():
        return ""
    path = shown_path(folder / step.path)
    before, after = (_lines(text) for text in (step.standing, step.text))
    return "".join(difflib.unified_diff(before, after, path, path, "on disk", "rendered"))


def _lines(text: str) -> list[str]:
    """Split a text for a difference; only `\\n` ends a line, and a last line without it says so."""
    lines = text.split("\n")
    last = [f"{lines[-1]}\n\\ No newline at end of file\n"] if lines[-1] else []
    return [*(f"{line}\n" for line in lines[:-1]), *last]
