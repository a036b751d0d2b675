"""A text gives another day of the event than the one that is known.

The day stands in headings, in sentences, in lists of dates and in call texts, in every order and length. The whole
weekend of the conference may be named beside the day of the devroom. A dinner, a deadline and what a text calls past
are checked by other rules.

Fails, as `intro.md`:
    # FOSDEM'20 Kernel Devroom

    ### Sunday, 2 February 2020, Brussels

    The devroom will take place on Saturday, 2 February 2019.
Passes, as `intro.md`:
    # FOSDEM'20 Kernel Devroom

    ### Sunday, 2 February 2020, Brussels

    FOSDEM takes place on 1 & 2 February 2020. We meet on Sunday, February 2nd.
"""

import re
from datetime import date, timedelta

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.page import Context
from devroom_gen.claims.roles import Role, is_headline, is_withdrawn, speaks_of_past
from devroom_gen.facts.when import When
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.rules.expected.model import Expected, Sourced
from devroom_gen.rules.expected.page_kinds import RECENT, has_own_time
from devroom_gen.text.english import MONTHS

CODE = Code("DG303", "wrong-event-date", Severity.ERROR, __doc__)

_HISTORY = 6
_PLACE = re.compile(r"\W{0,3}(?:@|in|at)\s[A-Z]")
_AROUND = timedelta(days=2)
"""Time around an event in which tutorials and sprints are held."""


def check(subject: PageSubject) -> Findings:
    expected = subject.expected
    days = expected.event_days
    if expected.year is None:
        return
    for claim in subject.page.dates:
        if claim.is_comment or is_withdrawn(claim) or (speaks_of_past(claim) and not is_headline(claim)):
            continue
        if expected.is_step(claim) or (not expected.is_stated and _may_be_another_time(subject, claim, days)):
            continue
        role = subject.page.role(claim)
        if role is Role.NONE and _is_placed_span(subject, claim):
            role = Role.EVENT
        if role is Role.NONE and days:
            yield from _check_old_day(subject, claim, days)
        if role is not Role.EVENT:
            continue
        if days is not None:
            yield from _check_days(subject, claim, days)
        elif claim.year and claim.year != expected.year.value:
            message = f"the text dates the event to {claim.year}, but the edition is that of {expected.year.value}"
            yield subject.finding(claim, message, known=expected.year, severity=subject.unless_stated)


def _may_be_another_time(subject: PageSubject, claim: DateClaim, days: Sourced[tuple[date, ...]] | None) -> bool:
    """Whether a date may be right without a record: of something with its own time, of history, of the days around the event."""
    year = subject.expected.year.value if subject.expected.year else 0
    ago = _HISTORY if subject.is_alone else RECENT
    if has_own_time(subject, claim.block) or (claim.year and claim.year < year - ago):
        return True
    if claim.year == year and days and _is_said_there(subject, days):
        return True
    if claim.year is None and any(
        each.year != year for each in subject.page.years_in(claim.block) if each.text in claim.sentence
    ):
        return True
    stated = claim.all_dates(days.value[0].year) if days else ()
    if not stated or days is None:
        return False
    is_moved = (
        len(stated) > 1
        and not days.value[0] <= stated[-1] < days.value[-1]
        and any(day in days.value for day in stated)
    )
    return not is_moved and all(_is_beside(day, days.value) for day in stated)


def _is_said_there(subject: PageSubject, days: Sourced[tuple[date, ...]]) -> bool:
    """Whether the days of the event are given by the same page: whoever wrote two days there saw both."""
    place = days.place()
    return not subject.expected.conference and place is not None and place.source is subject.page.source


def _is_beside(day: date, days: tuple[date, ...]) -> bool:
    return days[0] - _AROUND <= day <= days[-1] + _AROUND


