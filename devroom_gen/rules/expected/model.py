"""What texts are held against. A fact that is not known is none, and no text can contradict it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from devroom_gen.claims.claim import Claim, DateClaim, LinkClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.roles import Role
from devroom_gen.diagnostics.diagnostic import Location
from devroom_gen.facts.model import Facts
from devroom_gen.facts.parts import PersonFacts
from devroom_gen.facts.when import When
from devroom_gen.record.conference import Conference
from devroom_gen.rules.expected.names import NO_NAMES, Names

T = TypeVar("T")
NEAR = 270
"""Days before an event in which its call, deadlines and schedule fall."""
TITLE_KEYS = frozenset({"title", "description", "name", "tagline", "subtitle", "params.description", "params.title"})
"""Keys of front matter and of configuration that stand in the titles of pages."""
_LABELS = {
    Role.SCHEDULE: re.compile(r"schedul|program|agenda|line-?up", re.IGNORECASE),
    Role.NOTIFY: re.compile(r"notif|accept|inform|select|decision", re.IGNORECASE),
    Role.SOCIAL: re.compile(r"dinner|social|drink|beer|hackathon|party|sprint|lunch|fringe", re.IGNORECASE),
}


class Sourced(NamedTuple, Generic[T]):
    """A fact, who states it, and where that can be shown."""

    value: T
    source: str
    place: Callable[[], Location | None] = lambda: None


def state(page: PageClaims, claim: Claim, value: T, source: str = "another place") -> Sourced[T]:
    """Return what a page states; the place is worked out only when it is shown, and that of a record's prose never is."""
    is_whole_file = page.text is page.source.text
    return Sourced(value, source, lambda: Location(page.source, page.place(claim.span)) if is_whole_file else None)


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What is known of the edition that pages are about."""

    is_stated: bool
    conference: Conference | None = None
    names: Names = NO_NAMES
    year: Sourced[int] | None = None
    is_witnessed: bool = False
    """Whether two places that know nothing of each other tell the year, or whoever asks did."""
    rival: Sourced[int] | None = None
    """Another year that the pages tell as well: who looks at them cannot know which one is meant."""
    days: Sourced[tuple[date, ...]] | None = None
    is_either: bool = False
    conference_days: tuple[date, ...] = ()
    name: Sourced[str] | None = None
    aliases: tuple[str, ...] = ()
    number: Sourced[int] | None = None
    total: int | None = None
    """The number with the editions before those that are counted, which a text may give as well."""
    opens: Sourced[When] | None = None
    closes: Sourced[When] | None = None
    milestones: tuple[tuple[str, Sourced[When]], ...] = ()
    steps: tuple[tuple[str, When], ...] = ()
    """All dates of the record, by their labels in small letters."""
    organizers: Sourced[tuple[PersonFacts, ...]] | None = None
    contact: Sourced[tuple[str, ...]] | None = None
    mode: Sourced[str] | None = None
    room: Sourced[str] | None = None
    city: Sourced[str] | None = None
    former_cities: tuple[str, ...] = ()
    """Cities of earlier editions, or where other pages go."""
    links: Mapping[str, Sourced[str]] = field(default_factory=dict)
    around: tuple[Facts, ...] = ()
    is_closed: bool = False
    """Whether, on the day, the call of the record is closed and the edition is still to come."""

    is_over: bool = False
    """Whether the edition is over on the day that was given."""

    def on(self, *, is_over: bool) -> "Expected":
        """Return the same with what the day decides."""
        return replace(self, is_over=is_over)

    def of_year(self, year: int) -> "Expected":
        """Return what is known of another edition, by the posts about it: its year, and its conference."""
        conference = self.conference
        return Expected(
            is_stated=False,
            conference=conference,
            names=self.names,
            year=Sourced(year, "the name of the page"),
            conference_days=conference.days(year) if conference else (),
        )

    @cached_property
    def before(self) -> tuple[Facts, ...]:
        """The earlier editions of the series, the latest first."""
        year = self.year.value if self.year else 0
        earlier = (facts for facts in self.around if int(facts.year.text) < year)
        return tuple(sorted(earlier, key=lambda facts: facts.year.text, reverse=True))

    @property
    def event_days(self) -> Sourced[tuple[date, ...]] | None:
        """The days of the event; where they are not known, those of the conference."""
        if self.days or not (self.conference_days and self.year):
            return self.days
        return Sourced(value=self.conference_days, source=f"{self.conference_name} {self.year.value}")

    @property
    def name_words(self) -> frozenset[str]:
        """The words that make the name of the devroom."""
        return key_words(self.name.value) if self.name else frozenset()

    @property
    def conference_name(self) -> str:
        return self.conference.name if self.conference else ""

    def is_conference(self, word: str) -> bool:
        """Whether a word names the conference or the event itself."""
        word = word.casefold()
        return len(word) > 1 and (word in self.conference_name.casefold().split() or self.names.has_word(word))

    def year_of(self, link: LinkClaim) -> int | None:
        """Return the year that a link to the conference's own sites, or one that names the conference or the event, states."""
        name = self.conference_name.casefold()
        if name and name in link.host.split("."):
            return next((year for _, year in link.years), None)
        if name:
            return next((year for letters, year in link.years if letters and letters == name), None)
        return self.names.year_of(link)

    def date_of(self, role: Role) -> Sourced[When] | None:
        """Return the date that is known for the role of a step."""
        found = {Role.OPENS: self.opens, Role.CLOSES: self.closes}.get(role)
        if role in _LABELS:
            matching = [known for label, known in self.milestones if _LABELS[role].search(label)]
            found = matching[0] if len(matching) == 1 else None
        return found if found and found.value.is_known else None

    def is_day_of_event(self, claim: DateClaim) -> bool:
        """Whether a date is one of the event or of its conference, whatever stands around it."""
        days = {*(self.days.value if self.days else ()), *self.conference_days}
        stated = claim.all_dates(self.days.value[0].year if self.days else None)
        return bool(stated) and (days.issuperset(stated) or claim.other in days)

    def is_step(self, claim: DateClaim) -> bool:
        """Whether a date is the one that the record gives under a label in its line."""
        line = " ".join(claim.line.split()).casefold()
        return any(label in line and claim.falls_on(when.days) for label, when in self.steps)

    def is_open_step(self, claim: Claim) -> bool:
        """Whether the record, too, does not know the date of a step whose label stands in a line."""
        line = " ".join(claim.line.split()).casefold()
        return any(label in line and not when.is_known for label, when in self.steps)

    def calls(self, name: str) -> bool:
        """Whether a name is one of those the edition goes by."""
        own = [self.name.value] if self.name else []
        return any(are_alike(name, other) for other in (*own, *self.aliases))


