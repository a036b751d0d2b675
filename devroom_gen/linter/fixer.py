"""Makes the fixes that findings carry in one text, as many at once as do not overlap. Writes nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from devroom_gen.diagnostics.diagnostic import Diagnostic, Fix
from devroom_gen.text.edit import apply, overlap
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import parse


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text with some fixes made, and how many."""

    text: str
    count: int


MAX_FIXES = 200
"""Fixes of one round: each that overlaps another costs a parse, and nobody makes so many mistakes."""


def apply_fixes(
    source: SourceText,
    diagnostics: Iterable[Diagnostic],
    *,
    may_break: Callable[[str, str], bool] = lambda old, new: False,
) -> Fixed:
    """Make the fixes of the findings in a text, from top to bottom.

    A fix whose edits overlap those of an earlier one waits for the next round; one that breaks the text is never made.
    """
    chosen: list[Fix] = []
    for found in (each.fix for each in diagnostics if each.fix):
        if len(chosen) < MAX_FIXES and not overlap(edit for each in [*chosen, found] for edit in each.edits):
            chosen.append(found)
    if may_break(source.text, _apply(source, chosen)):
        made: list[Fix] = []
        for each in chosen:
            made += [] if may_break(source.text, _apply(source, [*made, each])) else [each]
        chosen = made
    return Fixed(_apply(source, chosen), len(chosen))


def breaks_record(old: str, new: str) -> bool:
    """Whether less of a record can be read than before, because a key is written a second time."""
    return len(parse(SourceText("", new))[1]) > len(parse(SourceText("", old))[1])


def _apply(source: SourceText, fixes: Sequence[Fix]) -> str:
    return apply(source.text, (edit for each in fixes for edit in each.edits))
