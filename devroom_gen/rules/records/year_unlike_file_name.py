"""The year of a record is not the year in the name of its file.

The path is the identity of an edition: `events/rust/2018.toml` is `rust/2018`. A record that was copied to a new
file and kept its old year would be published under the new one.

Fails, as `events/2018.toml` with:
    year = 2017
    date = 2017-02-04
Passes, as `events/2018.toml` with:
    year = 2018
    date = 2018-02-04
"""

from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity

CODE = Code("DG203", "year-unlike-file-name", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    if subject.event.year != subject.file_year:
        days = subject.facts.date.days
        is_meant = bool(days) and all(day.year == subject.file_year for day in days)  # the day speaks for the name
        yield Finding(
            subject.at(("year",)),
            f"the year is {subject.event.year}, but the file is named `{subject.file_year}.toml`",
            help=f"write `year = {subject.file_year}`, or rename the file to `{subject.event.year}.toml`",
            instead=(str(subject.event.year), str(subject.file_year)) if is_meant else None,
        )
