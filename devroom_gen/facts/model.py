"""The shape of the facts. Names and nesting here are the names that templates and placeholders use.

A group of facts has a `text`: what stands for it when it is named alone, as in `{edition}` or `{conference}`.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from devroom_gen.facts.phase import Phase
from devroom_gen.facts.when import When
from devroom_gen.record.scalars import Prose


class Link(str):
    """A web address, kept as typed."""

    __slots__ = ()


def as_link(url: str | None) -> Link | None:
    """Return an address as a link, if there is one."""
    return Link(url) if url else None


class Name(str):
    """A name for machines, of letters, digits and dashes, which needs no escaping."""

    __slots__ = ()


class Count(NamedTuple):
    """Which edition of its series this is: `2nd`, 2 and `second`."""

    text: str
    number: int
    word: str


class Year(NamedTuple):
    """The year of the edition: `2017` and, in two digits, `17`."""

    text: str
    short: str


class ConferenceFacts(NamedTuple):
    """The conference in the year of the edition: `FOSDEM 2017`."""

    text: str
    name: str
    short: str
    url: Link | None
    date: When


class Place(NamedTuple):
    """The venue; its text is its name."""

    text: str
    room: str | None
    map: Link | None


class Item(NamedTuple):
    """One entry of a list, with narrower entries below it; `optional` is the word for what may be left out."""

    text: Prose
    items: tuple["Item", ...]
    optional: str | None = None


class CallFacts(NamedTuple):
    """The call for participation; `closes` is the one deadline that counts.

    `last_day` is the last day, in the zone of the conference, on which a submission is in time.
    """

    opens: When | None
    closes: When | None
    last_day: date | None
    extended: tuple[When, ...]
    final: bool
    submit: Link | None
    track: str | None
    lead: tuple[Prose, ...]
    include: tuple[Item, ...]
    notes: tuple[Prose, ...]


class Milestone(NamedTuple):
    """A dated step, from the opening of the call to the day itself; its text is its label.

    `was` holds the earlier deadlines after an extension, oldest first; `is_final` says that it will not move again.
    """

    text: str
    date: When
    was: tuple[When, ...] = ()
    hours: str | None = None
    room: str | None = None
    note: Prose | None = None
    is_final: bool = False
    is_tentative: bool = False
    is_main: bool = False


class TopicsFacts(NamedTuple):
    """What talks may be about."""

    lead: tuple[Prose, ...]
    items: tuple[Item, ...]
    closing: tuple[Prose, ...]


class PersonFacts(NamedTuple):
    """An organiser or a sponsor; the text is the name, `links` are those after the first."""

    text: str
    url: Link | None
    links: tuple[Link, ...] = ()
    affiliation: str | None = None
    affiliation_url: Link | None = None


class Group(NamedTuple):
    """People under one heading; the organisers themselves have none of their own."""

    text: str
    is_further: bool
    people: tuple[PersonFacts, ...]


class ContactFacts(NamedTuple):
    """Where questions go: an address or a page. `shown` hides the address from harvesters."""

    text: str
    shown: str
    url: Link


class FrontMatter(NamedTuple):
    """A further key of a section's front matter."""

    key: Name
    value: str | bool | int


class SectionFacts(NamedTuple):
    """One section of the pages; its text is its title, `number` its place in the order, `body` a text of its own."""

    text: str
    name: Name
    number: int
    bg: str | None
    color: str | None
    style: str | None
    icon: str | None
    front_matter: tuple[FrontMatter, ...]
    body: tuple[Prose, ...]


class LogoFacts(NamedTuple):
    """The picture above the text."""

    src: str
    alt: str


class Facts(NamedTuple):
    """All facts of one edition. `place` is where people go: `Brussels, Belgium`, or `online`."""

    id: str
    series: str
    name: str
    title: str
    year: Year
    edition: Count
    conference: ConferenceFacts
    phase: Phase
    date: When
    hours: str | None
    mode: Name
    venue: Place
    place: str
    city: str | None
    country: str | None
    pitch: tuple[Prose, ...]
    call: CallFacts | None
    schedule: When | None
    milestones: tuple[Milestone, ...]
    topics: TopicsFacts | None
    organizers: tuple[Group, ...]
    sponsors: tuple[PersonFacts, ...]
    contact: ContactFacts | None
    programme: Link | None
    repository: Link | None
    site: Link | None
    code_of_conduct: Link | None
    logo: LogoFacts | None
    sections: tuple[SectionFacts, ...]
    words: Mapping[str, str]
