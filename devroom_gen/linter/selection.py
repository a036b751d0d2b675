"""Which findings of a run are wanted: options that name codes, beginnings of codes, or names."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.errors import UsageError
from devroom_gen.linter.registry import all_codes, choose_codes, find_codes


class Selection(NamedTuple):
    """The ids of the codes that are wanted, all where none are given; errors of reading and shape always are."""

    wanted: frozenset[str] | None = None

    def keep(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the findings that are wanted."""
        if self.wanted is None:
            return list(diagnostics)
        return [each for each in diagnostics if each.code.id in self.wanted or not each.code.is_suppressible]


EVERYTHING = Selection()


def read_selection(select: Sequence[str], ignore: Sequence[str]) -> Selection:
    """Read what `--select` and `--ignore` were given. Raises `UsageError` for what is not a code or cannot be ignored."""
    if not select and not ignore:
        return EVERYTHING
    ignored = choose_codes(ignore)
    for text in (part.strip() for each in ignore for part in each.split(",") if part.strip()):
        if not any(code.is_suppressible for code in find_codes(text)):
            raise UsageError(f"`{text}` cannot be ignored: it makes the record unreadable", "fix what it reports")
    return Selection((choose_codes(select) if select else frozenset(code.id for code in all_codes())) - ignored)
