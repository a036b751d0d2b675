"""A text gives another date of the call, its deadline, the schedule or a further step than the one that is known.

Deadlines move, and the page, the call text and the list of dates are fixed one by one. Where no record says which
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

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.roles import Role, is_withdrawn, stands_in_past
from devroom_gen.facts.when import When
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.rules.expected.model import Expected, Sourced

CODE = Code("DG304", "wrong-milestone", Severity.ERROR, __doc__)
NEEDS_ONE_EDITION = True

_LAST_YEAR = re.compile(r"\blast year\b|\bprevious\b", re.IGNORECASE)


def check(subject: PageSubject) -> Findings:
    expected = subject.expected
    for claim, role, known in _dated_steps(subject.page, expected):
        if (
            claim.falls_on(known.value.days)
            or expected.is_day_of_event(claim)
            or expected.is_step(claim)
            or _is_another_step(claim, expected)
        ):
            continue
        if role is Role.CLOSES and any(other.falls_on(known.value.days) for other in subject.page.beside(claim)):
            continue
        if _is_too_far(claim, known.value, expected) or _LAST_YEAR.search(claim.sentence):
            continue
        says = known.source if expected.is_stated else "another place"
        message = f"`{claim.text}` is not the day on which {role.value}: {says} says {known.value.short}"
        help_text = f"write `{known.value.text}`, or strike the old date through"
        severity = _weigh(subject, claim, role, known.value)
        yield subject.finding(claim, message, help=help_text, known=known, severity=severity)


def _dated_steps(page: PageClaims, expected: Expected) -> Iterator[tuple[DateClaim, Role, Sourced[When]]]:
    """Return the dates of a page that state a step whose date is known."""
    for claim in page.dates:
        if claim.is_comment or not claim.days or stands_in_past(claim.block) or is_withdrawn(claim):
            continue
        role = page.role(claim)
        if known := expected.date_of(role):
            yield claim, role, known


def _weigh(subject: PageSubject, claim: DateClaim, role: Role, right: When) -> Severity | None:
    """Return how much a date matters: one that is surely wrong, or a plan that the record has overtaken.

    It is wrong where another place gives the known date, or where it is last year's with a new year. Where the other
    steps agree with the record, it is suspicious. Where all pages are behind, it was the plan at the time.
    """
    expected = subject.expected
    if not expected.is_stated or _is_bumped(claim, expected):
        return subject.unless_stated
    stated = claim.dates()
    if stated and abs((stated[0] - right.days[0]).days) > 200:
        return None
    dated = (step for page in subject.pages for step in _dated_steps(page, expected))
    steps = subject.once(CODE.name, lambda: {(other, step.falls_on(known.value.days)) for step, other, known in dated})
    if (role, True) in steps:
        return None
    in_step = {other for other, is_right in steps if is_right}
    behind = {other for other, is_right in steps if not is_right}
    return Severity.WARNING if len(in_step) > 1 and behind == {role} else Severity.NOTE


def _is_bumped(claim: DateClaim, expected: Expected) -> bool:
    """Whether a date has day and month of one of the last edition's steps."""
    steps = (step for facts in expected.before[:1] for step in facts.milestones)
    return any((day.month, day.day) in claim.days for step in steps for day in step.date.days)


def _is_another_step(claim: DateClaim, expected: Expected) -> bool:
    """Whether a date is right for another step, so that its label was only misread."""
    known = (expected.opens, expected.closes, *(when for _, when in expected.milestones))
    steps = [when.value.days for when in known if when and when.value.is_known]
    if expected.days:
        steps.append(expected.days.value)
    return expected.is_stated and any(claim.falls_on(days) for days in steps)


def _is_too_far(claim: DateClaim, known: When, expected: Expected) -> bool:
    """Without a record, only a deadline some weeks before the latest one is an earlier form of it."""
    if expected.is_stated:
        return False
    stated = claim.dates(known.days[0].year)
    return not stated or not 0 < (known.days[0] - stated[0]).days <= 45
