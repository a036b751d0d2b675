"""A expected from the facts of a record, or of a year alone."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from devroom_gen.diagnostics.diagnostic import Location
from devroom_gen.facts.derive import Edition
from devroom_gen.facts.model import Facts, PersonFacts
from devroom_gen.facts.when import When, read_when
from devroom_gen.record.conference import Conference
from devroom_gen.record.event import Event
from devroom_gen.rules.expected.model import Expected, Sourced

T = TypeVar("T")
KeyPath = tuple[str | int, ...]
RECORD = "the record"

LINKS = ("home", "archive", "code_of_conduct", "submit")


def from_facts(
    event: Event, facts: Facts, edition: Edition, locate: Callable[[KeyPath], Location], around: Iterable[Facts] = ()
) -> Expected:
    """Take everything that a record and its conference know of an edition."""

    def known(value: T, *path: str | int) -> Sourced[T]:
        return Sourced(value=value, source=RECORD, place=lambda: locate(path))

    call = facts.call
    year = int(facts.year.text)
    links = {
        name: known(str(link), "links", name)
        for name in ("repository", "site", "programme", "code_of_conduct")
        if (link := getattr(facts, name))
    }
    if call and call.submit:
        links["submit"] = known(str(call.submit), "call", "submit")
    for name in LINKS:
        if name not in links and (url := edition.conference.link(name, year)):
            links[name] = Sourced(value=url, source=facts.conference.text)
    if facts.venue.map:
        links["map"] = known(str(facts.venue.map), "venue", "map")
    milestones = [
        (each.label, known(read_when(each.date, ""), "milestones", index, "date"))
        for index, each in enumerate(event.milestones)
    ]
    if facts.schedule:
        milestones.insert(0, ("the schedule is out", known(facts.schedule, "schedule")))
    tracks = [call.track] if call and call.track else []
    return Expected(
        is_stated=True,
        conference=edition.conference,
        year=known(year, "year"),
        days=known(facts.date.days, "date") if facts.date.days else None,
        is_either=facts.date.is_either,
        conference_days=edition.conference.days(year),
        name=known(facts.name, "name"),
        aliases=(facts.title, *tracks),
        number=known(facts.edition.number, "edition"),
        opens=known(call.opens, "call", "opens") if call and call.opens else None,
        closes=known(call.closes, "call", "closes") if call and call.closes else None,
        extended=call.extended if call else (),
        milestones=tuple(milestones),
        organizers=known(people_of(facts), "organizers") if facts.organizers else None,
        contact=known(facts.contact.text, "links", "contact") if facts.contact else None,
        mode=known(facts.mode, "mode"),
        room=known(facts.venue.room, "venue", "room") if facts.venue.room else None,
        hours=known(facts.hours, "hours") if facts.hours else None,
        links=links,
        around=tuple(each for each in around if each.id != facts.id),
    )


def people_of(facts: Facts) -> tuple[PersonFacts, ...]:
    """Return everybody whom a record lists, the organisers first."""
    return tuple(person for group in facts.organizers for person in group.people)


def from_year(year: int, conference: Conference | None) -> Expected:
    """Take what a conference knows of a year."""
    links = {}
    days: tuple[date, ...] = ()
    if conference:
        days = conference.days(year)
        links = {
            name: Sourced(value=url, source=f"{conference.name} {year}")
            for name in LINKS
            if (url := conference.link(name, year))
        }
    return Expected(
        is_stated=True,
        conference=conference,
        year=Sourced(value=year, source="`--year`"),
        conference_days=days,
        links=links,
    )


def whens(expected: Expected) -> list[tuple[str, Sourced[When]]]:
    """Return all dated steps that are known, the event not among them."""
    steps = [("the call opens", expected.opens), ("the call closes", expected.closes)]
    return [(label, when) for label, when in (*steps, *expected.milestones) if when and when.value.is_known]
