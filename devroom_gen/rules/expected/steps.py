"""The date that is known for the role of a dated step, and whether a text agrees with it."""

import re
from datetime import date

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.roles import Role
from devroom_gen.facts.when import When
from devroom_gen.rules.expected.model import Expected, Sourced

_LABELS = {
    Role.SCHEDULE: re.compile(r"schedul|program|agenda|line-?up", re.IGNORECASE),
    Role.NOTIFY: re.compile(r"notif|accept|inform|select|decision", re.IGNORECASE),
    Role.SOCIAL: re.compile(r"dinner|social|drink|beer|hackathon|party|sprint|lunch|fringe", re.IGNORECASE),
}


def known_date(expected: Expected, role: Role) -> Sourced[When] | None:
    """Return the date that is known for a role."""
    found: Sourced[When] | None = None
    if role is Role.OPENS:
        found = expected.opens
    elif role is Role.CLOSES:
        found = expected.closes
    elif role in _LABELS:
        matching = [known for label, known in expected.milestones if _LABELS[role].search(label)]
        found = matching[0] if len(matching) == 1 else None
    return found if found and found.value.is_known else None


def agrees(claim: DateClaim, days: tuple[date, ...]) -> bool:
    """Whether a date, as far as it is written out, is one of some days."""
    if claim.year:
        stated = set(claim.dates())
        if claim.other_order:
            month, day = claim.other_order
            stated = stated if stated & set(days) else {date(claim.year, month, min(day, 28))} | stated
        return bool(stated & set(days))
    return any((day.month, day.day) in claim.days for day in days)
