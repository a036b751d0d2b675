"""A day of the edition is not a day of its conference.

A devroom meets while its conference does. The conference's data knows the days of each year; for a year that it
does not know, the day must at least lie in the year of the edition.

Fails, as `events/2018.toml` with: date = 2018-02-05
Passes, as `events/2018.toml` with: date = 2018-02-04
"""

from datetime import date

from devroom_gen.facts.when import When
from devroom_gen.record.dates import Either
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.toml.values import KeyPath

CODE = Code("DG204", "date-outside-conference", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    conference, year = subject.facts.conference, subject.event.year
    if year != subject.file_year:  # the year is wrong first of all
        return
    for path, days in _places(subject):
        known = conference.date.days
        wrong = tuple(day for day in days if (day not in known if known else day.year != year))
        if not wrong or (subject.facts.date.is_month and len(wrong) < len(days)):
            continue
        shown = When(days=wrong, tbd="").long
        if known:
            listed = " or ".join(f"`{each}`" for each in known)
            is_are = "is not a day" if len(wrong) == 1 else "are no days"
            yield Finding(subject.at(path), f"{shown} {is_are} of {conference.text}", help=f"write {listed}")
        elif not (len(days) > 1 and days[0].year == year):
            message = f"{shown} is not in {year}, the year of the edition"
            yield Finding(subject.at(path), message, help=f"write a day of {year}")


def _places(subject: RecordSubject) -> list[tuple[KeyPath, tuple[date, ...]]]:
    """Return the days of the event as they are stated: each by itself in a list, and those of a span or a month together."""
    stated, days = subject.event.date, subject.facts.date.days
    if isinstance(stated, Either):
        return [(("date", "either", index), (day,)) for index, day in enumerate(days)]
    if isinstance(stated, tuple) and len(days) > 1:
        return [(("date", index), (day,)) for index, day in enumerate(days)]
    return [(("date",), days)]
