"""From source text to values: TOML 1.0, parsed once, with as many syntax errors as can be told apart."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

import toml_rs

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.text.source import SourceText, Span
from devroom_gen.toml.lexer import MAX_DEPTH, find_too_deep, has_few_brackets
from devroom_gen.toml.values import KeyPath

if TYPE_CHECKING:
    from devroom_gen.toml.positions import Positions


@dataclass(frozen=True)
class Document:
    """The values of one TOML text, and the part of the text that they were read from."""

    source: SourceText
    values: dict[str, Any]
    read: str
    is_whole: bool = True
    """False where a statement could not be read and was blanked in `read`."""
    doubled: frozenset[str] = frozenset()
    """Names of tables that are written more than once, of which only the first was read."""

    @cached_property
    def _positions(self) -> "Positions":
        from devroom_gen.toml.positions import Positions  # most documents are right

        return Positions(self.read)

    def at_key(self, path: KeyPath) -> Location:
        """Locate a key, or the table that should hold it."""
        return Location(source=self.source, span=self._positions.key(path))

    def at_value(self, path: KeyPath) -> Location:
        """Locate a value, or the table that should hold it."""
        return Location(source=self.source, span=self._positions.value(path))

    def inside(self, path: KeyPath, start: int, end: int) -> Location:
        """Locate a part of a string value, counted in characters of the decoded value."""
        return Location(source=self.source, span=self._positions.inside(path, start, end))


def parse(source: SourceText) -> tuple[Document | None, list[Diagnostic]]:
    """Parse a text; after a syntax error the statement that holds it is left out and the rest is read."""
    if not has_few_brackets(source.text) and find_too_deep(source.text) is not None:
        return None, [_too_deep(source)]
    document: Document | None
    found: list[Diagnostic] = []
    try:
        document = Document(source, toml_rs.loads(source.text, toml_version="1.0.0"), source.text)
    except ValueError as error:  # a TOMLDecodeError, or one of Python's: the year 0
        from devroom_gen.toml.syntax_errors import read_around  # most texts have no error

        rest, found = read_around(source, error)
        document = Document(source, rest[0], rest[1], is_whole=False, doubled=rest[2]) if rest else None
    if document and _is_deep(document.values):
        return None, [*found, _too_deep(source)]
    return document, found


def _is_deep(values: dict[str, Any]) -> bool:
    """Whether tables and lists are nested too deeply, in brackets or in the dots of keys."""
    level: list[Any] = [values]
    for _ in range(MAX_DEPTH + 1):
        inner = chain.from_iterable(each.values() if type(each) is dict else each for each in level)
        level = [value for value in inner if type(value) is dict or type(value) is list]
        if not level:
            return False
    return True


def _too_deep(source: SourceText) -> Diagnostic:
    from devroom_gen.toml.statements import find_longest_key  # most texts are not deep

    deep = find_too_deep(source.text)
    span = find_longest_key(source.text) if deep is None else Span(deep, deep + 1)
    how = "write a key with fewer dots" if deep is None else "close the brackets that were opened before this one"
    message = f"tables and lists are nested more than {MAX_DEPTH} deep"
    return Diagnostic(code=codes.TOO_DEEP, location=Location(source=source, span=span), message=message, help=how)
