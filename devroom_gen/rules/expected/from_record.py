"""What is expected by the facts of a record."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from devroom_gen.diagnostics.diagnostic import Location
from devroom_gen.facts.derive import Edition
from devroom_gen.facts.model import Facts
from devroom_gen.facts.parts import PersonFacts
from devroom_gen.facts.when import When, read_when
from devroom_gen.record.conference import Conference
from devroom_gen.record.event import Event
from devroom_gen.rules.expected.model import Expected, Sourced
from devroom_gen.toml.values import KeyPath

T = TypeVar("T")


def from_facts(
    event: Event, facts: Facts, edition: Edition, locate: Callable[[KeyPath], Location], around: Iterable[Facts] = ()
) -> Expected:
    """Take everything that a record and its conference know of an edition."""

    def known(value: T, *path: str | int) -> Sourced[T]:
        return Sourced(value=value, source="the record", place=lambda: locate(path))

    call, year, contacts = facts.call, int(facts.year.text), tuple(each.text for each in facts.contacts)
    links = {path[-1]: known(str(link), *path) for path, link in _links(facts).items() if link}
    links |= {name: link for name, link in conference_links(edition.conference, year).items() if name not in links}
    steps = (
        (each.label, read_when(each.date, ""), ("milestones", n, "date")) for n, each in enumerate(event.milestones)
    )
    milestones = [(label, known(when, *path)) for label, when, path in (*_known_steps(facts), *steps)]
    return Expected(
        is_stated=True,
        conference=edition.conference,
        year=known(year, "year"),
        days=known(facts.date.days, "date") if facts.date.days else None,
        is_either=facts.date.is_either,
        conference_days=edition.conference.days(year),
        name=known(facts.name, "name"),
        aliases=(facts.title, call.track) if call and call.track else (facts.title,),
        number=known(facts.edition.number, "edition"),
        total=facts.edition.number + edition.settings.editions_before,
        opens=known(call.opens, "call", "opens") if call and call.opens else None,
        closes=known(call.closes, "call", "closes") if call and call.closes else None,
        milestones=tuple(milestones),
        steps=(*((step.text.casefold(), step.date) for step in facts.milestones), *_change(facts)),
        organizers=known(people_of(facts), "organizers") if facts.organizers else None,
        contact=known(contacts, "links", "contact") if contacts else None,
        mode=known(facts.mode, "mode"),
        room=known(facts.venue.room, "venue", "room") if facts.venue.room else None,
        city=known(facts.city, "venue", "city") if facts.city else None,
        former_cities=_former_cities(facts, around),
        links=links,
        is_closed=bool(facts.calls) and facts.phase.is_closed and not facts.phase.is_past,
        around=tuple(each for each in around if each.id != facts.id),
    )


def _known_steps(facts: Facts) -> Iterable[tuple[str, When, KeyPath]]:
    """Return the steps that have keys of their own, by what pages call them."""
    if facts.schedule:
        yield "the schedule is out", facts.schedule, ("schedule",)
    if facts.call and facts.call.notified:
        yield "speakers are notified", facts.call.notified, ("call", "notified")


def _former_cities(facts: Facts, around: Iterable[Facts]) -> tuple[str, ...]:
    earlier = {each.city for each in around if each.city and each.year.text < facts.year.text}
    return tuple(sorted(earlier - {facts.city}))


def _change(facts: Facts) -> Iterable[tuple[str, When]]:
    """Return the day on which something became of the edition, by what pages say of it."""
    if facts.change and facts.change.date:
        yield facts.change.said.casefold(), facts.change.date


def _links(facts: Facts) -> dict[tuple[str, str], str | None]:
    """Return the links of a record by their keys."""
    return {
        ("links", "repository"): facts.repository, ("links", "site"): facts.site, ("links", "programme"): facts.programme,
        ("links", "code_of_conduct"): facts.code_of_conduct, ("call", "submit"): facts.call.submit if facts.call else None,
        ("venue", "map"): facts.venue.map, ("links", "forum"): facts.forum, ("links", "chat"): facts.chat,
    }  # fmt: skip


def conference_links(conference: Conference, year: int) -> dict[str, Sourced[str]]:
    """Return the links that a conference knows of one year."""
    found = {name: conference.link(name, year) for name in ("home", "archive", "code_of_conduct", "submit")}
    return {name: Sourced(value=url, source=f"{conference.name} {year}") for name, url in found.items() if url}


def people_of(facts: Facts) -> tuple[PersonFacts, ...]:
    """Return everybody whom a record lists, the organisers first."""
    return tuple(person for group in facts.organizers for person in group.people)
