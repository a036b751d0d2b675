"""Runs rules over a subject, and makes their findings diagnostics."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from devroom_gen.diagnostics.diagnostic import Diagnostic, Fix
from devroom_gen.rules.base import Finding, Rule
from devroom_gen.text.edit import Edit

S = TypeVar("S")
MOST = 100
"""Findings of one rule on one subject; whoever has fixed these can run again."""


def run_rules(rules: Iterable[Rule[S]], subject: S) -> Iterator[Diagnostic]:
    """Return what rules find wrong with a subject."""
    for rule in rules:
        for found in islice(rule.check(subject), MOST):
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
