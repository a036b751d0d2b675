"""The record of one edition. Descriptions and examples stand here once: schema, scaffold and reference print them."""

from typing import Annotated, Literal

from pydantic import Field, Tag

from devroom_gen.record.conference import InlineConference
from devroom_gen.record.scalars import (
    DATE_FORM,
    Contact,
    Day,
    EventDays,
    Instant,
    Line,
    Model,
    Moment,
    OpeningHours,
    Paragraphs,
    Prose,
    Url,
    Year,
    Zone,
    forms,
)
from devroom_gen.record.settings import Settings


class Venue(Model):
    """Where the edition takes place."""

    name: Line = Field(description="name of the building or campus", examples=["ULB (Campus Solbosch)"])
    room: Line | None = Field(None, description="room, when it is known", examples=["H.1302"])
    city: Line | None = Field(None, description="city", examples=["Brussels"])
    country: Line | None = Field(None, description="country", examples=["Belgium"])
    map: Url | None = Field(
        None, description="link to a map", examples=["https://www.openstreetmap.org/node/1632534522"]
    )


class Required(Model):
    """One thing that a submission must include, with parts of its own."""

    item: Prose = Field(description="what must be included", examples=["Links to code or slides"])
    optional: bool = Field(False, description="true when it may be left out", strict=True)
    items: Annotated[tuple[Prose, ...], Field(description="its parts")] = ()


Deadline = Annotated[
    Annotated[Day, Tag("date")] | Annotated[Instant, Tag("date with time")],
    forms(DATE_FORM),
]


class Call(Model):
    """The call for participation."""

    opens: Moment | None = Field(None, description="day on which the call opens", examples=["2017-10-12"])
    closes: Moment | None = Field(
        None,
        description="deadline: a date, which counts to its end, or a date with a time",
        examples=["2017-12-01"],
    )
    extended: tuple[Deadline, ...] = Field(
        (), description="after an extension: the earlier deadlines, oldest first", examples=["2017-11-24"]
    )
    final: bool = Field(False, description="true when the deadline will not be extended again", strict=True)
    zone: Zone | None = Field(
        None,
        description='zone of the deadline: an IANA name or "AoE"; the conference\'s unless stated',
        examples=["Europe/Brussels"],
    )
    submit: Url | None = Field(
        None,
        description="where to submit; known from the conference and year unless stated",
        examples=["https://pretalx.fosdem.org/fosdem-2027/cfp"],
    )
    track: Line | None = Field(None, description="the track to select when submitting", examples=["Rust devroom"])
    lead: Paragraphs = Field(
        (), description="who may submit and what", examples=["Everyone is invited to propose a talk."]
    )
    include: tuple[
        Annotated[
            Annotated[Prose, Tag("text")] | Annotated[Required, Tag("table")],
            forms("an item is a text, or a table with `item`"),
        ],
        ...,
    ] = Field((), description="what a submission must include", examples=["Abstract", "Session length"])
    notes: Paragraphs = Field(
        (), description="further paragraphs on submitting", examples=["Talks are recorded and published."]
    )


class Milestone(Model):
    """A dated step that is neither the call's nor the event day."""

    label: Line = Field(description="what happens", examples=["Dinner of the devroom"])
    date: Moment = Field(description="when", examples=["2018-02-03"])
    tentative: bool = Field(False, description="true while it may still move", strict=True)
    note: Prose | None = Field(None, description="what else to know about it", examples=["Everyone is welcome"])


class Topic(Model):
    """One topic with narrower ones below it."""

    topic: Prose = Field(description="the topic", examples=["Computational paradigms"])
    items: tuple["TopicItem", ...] = Field((), description="narrower topics", examples=["Streaming engines"])


TopicItem = Annotated[
    Annotated[Prose, Tag("text")] | Annotated[Topic, Tag("table")],
    forms("a topic is a text, or a table with `topic` and `items`"),
]


class Topics(Model):
    """What talks may be about."""

    lead: Annotated[
        Annotated[Prose, Tag("text")] | Annotated[Paragraphs, Tag("list")],
        forms("the lead is a text, or a list of paragraphs"),
    ] = Field(
        Prose("Topics of interest include, but are not limited to:"),
        description="what stands above the list",
        examples=["Topics of interest include, but are not limited to:"],
    )
    items: tuple[TopicItem, ...] = Field(
        (), description="topics; a broader one is `{ topic = …, items = [ … ] }`", examples=["Tools"]
    )
    closing: Paragraphs = Field((), description="what stands below the list", examples=["Talks last 25 minutes."])


