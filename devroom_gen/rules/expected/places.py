"""Where the edition is held, and where an earlier one was: cities, as far as pages say which words are some."""

import re
from collections.abc import Iterator, Sequence

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.date_words import MONTHS, WEEKDAYS
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.page import Block, Kind
from devroom_gen.claims.people import GROUPS
from devroom_gen.diagnostics.diagnostic import Location
from devroom_gen.rules.expected.evidence import Rank, Ranks, Statement
from devroom_gen.rules.expected.model import TITLE_KEYS, Sourced
from devroom_gen.rules.expected.names import Names, is_name
from devroom_gen.text.source import Span

_CITY = r"(?P<city>[^\W\d_a-z][^\W\d_]{2,}(?:[ -][^\W\d_a-z][^\W\d_]+)?)"
_PLACED = re.compile(
    rf"(?:\b(?:in|at|to|near|aus|nach|à|en)\s|^|[,@(|–—-]\s?){_CITY}(?=,\s?[^\W\d_a-z]|\s\([a-z]{{2}}\)|[.!)](?:\s|$)|\s*$)",
    re.MULTILINE,
)
"""A name behind `in`, or alone at the end of a line, or before a comma and its country."""
_WITH_COUNTRY = re.compile(rf"\b(?:in|at|to|near)\s{_CITY},\s[^\W\d_a-z]")
_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}(?:[ -][^\W\d_a-z][^\W\d_]+)?")
_KEYS = frozenset({"city", "town", "place", "location", "event_location", "venue_city", "where"})
_NO_PLACES = frozenset(
    {"virtual", "online", "hybrid", "conference", "university", "hotel", "center", "centre", "campus", "institute"}
)
_SHORT = 60
"""Characters of a line that gives a place, or a date and a place."""
_PAGES, _PLACES = 2, 3
"""Pages and places that must name another city."""


def infer_city(pages: Sequence[PageClaims], ranks: Ranks, names: Names) -> Sourced[str] | None:
    """Return the city that the settings give, or the home page beside the first date."""
    for page in pages:
        for block in page.blocks:
            is_key = block.key.replace("-", "_").rpartition(".")[2] in _KEYS and len(block.text) < _SHORT
            if (
                is_key
                and ranks.rank(page, Claim(block, 0, len(block.text))) is Rank.SETTINGS
                and (found := _first(block, names))
            ):
                return Statement(found.text, Rank.SETTINGS, page, found).sourced()
    for page in sorted(pages, key=ranks.is_index, reverse=True):
        day = ranks.first_days.get(page.source.path)
        if day is None or not ranks.is_home(page):
            continue
        for block in page.around(day.block, 0, 1):
            if len(block.text) < _SHORT * 2 and (found := _first(block, names)):
                return Statement(found.text, Rank.HOME, page, found).sourced()
    return None


def _first(block: Block, names: Names) -> Claim | None:
    for match in _PLACED.finditer(block.text):
        if _is_place(match["city"], names):
            return Claim(block, *match.span("city"))
    return None


def _is_place(word: str, names: Names) -> bool:
    words = tuple(word.casefold().split())
    is_other = any(each in MONTHS or each in WEEKDAYS or each in _NO_PLACES for each in words)
    return is_name(words) and not word.isupper() and not names.is_in(word) and not is_other


def other_cities(pages: Sequence[PageClaims], city: Sourced[str], names: Names) -> list[str]:
    """Return the cities that headings welcome to, that several pages name, and that are not that of this edition."""
    headed: set[str] = set()
    told: set[str] = set()
    for page in pages:
        for block in page.blocks:
            if block.is_comment:
                continue
            told.update(match["city"] for match in _WITH_COUNTRY.finditer(block.text))
            if block.kind is Kind.HEADING or block.key in TITLE_KEYS:
                headed.update(_CAPITALISED.findall(block.text))
    place = city.place()
    beside = _line_of(place) if place else city.value
    candidates = {name for name in told & headed if name not in beside and _is_place(name, names)}
    return sorted(name for name in candidates if _is_named_often(pages, name))


def _line_of(location: Location) -> str:
    span = location.span or Span(0, 0)
    text = location.source.text
    return text[text.rfind("\n", 0, span.start) + 1 : text.find("\n", span.end)]


def _is_named_often(pages: Sequence[PageClaims], name: str) -> bool:
    goes_there = re.compile(rf"\b(?:in|to|from|near|around)\s{re.escape(name)}\b")
    counts = [
        sum(len(goes_there.findall(block.text)) for block in page.blocks if not block.is_comment) for page in pages
    ]
    return sum(count > 0 for count in counts) >= _PAGES and sum(counts) >= _PLACES


def mentions(page: PageClaims, city: str) -> Iterator[Claim]:
    """Return where a page names a city, but for what people are from."""
    pattern = re.compile(rf"(?<!University of )(?<!Institute of )\b{re.escape(city)}\b")
    people = {id(claim.block) for claim in page.people}
    for block in page.blocks:
        if not (block.is_comment or id(block) in people or any(map(GROUPS.search, block.headings[-1:]))):
            yield from (Claim(block, *match.span()) for match in pattern.finditer(block.text))
