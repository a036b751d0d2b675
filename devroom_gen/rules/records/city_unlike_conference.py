"""The city is not the one in which the conference meets.

A venue is typed once and rolled forward; where the conference has a home, another city is meant seldom.

Fails, as `events/2018.toml` with: venue = { name = "Town Hall", city = "Ghent" }
Passes, as `events/2018.toml` with: venue = { name = "Town Hall", city = "Brussels" }
"""

from devroom_gen.facts.undecided import if_decided
from devroom_gen.record.event import Venue
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity

CODE = Code("DG220", "city-unlike-conference", Severity.WARNING, __doc__)


def check(subject: RecordSubject) -> Findings:
    venue, conference = subject.event.venue, subject.edition.conference
    city = if_decided(venue.city) if isinstance(venue, Venue) else None
    if city and conference.venue and city.casefold() != conference.venue.city.casefold():
        message = f"the city is {city}, but {conference.name} meets in {conference.venue.city}"
        yield Finding(subject.at(("venue", "city")), message, help="suppress this where it is meant")