def _check_days(subject: PageSubject, claim: DateClaim, days: Sourced[tuple[date, ...]]) -> Findings:
    expected = subject.expected
    right = set(days.value) | ({*expected.conference_days} if _names_weekend(claim, expected) else set())
    first = days.value[0]
    if not claim.days:
        is_its_month = claim.text[:3].casefold() == MONTHS[first.month - 1][:3].casefold()
        if claim.year and claim.year != first.year and is_its_month:
            message = f"the event is in {MONTHS[first.month - 1]} {first.year}, not in {claim.year}"
            yield subject.finding(claim, message, known=days, severity=subject.unless_stated)
        return
    if claim.year is None and abs(claim.days[0][0] - first.month) > 1 and not _is_of_whole_event(subject, claim):
        return
    stated = set(claim.all_dates(first.year))
    if not stated or stated <= right or claim.other in right or _is_another_event(claim, stated, first, expected):
        return
    shown = When(days=days.value, tbd="", is_either=expected.is_either).long
    if claim.is_either and set(days.value) <= stated:
        if not expected.is_either and expected.is_stated:
            message = f"the text leaves open which day, but {days.source} knows: {shown}"
            yield subject.finding(claim, message, known=days, severity=Severity.NOTE)
        return
    message = f"`{claim.text}` is not the day of the event, which is {shown}"
    yield subject.finding(claim, message, help=f"write `{shown}`", known=days, severity=subject.unless_stated)


def _is_placed_span(subject: PageSubject, claim: DateClaim) -> bool:
    """Whether several days stand beside a place, as the days of an event do."""
    behind = claim.block.text[claim.end : claim.end + 30]
    return not subject.expected.is_stated and claim.is_span and bool(_PLACE.match(behind))


def _is_of_whole_event(subject: PageSubject, claim: DateClaim) -> bool:
    """Whether days without a year must be those of the event: a span of days with a place, or a programme of days."""
    if subject.expected.is_stated or not (is_headline(claim) or _is_placed_span(subject, claim)):
        return False
    heads = [each for each in subject.page.dates if each.weekdays and is_headline(each)]
    return (claim.is_span and len(claim.all_dates(2001)) > 2) or len(heads) > 2


def _is_another_event(claim: DateClaim, stated: set[date], first: date, expected: Expected) -> bool:
    """Whether a date is that of an event in the days around: near, not in the weekend, and not called by our names."""
    near = all(abs((day - first).days) <= 14 for day in stated)
    if not near or not expected.conference_days or stated & set(expected.conference_days) or is_headline(claim):
        return False
    sentence = claim.sentence.casefold()
    own = (expected.conference_name, expected.name.value if expected.name else "", *expected.aliases)
    return "room" not in sentence and not any(name and f"{name.casefold()} " in sentence for name in own)


def _check_old_day(subject: PageSubject, claim: DateClaim, days: Sourced[tuple[date, ...]]) -> Findings:
    """Report a day that was the event's in an earlier year, or has its day and month, where no words say what it is."""
    stated = claim.dates()
    first = days.value[0]
    if not stated or not 0 < first.year - stated[0].year <= 6 or claim.block.context is Context.FRONT_MATTER:
        return
    own = {day for facts in subject.expected.before for day in facts.date.days}
    is_same = {(day.month, day.day) for day in days.value} == set(claim.days)
    if set(stated) <= own or (is_same and (len(claim.days) > 1 or claim.weekdays)):
        shown = When(days=days.value, tbd="", is_either=subject.expected.is_either).long
        message = f"`{claim.text}` is a day of {stated[0].year}; the event is on {shown}"
        yield subject.finding(claim, message, help=f"write `{shown}`", known=days, severity=subject.unless_stated)


def _names_weekend(claim: DateClaim, expected: Expected) -> bool:
    """Whether a date means the whole conference."""
    if len(claim.days) > 1:
        return True
    line = claim.sentence.casefold()
    return bool(expected.conference_name) and expected.conference_name.casefold() in line and "room" not in line
