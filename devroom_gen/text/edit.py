"""Exact changes of a text: what stands in a span is replaced, everything else stays byte for byte. Knows nothing of TOML."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from devroom_gen.text.source import Span


class Edit(NamedTuple):
    """Put `text` in the place of what stands in `span`; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


def overlap(edits: Iterable[Edit]) -> bool:
    """Whether two edits touch the same characters, or insert at the same place, so that their order would count."""
    spans = [edit.span for edit in sorted(edits)]
    return any(second.start < first.end or second.start == first.start for first, second in pairwise(spans))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with all edits made. Raises `ValueError` where they overlap or reach beyond the text."""
    todo = sorted(edits)
    if overlap(todo):
        raise ValueError("edits overlap")
    parts: list[str] = []
    done = 0
    for edit in todo:
        if not done <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError(f"there is no span {edit.span.start}:{edit.span.end} in a text of {len(text)}")
        parts += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*parts, text[done:]])
