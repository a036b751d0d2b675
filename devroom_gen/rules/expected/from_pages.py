"""What is expected where there is no record: what the pages agree on. Where they disagree, the heavier places win."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from devroom_gen.claims.claim import Claim, NameClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.page import Context, Kind
from devroom_gen.claims.roles import Role, is_withdrawn, speaks_of_past, stands_in_past
from devroom_gen.facts.when import When
from devroom_gen.record.conference import Conference
from devroom_gen.rules.expected.from_record import conference_links
from devroom_gen.rules.expected.model import NEAR, TITLE_KEYS, Expected, Sourced, key_words, state

V = TypeVar("V", bound=Hashable)
_COMMON = frozenset({
    "conference", "workshop", "summit", "meeting", "devroom", "call", "papers", "participation", "the", "edition", "days",
    "annual",
})  # fmt: skip
_TITLE_WEIGHT = 2
_REQUEST = re.compile(r"fork|(?:pull[\n ]|merge )request", re.IGNORECASE)


@dataclass
class Votes(Generic[V]):
    """Answers with their weight, and the weightiest place that gave each."""

    weights: dict[V, float] = field(default_factory=dict)
    places: dict[V, tuple[float, PageClaims, Claim]] = field(default_factory=dict)

    def add(self, value: V, page: PageClaims, claim: Claim, weight: float | None = None) -> None:
        """Count one place, by its own weight unless another is given; a comment counts nothing."""
        weight = weigh(page, claim) if weight is None else weight
        if weight <= 0:
            return
        self.weights[value] = self.weights.get(value, 0) + weight
        if value not in self.places or self.places[value][0] < weight:
            self.places[value] = (weight, page, claim)

    def winner(self) -> V | None:
        """Return the heaviest answer; of two equal ones the greater, because copies lag behind."""
        return max(self.weights, key=lambda value: (self.weights[value], repr(value)), default=None)

    def latest(self) -> V | None:
        """Return the greatest answer that is nearly as heavy as the heaviest: copies lag behind, and never run ahead."""
        most = max(self.weights.values(), default=0)
        return max((value for value, weight in self.weights.items() if weight >= most * 0.4), key=repr, default=None)


def weigh(page: PageClaims, claim: Claim) -> float:
    """Return the weight of a place: site configuration, title and first heading outweigh the body; a README lags behind."""
    block = claim.block
    if claim.is_comment or claim.is_struck:
        return 0
    if PurePosixPath(page.source.path).stem.upper() in {"README", "CONTRIBUTING", "CHANGELOG"}:
        return 0.5
    if block.key:
        last = block.key.rpartition(".")[2]
        is_title = block.key in TITLE_KEYS or last in {"title", "description"}
        return 3 if is_title else 1 if block.context is Context.CONFIGURATION else 0.5
    if block.kind is Kind.HEADING:
        return 3 if block.level == 1 else 2
    is_first_line = block.start + claim.start < 100 and not block.headings and page.blocks[0] is block
    return 2 if is_first_line else 1


def from_pages(pages: Sequence[PageClaims], conferences: Iterable[Conference], year: int | None = None) -> Expected:
    """Infer year, day, name and contact; a year that is given is taken."""
    conference = _find_conference(pages, conferences)
    titled = [] if conference else [each for page in pages for each in page.years if weigh(page, each) > _TITLE_WEIGHT]
    owners = (each.owner for each in titled if len(each.owner) > 2 and each.owner[0].isupper())
    words = (word.casefold() for each in titled for word in re.findall(r"[A-Z]\w{3,}", each.block.text))
    base = Expected(
        is_stated=False,
        conference=conference,
        titles=frozenset(owner.casefold() for owner in owners),
        words=frozenset(words) - _COMMON,
    )
    known = Sourced(value=year, source="`--year`") if year else _infer_year(pages, base)
    weekend = conference.days(known.value) if conference and known else ()
    contact = _infer_contact(pages, name := _infer_name(pages))
    days = _infer_days(pages, frozenset(weekend), known.value) if known else None
    return replace(
        base,
        year=known,
        days=days,
        conference_days=weekend,
        name=name,
        closes=_infer_deadline(pages, days.value[0] if days else None),
        contact=Sourced((contact.value,), contact.source, contact.place) if contact else None,
        links=(conference_links(conference, known.value) if conference and known else {}) | _infer_links(pages),
    )


def _find_conference(pages: Sequence[PageClaims], conferences: Iterable[Conference]) -> Conference | None:
    """Return the conference that a title or a quarter of the pages names or links; a mention elsewhere is none."""
    named: Counter[str] = Counter()
    titled: set[str] = set()
    for page in pages:
        linked = {claim.host.rpartition(".")[0].rpartition(".")[2] for claim in page.links}
        named.update({claim.owner.casefold() for claim in page.years} | linked)
        titled |= {claim.owner.casefold() for claim in page.years if weigh(page, claim) > _TITLE_WEIGHT}
    best = max(conferences, key=lambda each: named[each.name.casefold()], default=None)
    name = best.name.casefold() if best else ""
    return best if named[name] and (name in titled or named[name] * 4 >= len(pages)) else None


def _infer_year(pages: Sequence[PageClaims], base: Expected) -> Sourced[int] | None:
    votes: Votes[int] = Votes()
    for page, claim, year in _stated_years(pages, base):
        votes.add(year, page, claim)
    return _known(votes, votes.latest())


def _stated_years(pages: Sequence[PageClaims], base: Expected) -> Iterator[tuple[PageClaims, Claim, int]]:
    for page in pages:
        for claim in page.years:
            is_about_event = base.is_conference(claim.owner) or weigh(page, claim) > _TITLE_WEIGHT
            if is_about_event and not speaks_of_past(claim) and len(page.years_beside(claim)) == 1:
                yield page, claim, claim.year
        for link in page.links:
            year = base.year_of(link)
            if year and not stands_in_past(link.block) and not link.host.startswith("archive."):
                yield page, link, year
        for when in page.dates:
            if when.year and page.role(when) is Role.EVENT and not speaks_of_past(when):
                yield page, when, when.year


def _infer_days(pages: Sequence[PageClaims], weekend: frozenset[date], year: int) -> Sourced[tuple[date, ...]] | None:
    votes: Votes[tuple[date, ...]] = Votes()
    for page in pages:
        for claim in page.dates:
            days = claim.dates()
            if not days or claim.is_either or days[0].year != year or page.role(claim) is not Role.EVENT:
                continue
            if speaks_of_past(claim) or (set(days) == weekend and len(days) > 1):
                continue
            fits = not weekend or set(days) <= weekend
            is_weekday_right = not claim.weekdays or claim.weekdays[0] == days[0].weekday()
            weight = weigh(page, claim) * (1 if fits and is_weekday_right else 0.3) + 0.2 * bool(claim.weekdays)
            votes.add(days, page, claim, weight)
    return _known(votes, votes.winner())


def _infer_name(pages: Sequence[PageClaims]) -> Sourced[str] | None:
    votes: Votes[tuple[str, ...]] = Votes()
    for page in pages:
        for claim in page.names:
            words = key_words(claim.name)
            if words and claim.block.kind is not Kind.ITEM and not speaks_of_past(claim):
                votes.add(tuple(sorted(words)), page, claim)
    won = votes.winner()
    if won is None:
        return None
    _, page, named = votes.places[won]
    assert isinstance(named, NameClaim)
    return _sourced(named.name, page, named)


def _infer_deadline(pages: Sequence[PageClaims], event: date | None) -> Sourced[When] | None:
    votes: Votes[date] = Votes()
    for page in pages:
        for claim in page.dates:
            days = claim.dates()
            if len(days) != 1 or is_withdrawn(claim) or claim.is_comment or stands_in_past(claim.block):
                continue
            is_near = event is None or 0 < (event - days[0]).days < NEAR
            if is_near and page.role(claim) is Role.CLOSES:
                votes.add(days[0], page, claim, 1)
    latest = max(votes.weights, default=None)
    return _sourced(When(days=(latest,), tbd=""), *votes.places[latest][1:]) if latest else None


def _infer_contact(pages: Sequence[PageClaims], name: Sourced[str] | None) -> Sourced[str] | None:
    votes: Votes[str] = Votes()
    words = key_words(name.value) if name else frozenset()
    for page in pages:
        for claim in page.addresses:
            if "devroom" in claim.address:
                local = set(claim.address.partition("@")[0].split("-"))
                votes.add(claim.address, page, claim, 1 + 3 * bool(words & local))
    return _known(votes, votes.winner())


def _infer_links(pages: Sequence[PageClaims]) -> dict[str, Sourced[str]]:
    """Take the repository that a page asks to fork or to send changes to."""
    for page in pages:
        for link in page.links:
            is_forge = link.host in {"github.com", "gitlab.com", "codeberg.org"}
            if is_forge and _REQUEST.search(link.sentence) and link.path.count("/") == 2:
                return {"repository": _sourced(link.url, page, link)}
    return {}


def _known(votes: Votes[V], value: V | None) -> Sourced[V] | None:
    return None if value is None else _sourced(value, *votes.places[value][1:])


def _sourced(value: V, page: PageClaims, claim: Claim) -> Sourced[V]:
    name = f"`{page.source.path.rpartition('/')[2]}`"
    if claim.block.key:
        name = f"`{claim.block.key}` of {name}"
    elif claim.block.kind is Kind.HEADING:
        name = f"a heading of {name}"
    return state(page, claim, value, name)
