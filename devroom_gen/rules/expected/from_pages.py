"""A expected from what pages agree on. Where they disagree, the heavier places win; the rest is what rules report."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.extract import Reading
from devroom_gen.claims.page import Kind
from devroom_gen.claims.roles import Role, is_withdrawn, speaks_of_past, stands_in_past
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
    readings: Sequence[Reading], conferences: Iterable[Conference], year: Expected | None = None
) -> Expected:
    """Infer year, day, name and contact; a year that is given is taken."""
    conference = find_conference(readings, conferences)
    titles = frozenset() if conference else frozenset(_title_owners(readings))
    words = frozenset() if conference else frozenset(_title_words(readings)) - _COMMON
    base = Expected(is_stated=False, conference=conference, titles=titles, words=words)
    stated = year.year if year else None
    found = stated or _infer_year(readings, base)
    links = {}
    if conference and found:
        links = {
            name: Sourced(value=url, source=f"{conference.name} {found.value}")
            for name in LINKS
            if (url := conference.link(name, found.value))
        }
    days = _infer_days(readings, conference, found.value) if found else None
    name = _infer_name(readings)
    return Expected(
        is_stated=False,
        conference=conference,
        titles=titles,
        words=words,
        year=found,
        days=days,
        conference_days=conference.days(found.value) if conference and found else (),
        name=name,
        closes=_infer_deadline(readings, days.value[0] if days else None),
        contact=_infer_contact(readings, name),
        links=links | _infer_links(readings),
    )


def find_conference(readings: Sequence[Reading], conferences: Iterable[Conference]) -> Conference | None:
    """Return the conference that the pages name or link most."""
    words = Counter(claim.owner.casefold() for reading in readings for claim in reading.years)
    hosts = Counter(claim.host.rpartition(".")[0].rpartition(".")[2] for reading in readings for claim in reading.links)
    scored = [(words[c.name.casefold()] + hosts[c.name.casefold()], c) for c in conferences]
    best = max(scored, key=lambda each: each[0], default=None)
    return best[1] if best and best[0] else None


def _title_words(readings: Sequence[Reading]) -> Iterator[str]:
    """Return the words by which titles with a year call the event."""
    for reading in readings:
        for claim in reading.years:
            if weigh(reading, claim) > TITLE_WEIGHT:
                yield from (word.casefold() for word in re.findall(r"[A-Z]\w{3,}", claim.block.text))


def _title_owners(readings: Sequence[Reading]) -> Iterator[str]:
    for reading in readings:
        for claim in reading.years:
            if weigh(reading, claim) > TITLE_WEIGHT and len(claim.owner) > 2 and claim.owner[0].isupper():
                yield claim.owner.casefold()


def _infer_year(readings: Sequence[Reading], base: Expected) -> Sourced[int] | None:
    votes: Votes[int] = Votes()
    for reading, claim, year in _year_statements(readings, base):
        votes.add(year, weigh(reading, claim), reading, claim)
    return _known(votes, votes.latest())


def _year_statements(readings: Sequence[Reading], base: Expected) -> Iterator[tuple[Reading, Claim, int]]:
    for reading in readings:
        for claim in reading.years:
            if (
                not speaks_of_past(claim)
                and len(reading.years_beside(claim)) == 1
                and (base.is_conference(claim.owner) or weigh(reading, claim) > TITLE_WEIGHT)
            ):
                yield reading, claim, claim.year
        for link in reading.links:
            if (
                (year := conference_year(link, base))
                and not stands_in_past(link.block)
                and not link.host.startswith("archive.")
            ):
                yield reading, link, year
        for when in reading.dates:
            if when.year and reading.role(when) is Role.EVENT and not speaks_of_past(when):
                yield reading, when, when.year


def _infer_days(
    readings: Sequence[Reading], conference: Conference | None, year: int
) -> Sourced[tuple[date, ...]] | None:
    votes: Votes[tuple[date, ...]] = Votes()
    weekend = set(conference.days(year)) if conference else set()
    for reading in readings:
        for claim in reading.dates:
            days = claim.dates()
            if not days or claim.is_either or days[0].year != year or reading.role(claim) is not Role.EVENT:
                continue
            if speaks_of_past(claim) or (set(days) == weekend and len(days) > 1):
                continue
            fits = set(days) <= weekend if weekend else True
            weekday_fits = not claim.weekdays or claim.weekdays[0] == days[0].weekday()
            votes.add(
                days,
                weigh(reading, claim) * (1 if fits and weekday_fits else 0.3) + 0.2 * bool(claim.weekdays),
                reading,
                claim,
            )
    return _known(votes)


def _infer_name(readings: Sequence[Reading]) -> Sourced[str] | None:
    votes: Votes[frozenset[str]] = Votes()
    for reading in readings:
        for claim in reading.names:
            words = key_words(claim.name)
            if words and claim.block.kind is not Kind.ITEM and not speaks_of_past(claim):
                votes.add(words, weigh(reading, claim), reading, claim)
    won = votes.winner()
    if won is None:
        return None
    place = votes.places[won]
    found = next(c for r in readings if r is place[1] for c in r.names if c is place[2])
    return Sourced(value=found.name, source=_source(place[1], place[2]), place=place_of(place[1], place[2]))


def _infer_deadline(readings: Sequence[Reading], event: date | None) -> Sourced[When] | None:
    votes: Votes[tuple[date, ...]] = Votes()
    for reading in readings:
        for claim in reading.dates:
            days = claim.dates()
            if len(days) != 1 or is_withdrawn(claim) or claim.is_comment or stands_in_past(claim.block):
                continue
            if event and not 0 < (event - days[0]).days < NEAR:
                continue
            if reading.role(claim) is Role.CLOSES:
                votes.add(days, 1, reading, claim)
    latest = max(votes.weights, default=None)
    if latest is None or len(latest) != 1:
        return None
    _, page, place = votes.places[latest]
    return Sourced(value=When(days=latest, tbd=""), source=_source(page, place), place=place_of(page, place))


def _infer_contact(readings: Sequence[Reading], name: Sourced[str] | None) -> Sourced[str] | None:
    votes: Votes[str] = Votes()
    words = key_words(name.value) if name else frozenset()
    for reading in readings:
        for claim in reading.addresses:
            if "devroom" in claim.address:
                local = set(claim.address.partition("@")[0].split("-"))
                votes.add(claim.address, 1 + 3 * bool(words & local), reading, claim)
    return _known(votes)


def _infer_links(readings: Sequence[Reading]) -> dict[str, Sourced[str]]:
    """Take the repository that a page asks to fork or to send changes to."""
    for reading in readings:
        for link in reading.links:
            asks = any(
                word in link.sentence.casefold() for word in ("fork", "pull\nrequest", "pull request", "merge request")
            )
            if link.host in {"github.com", "gitlab.com", "codeberg.org"} and asks and link.path.count("/") == 2:
                return {
                    "repository": Sourced(value=link.url, source=_source(reading, link), place=place_of(reading, link))
                }
    return {}


def _known(votes: Votes[V], value: V | None = None) -> Sourced[V] | None:
    value = votes.winner() if value is None else value
    if value is None:
        return None
    _, reading, claim = votes.places[value]
    return Sourced(value=value, source=_source(reading, claim), place=place_of(reading, claim))


def _source(reading: Reading, claim: Claim) -> str:
    block = claim.block
    name = reading.source.path.rpartition("/")[2]
    if block.key:
        return f"`{block.key}` of `{name}`"
    if block.kind is Kind.HEADING:
        return f"a heading of `{name}`"
    return f"`{name}`"
