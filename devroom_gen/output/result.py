"""What is wanted of `render` and what came of it, with the words in which it is told. Imports little: every run needs it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Code, Diagnostic
from devroom_gen.errors import reason
from devroom_gen.output.plan import Action, Step
from devroom_gen.project.listing import leads_out
from devroom_gen.project.source_files import shown_path, whole_file

_FORCE_HELP = "move your change into the record, then use `--force` to replace the file"
_RENDER_HELP = "run `devroom-gen render`"


class BuildOptions(NamedTuple):
    """What is wanted of a run beyond the usual.

    `is_whole` says that the records are all that there are; `caches` is the folder in which caches lie, if there may be
    any; `workers` is counted from records and processors unless stated.
    """

    output: str | None = None
    force: bool = False
    prune: bool = False
    is_check: bool = False
    is_whole: bool = False
    caches: Path | None = None
    workers: int | None = None


@dataclass(slots=True, kw_only=True)
class BuildResult:
    """What a run found and did. `written` are pages that were written, or would be; `kept` those edited by hand,
    `removed` those that no edition has any more."""

    editions: int = 0
    written: int = 0
    unchanged: int = 0
    kept: int = 0
    removed: list[Path] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    changes: list[tuple[Path, Step]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def diff(self, *, is_all: bool) -> str:
        """Return the differences between the disk and the pages, for `patch` and for people: all, or of kept files."""
        from devroom_gen.text.diff import unified

        changes = [
            (folder / step.path, step) for folder, step in self.changes if is_all or step.action is Action.REFUSE
        ]
        named = [(shown_path(path), step) for path, step in changes if not path.is_dir()]
        return "".join(
            unified(step.standing, step.text, f"{path}\ton disk", f"{path}\trendered") for path, step in named
        )


_MESSAGES: dict[str, tuple[str, str]] = {
    codes.FOREIGN_FILE.id: ("the file was edited by hand, or `render` did not write it: it is kept", _FORCE_HELP),
    codes.MISSING_PAGE.id: ("the page is missing", _RENDER_HELP),
    codes.STALE_PAGE.id: ("the page is stale: its record or template has changed since", _RENDER_HELP),
    codes.STALE_BY_DAY.id: ("the page is stale by the day alone: its edition has come to another phase", _RENDER_HELP),
    codes.ORPHAN.id: ("no edition makes this page any more", "run `devroom-gen render --prune` to remove it"),
}
_EDITED_ORPHAN_HELP = "save your change elsewhere, then run `devroom-gen render --prune --force`"


def explain_file(code: Code, folder: Path, name: str, *, is_edited: bool = False) -> Diagnostic:
    """Explain what is wrong with a file in an output folder."""
    path = folder / name
    message, help_text = _MESSAGES[code.id]
    if code is codes.FOREIGN_FILE and path.is_dir():
        message, help_text = "a folder stands where the page belongs", "give the folder another name"
    elif code is codes.FOREIGN_FILE and leads_out(path, folder):
        message, help_text = "a link leads out of the output folder: nothing is written behind it", "remove the link"
    if code is codes.ORPHAN and is_edited:
        message, help_text = f"{message}; it was edited by hand", _EDITED_ORPHAN_HELP
    return Diagnostic(code=code, location=whole_file(path), message=message, help=help_text)


def explain_os_error(error: OSError, folder: Path) -> Diagnostic:
    """Explain why a file, or a folder as a whole, cannot be written."""
    is_file = isinstance(error, FileExistsError | NotADirectoryError)
    why = "a file stands where a folder belongs" if is_file else reason(error)
    place = whole_file(Path(error.filename or folder))
    return Diagnostic(code=codes.CANNOT_WRITE, location=place, message=f"cannot write: {why}")
