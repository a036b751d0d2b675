"""The number of an edition does not fit those of the years around it.

A number that is stated restarts the count. It cannot be lower than that of an earlier year or equal to it, and it
cannot have grown by more than one for each year that passed, as there is at most one edition a year. A year can pass
without one: the 3rd can be in 2020 and the 4th in 2023.

Fails, as `events/2017.toml` with:
    year = 2017
    date = 2017-02-04
Fails, as `events/2018.toml` with:
    year = 2018
    date = 2018-02-04
    edition = 7
Passes, as `events/2017.toml` with:
    year = 2017
    date = 2017-02-04
Passes, as `events/2018.toml` with:
    year = 2018
    date = 2018-02-04
    edition = 2
"""

from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.text.english import ordinal

CODE = Code("DG211", "impossible-edition", Severity.ERROR, __doc__)


def check(subject: RecordSubject) -> Findings:
    number, year, numbers = subject.event.edition, subject.file_year, subject.edition.numbers
    before = max((each for each in numbers if each < year), default=None)
    if number is None or before is None:
        return
    if not 0 < number - numbers[before] <= year - before:
        next_number = numbers[before] + 1
        message = f"{before} was the {ordinal(numbers[before])} edition, so {year} cannot be the {ordinal(number)}"
        help_text = f"write `edition = {next_number}`, or state the right number in the record of {before}"
        yield Finding(subject.at(("edition",)), message, help=help_text)
