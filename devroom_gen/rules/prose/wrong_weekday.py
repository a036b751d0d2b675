"""A weekday does not fit its date, or the calendar has no such day.

A year is bumped and the weekday stays, or the other way round. The calendar alone decides where the year is written
out; a date without its year is read as the one nearest before the event.

Fails, as `dates.md`: The devroom meets on Saturday, 2 February 2020.
Passes, as `dates.md`:
    The devroom meets on Sunday, 2 February 2020, in the weekend of Saturday 1 and Sunday 2 February 2020.
"""

import re
from datetime import date

from devroom_gen.claims.claim import Claim, DateClaim
from devroom_gen.claims.date_words import WEEKDAY
from devroom_gen.claims.page import Kind
from devroom_gen.claims.roles import Role, says_past, stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.rules.expected.model import NEAR, Expected
from devroom_gen.text.english import MONTHS, WEEKDAYS
from devroom_gen.text.languages import find_language

CODE = Code("DG306", "wrong-weekday", Severity.ERROR, __doc__)
NEEDS_NO_EDITION = True
FOR_ARCHIVES = True
_WEEKDAY = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)
_NUMBERS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}
_TOGETHER = re.compile(
    rf"\bon (?P<first>{'|'.join(WEEKDAYS)}) (?:and|or|to) (?P<second>{'|'.join(WEEKDAYS)})\b", re.IGNORECASE
)


def check(subject: PageSubject) -> Findings:
    yield from _check_without_dates(subject)
    for claim in subject.page.dates:
        if claim.impossible:
            yield subject.finding(claim, f"the calendar has no `{claim.text}`")
            continue
        days = claim.dates() or _guess(claim, subject.expected) or _guess_event(claim, subject)
        if not days or not claim.weekdays or len(claim.weekdays) not in (1, len(days)):
            continue
        pairs = zip(days, claim.weekdays, strict=False)  # one weekday before several days is that of the first
        wrong = next(((day, stated) for day, stated in pairs if day.weekday() != stated), None)
        if wrong and not (claim.is_either and {d.weekday() for d in days} == set(claim.weekdays)):
            day, stated = wrong
            right = WEEKDAYS[day.weekday()]
            message = f"{day.day} {MONTHS[day.month - 1]} {day.year} is a {right}, not a {WEEKDAYS[stated]}"
            severity, known = (None, None) if claim.year else (subject.unless_stated, subject.expected.year)
            help_text = f"write `{find_language(claim.language).weekdays[day.weekday()]}`, or fix the date"
            instead = subject.if_typed(claim, _with_weekday(claim, day)) if claim.year and len(days) == 1 else None
            yield subject.finding(claim, message, help=help_text, known=known, severity=severity, instead=instead)


def _with_weekday(claim: DateClaim, day: date) -> str | None:
    """Return a date with the right weekday, as long and in such letters as the one that is typed; none where there are two."""
    language = find_language(claim.language)
    typed = _WEEKDAY.findall(claim.text)
    if len(typed) != 1:
        return None
    names = language.weekdays if typed[0].lower() in map(str.lower, language.weekdays) else language.weekdays_short
    right = names[day.weekday()] if typed[0].endswith(".") else names[day.weekday()].removesuffix(".")
    right = right.upper() if typed[0].isupper() else right.lower() if typed[0].islower() else right.capitalize()
    return claim.text.replace(typed[0], right, 1)


def _guess_event(claim: DateClaim, subject: PageSubject) -> tuple[date, ...]:
    """Read a day of the event without its year as one of the year of the edition, where nothing else is known of it."""
    expected = subject.expected
    is_event = subject.page.role(claim) is Role.EVENT or claim.block.kind is Kind.HEADING
    if expected.event_days or expected.year is None or stands_in_past(claim.block) or not is_event:
        return ()
    return claim.dates(expected.year.value)


def _check_without_dates(subject: PageSubject) -> Findings:
    """Report a weekday that the event does not have, named together with one that it has, where no date stands."""
    days = subject.expected.days
    if days is None or len(days.value) < 2 or len(days.value) > 6:
        return
    held = {day.weekday() for day in days.value}
    dated = {id(claim.block) for claim in subject.page.dates}
    for block in subject.page.blocks:
        for match in _TOGETHER.finditer(block.text) if not block.is_comment and id(block) not in dated else ():
            pair = [_NUMBERS[match[group].lower()] for group in ("first", "second")]
            if len(held.intersection(pair)) == 1 and not says_past(Claim(block, *match.span())):
                wrong = next(number for number in pair if number not in held)
                message = f"`{match.group()}`: the event has no {WEEKDAYS[wrong]}"
                yield subject.finding(block.span(*match.span()), message, known=days, severity=Severity.WARNING)


def _guess(claim: DateClaim, expected: Expected) -> tuple[date, ...]:
    """Read a date without a year as the one nearest before the event."""
    if claim.year or not claim.days or stands_in_past(claim.block):
        return ()
    event = expected.event_days
    for year in (event.value[-1].year, event.value[-1].year - 1) if event else ():
        days = claim.dates(year)
        if event and days and -14 <= (event.value[-1] - days[0]).days <= NEAR:
            return days
    return ()
