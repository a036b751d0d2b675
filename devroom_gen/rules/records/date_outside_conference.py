"""A day of the edition is not a day of its conference.

A devroom meets while its conference does. The conference's data knows the days of each year; for a year that it
does not know, the day must at least lie in the year of the edition.

Fails, as `events/2018.toml` with: date = 2018-02-05
Passes, as `events/2018.toml` with: date = 2018-02-04
"""

from devroom_gen.facts.when import When
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity

CODE = Code("DG204", "date-outside-conference", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    conference, year = subject.facts.conference, subject.event.year
    if year != subject.file_year:  # the year is wrong first of all
        return
    above = ("date", "either") if subject.facts.date.is_either else ("date",)
    for index, day in enumerate(subject.facts.date.days):
        shown = When(days=(day,), tbd="").long
        path = ("date",) if len(subject.facts.date.days) == 1 else (*above, index)
        if conference.date.days and day not in conference.date.days:
            days = " or ".join(f"`{each}`" for each in conference.date.days)
            yield Finding(subject.at(path), f"{shown} is not a day of {conference.text}", help=f"write {days}")
        elif not conference.date.days and day.year != year:
            message = f"{shown} is not in {year}, the year of the edition"
            yield Finding(subject.at(path), message, help=f"write a day of {year}")
