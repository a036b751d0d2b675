"""A record repeats what often changes from year to year: the hours, the place, the organisers, the sponsors.

Whoever rolls a record forward takes them over unseen. The note is there until the call opens, or until it is suppressed
where it is meant.

Fails, as `events/2017.toml` with:
    year = 2017
    date = 2017-02-05
    hours = "09:00-17:00"
Fails, as `events/2018.toml` with: hours = "09:00-17:00"
Passes, as `events/2017.toml` with:
    year = 2017
    date = 2017-02-05
    hours = "09:00-17:00"
Passes, as `events/2018.toml` with: hours = "13:00-17:00"
"""

from collections.abc import Iterator

from devroom_gen.facts.model import Facts
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.toml.values import KeyPath, find_value

CODE = Code("DG216", "same-as-last-year", Severity.NOTE, __doc__)


def check(subject: RecordSubject) -> Findings:
    before = subject.before
    if before is None or not subject.facts.phase.is_announced:
        return
    home = subject.edition.conference.venue
    for path, said in _find_same(subject.facts, before, home.city if home else None):
        if find_value(subject.document.values, path) is not None:
            help_text = "suppress this where it is meant, or state what is true this year"
            yield Finding(subject.at(path), f"`{said}` is as in {before.year.text}", help=help_text)


def _find_same(now: Facts, before: Facts, home: str | None) -> Iterator[tuple[KeyPath, str]]:
    if now.hours and now.hours == before.hours:
        yield ("hours",), "hours"
    if now.city and now.city == before.city != home:
        yield ("venue",), "city"
    if now.organizers and now.organizers == before.organizers:
        yield ("organizers",), "organizers"
    if now.sponsors and now.sponsors == before.sponsors:
        yield ("sponsors",), "sponsors"
