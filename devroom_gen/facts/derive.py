"""From an event, its series and its conference to the facts. Pure: no file, no clock, no environment."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from devroom_gen.facts.call import derive_call, derive_milestones, derive_topics, in_phase, prose_of
from devroom_gen.facts.model import CallFacts, Facts
from devroom_gen.facts.parts import ChangeFacts, ConferenceFacts, Count, LogoFacts, Name, PreviousEdition, Year, as_link
from devroom_gen.facts.people import derive_contacts, derive_place, derive_sponsors, group_people
from devroom_gen.facts.phase import OFF, Calendar, Phase, derive_phase
from devroom_gen.facts.placeholders import fill_placeholders, find_fact
from devroom_gen.facts.sections import derive_sections
from devroom_gen.facts.undecided import if_decided
from devroom_gen.facts.when import Style, When, Wording, read_when, write_hours
from devroom_gen.record.conference import Conference, fill_year
from devroom_gen.record.event import Event
from devroom_gen.record.scalars import Prose
from devroom_gen.record.settings import Settings


class Edition(NamedTuple):
    """What surrounds an event: its identity, its number in the series, its conference and its settings.

    `numbers` holds the numbers of all editions of the series by year, `targets` what can be rendered, `before` the
    earlier editions, as far as they could be read.
    """

    id: str
    number: int
    conference: Conference
    settings: Settings
    numbers: Mapping[int, int] = MappingProxyType({})
    targets: tuple[str, ...] = ()
    before: tuple[Event, ...] = ()

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
    settings, conference = edition.settings, edition.conference
    wording = Wording(
        settings.fixed_words, Style(settings.language or "en", settings.date_format or "", settings.clock)
    )
    host = _derive_conference(event.year, conference, wording)
    mode = _derive_mode(event, conference)
    where = derive_place(event, conference, mode, wording.words)
    phase, calls = _derive_calls(event, edition, host, today, wording)
    date_of_event = wording.when(event.date)
    facts = Facts(
        id=edition.id,
        series=edition.series,
        language=Name(wording.style.code),
        name=event.name,
        title=event.title or settings.title or event.name,
        year=_derive_year(event.year),
        edition=_count(edition.number, settings, wording),
        conference=host,
        phase=phase,
        change=_derive_change(event, phase, wording),
        date=date_of_event,
        hours=write_hours(event.hours, wording, date_of_event.days),
        mode=mode,
        **where,
        banner=prose_of(event.banner, phase),
        pitch=prose_of(event.pitch, phase),
        call=calls[0] if len(calls) == 1 else None,
        calls=calls,
        schedule=wording.when(event.schedule) if event.schedule else None,
        milestones=tuple(derive_milestones(event, calls, where["venue"].room, wording)),
        topics=derive_topics(event.topics, phase) if event.topics else None,
        **_derive_people_and_links(event, conference, wording),
        previous=tuple(_derive_previous(event, edition, wording)),
        logo=LogoFacts(logo.src, logo.alt, logo.width, logo.height) if (logo := settings.logo) else None,
        sections=tuple(derive_sections(event, settings, phase, has_previous=bool(edition.before))),
        words=wording.words,
    )
    return _fill_words(facts._replace(title=_fill(facts, facts.title)), settings)


def _derive_people_and_links(event: Event, conference: Conference, wording: Wording) -> dict[str, Any]:
    """Return who stands behind an edition, and where else to look, by the names of these facts."""
    links = event.links
    contacts = derive_contacts(links.contact, wording.words["at"])
    plain = {name: as_link(getattr(links, name)) for name in ("forum", "chat", "programme", "repository", "site")}
    return plain | {
        "organizers": tuple(group_people(event.organizers, wording)),
        "sponsors": tuple(derive_sponsors(event.sponsors, wording)),
        "contact": contacts[0] if contacts else None,
        "contacts": contacts,
        "code_of_conduct": as_link(links.code_of_conduct or conference.link("code_of_conduct", event.year)),
    }


def _derive_mode(event: Event, conference: Conference) -> Name:
    moved = "online" if event.change and event.change.to == "online" else None
    return Name(if_decided(event.mode) or moved or conference.mode(event.year))


def _derive_year(year: int) -> Year:
    return Year(text=str(year), short=f"{year % 100:02}")


def _count(number: int, settings: Settings, wording: Wording) -> Count:
    language = wording.style.language
    total = language.ordinal(number + settings.editions_before)
    return Count(text=language.ordinal(number), number=number, word=language.ordinal_word(number), total=total)


def _derive_conference(year: int, conference: Conference, wording: Wording) -> ConferenceFacts:
    return ConferenceFacts(
        text=f"{conference.name} {year}",
        name=conference.name,
        short=fill_year(conference.short, year),
        url=as_link(conference.link("home", year)),
        date=When(days=conference.days(year), tbd=wording.tbd, style=wording.style),
        about=conference.text("about", year),
        recording=conference.text("recording", year),
        schedule=as_link(conference.link("schedule", year)),
    )


def _derive_change(event: Event, phase: Phase, wording: Wording) -> ChangeFacts | None:
    """Return what became of an edition; a phase that says it stands for a change of which no more is known."""
    if not event.change:
        said = phase.said
        return ChangeFacts(Prose(""), Name(phase.text), None, said) if phase.is_off else None
    to, text, words = event.change.to, event.change.text, wording.words
    said = words["moved_online" if to == "online" else to]
    return ChangeFacts(text or Prose(""), Name(to), wording.when(event.change.on) if event.change.on else None, said)


def _derive_previous(event: Event, edition: Edition, wording: Wording) -> Iterator[PreviousEdition]:
    """Return earlier editions with a link of their own: a site that this edition has left, or their schedule."""
    for each in reversed(edition.before) if "editions" in (edition.settings.sections or ()) else ():
        site = each.links.site if each.links.site != event.links.site else None
        number = edition.numbers.get(each.year, 1)
        yield PreviousEdition(
            text=f"{edition.conference.name} {each.year}",
            year=_derive_year(each.year),
            edition=_count(number, edition.settings, wording),
            url=as_link(site) or as_link(each.links.programme),
        )


def _fill_words(facts: Facts, settings: Settings) -> Facts:
    """Fill the placeholders of the fixed words, where they have some."""
    if not settings.has_placeholders:
        return facts
    words = {name: _fill(facts, word) if "{" in word else word for name, word in facts.words.items()}
    said = words.get(facts.phase.text, words["closed"]) if facts.phase.is_closed else ""
    change = facts.change and facts.change._replace(said=_fill(facts, facts.change.said))
    calls = tuple(each._replace(phase=_say(each.phase, words)) for each in facts.calls)
    call = calls[0] if facts.call else None
    return facts._replace(words=words, phase=facts.phase._replace(said=said), change=change, calls=calls, call=call)


def _fill(facts: Facts, text: str) -> str:
    """Return a plain text with its placeholders filled; one that has nothing to show, and the title itself, stay as typed."""

    def text_of(name: str) -> str:
        fact = find_fact(facts, name) if text is not facts.title or name != "title" else None
        return f"{{{name}}}" if fact is None else str(getattr(fact, "text", fact))

    return str(fill_placeholders(text, text_of))


def _derive_calls(
    event: Event, edition: Edition, host: ConferenceFacts, today: date, wording: Wording
) -> tuple[Phase, tuple[CallFacts, ...]]:
    """Return the phase of an edition, and its calls, each in its own phase where there are several.

    The edition is where its calls are that one can still submit to, or else that are still to open.
    """
    has_clock = edition.settings.clock_links
    listed = [
        (call, derive_call(call, edition.conference, event.year, wording, has_clock=has_clock))
        for _, call in event.all_calls
    ]
    phases = [_derive_phase(event, facts, host, today, wording.words) for _, facts in listed]
    phase = min(phases, key=_place) if phases else _derive_phase(event, None, host, today, wording.words)
    return phase, tuple(in_phase(facts, call, each) for (call, facts), each in zip(listed, phases, strict=True))


def _place(phase: Phase) -> int:
    """Return by what the phases of several calls are compared: the one in which most can be done counts."""
    return ("extended", "open", "announced").index(phase.text) if not phase.is_closed else 3


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
    off = event.change.to if event.change and event.change.to in OFF else None
    return _say(derive_phase(calendar, today, event.phase or off), words)


def _say(phase: Phase, words: Mapping[str, str]) -> Phase:
    """Return a phase with what pages say of it."""
    return phase._replace(said=words.get(phase.text, words["closed"]) if phase.is_closed else "")
