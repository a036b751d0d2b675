"""Located, coded messages as plain values: what is wrong, where, and how to fix it. Prints nothing."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from devroom_gen.text.edit import Edit
from devroom_gen.text.source import Position, SourceText, Span

_MANUALS = Path(__file__).parent / "manuals"
_WITHOUT_DOCSTRINGS = "Python was started without docstrings (`-OO`), so that this page is not at hand."


class Severity(StrEnum):
    """How much a finding matters: an error fails a run, a warning only with `--strict`, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(NamedTuple):
    """The identity of a kind of finding: a code that never changes meaning, a readable name and a severity.

    `doc` is the docstring of the rule that raises it; the manual page of any other code is a file in `manuals/`.
    """

    id: str
    name: str
    severity: Severity
    doc: str | None = None

    @property
    def manual(self) -> str:
        """The text of the manual page."""
        page = _MANUALS / f"{self.id}.md"
        return self.doc or (page.read_text(encoding="utf-8") if page.is_file() else _WITHOUT_DOCSTRINGS)

    @property
    def band(self) -> int:
        """Return the hundred that the code stands in: 0 reading, 1 shape, 2 facts, 3 prose, 4 placeholders, 5 output."""
        return int(self.id[2])

    @property
    def is_suppressible(self) -> bool:
        """Whether a comment or setting may hide it: what cannot be read as a record never may be hidden."""
        return self.band > 1 or self.severity is not Severity.ERROR


class Location(NamedTuple):
    """A span in a source text, or a whole file where there is no text to point into."""

    source: SourceText
    span: Span | None = None

    @property
    def start(self) -> Position:
        return self.source.position(self.span.start if self.span else 0)

    @property
    def end(self) -> Position:
        """Return the position just behind the last character."""
        return self.source.position(self.span.end if self.span else 0)


class Related(NamedTuple):
    """A second place that explains a finding, with what stands there."""

    location: Location
    message: str


class Fix(NamedTuple):
    """Edits of the text a finding stands in that fix it, all or none of them; safe to make without a second look."""

    title: str
    edits: tuple[Edit, ...]


class Diagnostic(NamedTuple):
    """One finding: `message` says what is, `help` what to type instead, `fix` how a program can do it."""

    code: Code
    location: Location
    message: str
    help: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    level: Severity | None = None
    """A severity other than the code's, where the circumstances make more or less of it."""

    @property
    def severity(self) -> Severity:
        return self.level or self.code.severity

    @property
    def is_certain(self) -> bool:
        """Whether it is an error that a program can fix without a second look."""
        return self.fix is not None and self.severity is Severity.ERROR

    @property
    def path(self) -> str:
        return self.location.source.path

    @property
    def sentence(self) -> str:
        """The message and the help, on one line."""
        return f"{self.message}; {self.help}" if self.help else self.message


def arrange(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, place and code, and drop repetitions, so that the order of reading never shows."""
    unique = {(d.path, d.location.start, d.code.id, d.message): d for d in diagnostics}
    return [unique[key] for key in sorted(unique)]


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in diagnostics)
