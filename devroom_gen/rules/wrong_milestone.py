"""A text gives another date of the call, its deadline, the schedule or a further step than the one that is known.

Deadlines move, and the page, the call text and the list of dates are mended one by one. Where no record says which
one counts, the latest deadline does: a deadline is extended, never brought forward. An old deadline that is struck
through, or stands behind `was`, is shown on purpose.

Fails, as `dates.md`:

    # FOSDEM'20 Kernel Devroom

    - Submission deadline: 24 November 2019
    - Event date: Sunday 2 February 2020

    Do not miss the deadline, 1 December 2019.

Passes, as `dates.md`:

    # FOSDEM'20 Kernel Devroom

    - Submission deadline: 1 December 2019 (was 24 November 2019)
    - Event date: Sunday 2 February 2020
"""

import re
from collections.abc import Iterator
from datetime import date

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.roles import Role, find_role, is_withdrawn, stands_in_past
from devroom_gen.diagnostic import Code, Severity
from devroom_gen.facts.when import When
from devroom_gen.rules.base import Judgement, PageSubject, judge_claim
from devroom_gen.yardstick.inferred import siblings
from devroom_gen.yardstick.model import Known, Yardstick
from devroom_gen.yardstick.stated import whens

CODE = Code("DG304", "wrong-milestone", Severity.ERROR, __doc__)

_LABELS = {
    Role.SCHEDULE: re.compile(r"schedul|program|agenda|line-?up", re.IGNORECASE),
    Role.NOTIFY: re.compile(r"notif|accept|inform|select|decision", re.IGNORECASE),
    Role.SOCIAL: re.compile(r"dinner|social|drink|beer|hackathon|party|sprint|lunch|fringe", re.IGNORECASE),
}


def judge(subject: PageSubject) -> Iterator[Judgement]:
    yardstick = subject.yardstick
    for claim in subject.reading.dates:
        if claim.is_comment or not claim.days or stands_in_past(claim.block):
            continue
        others = siblings(subject.reading, claim)
        role = find_role(claim, others)
        known = known_date(yardstick, role)
        if known is None or is_withdrawn(claim) or agrees(claim, known.value.days):
            continue
        if _is_another_step(claim, role, yardstick) or (role is Role.CLOSES and _is_shown_beside(claim, others, known.value)):
            continue
        if yardstick.before and _speaks_of_other_year(claim, yardstick):
            continue
        what = role.value
        yield judge_claim(
            claim,
            f"`{claim.text}` is not the day on which {what}: {known.source} says {known.value.short}"
            if yardstick.is_stated
            else f"`{claim.text}` is not the day on which {what}: another place says {known.value.short}",
            help=f"write `{known.value.text}`, or strike the old date through",
            known=known,
        )


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


def _is_another_step(claim: DateClaim, role: Role, yardstick: Yardstick) -> bool:
    """Tell whether a date is right for another step, so that its label was only misread."""
    steps = [known.value.days for label, known in whens(yardstick)]
    if yardstick.days:
        steps.append(yardstick.days.value)
    return yardstick.is_stated and any(agrees(claim, days) for days in steps)


def _is_shown_beside(claim: DateClaim, others: list[DateClaim], known: When) -> bool:
    return any(agrees(other, known.days) for other in others)


def _speaks_of_other_year(claim: DateClaim, yardstick: Yardstick) -> bool:
    return bool(re.search(r"\blast year\b|\bprevious\b", claim.sentence, re.IGNORECASE))