Links = Annotated[
    Annotated[Url, Tag("text")] | Annotated[tuple[Url, ...], Tag("list")],
    forms("this is a link, or a list of links"),
]


class Person(Model):
    """Somebody who organises the edition, or helped."""

    name: Line = Field(description="name of the person", examples=["Ada Lovelace"])
    url: Links | None = Field(None, description="a link, or a list of links", examples=["https://example.org/ada"])
    affiliation: Line | None = Field(None, description="employer or group", examples=["Analytical Engines"])
    affiliation_url: Url | None = Field(
        None, description="link of the affiliation", examples=["https://example.org/engines"]
    )
    group: Line | None = Field(
        None, description="heading of a further group, such as volunteers", examples=["Volunteers"]
    )


class Sponsor(Model):
    """Who supports the edition."""

    name: Line = Field(description="name of the sponsor", examples=["Engines and Sons"])
    url: Url | None = Field(None, description="link of the sponsor", examples=["https://example.org/sons"])


class RecordLinks(Model):
    """Where else to look. What the conference knows of a year need not be stated."""

    contact: Contact | None = Field(None, description="address for questions", examples=["devroom@lists.example.org"])
    programme: Url | None = Field(
        None,
        description="the schedule, once it is out",
        examples=["https://fosdem.org/2018/schedule/track/rust/"],
    )
    repository: Url | None = Field(None, description="source of the site", examples=["https://example.org/source"])
    site: Url | None = Field(None, description="address of the site", examples=["https://example.org/"])
    code_of_conduct: Url | None = Field(
        None,
        description="known from the conference and year unless stated",
        examples=["https://fosdem.org/2018/practical/conduct/"],
    )


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
        Annotated[Line, Tag("text")] | Annotated[Venue, Tag("table")],
        forms('a venue is a text, or a table such as `{ name = "…", city = "…" }`'),
    ] = Field(
        description="where it takes place: a name, or a table with `name`, `room`, `city`, `country`, `map`",
        examples=["ULB (Campus Solbosch)"],
    )
    pitch: Annotated[Paragraphs, Field(min_length=1)] = Field(
        description="why to come: paragraphs in Markdown with placeholders such as `{edition}`, one text each",
        examples=["Welcome to the {edition} edition of the {name} devroom."],
    )

    hours: OpeningHours | None = Field(None, description='hours of the day, or "full day"', examples=["09:00-17:00"])
    schedule: Moment | None = Field(None, description="day on which the schedule is published", examples=["2017-12-15"])
    edition: Annotated[int, Field(ge=1, le=999, strict=True)] | None = Field(
        None, description="number of the edition; counted from the series unless stated", examples=[3]
    )
    mode: Literal["on-site", "online", "hybrid"] | None = Field(
        None, description="on-site unless stated, or online with the whole conference", examples=["online"]
    )
    phase: Literal["announced", "open", "extended", "closed", "scheduled", "past"] | None = Field(
        None, description="where the edition stands; told from its dates and the day unless stated", examples=["closed"]
    )
    title: Prose | None = Field(
        None,
        description="title of the page; built as the settings say unless stated",
        examples=["{conference.short} {name} Devroom"],
    )
    conference: (
        Annotated[
            Annotated[Line, Tag("text")] | Annotated[InlineConference, Tag("table")],
            forms('a conference is a name, or a table such as `{ name = "…", days = [ … ] }`'),
        ]
        | None
    ) = Field(
        None,
        description="what hosts the edition: the name of a file of facts, or a table; as the settings say unless stated",
        examples=["fosdem"],
    )
    call: Call | None = Field(None, description="the call for participation")
    milestones: tuple[Milestone, ...] = Field((), description="any further dates")
    topics: Topics | None = Field(None, description="what talks may be about")
    organizers: tuple[Person, ...] = Field((), description="who organises the edition")
    sponsors: tuple[Sponsor, ...] = Field((), description="who supports it")
    links: RecordLinks = Field(default_factory=RecordLinks, description="where else to look")
    settings: Settings | None = Field(None, description="settings of the site that are other for this edition alone")
