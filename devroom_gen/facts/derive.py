"""From an event, its series and its conference to the facts. Pure: no file, no clock, no environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from devroom_gen.english import ordinal, ordinal_word
from devroom_gen.facts.model import (
    CallFacts,
    Count,
    Facts,
    Host,
    Item,
    Link,
    LogoFacts,
    MilestoneFacts,
    PersonFacts,
    Place,
    TopicsFacts,
    Year,
)
from devroom_gen.facts.placeholders import fill_placeholders
from devroom_gen.facts.when import When, read_when
from devroom_gen.record.conference import Conference, ConferenceVenue, InlineConference, fill_year
from devroom_gen.record.event import Call, Event, Person, Required, Topic, Topics, Venue
from devroom_gen.record.scalars import Hours, Prose
from devroom_gen.record.settings import Settings

DEFAULT_TITLE = Prose("{conference.short} {name} Devroom")
DEFAULT_TBD = "TBD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What surrounds an event: its identity, its number in the series, its conference and its settings."""

    id: str
    number: int
    conference: Conference | InlineConference
    settings: Settings

    @property
    def series(self) -> str:
        return self.id.rpartition("/")[0]


def number_editions(stated: Mapping[int, int | None]) -> dict[int, int]:
    """Count the editions of one series by their years; a stated number restarts the count."""
    numbers: dict[int, int] = {}
    number = 0
    for year in sorted(stated):
        number = stated[year] or number + 1
        numbers[year] = number
    return numbers


def derive(event: Event, edition: Edition) -> Facts:
    """Derive everything that is said about an edition from what is written down once."""
    tbd = edition.settings.words.tbd or DEFAULT_TBD
    host = _derive_host(event.year, edition.conference, tbd)
    venue, city, country, place = _derive_place(event, edition.conference)
    year = Year(text=str(event.year), short=f"{event.year % 100:02}")
    links, logo = event.links, edition.settings.logo
    conduct = links.code_of_conduct or conference_link(edition.conference, "code_of_conduct", event.year)
    count = Count(text=ordinal(edition.number), number=edition.number, word=ordinal_word(edition.number))
    known = {
        "name": event.name,
        "year": year.text,
        "year.short": year.short,
        "edition": count.text,
        "edition.number": str(count.number),
        "edition.word": count.word,
        "conference": host.text,
        "conference.name": host.name,
        "conference.short": host.short,
    }
    title = event.title or edition.settings.title or DEFAULT_TITLE
    return Facts(
        id=edition.id,
        series=edition.series,
        name=event.name,
        title=fill_placeholders(title, lambda name: known.get(name, f"{{{name}}}")),
        year=year,
        edition=count,
        conference=host,
        date=read_when(event.date, tbd),
        hours=_write_hours(event.hours),
        mode=event.mode,
        venue=venue,
        place=place,
        city=city,
        country=country,
        pitch=event.pitch,
        call=_derive_call(event.call, edition, event.year, tbd) if event.call else None,
        milestones=tuple(
            MilestoneFacts(text=m.label, date=read_when(m.date, tbd), tentative=m.tentative, note=m.note)
            for m in event.milestones
        ),
        topics=_derive_topics(event.topics) if event.topics else None,
        organizers=tuple(_derive_person(person) for person in event.organizers),
        sponsors=tuple(PersonFacts(text=s.name, urls=_links(s.url)) for s in event.sponsors),
        contact=links.contact,
        programme=_link(links.programme),
        repository=_link(links.repository),
        site=_link(links.site),
        code_of_conduct=_link(conduct),
        logo=LogoFacts(src=logo.src, alt=logo.alt) if logo else None,
        tbd=tbd,
    )


def conference_link(conference: Conference | InlineConference, name: str, year: int) -> str | None:
    """Give a link that the conference knows of one year: `home`, `submit`, `code_of_conduct`, `archive`."""
    if isinstance(conference, Conference):
        return conference.link(name, year)
    return {"home": conference.url, "submit": conference.submit, "code_of_conduct": conference.code_of_conduct}.get(
        name
    )


def conference_days(conference: Conference | InlineConference, year: int) -> tuple[date, ...]:
    """Give the days of the conference in one year; none where they are not known."""
    if isinstance(conference, InlineConference):
        return conference.days or ()
    known = conference.years.get(str(year))
    return known.days if known else ()


def _derive_host(year: int, conference: Conference | InlineConference, tbd: str) -> Host:
    named = f"{conference.name} {year}"
    return Host(
        text=named,
        name=conference.name,
        short=fill_year(conference.short, year) if conference.short else named,
        url=_link(conference_link(conference, "home", year)),
        date=When(days=conference_days(conference, year), tbd=tbd),
    )


def _derive_place(event: Event, conference: Conference | InlineConference) -> tuple[Place, str | None, str | None, str]:
    venue = event.venue if isinstance(event.venue, Venue) else Venue(name=event.venue)
    home: ConferenceVenue | None = conference.venue if isinstance(conference, Conference) else None
    is_home = home is not None and venue.city in (None, home.city)
    city = venue.city or (home.city if home and is_home else None)
    country = venue.country or (home.country if home and is_home else None)
    map_link = venue.map or (home.map if home and home.name == venue.name else None)
    if event.mode == "online":
        place = "online"
    else:
        place = ", ".join(part for part in (city, country) if part) or venue.name
        place += " and online" if event.mode == "hybrid" else ""
    return Place(text=venue.name, room=venue.room, map=_link(map_link)), city, country, place


def _derive_call(call: Call, edition: Edition, year: int, tbd: str) -> CallFacts:
    return CallFacts(
        opens=read_when(call.opens, tbd) if call.opens else None,
        closes=read_when(call.closes, tbd) if call.closes else None,
        extended=tuple(read_when(each, tbd) for each in call.extended),
        final=call.final,
        submit=_link(call.submit or conference_link(edition.conference, "submit", year)),
        track=call.track,
        lead=call.lead,
        include=tuple(_derive_item(item) for item in call.include),
        notes=call.notes,
    )


def _derive_topics(topics: Topics) -> TopicsFacts:
    lead = (topics.lead,) if isinstance(topics.lead, str) else topics.lead
    return TopicsFacts(lead=lead, items=tuple(_derive_item(item) for item in topics.items), closing=topics.closing)


def _derive_item(item: Prose | Topic | Required) -> Item:
    if isinstance(item, str):
        return Item(text=item, items=())
    if isinstance(item, Required):
        return Item(
            text=item.item, items=tuple(Item(text=each, items=()) for each in item.items), optional=item.optional
        )
    return Item(text=item.topic, items=tuple(_derive_item(each) for each in item.items))


def _derive_person(person: Person) -> PersonFacts:
    urls = person.url if isinstance(person.url, tuple) else (person.url,) if person.url else ()
    return PersonFacts(
        text=person.name,
        urls=tuple(Link(url) for url in urls),
        affiliation=person.affiliation,
        affiliation_url=_link(person.affiliation_url),
        group=person.group,
    )


def _write_hours(hours: Hours | str | None) -> str | None:
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}" if isinstance(hours, Hours) else hours


def _link(url: str | None) -> Link | None:
    return Link(url) if url else None


def _links(url: str | None) -> tuple[Link, ...]:
    return (Link(url),) if url else ()
