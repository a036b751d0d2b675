"""How much a place of a site says about which edition it is: settings, then the home page, then titles, then what many say."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from enum import IntEnum
from pathlib import PurePosixPath
from typing import Generic, NamedTuple, TypeVar

from devroom_gen.claims.claim import Claim, DateClaim, YearClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.page import Block, Context, Kind
from devroom_gen.claims.roles import Role, is_headline, is_past_day, is_withdrawn, says_past, speaks_of_next
from devroom_gen.rules.expected.model import TITLE_KEYS, Sourced, state
from devroom_gen.rules.expected.names import Names, as_in_addresses, fold, is_name

V = TypeVar("V", bound=Hashable)


class Rank(IntEnum):
    """What a place counts for."""

    NONE = 0
    BODY = 1
    TITLE = 2
    HOME = 3
    SETTINGS = 4


class Statement(NamedTuple, Generic[V]):
    """What one place says."""

    value: V
    rank: Rank
    page: PageClaims
    claim: Claim

    def sourced(self) -> Sourced[V]:
        """Return it with the name of its place."""
        name = f"`{self.page.source.path.rpartition('/')[2]}`"
        if self.claim.block.key:
            name = f"`{self.claim.block.key}` of {name}"
        elif self.claim.block.kind is Kind.HEADING:
            name = f"a heading of {name}"
        return state(self.page, self.claim, self.value, name)


_SETTINGS = re.compile(
    r"(?:_config|config|hugo|site|settings|params|event|conference|mkdocs|rockgarden|zola|cname|constants|meta|metadata|info)(?:\.\w+)?",
    re.I,
)
_HOME = re.compile(
    r"(?:_?index|home(?:page)?|front(?:page)?|landing|welcome|hero|banner|masthead|header|head|base|default)(?:[-_.]en)?",
    re.I,
)
_PARTS = re.compile(r"(?:_?includes?|_?layouts?|partials?|templates?|components?|home)", re.I)
"""Folders of what stands on every page, or makes the home page."""
_ROOTS = re.compile(
    r"contents?|sources?|src|docs?|pages?|app|public|html|www|root|\w*[-_]?(?:site|static)|[a-z]{2}|(?:\w+[-_])?20\d\d",
    re.IGNORECASE,
)
"""Folders that the pages of a whole site lie in."""
_LAGGING = frozenset({"README", "CONTRIBUTING", "CHANGELOG", "HISTORY", "AUTHORS"})
_YEAR_KEYS = frozenset(
    {"year", "edition_year", "conference_year", "event_year", "current_year", "currentyear", "eventyear"}
)
_SITE_KEYS = TITLE_KEYS | _YEAR_KEYS | {
    "url", "baseurl", "base_url", "site_name", "site_title", "acronym", "short_name", "event_name", "conference_name", "cname",
    "date", "dates", "event_date", "start_date", "conference_date", "when", "start", "startdate", "eventdate", "end", "end_date", "enddate",
    "conference_start", "conference_end", "event_start", "event_end", "begin",
}  # fmt: skip


class Ranks:
    """The ranks of places on the pages of one run; the home page is the index that lies nearest to the root."""

    def __init__(self, pages: Sequence[PageClaims], root: str) -> None:
        self.root = root
        paths = [self.path(page) for page in pages]
        self.depth = min((len(path.parts) for path in paths if _is_index(path)), default=0)
        self.has_readme_alone = not self.depth and not any(_SETTINGS.fullmatch(path.name) for path in paths)
        days = ((page, next((each for each in page.dates if _may_be_event_day(page, each)), None)) for page in pages)
        self.first_days = {page.source.path: claim for page, claim in days if claim}

    def path(self, page: PageClaims) -> PurePosixPath:
        """Return the path of a page below the folder that is looked at."""
        path = PurePosixPath(page.source.path)
        return path.relative_to(self.root) if self.root and path.is_relative_to(self.root) else PurePosixPath(path.name)

    def is_readme(self, path: PurePosixPath) -> bool:
        """Whether a page is the README of a folder of pages that is no site, and so what readers see first."""
        return self.has_readme_alone and path.stem.upper() == "README" and len(path.parts) == 1

    def is_index(self, page: PageClaims) -> bool:
        """Whether a page is the home page itself."""
        path = self.path(page)
        is_nearest = (_is_index(path) and len(path.parts) == self.depth) or self.is_readme(path)
        return is_nearest or path.stem.lower() == "home" or path.parts[-2:-1] == ("home",)

    def is_home(self, page: PageClaims) -> bool:
        """Whether a page is the home page, a part of it, or what stands at the top of all pages."""
        path = self.path(page)
        if _is_index(path) or self.is_readme(path):
            return len(path.parts) == (self.depth or 1)
        is_part = any(map(_PARTS.fullmatch, path.parts[:-1]))
        return is_part and bool(_HOME.fullmatch(path.stem) or path.parts[-2:-1] == ("home",))

    def is_first_of_home(self, page: PageClaims, claim: DateClaim) -> bool:
        """Whether a date is the first that the home page gives, or one of the settings: whose else should it be?"""
        is_first = self.is_home(page) and claim is self.first_days.get(page.source.path)
        is_stated = self.rank(page, claim) is Rank.SETTINGS and _may_be_event_day(page, claim)
        return is_first or is_stated

    def rank(self, page: PageClaims, claim: Claim) -> Rank:
        """Return what a place counts for; a comment and what is struck through count nothing."""
        block, path = claim.block, self.path(page)
        if claim.is_comment or claim.is_struck or block.part in _ASIDE:
            return Rank.NONE
        above, _, last = block.key.replace("-", "_").rpartition(".")
        if block.context is Context.CONFIGURATION:
            is_site = _SETTINGS.fullmatch(path.name) and above.count(".") < 2 and last in _SITE_KEYS
            return Rank.SETTINGS if is_site else Rank.BODY
        if path.stem.upper() in _LAGGING and not self.is_readme(path):
            return Rank.BODY
        is_title = last in TITLE_KEYS if block.key else block.kind is Kind.HEADING and block.level == 1
        is_top = block.start + claim.start < 100 and not (block.headings or block.key) and _first_text(page) is block
        is_first = claim is self.first_days.get(page.source.path)
        if self.is_home(page):
            return Rank.HOME if is_title or is_top or is_first else Rank.BODY if block.key else Rank.TITLE
        return Rank.TITLE if is_title or is_top else Rank.BODY


_ASIDE = frozenset({"nav", "aside"})
_OF_SITE = frozenset({"", "site", "params", "event", "conference", "general", "extra"})
_ADDRESS_KEYS = frozenset({"url", "cname"})
_NAME_KEYS = frozenset(
    {"title", "name", "site_name", "site_title", "acronym", "short_name", "event_name", "conference_name"}
)


def _first_text(page: PageClaims) -> Block | None:
    return next((block for block in page.blocks if not block.key and block.text), None)


def _is_index(path: PurePosixPath) -> bool:
    return path.stem.lower() in {"index", "_index", "home"} and all(map(_ROOTS.fullmatch, path.parts[:-1]))


def is_meant(claim: Claim) -> bool:
    """Whether a place speaks of this edition, and not of one before or of the next."""
    return not (says_past(claim) or speaks_of_next(claim))


def years_of(pages: Iterable[PageClaims], ranks: Ranks) -> Iterator[Statement[int]]:
    """Return which year each place says that the edition is of."""
    for page in pages:
        for claim in page.years if not is_chronicle(page) else ():
            rank = ranks.rank(page, claim)
            if rank and is_meant(claim) and len(page.years_beside(claim)) == 1 and _is_of_event(claim, rank):
                yield Statement(claim.year, rank, page, claim)
        for block in page.blocks:
            if block.key.rpartition(".")[2] in _YEAR_KEYS and re.fullmatch(r"20\d\d", block.text.strip()):
                whole = Claim(block, 0, len(block.text))
                yield Statement(int(block.text), ranks.rank(page, whole), page, whole)
        for link in page.links:
            if link.block.key.rpartition(".")[2] in _SITE_KEYS and link.years:
                yield Statement(link.years[0][1], ranks.rank(page, link), page, link)
        for when in page.dates:
            if when.year and (is_event_day(page, when) or ranks.is_first_of_home(page, when)):
                yield Statement(when.year, ranks.rank(page, when), page, when)


def _is_of_event(claim: YearClaim, rank: Rank) -> bool:
    """Whether a year is that of an edition: in a title, or behind a name."""
    return is_name(fold(claim.phrase)) or (
        rank > Rank.BODY and (claim.block.kind is Kind.HEADING or bool(claim.block.key))
    )


def is_chronicle(page: PageClaims) -> bool:
    """Whether a page is about many editions: its headings name three years or more."""
    return len({claim.year for claim in page.years if claim.block.kind is Kind.HEADING}) > 2


def find_names(pages: Sequence[PageClaims], ranks: Ranks, year: int | None) -> Names:
    """Return what stands beside the year of the edition, or else, where nobody has written it yet, beside the one before."""
    found = _find_names(pages, ranks, year)
    return found if found.phrases or year is None else _find_names(pages, ranks, year - 1)


def _find_names(pages: Sequence[PageClaims], ranks: Ranks, year: int | None) -> Names:
    """Return what stands beside a year: in a title, or in two places; and the site's own addresses."""
    counts: Counter[tuple[str, ...]] = Counter()
    titles: set[tuple[str, ...]] = set()
    hosts: set[str] = set()
    for page in pages:
        for claim in page.years:
            words = fold(claim.phrase)
            if claim.year == year and is_name(words) and any(map(str.istitle, (word[:1] for word in claim.phrase))):
                counts[words] += 1
                titles |= {claim.phrase[-len(words) :]} if ranks.rank(page, claim) > Rank.BODY else set()
        for block in page.blocks:
            last = block.key.rpartition(".")[2]
            if (
                last not in _NAME_KEYS | _ADDRESS_KEYS
                or ranks.rank(page, Claim(block, 0, len(block.text))) < Rank.SETTINGS
            ):
                continue
            if last in _ADDRESS_KEYS:
                hosts |= {link.host for link in page.links if link.block is block}
            elif block.key.rpartition(".")[0] in _OF_SITE and is_name(fold(words := _name_in(block.text))):
                titles.add(words)
    often = {words for words, count in counts.items() if count > 1}
    own = frozenset(spelt for words in titles for spelt in as_in_addresses(words))
    shown = max(titles, key=lambda words: (counts[fold(words)], len(words), words), default=())
    return Names(frozenset(often | {fold(words) for words in titles}), own, frozenset(hosts - {""}), " ".join(shown))


def _name_in(text: str) -> tuple[str, ...]:
    """Return the name that a title of a site is, without a year."""
    words = re.sub(r"\W*\b(?:19|20)\d\d\b\W*|['’]\d\d\b", " ", text).split()
    return tuple(words) if len(words) < 6 else ()


def is_event_day(page: PageClaims, claim: DateClaim) -> bool:
    """Whether a date is said to be that of the event."""
    return _may_be_event_day(page, claim) and (page.role(claim) is Role.EVENT or is_headline(claim))


def _may_be_event_day(page: PageClaims, claim: DateClaim) -> bool:
    """Whether nothing says that a date is that of something else."""
    if is_withdrawn(claim) or is_past_day(claim) or speaks_of_next(claim) or claim.is_either or claim.is_comment:
        return False
    return page.role(claim) in (Role.EVENT, Role.NONE)
