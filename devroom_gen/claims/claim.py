"""The kinds of claims: what a text states, and the words that state it."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from devroom_gen.claims.page import Block, Link
from devroom_gen.text.source import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a page states, at some words of one block."""

    block: Block
    start: int
    end: int

    @property
    def span(self) -> Span:
        return self.block.span(self.start, self.end)

    @property
    def text(self) -> str:
        return " ".join(self.block.text[self.start : self.end].split())

    @property
    def line(self) -> str:
        first, last = self.block.line_around(self.start, self.end)
        return self.block.text[first:last]

    @property
    def sentence(self) -> str:
        return self.block.sentence(self.start, self.end)

    @property
    def is_comment(self) -> bool:
        return self.block.is_comment

    @property
    def is_struck(self) -> bool:
        return bisect_right(self.block.struck, self.block.start + self.start) % 2 == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClaim(Claim):
    """One day or several of one statement; without a year where the text has none, without days where it names a month alone."""

    days: tuple[tuple[int, int], ...]
    year: int | None
    weekdays: tuple[int, ...] = ()
    is_either: bool = False
    other: date | None = None
    """The day that the digits mean in the other order of day and month."""
    is_span: bool = False
    """Whether the two days are the first and the last, and those between are meant as well."""
    language: str = "en"
    month: int | None = None
    """The month, where it is named and no day is."""

    def dates(self, year: int | None = None) -> tuple[date, ...]:
        """Return the days as dates, in the year stated or the one given; none where the calendar has no such day."""
        year = self.year or year
        if year is None:
            return ()
        found = []
        for month, day in self.days:
            try:
                found.append(date(year - (month > self.days[-1][0]), month, day))
            except ValueError:
                return ()
        return tuple(found)

    def all_dates(self, year: int | None = None) -> tuple[date, ...]:
        """Return the days as dates, those between first and last of a span among them."""
        dates = self.dates(year)
        if not (self.is_span and dates):
            return dates
        return tuple(dates[0] + timedelta(days=n) for n in range((dates[-1] - dates[0]).days + 1))

    def falls_on(self, days: tuple[date, ...]) -> bool:
        """Whether it is, as far as it is written out, one of some days."""
        if self.year is None:
            return any((day.month, day.day) in self.days for day in days)
        return not {*self.dates(), self.other}.isdisjoint(days)

    @property
    def impossible(self) -> bool:
        return self.year is not None and bool(self.days) and not self.dates()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearClaim(Claim):
    """A year with the words around it that it may belong to: `FOSDEM'18`, `SC15`, `2019 edition`.

    `owner` is the word before it, `phrase` the capitalised words of a name that ends there.
    """

    year: int
    owner: str
    noun: str
    is_short: bool
    phrase: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalClaim(Claim):
    """An ordinal; `suffix` as typed where it stands in digits, `noun` what is counted."""

    number: int
    suffix: str
    noun: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkClaim(Claim):
    """A link and what can be read from it: its host, its path, and years in them with the letters before each."""

    link: Link
    host: str
    path: str
    years: tuple[tuple[str, int], ...] = ()

    @property
    def span(self) -> Span:
        return self.link.span

    @property
    def url(self) -> str:
        return self.link.url


@dataclass(frozen=True, slots=True, kw_only=True)
class NameClaim(Claim):
    """What a text calls a devroom: the words before it."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonClaim(Claim):
    """A person in a list of people; `group` is the heading or lead over the list."""

    name: str
    links: tuple[Link, ...]
    handle: str | None
    affiliation: str | None
    affiliation_start: int
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressClaim(Claim):
    """A mail address, however it is disguised; as it would be typed."""

    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClaim(Claim):
    """A telling phrase: not decided yet, closed, online, a filler, a tool, a zone, a room."""

    kind: str
    value: str
