"""From an event, its series and its conference to the facts. Pure: no file, no clock, no environment."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from devroom_gen.facts.call import derive_call, derive_topics
from devroom_gen.facts.conference import conference_mode, derive_conference
from devroom_gen.facts.milestones import derive_milestones, write_hours
from devroom_gen.facts.model import (
    CallFacts,
    ConferenceFacts,
    Count,
    Facts,
    LogoFacts,
    Name,
    PersonFacts,
    Year,
    as_link,
)
from devroom_gen.facts.people import derive_contact, group_people
from devroom_gen.facts.phase import Calendar, Phase, derive_phase
from devroom_gen.facts.place import derive_place
from devroom_gen.facts.placeholders import fill_placeholders
from devroom_gen.facts.sections import derive_sections
from devroom_gen.facts.when import read_when
from devroom_gen.record.conference import Conference
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
    conference = derive_conference(event.year, edition.conference, words["tbd"])
    mode = Name(event.mode or conference_mode(edition.conference, event.year))
    venue, city, country, place = derive_place(event, edition.conference, mode, words)
    conduct = links.code_of_conduct or edition.conference.link("code_of_conduct", event.year)
    call = derive_call(event.call, edition.conference, event.year, words) if event.call else None
    return Facts(
        id=edition.id,
        series=edition.series,
        name=event.name,
        title=_build_title(event, edition, conference),
        year=_write_year(event.year),
        edition=_write_count(edition.number),
        conference=conference,
        phase=_derive_phase(event, call, conference, today),
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
        organizers=tuple(group_people(event.organizers)),
        sponsors=tuple(PersonFacts(text=each.name, url=as_link(each.url)) for each in event.sponsors),
        contact=derive_contact(links.contact, words["at"]) if links.contact else None,
        programme=as_link(links.programme),
        repository=as_link(links.repository),
        site=as_link(links.site),
        code_of_conduct=as_link(conduct),
        logo=LogoFacts(src=settings.logo.src, alt=settings.logo.alt) if settings.logo else None,
        sections=tuple(derive_sections(event, settings)),
        words=words,
    )


def _write_year(year: int) -> Year:
    return Year(text=str(year), short=f"{year % 100:02}")


def _write_count(number: int) -> Count:
    return Count(text=ordinal(number), number=number, word=ordinal_word(number))


def _build_title(event: Event, edition: Edition, conference: ConferenceFacts) -> str:
    year, count = _write_year(event.year), _write_count(edition.number)
    known = {
        "name": event.name,
        "year": year.text,
        "year.short": year.short,
        "edition": count.text,
        "edition.number": str(count.number),
        "edition.word": count.word,
        "conference": conference.text,
        "conference.name": conference.name,
        "conference.short": conference.short,
    }
    pattern = event.title or edition.settings.title or event.name
    return str(
        fill_placeholders(pattern, lambda name: known.get(name, f"{{{name}}}"))
    )  # plain text, although it is prose


def _derive_phase(event: Event, call: CallFacts | None, conference: ConferenceFacts, today: date) -> Phase:
    days = read_when(event.date, "").days or conference.date.days
    calendar = Calendar(
        opens=call.opens if call else None,
        last_day=call.last_day if call else None,
        is_extended=bool(call and call.extended),
        schedule=read_when(event.schedule, "") if event.schedule else None,
        has_programme=event.links.programme is not None,
        last_event_day=days[-1] if days else date(event.year, 12, 31),
    )
    return derive_phase(calendar, today, event.phase)
