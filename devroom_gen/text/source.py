"""Source text and places in it: offsets, lines and columns. Knows nothing of TOML."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters in a source text, counted from 0 in code points."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people and editors count it: line and column from 1, in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class SourceText:
    """The text of one file as it stands on disk, less a byte-order mark, and the path it is shown under."""

    path: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset; an offset past the end is the end, and a line ending is one place."""
        offset = max(0, min(offset, len(self.text)))
        if self.text.startswith("\r\n", offset - 1) and offset:
            offset -= 1
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return one line by its number from 1, without its line ending; a carriage return alone ends none."""
        start = self._line_starts[number - 1]
        if number == len(self._line_starts):
            return self.text[start:]
        return self.text[start : self._line_starts[number] - 1].removesuffix("\r")

    def line_span(self, number: int) -> Span:
        """Return the span of one line by its number from 1, without its line ending."""
        start = self._line_starts[number - 1]
        return Span(start, start + len(self.line(number)))
