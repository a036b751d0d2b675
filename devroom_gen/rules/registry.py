"""All rules there are, and how they are run. A module in `records/` or `prose/` is one: lying there registers it."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import chain, islice
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from devroom_gen.diagnostics.diagnostic import Diagnostic, Fix
from devroom_gen.rules import records
from devroom_gen.rules.base import Finding, PageSubject, RecordSubject, Rule
from devroom_gen.text.edit import Edit

if TYPE_CHECKING:
    pass

S = TypeVar("S")
MOST = 100
"""Findings of one rule in one file; whoever has fixed these can run again."""


@cache
def record_rules() -> tuple[Rule[RecordSubject], ...]:
    """Return the rules about records."""
    return _modules(records)


@cache
def prose_rules() -> tuple[Rule[PageSubject], ...]:
    """Return the rules about what texts state, loaded here alone: most commands read no text."""
    from devroom_gen.rules import prose

    return _modules(prose)


def _modules(package: ModuleType) -> tuple[Any, ...]:
    return tuple(import_module(f"{package.__name__}.{each.name}") for each in iter_modules(package.__path__))


def run_rules(rules: Iterable[Rule[S]], *subjects: S) -> Iterator[Diagnostic]:
    """Return what rules find wrong with the subjects of one file."""
    for rule in rules:
        for found in islice(chain.from_iterable(map(rule.check, subjects)), MOST):
            yield Diagnostic(
                code=rule.CODE, location=found.location, message=found.message, help=found.help, related=found.related,
                fix=_fix(found), level=found.severity,
            )  # fmt: skip


def _fix(found: Finding) -> Fix | None:
    """Offer what belongs in the place of a finding, provided that it is typed there as the rule read it."""
    source, span = found.location
    if not found.instead or not span or source.text[span.start : span.end] != found.instead[0]:
        return None
    return Fix(title=f"write `{found.instead[1]}`", edits=(Edit(span, found.instead[1]),))
