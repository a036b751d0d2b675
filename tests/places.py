"""What holds of every diagnostic: its places lie in their texts, and each caret below the line it belongs to."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.diagnostics.formats.full import columns, report


def check_places(found: Iterable[Diagnostic], text: str) -> None:
    """Check that all findings stand in this text, and that every place is one of its own text."""
    for diagnostic in found:
        assert diagnostic.location.source.text == text
        for location in (diagnostic.location, *(each.location for each in diagnostic.related)):
            if location.span is not None:
                start, end = location.span
                assert 0 <= start <= end <= len(location.source.text)
                line = location.source.line(location.start.line)
                assert 1 <= location.start.column <= len(line) + 2
                assert location.start <= location.end


def check_carets(found: Sequence[Diagnostic]) -> None:
    """Check that what a terminal is sent can be printed, and that carets lie below their line."""
    lines = report(found, colour=False).split("\n")
    for shown, carets in pairwise(lines):
        assert all(character.isprintable() for character in shown)
        mark = carets.partition(" | ")[2]
        if re.match(r"\d+ \| ", shown) and set(mark) & set("^-") and not mark.strip(" ^-"):
            source = shown.partition(" | ")[2]
            first = len(mark) - len(mark.lstrip())
            assert first <= columns(source) + 1
            assert len(mark) <= max(columns(source), first + 1)
            assert columns(source) <= 101
