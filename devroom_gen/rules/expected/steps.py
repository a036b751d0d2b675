"""The date that is known for the role of a dated step, and whether a text agrees with it."""

import re
from datetime import date

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.roles import Role
from devroom_gen.facts.when import When
from devroom_gen.rules.expected.model import Known, Yardstick

_LABELS = {
    Role.SCHEDULE: re.compile(r"schedul|program|agenda|line-?up", re.IGNORECASE),
    Role.NOTIFY: re.compile(r"notif|accept|inform|select|decision", re.IGNORECASE),
    Role.SOCIAL: re.compile(r"dinner|social|drink|beer|hackathon|party|sprint|lunch|fringe", re.IGNORECASE),
}


def known_date(yardstick: Yardstick, role: Role) -> Known[When] | None:
    """Give the date that is known for a role."""
    found: Known[When] | None = None
    if role is Role.OPENS:
        found = yardstick.opens
    elif role is Role.CLOSES:
        found = yardstick.closes
    elif role in _LABELS:
        matching = [known for label, known in yardstick.milestones if _LABELS[role].search(label)]
        found = matching[0] if len(matching) == 1 else None
    return found if found and found.value.is_known else None


def agrees(claim: DateClaim, days: tuple[date, ...]) -> bool:
    """Tell whether a date, as far as it is written out, is one of some days."""
    if claim.year:
        stated = set(claim.dates())
        if claim.other_order:
            month, day = claim.other_order
            stated = stated if stated & set(days) else {date(claim.year, month, min(day, 28))} | stated
        return bool(stated & set(days))
    return any((day.month, day.day) in claim.days for day in days)
