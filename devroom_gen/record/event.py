"""The record of one edition. Descriptions and examples stand here once: schema, scaffold and reference print them."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from devroom_gen.record.conference import InlineConference
from devroom_gen.record.dates import Day, Deadline, EventDays, Hourly, Moment
from devroom_gen.record.scalars import (
    FORM,
    Contact,
    Line,
    Model,
    Paragraphs,
    PhaseName,
    Prose,
    TextOrList,
    TextOrTable,
    Title,
    Url,
    Year,
    Zone,
    forms,
    optional,
)
from devroom_gen.record.settings import Settings
from devroom_gen.toml.values import KeyPath


class Venue(Model):
    """Where the edition takes place."""

    name: Line = Field(description="name of the building or campus", examples=["ULB (Campus Solbosch)"])
    room: Line | None = optional("room, when it is known", "H.1302")
    city: Line | None = optional("city", "Brussels")
    country: Line | None = optional("country", "Belgium")
    map: Url | None = optional("link to a map", "https://www.openstreetmap.org/node/1632534522")


class Required(Model):
    """One thing that a submission must include, with parts of its own."""

    item: Prose = Field(description="what must be included", examples=["Links to code or slides"])
    optional: bool = Field(False, description="true when it may be left out", strict=True)
    items: Annotated[tuple[Prose, ...], Field(description="its parts")] = ()


Item = Annotated[TextOrTable[Prose, Required], forms("an item is a text, or a table with `item`")]


Minutes = Annotated[int, Field(ge=1, le=1440, strict=True)]


class Format(Model):
    """One kind of talk: how long it is."""

    name: Line = Field(description="name of the format", examples=["Lightning talk"])
    minutes: Minutes = Field(description="how long it is, in minutes", examples=[10])
    questions: Minutes | None = optional("further minutes for questions", 5)
    note: Prose | None = optional("what else to know about it", "For a first look at a new tool")


class Mail(Model):
    """What the mailed call says beside all that the pages say."""

    before: Paragraphs = optional("paragraphs above all else", "Dear all,", default=())
    after: Paragraphs = optional("paragraphs below all else", "Please forward this mail.", default=())


class Call(Model):
    """The call for participation."""

    opens: Moment | None = optional("day on which the call opens", "2017-10-12")
    closes: Moment | None = optional("deadline: a date, which counts to its end, or a date with a time", "2017-12-01")
    extended: tuple[Deadline, ...] = optional(
        "after an extension: the earlier deadlines, oldest first", "2017-11-24", default=()
    )
    final: bool = Field(False, description="true when the deadline will not be extended again", strict=True)
    notified: Moment | None = optional("day on which speakers are told", "2017-12-08")
    zone: Zone | None = optional(
        'zone of the deadline: an IANA name or "AoE"; the conference\'s unless stated', "Europe/Brussels"
    )
    submit: Url | None = optional(
        "where to submit; known from the conference and year unless stated",
        "https://pretalx.fosdem.org/fosdem-2027/cfp",
    )
    track: Line | None = optional("the track to select when submitting", "Rust devroom")
    lead: Paragraphs = optional("who may submit and what", "Everyone is invited to propose a talk.", default=())
    include: tuple[Item, ...] = optional("what a submission must include", "Abstract", "Session length", default=())
    formats: tuple[Format, ...] = Field((), description="kinds of talks, with their lengths")
    notes: Paragraphs = optional("further paragraphs on submitting", "Talks are recorded and published.", default=())
    mail: Mail | None = Field(None, description="what the mailed call says beside all that the pages say")


class NamedCall(Call):
    """One of several calls, each for a kind of submissions, with all keys of `[call]`."""

    name: Line = Field(description="what the call is for", examples=["Posters"])


class Milestone(Model):
    """A dated step that is neither the call's nor the event day."""

    label: Line = Field(description="what happens", examples=["Dinner of the devroom"])
    date: Moment = Field(description="when", examples=["2018-02-03"])
    tentative: bool = Field(False, description="true while it may still move", strict=True)
    note: Prose | None = optional("what else to know about it", "Everyone is welcome")


