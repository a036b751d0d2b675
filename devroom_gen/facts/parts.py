"""The parts of the facts that are no call and no step: names, places, people, sections. What `model` says of names holds here."""

from typing import NamedTuple

from devroom_gen.facts.undecided import if_decided
from devroom_gen.facts.when import When
from devroom_gen.record.scalars import Prose


class Link(str):
    """A web address, kept as typed."""

    __slots__ = ()


def as_link(url: str | None) -> Link | None:
    """Return an address as a link, if there is one and it is decided."""
    return Link(url) if url and if_decided(url) else None


class Name(str):
    """A name for machines, of letters, digits and dashes, which needs no escaping."""

    __slots__ = ()


class Count(NamedTuple):
    """Which edition of its series this is: `2nd`, 2 and `second`."""

    text: str
    """`2nd`"""
    number: int
    """`2`"""
    word: str
    """`second`"""
    total: str
    """`12th`, with the editions before those that are counted"""


class Year(NamedTuple):
    """The year of the edition: `2017` and, in two digits, `17`."""

    text: str
    """`2017`"""
    short: str
    """`17`"""


class ConferenceFacts(NamedTuple):
    """The conference in the year of the edition: `FOSDEM 2017`."""

    text: str
    """`FOSDEM 2017`"""
    name: str
    """`FOSDEM`"""
    short: str
    """as titles name it: `FOSDEM'17`"""
    url: Link | None
    """its page of that year"""
    date: When
    """its days"""
    about: str | None
    """what it is"""
    recording: str | None
    """that talks are recorded, and under which licence"""
    schedule: Link | None
    """export of its schedule"""


class Place(NamedTuple):
    """The venue; its text is its name."""

    text: str
    """the name of the building or campus"""
    room: str | None
    """room"""
    map: Link | None
    """link to a map"""


class LabelledLink(NamedTuple):
    """A link with its label."""

    text: str
    """what is shown; empty where the address itself is"""
    url: Link
    """where it leads"""


class PersonFacts(NamedTuple):
    """An organiser or a sponsor; the text is the name, `links` are those after the first."""

    text: str
    """the name"""
    url: Link | None
    """the first link"""
    links: tuple[LabelledLink, ...] = ()
    """further links"""
    affiliation: str | None = None
    """employer or group"""
    affiliation_url: Link | None = None
    """link of the affiliation"""
    note: Prose | None = None
    """what else stands in the line: country, role, handle"""


class Group(NamedTuple):
    """People under one heading; the organisers themselves have none of their own."""

    text: str
    """the heading"""
    is_further: bool
    """whether it is a group beside the organisers"""
    people: tuple[PersonFacts, ...]
    """who belongs to it"""
    notes: tuple[Prose, ...] = ()
    """what is said of it below its heading"""


class ContactFacts(NamedTuple):
    """Where questions go: an address or a page. `shown` hides the address from harvesters."""

    text: str
    """the address"""
    shown: str
    """the address as harvesters do not read it"""
    url: Link
    """link that writes to it"""


class ChangeFacts(NamedTuple):
    """What became of the edition after it was announced."""

    text: Prose
    """a sentence on it; empty where there is none"""
    to: Name
    """`cancelled`, `postponed` or `online`"""
    date: When | None
    """day on which that was decided"""
    said: str
    """what pages say first: `This edition is cancelled.`"""


class PreviousEdition(NamedTuple):
    """An earlier edition of the series; the text is its conference and year."""

    text: str
    """its conference and year: `FOSDEM 2016`"""
    year: Year
    """its year"""
    edition: Count
    """its number"""
    url: Link | None
    """its site, where that is another one, or its schedule"""


class FrontMatter(NamedTuple):
    """A further key of a section's front matter."""

    key: Name
    """the key"""
    value: str | bool | int
    """its value"""


class SectionFacts(NamedTuple):
    """One section of the pages; its text is its title, `number` its place in the order, `body` a text of its own."""

    text: str
    """its title"""
    name: Name
    """its name: `dates`"""
    number: int
    """its place in the order"""
    bg: str | None
    """colour of the band"""
    color: str | None
    """colour of the text"""
    style: str | None
    """style of the theme"""
    icon: str | None
    """icon of Font Awesome, by its name"""
    icon_size: int
    """its size in the intro, in pixels"""
    menu: str | None
    """its name in the menu of the theme, where that is not its heading"""
    front_matter: tuple[FrontMatter, ...]
    """further keys of its front matter"""
    body: tuple[Prose, ...]
    """paragraphs of a section of your own"""
    notes: tuple[Prose, ...]
    """what stands below all else in it"""


class LogoFacts(NamedTuple):
    """The picture above the text."""

    src: str
    """path of the picture, as the page links it"""
    alt: str
    """what the picture shows"""
    width: int | None
    """its width in pixels"""
    height: int | None
    """its height in pixels"""
