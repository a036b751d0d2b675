"""Makes the fixes that findings carry in one text, as many at once as do not meet. Writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from devroom_gen.diagnostic import Diagnostic
from devroom_gen.document.parsing import parse
from devroom_gen.edit import Edit, apply, overlap
from devroom_gen.span import SourceText


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text with some fixes made, and how many."""

    text: str
    count: int


def fix(source: SourceText, diagnostics: Iterable[Diagnostic]) -> Fixed:
    """Make the safe fixes of the findings in a record, from top to bottom.

    A fix whose edits meet those of an earlier one waits for the next round; one after which less could be read, because
    it writes a key a second time, is never made.
    """
    made: list[Edit] = []
    count = 0
    errors = len(parse(source)[1])
    for diagnostic in diagnostics:
        found = diagnostic.fix
        if found is None or not found.is_safe or overlap([*made, *found.edits]):
            continue
        candidate = apply(source.text, [*made, *found.edits])
        if len(parse(SourceText(source.path, candidate))[1]) <= errors:
            made += found.edits
            count += 1
    return Fixed(apply(source.text, made), count)
