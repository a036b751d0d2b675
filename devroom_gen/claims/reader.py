"""All claims of one page, by their kinds."""

from dataclasses import dataclass

from devroom_gen.claims.addresses import read_addresses
from devroom_gen.claims.claim import (
    AddressClaim,
    DateClaim,
    LinkClaim,
    NameClaim,
    OrdinalClaim,
    PersonClaim,
    WordClaim,
    YearClaim,
)
from devroom_gen.claims.dates import read_dates
from devroom_gen.claims.links import read_links
from devroom_gen.claims.names import read_names
from devroom_gen.claims.ordinals import read_ordinals
from devroom_gen.claims.page import Page
from devroom_gen.claims.people import read_people
from devroom_gen.claims.reading import read_page
from devroom_gen.claims.wording import read_wording
from devroom_gen.claims.years import read_years
from devroom_gen.span import SourceText


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One page and what it states, in the order of the text."""

    source: SourceText
    page: Page
    dates: tuple[DateClaim, ...]
    years: tuple[YearClaim, ...]
    ordinals: tuple[OrdinalClaim, ...]
    links: tuple[LinkClaim, ...]
    names: tuple[NameClaim, ...]
    people: tuple[PersonClaim, ...]
    addresses: tuple[AddressClaim, ...]
    words: tuple[WordClaim, ...]

    def wording(self, kind: str) -> list[WordClaim]:
        """Give the words of one kind."""
        return [claim for claim in self.words if claim.kind == kind]


def read_claims(source: SourceText) -> Reading:
    """Read a page and all of its claims."""
    page = read_page(source.path, source.text)
    dates: list[DateClaim] = []
    years: list[YearClaim] = []
    for block in page.blocks:
        own = read_dates(block)
        dates += own
        years += read_years(block, own)
    return Reading(
        source=source,
        page=page,
        dates=tuple(dates),
        years=tuple(years),
        ordinals=tuple(claim for block in page.blocks for claim in read_ordinals(block)),
        links=tuple(claim for block in page.blocks for claim in read_links(block)),
        names=tuple(claim for block in page.blocks for claim in read_names(block)),
        people=tuple(claim for block in page.blocks for claim in read_people(block)),
        addresses=tuple(claim for block in page.blocks for claim in read_addresses(block)),
        words=tuple(claim for block in page.blocks for claim in read_wording(block)),
    )