class Topic(Model):
    """One topic with narrower ones below it."""

    topic: Prose = Field(description="the topic", examples=["Computational paradigms"])
    items: tuple["TopicItem", ...] = optional("narrower topics", "Streaming engines", default=())


TopicItem = Annotated[TextOrTable[Prose, Topic], forms("a topic is a text, or a table with `topic` and `items`")]


class Topics(Model):
    """What talks may be about."""

    lead: Annotated[TextOrList[Prose, Paragraphs], forms("the lead is a text, or a list of paragraphs")] = Field(
        Prose("Topics of interest include, but are not limited to:"),
        description="what stands above the list",
        examples=["Topics of interest include, but are not limited to:"],
    )
    items: tuple[TopicItem, ...] = optional(
        "topics; a broader one is `{ topic = …, items = [ … ] }`", "Tools", default=()
    )
    closing: Paragraphs = optional("what stands below the list", "Talks last 25 minutes.", default=())


class LabelledLink(Model):
    """A link that is shown under a label."""

    label: Line = Field(description="what is shown", examples=["Mastodon"])
    url: Url = Field(description="where it leads", examples=["https://mastodon.example/@ada"])


AnyLink = Annotated[TextOrTable[Url, LabelledLink], forms('a link is a text, or `{ label = "…", url = "…" }`')]
Links = Annotated[TextOrList[Url, tuple[AnyLink, ...]], forms("this is a link, or a list of links")]
Contacts = Annotated[
    TextOrList[Contact, Annotated[tuple[Contact, ...], Field(min_length=1)]],
    forms("this is an address, or a list of addresses"),
]


class Person(Model):
    """Somebody who organises the edition, or helped."""

    name: Line = Field(description="name of the person", examples=["Ada Lovelace"])
    url: Links | None = optional(
        "a link, or a list of links; one may be `{ label = …, url = … }`", "https://example.org/ada"
    )
    affiliation: Line | None = optional("employer or group", "Analytical Engines")
    affiliation_url: Url | None = optional("link of the affiliation", "https://example.org/engines")
    note: Title | None = optional("what else stands in the line, in Markdown: country, role, handle", "*chair*")
    group: Line | None = optional("heading of a further group, such as volunteers", "Volunteers")


class GroupNote(Model):
    """What is said of a group, also while nobody belongs to it."""

    group: Line = Field(description="heading of the group", examples=["Volunteers"])
    note: Prose = Field(description="what is said below the heading", examples=["We look for helpers: write to us."])


def _form_of_person(value: Any) -> str:
    keys = value if isinstance(value, dict) else getattr(value, "model_fields_set", ())
    return f"{FORM}{'note' if 'note' in keys and 'name' not in keys else 'table'}"


AnyPerson = Annotated[
    Annotated[Person, Tag(f"{FORM}table")] | Annotated[GroupNote, Tag(f"{FORM}note")],
    Discriminator(_form_of_person),
]


class Sponsor(Model):
    """Who supports the edition."""

    name: Line = Field(description="name of the sponsor", examples=["Engines and Sons"])
    url: Url | None = optional("link of the sponsor", "https://example.org/sons")


class RecordLinks(Model):
    """Where else to look. What the conference knows of a year need not be stated."""

    contact: Contacts | None = optional(
        "address for questions, or a list of addresses and pages", "devroom@lists.example.org"
    )
    forum: Url | None = optional("where one can talk before the event", "https://forum.example.org/devroom")
    chat: Url | None = optional("where one can chat", "https://matrix.to/#/#devroom:example.org")
    programme: Url | None = optional("the schedule, once it is out", "https://fosdem.org/2018/schedule/track/rust/")
    repository: Url | None = optional("source of the site", "https://example.org/source")
    site: Url | None = optional("address of the site", "https://example.org/")
    code_of_conduct: Url | None = optional(
        "known from the conference and year unless stated", "https://fosdem.org/2018/practical/conduct/"
    )


