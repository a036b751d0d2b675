"""All rules there are. A module in `records/` or `prose/` is one: lying there registers it."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from devroom_gen.rules import records
from devroom_gen.rules.base import PageSubject, RecordSubject, Rule


@cache
def record_rules() -> tuple[Rule[RecordSubject], ...]:
    """Return the rules about records."""
    return _modules(records)


@cache
def prose_rules() -> tuple[Rule[PageSubject], ...]:
    """Return the rules about what texts state, loaded here alone: most commands read no text."""
    from devroom_gen.rules import prose

    return _modules(prose)


@cache
def rules_of_words() -> tuple[Rule[PageSubject], ...]:
    """Return those of them that find something even where a text states nothing, by words that only a record makes telling."""
    return tuple(rule for rule in prose_rules() if hasattr(rule, "READS_WORDS"))


def _modules(package: ModuleType) -> tuple[Any, ...]:
    return tuple(import_module(f"{package.__name__}.{each.name}") for each in iter_modules(package.__path__))
