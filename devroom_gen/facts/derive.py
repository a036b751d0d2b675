"""From an event, its series and its conference to the facts. Pure: no file, no clock, no environment."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from devroom_gen.facts.call import derive_call, derive_milestones, derive_topics
from devroom_gen.facts.model import (
    CallFacts,
    ConferenceFacts,
    Count,
    Facts,
    LogoFacts,
    Name,
    Year,
    as_link,
)
from devroom_gen.facts.people import derive_contact, derive_place, derive_sponsors, group_people
from devroom_gen.facts.phase import Calendar, Phase, derive_phase
from devroom_gen.facts.placeholders import fill_placeholders, find_fact
from devroom_gen.facts.sections import derive_sections
from devroom_gen.facts.undecided import if_decided
from devroom_gen.facts.when import When, read_when, write_hours
from devroom_gen.record.conference import Conference, fill_year
from devroom_gen.record.event import Event
from devroom_gen.record.settings import Settings
from devroom_gen.text.english import ordinal, ordinal_word


class Edition(NamedTuple):
    """What surrounds an event: its identity, its number in the series, its conference and its settings.

    `numbers` holds the numbers of all editions of the series by year, `targets` what can be rendered.
    """

    id: str
    number: int
    conference: Conference
    settings: Settings
    numbers: Mapping[int, int] = MappingProxyType({})
    targets: tuple[str, ...] = ()

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
    links, settings, words = event.links, edition.settings, edition.settings.fixed_words
    conference = _derive_conference(event.year, edition.conference, words["tbd"])
    mode = Name(if_decided(event.mode) or edition.conference.mode(event.year))
    venue, city, country, place = derive_place(event, edition.conference, mode, words)
    call = derive_call(event.call, edition.conference, event.year, words) if event.call else None
    facts = Facts(
        id=edition.id,
        series=edition.series,
        name=event.name,
        title=event.title or settings.title or event.name,
        year=Year(text=str(event.year), short=f"{event.year % 100:02}"),
        edition=Count(text=ordinal(edition.number), number=edition.number, word=ordinal_word(edition.number)),
        conference=conference,
        phase=_derive_phase(event, call, conference, today, words),
        date=read_when(event.date, words["tbd"]),
        hours=write_hours(event.hours, words["tbd"]),
        mode=mode,
        venue=venue,
        place=place,
        city=city,
        country=country,
        pitch=event.pitch,
        call=call,
        schedule=read_when(event.schedule, words["tbd"]) if event.schedule else None,
        milestones=tuple(derive_milestones(event, call, venue.room, words)),
        topics=derive_topics(event.topics) if event.topics else None,
        organizers=tuple(group_people(event.organizers, words["tbd"])),
        sponsors=tuple(derive_sponsors(event.sponsors, words["tbd"])),
        contact=derive_contact(contact, words["at"]) if (contact := if_decided(links.contact)) else None,
        programme=as_link(links.programme),
        repository=as_link(links.repository),
        site=as_link(links.site),
        code_of_conduct=as_link(links.code_of_conduct or edition.conference.link("code_of_conduct", event.year)),
        logo=LogoFacts(settings.logo.src, settings.logo.alt, settings.logo.width) if settings.logo else None,
        sections=tuple(derive_sections(event, settings)),
        words=words,
    )
    return facts._replace(title=_fill_title(facts))


def _derive_conference(year: int, conference: Conference, tbd: str) -> ConferenceFacts:
    return ConferenceFacts(
        text=f"{conference.name} {year}",
        name=conference.name,
        short=fill_year(conference.short, year),
        url=as_link(conference.link("home", year)),
        date=When(days=conference.days(year), tbd=tbd),
    )


def _fill_title(facts: Facts) -> str:
    """Return the title with its placeholders filled; one that has nothing to show, and the title itself, stay as typed."""

    def text_of(name: str) -> str:
        fact = find_fact(facts, name) if name != "title" else None
        return f"{{{name}}}" if fact is None else str(getattr(fact, "text", fact))

    return str(fill_placeholders(facts.title, text_of))  # plain text, although it is prose


def _derive_phase(
    event: Event, call: CallFacts | None, conference: ConferenceFacts, today: date, words: Mapping[str, str]
) -> Phase:
    days = read_when(event.date, "").days or conference.date.days
    calendar = Calendar(
        opens=call.opens if call else None,
        last_day=call.last_day if call else None,
        is_extended=bool(call and call.extended),
        schedule=read_when(event.schedule, "") if event.schedule else None,
        has_programme=as_link(event.links.programme) is not None,
        last_event_day=days[-1] if days else date(event.year, 12, 31),
    )
    phase = derive_phase(calendar, today, event.phase)
    return phase._replace(said=words.get(phase.text, words["closed"]) if phase.is_closed else "")
