"""Which placeholder says a date that is typed, in the style in which it is typed."""

from typing import NamedTuple

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.roles import Role
from devroom_gen.facts.model import Facts
from devroom_gen.facts.placeholders import find_fact
from devroom_gen.facts.when import STYLES, When
from devroom_gen.text.date_pattern import find_pattern

_DATES = {
    "date": Role.EVENT,
    "call.closes": Role.CLOSES,
    "call.opens": Role.OPENS,
    "call.notified": Role.NOTIFY,
    "schedule": Role.SCHEDULE,
    "conference.date": Role.EVENT,
}


class LiteralDate(NamedTuple):
    """A placeholder, and what it prints; `is_sure` where the words can mean no other date of the record."""

    placeholder: str
    written: str
    is_sure: bool


def find_literal_date(claim: DateClaim, role: Role, facts: Facts) -> LiteralDate | None:
    """Return the placeholder for a date of a record's prose, if the record knows that day."""
    known = {name: when for name in _DATES if isinstance(when := find_fact(facts, name), When) and when.is_known}
    named = [name for name, when in known.items() if _is_same(claim, when)]
    if not named:
        return None
    chosen = next((name for name in named if _DATES[name] is role), named[0])
    others = [each for each in facts.milestones if _is_same(claim, each.date)]
    is_sure = len(others) < 2 or _DATES[chosen] is role
    style, written = _find_style(claim, known[chosen])
    placeholder = f"{{{chosen}{style}}}"
    return LiteralDate(placeholder, written, is_sure and written == claim.text)


def _find_style(claim: DateClaim, when: When) -> tuple[str, str]:
    """Return how a placeholder goes on to print a date as it is typed; else in the long style, and what it prints then."""
    for style in ("text", *STYLES):
        if getattr(when, style) == claim.text:
            return ("" if style == "text" else f".{style}"), claim.text
    pattern = find_pattern(claim.text, when.days[0], when.style.language) if len(when.days) == 1 else None
    return (f":{pattern}", claim.text) if pattern else (".long", when.long)


def _is_same(claim: DateClaim, when: When) -> bool:
    if claim.year is None:
        return [(day.month, day.day) for day in when.days] == [*claim.days]
    return bool(when.days) and claim.dates() == when.days
