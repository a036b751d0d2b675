"""Makes the fixes that findings carry in one text, as many at once as do not overlap. Writes nothing."""

from collections.abc import Iterable, Sequence
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


def apply_fixes(source: SourceText, diagnostics: Iterable[Diagnostic]) -> Fixed:
    """Make the fixes of the findings in a record, from top to bottom.

    A fix whose edits overlap those of an earlier one waits for the next round; one after which less of the text could be
    read, because it writes a key a second time, is never made.
    """
    chosen: list[Fix] = []
    for found in (each.fix for each in diagnostics if each.fix):
        if len(chosen) < MAX_FIXES and not overlap(edit for each in [*chosen, found] for edit in each.edits):
            chosen.append(found)
    if not _reads_as_well(source, chosen):
        made: list[Fix] = []
        for each in chosen:
            made += [each] if _reads_as_well(source, [*made, each]) else []
        chosen = made
    return Fixed(_apply(source, chosen), len(chosen))


def _reads_as_well(source: SourceText, fixes: Sequence[Fix]) -> bool:
    return len(parse(SourceText(source.path, _apply(source, fixes)))[1]) <= len(parse(source)[1])


def _apply(source: SourceText, fixes: Sequence[Fix]) -> str:
    return apply(source.text, (edit for each in fixes for edit in each.edits))
