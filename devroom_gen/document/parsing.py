"""From source text to values: TOML 1.0, parsed once, with every syntax error that can be told apart."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import toml_rs

from devroom_gen.codes import reading as codes
from devroom_gen.diagnostic import Diagnostic, Location
from devroom_gen.document.syntax import diagnose_syntax
from devroom_gen.span import SourceText, Span

if TYPE_CHECKING:
    from devroom_gen.document.positions import Path, Positions

MAX_DEPTH = 32
"""A record nests five levels; the parser would run out of stack at a few thousand."""

_STATEMENT = re.compile(r"""^[ \t]*(?:\[|[\w."'-]+[ \t]*=)""", re.MULTILINE)
_BRACKETS_AND_STRINGS = re.compile(
    r'''"""(?:[^\\"]|\\.|"{1,2}(?!"))*+"""|\'\'\'(?:[^']|'{1,2}(?!'))*+\'\'\'|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|\#[^\n]*+|[\[\]{}]''',
    re.DOTALL,
)


@dataclass(frozen=True)
class Document:
    """The values of one TOML text; `is_whole` is false where a statement had to be left out to read the rest."""

    source: SourceText
    values: dict[str, Any]
    is_whole: bool = True

    @cached_property
    def _positions(self) -> "Positions":
        from devroom_gen.document.positions import Positions  # costs 35 ms, and most documents are right

        return Positions(self.source.text)

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
    if deep := _find_too_deep(source.text):
        return None, [_too_deep(source, deep)]
    text = source.text
    found: list[Diagnostic] = []
    while True:
        try:
            values = toml_rs.loads(text, toml_version="1.0.0")
        except ValueError as error:  # TOMLDecodeError is one, and so is an integer of 5,000 digits
            diagnostic, offset = diagnose_syntax(source, text, error)
            found.append(diagnostic)
            shorter = _without_statement(text, offset)
            if shorter is None or len(found) == 20:
                return None, found
            text = shorter
        else:
            return Document(source, values, is_whole=not found), found


def _find_too_deep(text: str) -> int | None:
    """Give the offset of the bracket that is nested too deeply. Linear, and skipped for nearly every text."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return None
    depth = 0
    for token in _BRACKETS_AND_STRINGS.finditer(text):
        if token.group() in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return token.start()
        elif token.group() in "]}":
            depth = max(0, depth - 1)
    return None


def _too_deep(source: SourceText, offset: int) -> Diagnostic:
    return Diagnostic(
        code=codes.TOO_DEEP,
        location=Location(source=source, span=Span(offset, offset + 1)),
        message=f"brackets are nested more than {MAX_DEPTH} deep",
        help="close the brackets that were opened before this one",
    )


def _without_statement(text: str, offset: int) -> str | None:
    """Blank the statement around an offset, keeping every other character where it stands."""
    starts = [match.start() for match in _STATEMENT.finditer(text)]
    line_end = text.find("\n", offset)
    begin = max((start for start in starts if start <= offset), default=text.rfind("\n", 0, offset) + 1)
    end = min((start for start in starts if line_end >= 0 and start > line_end), default=len(text))
    blanked = re.sub(r"[^\n]", " ", text[begin:end])
    return None if blanked == text[begin:end] else text[:begin] + blanked + text[end:]
