"""A expected from what pages agree on. Where they disagree, the heavier places win; the rest is what rules report."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.page import Kind
from devroom_gen.claims.roles import Role, is_withdrawn, speaks_of_past, stands_in_past
from devroom_gen.facts.conference import conference_days
from devroom_gen.facts.when import When
from devroom_gen.record.conference import Conference
from devroom_gen.rules.expected.from_record import LINKS
from devroom_gen.rules.expected.model import Expected, Sourced, key_words
from devroom_gen.rules.expected.places import NEAR, conference_year, place_of
from devroom_gen.rules.expected.votes import V, Votes, weigh

_COMMON = frozenset(
    {
        "conference",
        "workshop",
        "summit",
        "meeting",
        "devroom",
        "call",
        "papers",
        "participation",
        "the",
        "edition",
        "days",
        "annual",
    }
)
TITLE_WEIGHT = 2


def from_pages(
    pages: Sequence[PageClaims], conferences: Iterable[Conference], year: Expected | None = None
) -> Expected:
    """Infer year, day, name and contact; a year that is given is taken."""
    conference = find_conference(pages, conferences)
    titles = frozenset() if conference else frozenset(_title_owners(pages))
    words = frozenset() if conference else frozenset(_title_words(pages)) - _COMMON
    base = Expected(is_stated=False, conference=conference, titles=titles, words=words)
    stated = year.year if year else None
    found = stated or _infer_year(pages, base)
    links = {}
    if conference and found:
        links = {
            name: Sourced(value=url, source=f"{conference.name} {found.value}")
            for name in LINKS
            if (url := conference.link(name, found.value))
        }
    days = _infer_days(pages, conference, found.value) if found else None
    name = _infer_name(pages)
    return Expected(
        is_stated=False,
        conference=conference,
        titles=titles,
        words=words,
        year=found,
        days=days,
        conference_days=conference_days(conference, found.value) if conference and found else (),
        name=name,
        closes=_infer_deadline(pages, days.value[0] if days else None),
        contact=_infer_contact(pages, name),
        links=links | _infer_links(pages),
    )


def find_conference(pages: Sequence[PageClaims], conferences: Iterable[Conference]) -> Conference | None:
    """Return the conference that the pages name or link most."""
    words = Counter(claim.owner.casefold() for page in pages for claim in page.years)
    hosts = Counter(claim.host.rpartition(".")[0].rpartition(".")[2] for page in pages for claim in page.links)
    scored = [(words[c.name.casefold()] + hosts[c.name.casefold()], c) for c in conferences]
    best = max(scored, key=lambda each: each[0], default=None)
    return best[1] if best and best[0] else None


def _title_words(pages: Sequence[PageClaims]) -> Iterator[str]:
    """Return the words by which titles with a year call the event."""
    for page in pages:
        for claim in page.years:
            if weigh(page, claim) > TITLE_WEIGHT:
                yield from (word.casefold() for word in re.findall(r"[A-Z]\w{3,}", claim.block.text))


def _title_owners(pages: Sequence[PageClaims]) -> Iterator[str]:
    for page in pages:
        for claim in page.years:
            if weigh(page, claim) > TITLE_WEIGHT and len(claim.owner) > 2 and claim.owner[0].isupper():
                yield claim.owner.casefold()


def _infer_year(pages: Sequence[PageClaims], base: Expected) -> Sourced[int] | None:
    votes: Votes[int] = Votes()
    for page, claim, year in _year_statements(pages, base):
        votes.add(year, weigh(page, claim), page, claim)
    return _known(votes, votes.latest())


def _year_statements(pages: Sequence[PageClaims], base: Expected) -> Iterator[tuple[PageClaims, Claim, int]]:
    for page in pages:
        for claim in page.years:
            if (
                not speaks_of_past(claim)
                and len(page.years_beside(claim)) == 1
                and (base.is_conference(claim.owner) or weigh(page, claim) > TITLE_WEIGHT)
            ):
                yield page, claim, claim.year
        for link in page.links:
            if (
                (year := conference_year(link, base))
                and not stands_in_past(link.block)
                and not link.host.startswith("archive.")
            ):
                yield page, link, year
        for when in page.dates:
            if when.year and page.role(when) is Role.EVENT and not speaks_of_past(when):
                yield page, when, when.year


def _infer_days(
    pages: Sequence[PageClaims], conference: Conference | None, year: int
) -> Sourced[tuple[date, ...]] | None:
    votes: Votes[tuple[date, ...]] = Votes()
    weekend = set(conference_days(conference, year)) if conference else set()
    for page in pages:
        for claim in page.dates:
            days = claim.dates()
            if not days or claim.is_either or days[0].year != year or page.role(claim) is not Role.EVENT:
                continue
            if speaks_of_past(claim) or (set(days) == weekend and len(days) > 1):
                continue
            fits = set(days) <= weekend if weekend else True
            weekday_fits = not claim.weekdays or claim.weekdays[0] == days[0].weekday()
            votes.add(
                days,
                weigh(page, claim) * (1 if fits and weekday_fits else 0.3) + 0.2 * bool(claim.weekdays),
                page,
                claim,
            )
    return _known(votes)


def _infer_name(pages: Sequence[PageClaims]) -> Sourced[str] | None:
    votes: Votes[frozenset[str]] = Votes()
    for page in pages:
        for claim in page.names:
            words = key_words(claim.name)
            if words and claim.block.kind is not Kind.ITEM and not speaks_of_past(claim):
                votes.add(words, weigh(page, claim), page, claim)
    won = votes.winner()
    if won is None:
        return None
    place = votes.places[won]
    found = next(c for r in pages if r is place[1] for c in r.names if c is place[2])
    return Sourced(value=found.name, source=_source(place[1], place[2]), place=place_of(place[1], place[2]))


def _infer_deadline(pages: Sequence[PageClaims], event: date | None) -> Sourced[When] | None:
    votes: Votes[tuple[date, ...]] = Votes()
    for page in pages:
        for claim in page.dates:
            days = claim.dates()
            if len(days) != 1 or is_withdrawn(claim) or claim.is_comment or stands_in_past(claim.block):
                continue
            if event and not 0 < (event - days[0]).days < NEAR:
                continue
            if page.role(claim) is Role.CLOSES:
                votes.add(days, 1, page, claim)
    latest = max(votes.weights, default=None)
    if latest is None or len(latest) != 1:
        return None
    _, page, place = votes.places[latest]
    return Sourced(value=When(days=latest, tbd=""), source=_source(page, place), place=place_of(page, place))


def _infer_contact(pages: Sequence[PageClaims], name: Sourced[str] | None) -> Sourced[str] | None:
    votes: Votes[str] = Votes()
    words = key_words(name.value) if name else frozenset()
    for page in pages:
        for claim in page.addresses:
            if "devroom" in claim.address:
                local = set(claim.address.partition("@")[0].split("-"))
                votes.add(claim.address, 1 + 3 * bool(words & local), page, claim)
    return _known(votes)


def _infer_links(pages: Sequence[PageClaims]) -> dict[str, Sourced[str]]:
    """Take the repository that a page asks to fork or to send changes to."""
    for page in pages:
        for link in page.links:
            asks = any(
                word in link.sentence.casefold() for word in ("fork", "pull\nrequest", "pull request", "merge request")
            )
            if link.host in {"github.com", "gitlab.com", "codeberg.org"} and asks and link.path.count("/") == 2:
                return {"repository": Sourced(value=link.url, source=_source(page, link), place=place_of(page, link))}
    return {}


def _known(votes: Votes[V], value: V | None = None) -> Sourced[V] | None:
    value = votes.winner() if value is None else value
    if value is None:
        return None
    _, page, claim = votes.places[value]
    return Sourced(value=value, source=_source(page, claim), place=place_of(page, claim))


def _source(page: PageClaims, claim: Claim) -> str:
    block = claim.block
    name = page.source.path.rpartition("/")[2]
    if block.key:
        return f"`{block.key}` of `{name}`"
    if block.kind is Kind.HEADING:
        return f"a heading of `{name}`"
    return f"`{name}`"