Number = Annotated[int, Field(ge=1, le=999, strict=True)]
Mode = Literal["on-site", "online", "hybrid", "TBD"]


class Change(Model):
    """What became of an edition after it was announced."""

    to: Literal["cancelled", "postponed", "online"] = Field(
        description="`cancelled`, `postponed`, or `online` for one that moved there", examples=["postponed"]
    )
    on: Day | None = optional("day on which that was decided", "2017-12-20")
    text: Prose | None = optional("a sentence on it", "The hall is closed until summer.")


HostedBy = Annotated[
    TextOrTable[Line, InlineConference],
    forms('a conference is a name, or a table such as `{ name = "…", days = [ … ] }`'),
]


class Event(Model):
    """One yearly edition: everything that is known of it. Only the first five keys are required."""

    name: Line = Field(
        description="name of the devroom as the conference lists it; titles are built from it",
        examples=["HPC, Big Data, and Data Science"],
    )
    year: Year = Field(description="year of the edition, equal to the name of the file", examples=[2018])
    date: EventDays = Field(
        description='day of the event; `[day, day]` for two, `{ either = [day, day] }` or "TBD" while it is not decided',
        examples=["2018-02-04"],
    )
    venue: Annotated[
        TextOrTable[Line, Venue], forms('a venue is a text, or a table such as `{ name = "…", city = "…" }`')
    ] = Field(
        description="where it takes place: a name, or a table with `name`, `room`, `city`, `country`, `map`",
        examples=["ULB (Campus Solbosch)"],
    )
    pitch: Annotated[Paragraphs, Field(min_length=1)] = Field(
        description="why to come: paragraphs in Markdown with placeholders such as `{edition}`, one text each",
        examples=["Welcome to the {edition} edition of the {name} devroom."],
    )

    hours: Hourly | None = optional('hours of the day, or "full day"; a list where each day has its own', "09:00-17:00")
    schedule: Moment | None = optional("day on which the schedule is published", "2017-12-15")
    edition: Number | None = optional("number of the edition; counted from the series unless stated", 3)
    mode: Mode | None = optional("on-site unless stated, or online with the whole conference", "online")
    phase: PhaseName | None = optional(
        "where the edition stands, also `cancelled` or `postponed`; told from its dates and the day unless stated",
        "closed",
    )
    title: Title | None = optional(
        "title of the page; built as the settings say unless stated", "{conference.short} {name} Devroom"
    )
    conference: HostedBy | None = optional(
        "what hosts the edition: the name of a file of facts, or a table; as the settings say unless stated", "fosdem"
    )
    change: Change | None = Field(None, description="what became of it: cancelled, postponed, moved online")
    banner: Paragraphs = optional("paragraphs at the top of the page, above all else", "Join us!", default=())
    call: Call | None = Field(None, description="the call for participation")
    calls: tuple[NamedCall, ...] = Field((), description="several calls, in the place of one")
    milestones: tuple[Milestone, ...] = Field((), description="any further dates")
    topics: Topics | None = Field(None, description="what talks may be about")
    organizers: tuple[AnyPerson, ...] = Field((), description="who organises the edition")
    sponsors: tuple[Sponsor, ...] = Field((), description="who supports it")
    links: RecordLinks = Field(default_factory=RecordLinks, description="where else to look")
    settings: Settings | None = Field(None, description="settings of the site that are other for this edition alone")

    @property
    def all_calls(self) -> list[tuple[KeyPath, Call]]:
        """The calls with the paths of their keys: the one, or each of several."""
        one: list[tuple[KeyPath, Call]] = [(("call",), self.call)] if self.call else []
        return one + [(("calls", number), call) for number, call in enumerate(self.calls)]

    @property
    def people(self) -> list[tuple[KeyPath, Person]]:
        """Everybody who is listed, with the paths of their keys."""
        listed = enumerate(self.organizers)
        return [(("organizers", number), each) for number, each in listed if isinstance(each, Person)]
