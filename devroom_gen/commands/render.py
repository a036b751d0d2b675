"""`render`: writes the pages of all editions, or of the named ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from devroom_gen.check import check
from devroom_gen.codes import output as codes
from devroom_gen.diagnostic import Diagnostic, Location, arrange, has_errors
from devroom_gen.loading import Loader, Record
from devroom_gen.output.memory import MEMORY, Memory, UnreadableMemoryError, read_memory
from devroom_gen.output.planning import Action, Plan, plan
from devroom_gen.output.writing import write
from devroom_gen.project import Project, RecordFile
from devroom_gen.reading import shown_path
from devroom_gen.render.pages import Target, find_targets
from devroom_gen.render.pages import render as render_pages
from devroom_gen.resources import builtin_templates
from devroom_gen.span import SourceText
from devroom_gen.stopping import UsageError

DEFAULT_OUTPUT = "site/{target}/{edition}"
DEFAULT_TARGETS = ("singlepaged",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """What a run found and did."""

    diagnostics: list[Diagnostic]
    plans: list[Plan]
    editions: int


def render(
    project: Project,
    files: Sequence[RecordFile],
    *,
    output: str | None = None,
    force: bool = False,
    on_step: Callable[[int, int], None] = lambda done, whole: None,
) -> Rendering:
    """Render the pages of these records and write what differs. A record with errors writes nothing."""
    loader = Loader(project)
    records = loader.load(files)
    found = [*loader.diagnostics, *check(records)]
    bad = {diagnostic.path for diagnostic in found if has_errors([diagnostic])}
    good = [record for record in records if record.facts and shown_path(record.file.path) not in bad]
    gathered = _Gathering(project, output, found)
    for done, record in enumerate(good):
        on_step(done, len(good))
        gathered.add(record)
    plans = gathered.plans(force)
    for each in plans:
        found += _write(each)
    return Rendering(diagnostics=arrange(found), plans=plans, editions=len(good))


class _Gathering:
    """The pages of all editions, by output folder and path."""

    def __init__(self, project: Project, output: str | None, found: list[Diagnostic]) -> None:
        self._project = project
        self._output = output
        self._found = found
        self._targets = find_targets(builtin_templates())
        self._pages: dict[Path, dict[str, str]] = {}
        self._owners: dict[Path, RecordFile] = {}

    def add(self, record: Record) -> None:
        assert record.facts is not None and record.edition is not None
        settings = record.edition.settings
        for name in settings.targets or DEFAULT_TARGETS:
            folder, below = split_pattern(settings.output or DEFAULT_OUTPUT, self._output)
            prefix = below.replace("{target}", name).replace("{edition}", record.file.id)
            for page in render_pages(record.facts, self._target(name)):
                self._put(record.file, self._project.root / folder, f"{prefix}/{page.path}".lstrip("/"), page.text)

    def plans(self, force: bool) -> list[Plan]:
        return [
            plan(folder, pages, memory, force=force)
            for folder, pages in self._pages.items()
            if (memory := self._memory(folder)) is not None
        ]

    def _target(self, name: str) -> Target:
        if name not in self._targets:
            raise UsageError(
                f"there is no target `{name}`", "there are " + ", ".join(f"`{each}`" for each in self._targets)
            )
        return self._targets[name]

    def _put(self, file: RecordFile, folder: Path, path: str, text: str) -> None:
        owner = self._owners.setdefault(folder / path, file)
        if owner == file:
            self._pages.setdefault(folder, {})[path] = text
            return
        self._found.append(
            Diagnostic(
                code=codes.SAME_PATH,
                location=Location(source=SourceText(shown_path(file.path), "")),
                message=f"`{owner.id}` and `{file.id}` would both be written to `{shown_path(folder / path)}`",
                help='put `{edition}` into `output`, as in "site/{target}/{edition}"',
            )
        )

    def _memory(self, folder: Path) -> Memory | None:
        try:
            return read_memory(folder)
        except UnreadableMemoryError as error:
            self._found.append(
                Diagnostic(
                    code=codes.UNREADABLE_MEMORY,
                    location=Location(source=SourceText(shown_path(folder / MEMORY), "")),
                    message=f"what was written to `{shown_path(folder)}` is not known: {error}",
                    help="take the file from your version control, or delete it and use `--force`",
                )
            )
            return None


def split_pattern(pattern: str, output: str | None) -> tuple[str, str]:
    """Split an output pattern into the folder and what varies below it; `output` takes the place of the folder."""
    if output is not None and "{" in output:
        pattern, output = output, None
    fixed = pattern.partition("{")[0]
    folder = fixed.rpartition("/")[0] if "{" in pattern else pattern
    below = pattern[len(folder) :].strip("/") if "{" in pattern else ""
    return output or folder or ".", below


def _write(each: Plan) -> list[Diagnostic]:
    found = [_foreign(each.folder / path) for path in each.paths(Action.REFUSE)]
    try:
        write(each)
    except OSError as error:
        path = Path(error.filename or each.folder)
        found.append(
            Diagnostic(
                code=codes.CANNOT_WRITE,
                location=Location(source=SourceText(shown_path(path), "")),
                message=f"cannot write: {(error.strerror or type(error).__name__).lower()}",
            )
        )
    return found


def _foreign(path: Path) -> Diagnostic:
    return Diagnostic(
        code=codes.FOREIGN_FILE,
        location=Location(source=SourceText(shown_path(path), "")),
        message="the file is kept as it is: it was edited by hand, or `render` did not write it",
        help="move your change into the record and use `--force` to replace the file",
    )
