"""From an event, its series and its conference to the facts. Pure: no file, no clock, no environment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from devroom_gen.english import ordinal, ordinal_word
from devroom_gen.facts.model import (
    CallFacts,
    ContactFacts,
    Count,
    Facts,
    FrontMatter,
    Group,
    Host,
    Item,
    Link,
    LogoFacts,
    Milestone,
    Name,
    PersonFacts,
    Place,
    SectionFacts,
    TopicsFacts,
    Year,
)
from devroom_gen.facts.phase import Calendar, Phase, derive_phase, last_day_to_submit
from devroom_gen.facts.placeholders import fill_placeholders
from devroom_gen.facts.when import When, read_when
from devroom_gen.record.conference import Conference, ConferenceVenue, InlineConference, fill_year
from devroom_gen.record.event import Call, Event, Person, Required, Topic, Topics, Venue
from devroom_gen.record.scalars import Hours, Prose
from devroom_gen.record.settings import Section, Settings

SECTIONS = ("intro", "topics", "submission", "dates", "organizers")
"""The sections that are made from facts; any other has a text of its own in the settings."""


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


def derive(event: Event, edition: Edition, today: date) -> Facts:
    """Derive everything that is said about an edition on one day from what is written down once."""
    words = {name: word for name, word in edition.settings.words if word}
    tbd = words["tbd"]
    host = _derive_host(event.year, edition.conference, tbd)
    venue, city, country, place = _derive_place(event, edition.conference, words)
    year = Year(text=str(event.year), short=f"{event.year % 100:02}")
    count = Count(text=ordinal(edition.number), number=edition.number, word=ordinal_word(edition.number))
    links, logo = event.links, edition.settings.logo
    conduct = links.code_of_conduct or conference_link(edition.conference, "code_of_conduct", event.year)
    call = _derive_call(event.call, edition, event.year, tbd) if event.call else None
    schedule = read_when(event.schedule, tbd) if event.schedule else None
    day = read_when(event.date, tbd)
    return Facts(
        id=edition.id,
        series=edition.series,
        name=event.name,
        title=_build_title(event, edition.settings, host, year, count),
        year=year,
        edition=count,
        conference=host,
        phase=_derive_phase(event, call, schedule, host, today),
        date=day,
        hours=_write_hours(event.hours, tbd),
        mode=event.mode,
        venue=venue,
        place=place,
        city=city,
        country=country,
        pitch=event.pitch,
        call=call,
        schedule=schedule,
        milestones=tuple(_derive_milestones(event, call, schedule, day, words)),
        topics=_derive_topics(event.topics) if event.topics else None,
        organizers=tuple(_group_people(event.organizers)),
        sponsors=tuple(PersonFacts(text=each.name, url=_link(each.url)) for each in event.sponsors),
        contact=_derive_contact(links.contact, words["at"]) if links.contact else None,
        programme=_link(links.programme),
        repository=_link(links.repository),
        site=_link(links.site),
        code_of_conduct=_link(conduct),
        logo=LogoFacts(src=logo.src, alt=logo.alt) if logo else None,
        sections=tuple(_derive_sections(event, edition.settings)),
        words=words,
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


def _build_title(event: Event, settings: Settings, host: Host, year: Year, count: Count) -> str:
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
    return fill_placeholders(event.title or settings.title or event.name, lambda name: known.get(name, f"{{{name}}}"))


def _derive_phase(event: Event, call: CallFacts | None, schedule: When | None, host: Host, today: date) -> Phase:
    days = read_when(event.date, "").days or host.date.days
    calendar = Calendar(
        opens=call.opens if call else None,
        last_day=call.last_day if call else None,
        is_extended=bool(call and call.extended),
        schedule=schedule,
        has_programme=event.links.programme is not None,
        last_event_day=days[-1] if days else date(event.year, 12, 31),
    )
    return derive_phase(calendar, today, event.phase)


def _derive_host(year: int, conference: Conference | InlineConference, tbd: str) -> Host:
    named = f"{conference.name} {year}"
    return Host(
        text=named,
        name=conference.name,
        short=fill_year(conference.short, year) if conference.short else named,
        url=_link(conference_link(conference, "home", year)),
        date=When(days=conference_days(conference, year), tbd=tbd),
    )


def _derive_place(
    event: Event, conference: Conference | InlineConference, words: Mapping[str, str]
) -> tuple[Place, str | None, str | None, str]:
    venue = event.venue if isinstance(event.venue, Venue) else Venue(name=event.venue)
    home: ConferenceVenue | None = conference.venue if isinstance(conference, Conference) else None
    is_home = home is not None and venue.city in (None, home.city)
    city = venue.city or (home.city if home and is_home else None)
    country = venue.country or (home.country if home and is_home else None)
    map_link = venue.map or (home.map if home and home.name == venue.name else None)
    if event.mode == "online":
        place = words["online"]
    else:
        place = ", ".join(part for part in (city, country) if part) or venue.name
        place += f" and {words['online']}" if event.mode == "hybrid" else ""
    room = words["tbd"] if venue.room == "TBD" else venue.room
    return Place(text=venue.name, room=room, map=_link(map_link)), city, country, place


def _derive_call(call: Call, edition: Edition, year: int, tbd: str) -> CallFacts:
    home = edition.conference.zone
    closes = read_when(call.closes, tbd, call.zone) if call.closes else None
    return CallFacts(
        opens=read_when(call.opens, tbd) if call.opens else None,
        closes=closes,
        last_day=last_day_to_submit(closes, call.zone or home, home) if closes else None,
        extended=tuple(read_when(each, tbd) for each in call.extended),
        final=call.final,
        submit=_link(call.submit or conference_link(edition.conference, "submit", year)),
        track=call.track,
        lead=call.lead,
        include=tuple(_derive_item(item) for item in call.include),
        notes=call.notes,
    )


def _derive_milestones(
    event: Event, call: CallFacts | None, schedule: When | None, day: When, words: Mapping[str, str]
) -> Iterator[Milestone]:
    """Give all dated steps: the call, the schedule, the record's own in the order of their days, the day itself."""
    if call and call.opens:
        yield Milestone(text=words["call_opens"], date=call.opens)
    if call and call.closes:
        yield Milestone(
            text=words["call_closes"], date=call.closes, was=call.extended, is_final=call.final, is_main=True
        )
    if schedule:
        yield Milestone(text=words["schedule"], date=schedule)
    own = [
        Milestone(text=each.label, date=read_when(each.date, day.tbd), note=each.note, is_tentative=each.tentative)
        for each in event.milestones
    ]
    yield from sorted(own, key=lambda each: each.date.days[:1] or (date.max,))
    yield Milestone(text=words["event"], date=day, hours=_write_hours(event.hours, day.tbd), is_main=True)


