"""Where a claim stands, and the year that a link of the conference states."""

from typing import TypeVar

from devroom_gen.claims.claim import Claim, LinkClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.diagnostics.diagnostic import Location
from devroom_gen.rules.expected.model import Expected, Place, Sourced, nowhere

T = TypeVar("T")
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


def place_of(page: PageClaims, claim: Claim) -> Place:
    """Return the place of a claim, worked out only when it is shown; of the texts of a record only its keys are shown."""
    if page.text is not page.source.text:
        return nowhere
    return lambda: Location(source=page.source, span=page.place(claim.span))


def elsewhere(page: PageClaims, claim: Claim, value: T) -> Sourced[T]:
    """Return what another place than the one that is checked states."""
    return Sourced(value=value, source="another place", place=place_of(page, claim))
