"""Where a claim stands, and the year that a link of the conference states."""

from devroom_gen.claims.claim import Claim, LinkClaim
from devroom_gen.claims.extract import Reading
from devroom_gen.diagnostics.diagnostic import Location
from devroom_gen.rules.expected.model import Expected, Place

NEAR = 270
"""Days before an event in which its call, deadlines and schedule fall."""


def conference_year(link: LinkClaim, expected: Expected) -> int | None:
    """Return the year that a link to the conference's own sites, or one that names the conference or the event, states."""
    name = expected.conference_name.casefold()
    if name and name in link.host.split("."):
        return next((year for _, year in link.years), None)
    address = f"{link.host}{link.path}".casefold()
    if not name and any(word in address for word in expected.words):
        return next((year for _, year in link.years if year > 1999), None)
    return next((year for letters, year in link.years if letters and letters == name), None)


def place_of(reading: Reading, claim: Claim) -> Place:
    """Return the place of a claim, worked out only when it is shown."""
    return lambda: Location(source=reading.source, span=claim.span)
