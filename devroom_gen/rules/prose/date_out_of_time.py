"""A step is dated when it cannot happen: after the event, or back in an earlier edition.

A call opens and closes, and its schedule is published, in the months before the event, mostly in the year before it;
a dinner is held within days of it. A deadline after the event, or one more than nine months before it, was carried
over or got the wrong year. A date of one of last year's steps is just as wrong without words beside it.

Fails, as `dates.md`:
    # FOSDEM'20 Kernel Devroom

    ### Sunday, 2 February 2020, Brussels

    - Submission deadline: 1 December 2020
Passes, as `dates.md`:
    # FOSDEM'20 Kernel Devroom

    ### Sunday, 2 February 2020, Brussels

    - Submission deadline: 1 December 2019
"""

from datetime import date

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.roles import Role, is_withdrawn, says_past, speaks_of_past, stands_in_past
from devroom_gen.facts.model import Facts
from devroom_gen.facts.when import When
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.rules.expected.model import NEAR, Expected
from devroom_gen.rules.expected.page_kinds import RECENT, has_own_time

CODE = Code("DG305", "date-out-of-time", Severity.ERROR, __doc__)

_STEPS = (Role.OPENS, Role.CLOSES, Role.NOTIFY, Role.SCHEDULE)


def check(subject: PageSubject) -> Findings:
    expected = subject.expected
    event = expected.event_days
    if event is None or expected.year is None:
        return
    day = event.value[0]
    earlier = subject.once(CODE.name, lambda: _earlier_days(expected))
    for claim in subject.page.dates:
        days = claim.dates()
        if claim.is_comment or not days or is_withdrawn(claim) or stands_in_past(claim.block):
            continue
        role = subject.page.role(claim)
        if not expected.is_stated and _may_be_another_time(subject, claim, role):
            continue
        if role is Role.EVENT or (expected.is_stated and expected.date_of(role)) or expected.is_step(claim):
            continue
        if wrong := _find_wrong(days[0], role, day):
            message, help_text = f"`{claim.text}` {wrong}", "write the date of this edition"
            yield subject.finding(claim, message, help=help_text, known=event, severity=subject.unless_stated)
            continue
        facts = earlier.get(days[0]) if role is Role.NONE else None
        if facts and facts.year.text < str(day.year) and not speaks_of_past(claim):
            message = f"`{claim.text}` was a date of the edition of {facts.year.text}"
            yield subject.finding(claim, message, known=expected.year, severity=Severity.WARNING)


def _may_be_another_time(subject: PageSubject, claim: DateClaim, role: Role) -> bool:
    """Whether a date may be right without a record: a day of the event itself, or of something with a time of its own."""
    is_other = has_own_time(subject, claim.block) or (role not in _STEPS and not subject.is_alone)
    year = subject.expected.year.value if subject.expected.year else 0
    is_history = not subject.is_alone and claim.year is not None and claim.year < year - RECENT
    return is_other or is_history or says_past(claim) or subject.expected.is_day_of_event(claim)


def _find_wrong(day: date, role: Role, event: date) -> str | None:
    ahead = (event - day).days
    shown = When(days=(event,), tbd="").short
    if role in _STEPS and ahead <= 0:
        return f"is not before the event on {shown}"
    if role in (*_STEPS, Role.OTHER) and ahead > NEAR:
        return f"is {ahead} days before the event on {shown}: a date of an earlier edition"
    if role is Role.SOCIAL and abs(ahead) > 60:
        return f"is {abs(ahead)} days away from the event on {shown}"
    return None


def _earlier_days(expected: Expected) -> dict[date, Facts]:
    """Return the days of all steps of earlier editions but the event itself."""
    steps = ((facts, step) for facts in reversed(expected.before) for step in facts.milestones if not step.is_event)
    return {day: facts for facts, step in steps for when in (step.date, *step.was) for day in when.days}
