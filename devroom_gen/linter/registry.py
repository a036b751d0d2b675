"""All codes there are, those of rules and those of `codes`, and how people may name them."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Code
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
