"""All claims of one page, by their kinds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeVar

from devroom_gen.claims import claim as kinds
from devroom_gen.claims.dates import read_dates
from devroom_gen.claims.links import read_addresses, read_links
from devroom_gen.claims.names import read_names
from devroom_gen.claims.ordinals import read_ordinals
from devroom_gen.claims.page import Block, Flaw, Kind
from devroom_gen.claims.parser import read_page
from devroom_gen.claims.people import read_people
from devroom_gen.claims.phrases import read_wording
from devroom_gen.claims.roles import Role, find_roles
from devroom_gen.claims.years import read_years
from devroom_gen.text.source import SourceText, Span

T = TypeVar("T")
MOST = 300
"""Claims of one kind that are read in one block: no paragraph states more."""


@dataclass(frozen=True, kw_only=True)
class PageClaims:
    """What one text states, in the order of the text: that of a file, or one that stands somewhere in it."""

    source: SourceText
    text: str
    blocks: tuple[Block, ...]
    flaws: tuple[Flaw, ...]
    place: Callable[[Span], Span | None]
    """Where in the file a part of the text stands."""
    dates: tuple[kinds.DateClaim, ...]
    years: tuple[kinds.YearClaim, ...]
    ordinals: tuple[kinds.OrdinalClaim, ...]
    links: tuple[kinds.LinkClaim, ...]
    names: tuple[kinds.NameClaim, ...]
    people: tuple[kinds.PersonClaim, ...]
    addresses: tuple[kinds.AddressClaim, ...]
    words: tuple[kinds.WordClaim, ...]

    @cached_property
    def _dates_of_blocks(self) -> dict[int, list[kinds.DateClaim]]:
        found: dict[int, list[kinds.DateClaim]] = {}
        for claim in self.dates:
            found.setdefault(id(claim.block), []).append(claim)
        return found

    @cached_property
    def _roles(self) -> dict[int, Role]:
        pairs = (zip(claims, find_roles(claims), strict=True) for claims in self._dates_of_blocks.values())
        return {id(claim): role for pair in pairs for claim, role in pair}

    @cached_property
    def _years_of_sentences(self) -> dict[tuple[int, int], set[int]]:
        found: dict[tuple[int, int], set[int]] = {}
        for claim in self.years:
            found.setdefault((id(claim.block), claim.block.sentence_number(claim.start)), set()).add(claim.year)
        return found

    @cached_property
    def _years_of_blocks(self) -> dict[int, list[kinds.YearClaim]]:
        found: dict[int, list[kinds.YearClaim]] = {}
        for claim in self.years:
            found.setdefault(id(claim.block), []).append(claim)
        return found

    @cached_property
    def _numbers_of_blocks(self) -> dict[int, int]:
        return {id(block): number for number, block in enumerate(self.blocks)}

    def years_in(self, block: Block) -> list[kinds.YearClaim]:
        """Return the years of one block."""
        return self._years_of_blocks.get(id(block), [])

    def around(self, block: Block, before: int, behind: int) -> tuple[Block, ...]:
        """Return a block with some of those before and behind it."""
        number = self._numbers_of_blocks[id(block)]
        return self.blocks[max(0, number - before) : number + behind + 1]

    @cached_property
    def _years_of_lists(self) -> dict[tuple[str, ...], set[int]]:
        found: dict[tuple[str, ...], set[int]] = {}
        for claim in self.years:
            if claim.block.kind is Kind.ITEM:
                found.setdefault(claim.block.headings, set()).add(claim.year)
        return found

    def role(self, claim: kinds.DateClaim) -> Role:
        """Return what a date of this page is a date of."""
        return self._roles[id(claim)]

    def beside(self, claim: kinds.DateClaim) -> list[kinds.DateClaim]:
        """Return the nearest other dates of the same block."""
        claims = self._dates_of_blocks[id(claim.block)]
        index = next(n for n, other in enumerate(claims) if other is claim)
        return [other for other in claims[max(0, index - 2) : index + 3] if other is not claim]

    def years_beside(self, claim: kinds.YearClaim) -> set[int]:
        """Return all years of the same sentence."""
        return self._years_of_sentences[id(claim.block), claim.block.sentence_number(claim.start)]

    def years_of_list(self, claim: kinds.YearClaim) -> set[int]:
        """Return all years of the list that a year stands in."""
        return self._years_of_lists.get(claim.block.headings, set()) if claim.block.kind is Kind.ITEM else set()

    def wording(self, kind: str) -> list[kinds.WordClaim]:
        """Return the words of one kind."""
        return [claim for claim in self.words if claim.kind == kind]


def read_claims(
    source: SourceText, text: str | None = None, place: Callable[[Span], Span | None] = lambda span: span
) -> PageClaims:
    """Read all claims of a file, or of a text that stands in it at a place."""
    text = source.text if text is None else text
    page = read_page(source.path, text)
    blocks = page.blocks
    dates = [(block, read_dates(block)[:MOST]) for block in blocks]
    return PageClaims(
        source=source, text=text, blocks=blocks, flaws=page.flaws, place=place,
        dates=tuple(claim for _, own in dates for claim in own),
        years=tuple(claim for block, own in dates for claim in islice(read_years(block, own), MOST)),
        ordinals=_read(read_ordinals, blocks),
        links=_read(read_links, blocks),
        names=_read(read_names, blocks),
        people=_read(read_people, blocks),
        addresses=_read(read_addresses, blocks),
        words=_read(read_wording, blocks),
    )  # fmt: skip


def _read(read: Callable[[Block], Iterable[T]], blocks: Iterable[Block]) -> tuple[T, ...]:
    return tuple(claim for block in blocks for claim in islice(read(block), MOST))
