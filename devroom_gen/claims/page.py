"""What a page is made of once its markup is read: blocks of plain words, each knowing where it came from."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from devroom_gen.text.source import Span

HOLE = "\ufffc"
"""Stands in plain text for what is not prose: a link's address, code, a placeholder of a template."""


class Context(StrEnum):
    """Which part of a file a block stands in."""

    BODY = "body"
    FRONT_MATTER = "front matter"
    CONFIGURATION = "configuration"
    COMMENT = "comment"


class Kind(StrEnum):
    """The form of a block."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    VALUE = "value"


class Plain(NamedTuple):
    """Plain words, and the place in the source of each of their characters."""

    text: str
    starts: Sequence[int]
    sources: Sequence[int]

    def source(self, offset: int) -> int:
        """Return the place in the source of one character of the plain text."""
        piece = bisect_right(self.starts, offset) - 1
        return self.sources[piece] + offset - self.starts[piece]


class Link(NamedTuple):
    """One address that a page points at; `text` is what a reader sees of it, in `start` to `end` of the plain text."""

    url: str
    span: Span
    text: str
    start: int
    end: int
    is_asset: bool = False
    is_bare: bool = False


@dataclass(frozen=True, kw_only=True)
class Block:
    """One heading, paragraph, list item, row of a table or value of a key."""

    text: str
    start: int
    plain: Plain
    kind: Kind
    context: Context
    level: int = 0
    key: str = ""
    headings: tuple[str, ...] = ()
    lead: str = ""
    links: tuple[Link, ...] = ()
    part: str = ""
    """Which part of the page beside its text: `nav`, `header`, `footer` or `aside`."""
    struck: tuple[int, ...] = ()
    """Where what is struck through begins and ends, in turn, among all plain words."""

    @cached_property
    def folded(self) -> str:
        """The text in lower case: to see quickly that a pattern cannot match."""
        return self.text.lower()

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of a part of the text."""
        first = self.plain.source(self.start + start)
        return Span(first, self.plain.source(self.start + max(start, end - 1)) + 1)

    @property
    def is_comment(self) -> bool:
        return self.context is Context.COMMENT

    def line_around(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the line, as it was typed, that holds a part of the text."""
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", end)
        return first, len(self.text) if last < 0 else last

    @cached_property
    def _stops(self) -> list[int]:
        return [stop.end() for stop in _STOP.finditer(self.text)]

    def sentence_around(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the sentence that holds a part of the text, but not much more than one long sentence."""
        before = bisect_right(self._stops, start)
        behind = bisect_right(self._stops, end - 1)
        first = self._stops[before - 1] if before else 0
        last = self._stops[behind] if behind < len(self._stops) else len(self.text)
        return max(first, start - GLANCE), min(last, end + GLANCE)

    def sentence_number(self, start: int) -> int:
        return bisect_right(self._stops, start)

    def sentence(self, start: int, end: int) -> str:
        first, last = self.sentence_around(start, end)
        return self.text[first:last]


GLANCE = 400
"""Characters on both sides of a claim that can belong to its sentence."""

_STOP = re.compile(
    r"(?<![A-Z0-9\s.])[.!?][)\"'”’]?(?=\s+[^a-z\s]|\s*\Z)|(?<=\d)\.(?=\s+[A-Z])|(?<=[A-Z]{2})\.(?=\s+[A-Z][a-z])"
)


class Flaw(NamedTuple):
    """Something wrong with the markup itself, whatever it says."""

    kind: str
    span: Span
    text: str


class Page(NamedTuple):
    """One text, read: its blocks in their order, comments among them, and what is wrong with its markup."""

    blocks: tuple[Block, ...]
    flaws: tuple[Flaw, ...]
