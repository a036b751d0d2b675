"""The shape of a expected. What is not known is none, and judges nothing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from devroom_gen.diagnostics.diagnostic import Location
from devroom_gen.facts.model import Facts, PersonFacts
from devroom_gen.facts.when import When
from devroom_gen.record.conference import Conference

T = TypeVar("T")
Place: TypeAlias = Callable[[], Location | None]


def nowhere() -> None:
    return None


class Sourced(NamedTuple, Generic[T]):
    """A fact, who states it, and where that can be shown."""

    value: T
    source: str
    place: Place = nowhere


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What is known of the edition that pages are about."""

    is_stated: bool
    conference: Conference | None = None
    titles: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    year: Sourced[int] | None = None
    days: Sourced[tuple[date, ...]] | None = None
    is_either: bool = False
    conference_days: tuple[date, ...] = ()
    name: Sourced[str] | None = None
    aliases: tuple[str, ...] = ()
    number: Sourced[int] | None = None
    opens: Sourced[When] | None = None
    closes: Sourced[When] | None = None
    extended: tuple[When, ...] = ()
    milestones: tuple[tuple[str, Sourced[When]], ...] = ()
    organizers: Sourced[tuple[PersonFacts, ...]] | None = None
    contact: Sourced[str] | None = None
    mode: Sourced[str] | None = None
    room: Sourced[str] | None = None
    hours: Sourced[str] | None = None
    links: Mapping[str, Sourced[str]] = field(default_factory=dict)
    around: tuple[Facts, ...] = ()

    @cached_property
    def before(self) -> tuple[Facts, ...]:
        """Return the earlier editions of the series, the latest first."""
        year = self.year.value if self.year else 0
        return tuple(
            sorted((f for f in self.around if int(f.year.text) < year), key=lambda f: f.year.text, reverse=True)
        )

    @property
    def conference_name(self) -> str:
        return self.conference.name if self.conference else ""

    def is_conference(self, word: str) -> bool:
        """Whether a word names the conference or the event itself."""
        word = word.casefold()
        return len(word) > 1 and (word in self.conference_name.casefold().split() or word in self.titles)

    def calls(self, name: str) -> bool:
        """Whether a name is one of those the edition goes by."""
        wanted = key_words(name)
        own = [self.name.value] if self.name else []
        return any(are_alike(wanted, name, other) for other in (*own, *self.aliases))


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


def are_alike(words: frozenset[str], name: str, other: str) -> bool:
    """Whether two names share a word, or one is the initials of the other."""
    theirs = key_words(other)
    if words & theirs or any(
        a.startswith(b) or b.startswith(a) for a in words for b in theirs if min(len(a), len(b)) > 3
    ):
        return True
    return bool(initials(name) & set(theirs)) or bool(initials(other) & set(words))


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