_IDLE = frozenset({
    "and", "the", "of", "for", "in", "on", "with", "to", "a", "an", "devroom", "dev", "room", "developer", "track", "or",
    "free", "open", "source", "software", "community", "tools", "development", "projects", "technologies", "languages",
})  # fmt: skip
_WORD = re.compile(r"[\w+#.]+")


def key_words(name: str) -> frozenset[str]:
    """Return the words that make a name, in one form: `Big Data and HPC` and `HPC, Big Data` share theirs."""
    words = [word.strip(".") for word in _WORD.findall(name.casefold().replace("’", "'"))]
    telling = frozenset(_singular(word) for word in words if word and word not in _IDLE)
    return telling or frozenset(words)


def are_alike(name: str, other: str) -> bool:
    """Whether two names share a word, or one is the initials of the other."""
    words, theirs = key_words(name), key_words(other)
    long = ((a, b) for a in words for b in theirs if min(len(a), len(b)) > 3)
    shares_word = not words.isdisjoint(theirs) or any(a.startswith(b) or b.startswith(a) for a, b in long)
    return shares_word or not (initials(name).isdisjoint(theirs) and initials(other).isdisjoint(words))


def initials(name: str) -> set[str]:
    """Return the initials of a name, with and without its small words."""
    words = re.findall(r"[A-Za-z]+", name)
    return {
        "".join(word[0] for word in chosen).casefold()
        for chosen in (words, [word for word in words if word[0].isupper()])
        if len(chosen) > 1
    }


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
