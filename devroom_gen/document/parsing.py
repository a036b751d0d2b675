"""From source text to values: TOML 1.0, parsed once, with every syntax error that can be told apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import toml_rs

from devroom_gen.codes import reading as codes
from devroom_gen.diagnostic import Diagnostic, Location
from devroom_gen.document.statements import Statement, find_longest_key, split
from devroom_gen.document.syntax import diagnose_syntax
from devroom_gen.document.tokens import MAX_DEPTH, find_too_deep, has_few_brackets
from devroom_gen.span import SourceText, Span

if TYPE_CHECKING:
    from devroom_gen.document.positions import Path, Positions

_CLOSE = "close the brackets that were opened before this one"
MAX_ERRORS = 20
"""A file with more errors of syntax is no record; the first ones tell as much."""


@dataclass(frozen=True)
class Document:
    """The values of one TOML text, and what of the text they were read from.

    `is_whole` is false where a statement had to be left out, and is blank in `read`, so that the rest could be read.
    """

    source: SourceText
    values: dict[str, Any]
    read: str
    is_whole: bool = True
    doubled: frozenset[str] = frozenset()
    """Names of tables that are written more than once, of which only the first was read."""

    @cached_property
    def _positions(self) -> "Positions":
        from devroom_gen.document.positions import Positions  # costs 35 ms, and most documents are right

        return Positions(self.read)

    def at_key(self, path: "Path") -> Location:
        """Locate a key; where it is not there, the table that should hold it."""
        return Location(source=self.source, span=self._positions.key(path))

    def at_value(self, path: "Path") -> Location:
        """Locate a value; where it is not there, the table that should hold it."""
        return Location(source=self.source, span=self._positions.value(path))

    def inside(self, path: "Path", start: int, end: int) -> Location:
        """Locate a part of a string value, counted in characters of the value as it is read."""
        return Location(source=self.source, span=self._positions.inside(path, start, end))


def parse(source: SourceText) -> tuple[Document | None, list[Diagnostic]]:
    """Parse a text; after a syntax error the statement that holds it is left out and the rest is read."""
    if not has_few_brackets(source.text) and (deep := find_too_deep(source.text)) is not None:
        return None, [_too_deep(source, Span(deep, deep + 1), _CLOSE)]
    try:
        values = toml_rs.loads(source.text, toml_version="1.0.0")
    except ValueError as error:  # TOMLDecodeError is one, and so is an integer of 5,000 digits
        return _parse_around(source, error)
    return _read(source, source.text, values, [])


def _parse_around(source: SourceText, error: ValueError) -> tuple[Document | None, list[Diagnostic]]:
    """Leave out one statement after the other that cannot be read, until the rest can."""
    text, statements = source.text, split(source.text)
    found: list[Diagnostic] = []
    doubled: set[str] = set()
    while len(found) < MAX_ERRORS:
        diagnostic, span = diagnose_syntax(source, text, statements, error)
        found.append(diagnostic)
        spans = [span]
        if diagnostic.code is codes.DUPLICATE_KEY and text.startswith("[", span.start):
            name, more = _same_headers(text, statements, span)
            doubled.add(name)
            spans += more
        for each in spans:
            text, statements = _leave_out(text, statements, each)
        try:
            values = toml_rs.loads(text, toml_version="1.0.0")
        except ValueError as another:
            error = another
        else:
            return _read(source, text, values, found, frozenset(doubled))
    return None, found


def _leave_out(text: str, statements: Sequence[Statement], span: Span) -> tuple[str, list[Statement]]:
    """Blank a statement, and with the header of a table all that belongs to it."""
    end = _table_end(text, statements, span)
    kept = [each for each in statements if not span.start <= each.start < end]
    return text[: span.start] + re.sub(r"[^\n]", " ", text[span.start : end]) + text[end:], kept


def _same_headers(text: str, statements: Sequence[Statement], span: Span) -> tuple[str, list[Span]]:
    """Give the name of a table that is written twice, and where it is written once more: one mistake is told once."""
    headers = [each for each in statements if each.start >= span.start and each.is_header(text)]
    name = headers[0].name(text)
    return name, [Span(each.start, each.end) for each in headers[1:] if each.name(text) == name]


def _table_end(text: str, statements: Sequence[Statement], span: Span) -> int:
    """Give the end of what must be left out: with the header of a table goes all that belongs to it."""
    if text[span.start : span.start + 1] != "[":
        return span.end
    headers = (each.start for each in statements if each.start >= span.end and each.is_header(text))
    return next(headers, len(text))


def _read(
    source: SourceText,
    text: str,
    values: dict[str, Any],
    found: list[Diagnostic],
    doubled: frozenset[str] = frozenset(),
) -> tuple[Document | None, list[Diagnostic]]:
    if _is_deep(values):
        if (deep := find_too_deep(source.text)) is not None:
            return None, [*found, _too_deep(source, Span(deep, deep + 1), _CLOSE)]
        return None, [*found, _too_deep(source, find_longest_key(source.text), "write a key with fewer dots")]
    return Document(source, values, text, is_whole=not found, doubled=doubled), found


def _is_deep(values: dict[str, Any]) -> bool:
    """Tell whether tables and lists are nested too deeply, in brackets or in the dots of keys."""
    level: list[Any] = [values]
    for _ in range(MAX_DEPTH + 1):
        level = [
            value
            for each in level
            for value in (each.values() if type(each) is dict else each)
            if type(value) is dict or type(value) is list
        ]
        if not level:
            return False
    return True


def _too_deep(source: SourceText, span: Span, help_text: str) -> Diagnostic:
    return Diagnostic(
        code=codes.TOO_DEEP,
        location=Location(source=source, span=span),
        message=f"tables and lists are nested more than {MAX_DEPTH} deep",
        help=help_text,
    )
