"""All codes there are, those of rules and those of `codes`; how people may name them, and which of a run are wanted."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Code, Diagnostic
from devroom_gen.errors import UsageError
from devroom_gen.rules.registry import prose_rules, record_rules
from devroom_gen.text.suggestions import near


@cache
def all_codes() -> tuple[Code, ...]:
    """Return every code, in the order of their numbers."""
    found = [value for value in vars(codes).values() if isinstance(value, Code)]
    found += [*(rule.CODE for rule in record_rules()), *(rule.CODE for rule in prose_rules())]
    return tuple(sorted(found, key=lambda code: code.id))


def find_codes(text: str) -> tuple[Code, ...]:
    """Return the codes that a code, the beginning of one, or a name stands for, in upper or lower case, old names too."""
    wanted = text.strip().lower()
    wanted = codes.FORMER_NAMES.get(wanted, wanted)
    if re.fullmatch(r"dg\d{0,3}", wanted):
        return tuple(code for code in all_codes() if code.id.lower().startswith(wanted))
    return tuple(code for code in all_codes() if code.name == wanted)


@lru_cache(maxsize=256)
def near_code(text: str) -> str:
    """Return a help line for a text that names no code."""
    wanted = text.strip().lower()
    known = {name: code for code in all_codes() for name in (code.id.lower(), code.name)}
    meant = near(wanted, known)
    if meant is None:
        return "`devroom-gen explain` lists all codes"
    return f"did you mean `{known[meant].id if wanted[-1:].isdigit() else known[meant].name}`?"


def choose_codes(texts: Sequence[str]) -> frozenset[str]:
    """Return the ids of all codes that are named, each text a comma-separated list. Raises `UsageError` for an unknown one."""
    chosen: set[str] = set()
    for text in (part for each in texts for part in each.split(",") if part.strip()):
        found = find_codes(text)
        if not found:
            raise UsageError(f"there is no code `{text.strip()}`", near_code(text))
        chosen |= {code.id for code in found}
    return frozenset(chosen)


class Selection(NamedTuple):
    """The ids of the codes that are wanted, all where none are given; errors of reading and shape always are."""

    wanted: frozenset[str] | None = None
    named: frozenset[str] = frozenset()
    """Those that were named one by one or by their beginning, so that rules run which else are off."""

    def names(self, code: Code) -> bool:
        """Whether a code was named."""
        return code.id in self.named

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
    named = choose_codes(select) if select else frozenset()
    return Selection((named or frozenset(code.id for code in all_codes())) - ignored, named)
