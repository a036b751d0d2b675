"""What is expected where there is no record: what the pages agree on. Where they disagree, the heavier places win."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from devroom_gen.claims.claim import Claim, DateClaim, NameClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.page import Context, Kind
from devroom_gen.claims.roles import Role, is_withdrawn, speaks_of_past, stands_in_past
from devroom_gen.facts.when import When
from devroom_gen.record.conference import Conference
from devroom_gen.rules.expected.evidence import Rank, Ranks, Statement, find_names, is_event_day, years_of
from devroom_gen.rules.expected.from_record import conference_links
from devroom_gen.rules.expected.model import NEAR, TITLE_KEYS, Expected, Sourced, key_words
from devroom_gen.rules.expected.names import Names
from devroom_gen.rules.expected.numbering import counts_editions
from devroom_gen.rules.expected.page_years import Site
from devroom_gen.rules.expected.places import infer_city, other_cities

V = TypeVar("V", bound=Hashable)
_LAGGING = 0.2
"""How many times fewer places a year may have than that of the edition before, while a site is made new."""
_ALONE = 4
"""Weight from which a single day that no home page gives is taken for that of the event."""
_FRAMED = 5
"""Weight of days that settings give by a first and a last one."""
_LONGEST = 31
_FRAME = re.compile(r"start|begin|end|stop|finish")
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


def weigh(page: PageClaims, claim: Claim) -> float:
    """Return the weight of a place that names the devroom: titles and first headings outweigh the body; a README lags behind."""
    block = claim.block
    if claim.is_comment or claim.is_struck:
        return 0
    if PurePosixPath(page.source.path).stem.upper() in {"README", "CONTRIBUTING", "CHANGELOG"}:
        return 0.5
    if block.key:
        return 3 if block.key.rpartition(".")[2] in TITLE_KEYS else 1 if block.context is Context.CONFIGURATION else 0.5
    if block.kind is Kind.HEADING:
        return 3 if block.level == 1 else 2
    is_first_line = block.start + claim.start < 100 and not block.headings and page.blocks[0] is block
    return 2 if is_first_line else 1


def from_pages(site: Site, conferences: Iterable[Conference], year: int | None = None) -> Expected:
    """Infer year, days, names and contact; a year that is given is taken."""
    ranks = Ranks(site.pages, site.root)
    pages = site.voters(year or _year_of_rest(site, ranks))
    known, rival, witnesses = _infer_year(pages, ranks)
    if known and (named := site.latest_year()) and named > known.value:
        known = Sourced(named, "the name of a page or folder")
    if year:
        known, rival = Sourced(value=year, source="`--year`"), None
    names = find_names(pages, ranks, known.value if known else None)
    conference = _find_conference(pages, ranks, names, conferences)
    weekend = conference.days(known.value) if conference and known else ()
    contact = _infer_contact(pages, name := _infer_name(pages) if conference else None)
    days = _infer_days(pages, ranks, frozenset(weekend), known.value) if known else None
    expected = Expected(
        is_stated=False,
        conference=conference,
        names=names.with_phrase(conference.name) if conference else names,
        year=known,
        is_witnessed=bool(year) or witnesses > 1,
        rival=rival,
        days=days,
        conference_days=weekend,
        name=name,
        closes=_infer_deadline(pages, days.value[0] if days else None),
        contact=Sourced((contact.value,), contact.source, contact.place) if contact else None,
        links=(conference_links(conference, known.value) if conference and known else {}) | _infer_links(pages),
    )
    city = None if conference else infer_city(pages, ranks, names)
    return replace(
        expected,
        number=_infer_number(pages, ranks, expected),
        city=city,
        former_cities=tuple(other_cities(pages, city, names)) if city else (),
    )


def _infer_number(pages: Sequence[PageClaims], ranks: Ranks, expected: Expected) -> Sourced[int] | None:
    """Return which edition the home page counts, or else the most pages; of two equally many nobody knows."""
    found: list[Statement[int]] = []
    for page in pages:
        for claim in page.ordinals:
            if not claim.is_comment and counts_editions(claim, expected):
                rank = Rank.HOME if ranks.is_index(page) else ranks.rank(page, claim)
                found.append(Statement(claim.number, rank, page, claim))
    weights = Counter(
        {value: sum(each.rank for each in found if each.value == value) for value in {f.value for f in found}}
    )
    (best, most), *others = [*weights.most_common(2), (0, 0)][:2]
    if not most or others[0][1] == most:
        return None
    return max((each for each in found if each.value == best), key=lambda each: each.rank).sourced()


def _find_conference(
    pages: Sequence[PageClaims], ranks: Ranks, names: Names, conferences: Iterable[Conference]
) -> Conference | None:
    """Return the conference that a title names, or a quarter of the pages where the event has no name of its own."""
    named: Counter[str] = Counter()
    titled: set[str] = set()
    for page in pages:
        linked = {claim.host.rpartition(".")[0].rpartition(".")[2] for claim in page.links}
        named.update({claim.owner.casefold() for claim in page.years} | linked)
        titled |= {
            each.owner.casefold() for each in page.years if _is_title(each) and ranks.rank(page, each) > Rank.BODY
        }
    best = max(conferences, key=lambda each: named[each.name.casefold()], default=None)
    name = best.name.casefold() if best else ""
    is_other = bool(names.own) and not any(name in phrase for phrase in names.phrases)
    is_frequent = named[name] * 4 >= len(pages) and not is_other
    return best if named[name] and (name in titled or is_frequent) else None


def _year_of_rest(site: Site, ranks: Ranks) -> int | None:
    """Return the year that settings and home page tell where they lie in no folder of a year."""
    found = [each.value for each in years_of(site.of_no_year(), ranks) if each.rank >= Rank.HOME]
    return max(found, default=None)


def _is_title(claim: Claim) -> bool:
    return claim.block.kind is Kind.HEADING or bool(claim.block.key)


def _infer_year(pages: Sequence[PageClaims], ranks: Ranks) -> tuple[Sourced[int] | None, Sourced[int] | None, int]:
    """Return the year of the edition, another one that the same kind of places names, and how many witnesses the first has.

    Copies lag behind: of two years in a row the later one is that of the edition, and the other was left over.
    """
    stated = list(years_of(pages, ranks))
    least = Rank.HOME if any(each.rank is Rank.HOME for each in stated) else Rank.TITLE
    strong = [each for each in stated if each.rank >= least] or stated
    weights = Counter(each.value for each in strong)
    if not weights:
        return None, None, 0
    latest = max(value for value, weight in weights.items() if weight >= max(weights.values()) * _LAGGING)
    best = max((each for each in strong if each.value == latest), key=lambda each: each.rank)
    is_weak = best.rank is Rank.BODY
    others = [
        each
        for each in strong
        if (each.value < latest - 1 and weights[each.value] > 2 * weights[latest])
        or (is_weak and each.value != latest and weights[each.value] * 2 >= weights[latest])
    ]
    same = (each for each in stated if each.value == latest and (each.rank >= least or type(each.claim) is DateClaim))
    witnesses = {(each.page.source.path, type(each.claim)) for each in same}
    return best.sourced(), others[0].sourced() if others else None, len(witnesses)


def _infer_days(
    pages: Sequence[PageClaims], ranks: Ranks, weekend: frozenset[date], year: int
) -> Sourced[tuple[date, ...]] | None:
    """Return all days of the event: those that the settings or the home page give first, else what most pages say."""
    found: dict[Rank, Votes[tuple[date, ...]]] = {}
    for page in pages:
        for claim in page.dates:
            days = claim.all_dates(year)
            if not days or days[0].year != year:
                continue
            if not (is_event_day(page, claim) or ranks.is_first_of_home(page, claim)):
                continue
            if set(days) == weekend and len(days) > 1:
                continue
            if claim.year is None and ranks.rank(page, claim) < Rank.HOME and not set(days) <= weekend:
                continue
            fits = not weekend or set(days) <= weekend
            is_weekday_right = not claim.weekdays or claim.weekdays[0] == days[0].weekday()
            is_own = ranks.rank(page, claim) is Rank.SETTINGS or ranks.is_index(page)
            weight = (1 if fits and is_weekday_right else 0.3) * (1 + (claim.year is not None)) + 0.2 * bool(
                claim.weekdays
            )
            rank = Rank.HOME if ranks.rank(page, claim) >= Rank.HOME else Rank.BODY
            found.setdefault(rank, Votes()).add(days, page, claim, weight + (len(days) > 1) + is_own)
        for days, framed in _framed_days(page, ranks, year):
            found.setdefault(Rank.HOME, Votes()).add(days, page, framed, _FRAMED)
    best = found.get(max(found)) if found else None
    if best is None or (won := best.winner()) is None:
        return None
    is_sure = weekend or Rank.HOME in found or len(won) > 1 or best.weights[won] > _ALONE
    return _known(best, won) if is_sure else None


def _framed_days(page: PageClaims, ranks: Ranks, year: int) -> Iterator[tuple[tuple[date, ...], Claim]]:
    """Return the days between two that settings give under two keys, of which one is a start and the other an end."""
    keyed = (claim for claim in page.dates if len(claim.dates()) == 1 and ranks.rank(page, claim) is Rank.SETTINGS)
    firsts: dict[str, DateClaim] = {}
    for claim in keyed:
        frame = _FRAME.sub("", claim.block.key)
        if re.search("start|begin", claim.block.key):
            firsts[frame] = claim
        elif frame in firsts and frame != claim.block.key:
            first, last = firsts[frame].dates()[0], claim.dates()[0]
            if first.year == year and 0 < (last - first).days < _LONGEST:
                yield tuple(first + timedelta(days=n) for n in range((last - first).days + 1)), firsts[frame]


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
    return Statement(named.name, Rank.NONE, page, named).sourced()


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
    return Statement(When(days=(latest,), tbd=""), Rank.NONE, *votes.places[latest][1:]).sourced() if latest else None


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
                return {"repository": Statement(link.url, Rank.NONE, page, link).sourced()}
    return {}


def _known(votes: Votes[V], value: V | None) -> Sourced[V] | None:
    return None if value is None else Statement(value, Rank.NONE, *votes.places[value][1:]).sourced()
