"""Runs the rules of claims over pages and gives their findings a place; knows no file and no record."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from devroom_gen.claims.extract import Reading
from devroom_gen.diagnostics.diagnostic import Diagnostic, Fix, Location, Related, Severity
from devroom_gen.facts.model import Facts
from devroom_gen.rules.base import Judgement, PageSubject
from devroom_gen.rules.expected.model import Expected
from devroom_gen.rules.prose import CLAIM_RULES, RULES_OF_WORDS, ClaimRule
from devroom_gen.text.edit import Edit

MOST = 100
"""Findings of one rule on one page; who has fixed these can run again."""


def judge(
    readings: Sequence[Reading],
    expected: Expected,
    exists: Callable[[str, str], bool] | None = None,
    facts: Facts | None = None,
) -> Iterator[Diagnostic]:
    """Judge pages by a expected; `facts` are given where the texts are the prose of a record."""
    memo: dict[str, object] = {}
    for reading in readings:
        subject = PageSubject(reading=reading, expected=expected, pages=readings, exists=exists, facts=facts, memo=memo)
        for rule in RULES_OF_WORDS if reading.states_nothing else CLAIM_RULES:
            for found in islice(rule.judge(subject), MOST):
                yield _diagnose(reading, rule, found)


def _diagnose(reading: Reading, rule: ClaimRule, found: Judgement) -> Diagnostic:
    severity = found.severity or rule.CODE.severity
    place = found.known.place() if found.known else None
    here = Location(source=reading.source, span=found.span)
    related = (Related(location=place, message=_words(found)),) if place and place != here else ()
    return Diagnostic(
        code=rule.CODE,
        location=here,
        message=found.message,
        help=found.help,
        related=related,
        fix=Fix(title=f"write `{found.instead}`", edits=(Edit(found.span, found.instead),)) if found.instead else None,
        level=Severity.NOTE if found.is_comment else severity,
    )


def _words(found: Judgement) -> str:
    assert found.known is not None
    return f"{found.known.source} says"
