"""Runs the rules of claims over pages and gives their findings a place; knows no file and no record."""

from collections.abc import Callable, Iterator, Sequence

from devroom_gen.claims.reader import Reading
from devroom_gen.diagnostic import Diagnostic, Location, Related, Severity
from devroom_gen.rules.base import Judgement, PageSubject
from devroom_gen.rules.of_claims import CLAIM_RULES, ClaimRule
from devroom_gen.yardstick.model import Yardstick


def judge(
    readings: Sequence[Reading], yardstick: Yardstick, exists: Callable[[Reading, str], bool] | None = None
) -> Iterator[Diagnostic]:
    """Judge pages by a yardstick."""
    memo: dict[str, object] = {}
    for reading in readings:
        subject = PageSubject(reading=reading, yardstick=yardstick, pages=readings, exists=exists, memo=memo)
        for rule in CLAIM_RULES:
            for found in rule.judge(subject):
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
        level=Severity.NOTE if found.is_comment else severity,
    )


def _words(found: Judgement) -> str:
    assert found.known is not None
    return f"{found.known.source} says"