def _derive_topics(topics: Topics) -> TopicsFacts:
    lead = (topics.lead,) if isinstance(topics.lead, str) else topics.lead
    return TopicsFacts(lead=lead, items=tuple(_derive_item(item) for item in topics.items), closing=topics.closing)


def _derive_item(item: Prose | Topic | Required) -> Item:
    if isinstance(item, str):
        return Item(text=item, items=())
    if isinstance(item, Required):
        parts = tuple(Item(text=each, items=()) for each in item.items)
        return Item(text=item.item, items=parts, optional=item.optional)
    return Item(text=item.topic, items=tuple(_derive_item(each) for each in item.items))


def _group_people(people: tuple[Person, ...]) -> Iterator[Group]:
    headings = dict.fromkeys(["", *(person.group or "" for person in people)])
    for heading in headings:
        members = tuple(_derive_person(person) for person in people if (person.group or "") == heading)
        if members:
            yield Group(text=heading, is_further=bool(heading), people=members)


def _derive_person(person: Person) -> PersonFacts:
    urls = person.url if isinstance(person.url, tuple) else (person.url,) if person.url else ()
    return PersonFacts(
        text=person.name,
        url=_link(urls[0]) if urls else None,
        links=tuple(Link(url) for url in urls[1:]),
        affiliation=person.affiliation,
        affiliation_url=_link(person.affiliation_url),
    )


def _derive_contact(contact: str, at: str) -> ContactFacts:
    address = contact.removeprefix("mailto:")
    if "://" in address:
        return ContactFacts(text=address, shown=address, url=Link(address))
    return ContactFacts(text=address, shown=address.replace("@", f" {at} "), url=Link(f"mailto:{address}"))


def _derive_sections(event: Event, settings: Settings) -> Iterator[SectionFacts]:
    """Give the sections that have something to say; the number of each is its place in the order all the same."""
    has_facts = dict(
        zip(
            SECTIONS,
            (
                True,
                event.topics is not None,
                event.call is not None,
                bool(event.call or event.schedule or event.milestones),
                bool(event.organizers or event.sponsors),
            ),
            strict=True,
        )
    )
    for number, name in enumerate(settings.sections or (), start=1):
        section = settings.section.get(name, Section())
        if not has_facts.get(name, bool(section.text)):
            continue
        yield SectionFacts(
            text=section.title or name.capitalize(),
            name=Name(name),
            number=number,
            bg=section.bg,
            color=section.color,
            style=section.style,
            icon=section.icon,
            front_matter=tuple(FrontMatter(key=Name(key), value=value) for key, value in section.front_matter.items()),
            body=section.text,
        )


def _write_hours(hours: Hours | str | None, tbd: str) -> str | None:
    if isinstance(hours, Hours):
        return f"{hours.start:%H:%M}-{hours.end:%H:%M}"
    return tbd if hours == "TBD" else hours


def _link(url: str | None) -> Link | None:
    return Link(url) if url else None
