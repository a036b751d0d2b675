"""The shape of the facts. Names and nesting here are the names that templates and placeholders use.

A group of facts has a `text`: what stands for it when it is named alone, as in `{edition}` or `{conference}`. The line
below a field says what it is; the reference of templates is printed from these lines.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from devroom_gen.facts.parts import (
    ChangeFacts,
    ConferenceFacts,
    ContactFacts,
    Count,
    Group,
    Link,
    LogoFacts,
    Name,
    PersonFacts,
    Place,
    PreviousEdition,
    SectionFacts,
    Year,
)
from devroom_gen.facts.phase import Phase
from devroom_gen.facts.when import When
from devroom_gen.record.scalars import Prose


class Item(NamedTuple):
    """One entry of a list, with narrower entries below it; `optional` is the word for what may be left out."""

    text: Prose
    """the entry itself"""
    items: tuple["Item", ...] = ()
    """narrower entries below it"""
    optional: str | None = None
    """the word that says that it may be left out, where it may"""


class FormatFacts(NamedTuple):
    """A kind of talk; the text is its name."""

    text: str
    """its name"""
    length: str
    """how long it is: `20 minutes + 5 minutes for questions`"""
    note: Prose | None
    """what else to know about it"""


class MailFacts(NamedTuple):
    """What the mailed call says beside all that the pages say."""

    before: tuple[Prose, ...]
    """paragraphs above all else"""
    after: tuple[Prose, ...]
    """paragraphs below all else"""


class CallFacts(NamedTuple):
    """A call for participation; the text is its name where there are several."""

    text: str
    """what it is for, where there are several; empty otherwise"""
    phase: Phase
    """where it stands"""
    opens: When | None
    """day on which the call opens"""
    closes: When | None
    """the deadline that counts"""
    last_day: date | None
    """last day of the call in the zone of the conference, as `2017-12-01`"""
    extended: tuple[When, ...]
    """earlier deadlines, oldest first"""
    final: bool
    """whether the deadline stays"""
    notified: When | None
    """day on which speakers are told"""
    clock: Link | None
    """link to a clock that shows the deadline anywhere, where the settings ask for it"""
    submit: Link | None
    """where to submit"""
    system: str | None
    """system to which talks are submitted"""
    how: str | None
    """how one submits there"""
    account: str | None
    """whether an account of an earlier year still works"""
    track: str | None
    """the track to select when submitting"""
    lead: tuple[Prose, ...]
    """who may submit and what"""
    include: tuple[Item, ...]
    """what a submission must include"""
    formats: tuple[FormatFacts, ...]
    """kinds of talks"""
    notes: tuple[Prose, ...]
    """further paragraphs on submitting"""
    mail: MailFacts | None
    """what the mailed call says beside all that the pages say"""


class Milestone(NamedTuple):
    """A dated step, from the opening of the call to the day itself."""

    text: str
    """its label"""
    date: When
    """when"""
    was: tuple[When, ...] = ()
    """the earlier deadlines after an extension, oldest first"""
    hours: str | None = None
    """hours of the day"""
    room: str | None = None
    """room"""
    note: Prose | None = None
    """what else to know about it"""
    is_final: bool = False
    """whether no later deadline will follow"""
    is_tentative: bool = False
    """whether it may still move"""
    is_main: bool = False
    """whether it is the deadline or the day of the event"""
    is_event: bool = False
    """whether it is the day of the event"""
    clock: Link | None = None
    """link to a clock that shows it anywhere"""


class TopicsFacts(NamedTuple):
    """What talks may be about."""

    lead: tuple[Prose, ...]
    """what stands above the list"""
    items: tuple[Item, ...]
    """topics"""
    closing: tuple[Prose, ...]
    """what stands below the list"""


class Facts(NamedTuple):
    """All facts of one edition. `place` is where people go: `Brussels, Belgium`, or `online`."""

    id: str
    """`rust/2018`"""
    series: str
    """`rust`; empty where there is one devroom"""
    language: Name
    """language of the pages: `en`"""
    name: str
    """name of the devroom"""
    title: str
    """title of the page"""
    year: Year
    """year of the edition"""
    edition: Count
    """number of the edition"""
    conference: ConferenceFacts
    """the conference in that year"""
    phase: Phase
    """where the edition stands"""
    change: ChangeFacts | None
    """what became of it after it was announced: cancelled, postponed, moved online"""
    date: When
    """day of the event"""
    hours: str | None
    """hours of the day"""
    mode: Name
    """`on-site` or `online`"""
    venue: Place
    """the venue"""
    place: str
    """where people go: `Brussels, Belgium`, or the word for online"""
    city: str | None
    """city"""
    country: str | None
    """country"""
    banner: tuple[Prose, ...]
    """paragraphs at the top of the page"""
    pitch: tuple[Prose, ...]
    """paragraphs that say why to come"""
    call: CallFacts | None
    """the call for participation, where there is one"""
    calls: tuple[CallFacts, ...]
    """all calls: the one, or each of several"""
    schedule: When | None
    """day on which the schedule is published"""
    milestones: tuple[Milestone, ...]
    """all dated steps in their order, from the opening of the call to the day itself"""
    topics: TopicsFacts | None
    """what talks may be about"""
    organizers: tuple[Group, ...]
    """who organises the edition, in groups"""
    sponsors: tuple[PersonFacts, ...]
    """who supports it"""
    contact: ContactFacts | None
    """where questions go"""
    contacts: tuple[ContactFacts, ...]
    """all addresses for questions, the first one too"""
    forum: Link | None
    """where one can talk before the event"""
    chat: Link | None
    """where one can chat"""
    programme: Link | None
    """the schedule, once it is out"""
    repository: Link | None
    """source of the site"""
    site: Link | None
    """address of the site"""
    code_of_conduct: Link | None
    """the code of conduct"""
    previous: tuple[PreviousEdition, ...]
    """earlier editions of the series, newest first, where there is a section `editions`"""
    logo: LogoFacts | None
    """the picture above the text"""
    sections: tuple[SectionFacts, ...]
    """the sections of the pages in their order"""
    words: Mapping[str, str]
    """the fixed words of pages, by the keys of `[settings.words]`"""

    @property
    def next_call(self) -> CallFacts | None:
        """The call that closes next of those that have not closed; where all have, the last one."""
        is_open = [each for each in self.calls if not each.phase.is_closed]
        by_day = sorted(is_open or self.calls, key=lambda each: each.last_day or date.max)
        return (by_day[0] if is_open else by_day[-1]) if by_day else None
