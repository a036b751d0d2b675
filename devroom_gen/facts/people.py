"""People: who they are, under which addresses they are reached, and where they meet."""

from collections.abc import Iterator, Mapping

from devroom_gen.facts.model import ContactFacts, Group, Link, PersonFacts, Place, as_link
from devroom_gen.facts.undecided import UNDECIDED, if_decided
from devroom_gen.record.conference import Conference
from devroom_gen.record.event import Event, Person, Sponsor, Venue


def group_people(people: tuple[Person, ...], tbd: str) -> Iterator[Group]:
    """Bring people under their headings; the organisers, who have none, come first."""
    headings = dict.fromkeys(["", *(person.group or "" for person in people)])
    for heading in headings:
        members = tuple(_derive_person(person, tbd) for person in people if (person.group or "") == heading)
        if members:
            yield Group(text=heading, is_further=bool(heading), people=members)


def _derive_person(person: Person, tbd: str) -> PersonFacts:
    stated = person.url if isinstance(person.url, tuple) else (person.url,)
    urls = [link for url in stated if (link := as_link(url))]
    return PersonFacts(
        text=tbd if person.name == UNDECIDED else person.name,
        url=urls[0] if urls else None,
        links=tuple(urls[1:]),
        affiliation=if_decided(person.affiliation),
        affiliation_url=as_link(person.affiliation_url),
    )


def derive_sponsors(sponsors: tuple[Sponsor, ...], tbd: str) -> Iterator[PersonFacts]:
    """Return who supports the edition."""
    return (PersonFacts(tbd if each.name == UNDECIDED else each.name, as_link(each.url)) for each in sponsors)


def derive_contact(contact: str, at: str) -> ContactFacts:
    """Return an address or a page for questions, and how it is shown."""
    address = contact.removeprefix("mailto:")
    if "://" in address:
        return ContactFacts(text=address, shown=address, url=Link(address))
    return ContactFacts(text=address, shown=address.replace("@", f" {at} "), url=Link(f"mailto:{address}"))


def derive_place(
    event: Event, conference: Conference, mode: str, words: Mapping[str, str]
) -> tuple[Place, str | None, str | None, str]:
    """Return the venue, its city and its country, and one text for all of it.

    What a record leaves out is that of the conference, if they share a city.
    """
    venue = event.venue if isinstance(event.venue, Venue) else Venue(name=event.venue)
    name = words["tbd"] if venue.name == UNDECIDED else venue.name
    home = conference.venue
    near = home if home and venue.city in (None, home.city) else None
    city = if_decided(venue.city or (near.city if near else None))
    country = if_decided(venue.country or (near.country if near else None))
    map_link = venue.map or (home.map if home and home.name == venue.name else None)
    if mode == "online":
        place = words["online"]
    else:
        place = ", ".join(part for part in (city, country) if part) or name
        place += f" and {words['online']}" if mode == "hybrid" else ""
    room = words["tbd"] if venue.room == UNDECIDED else venue.room
    return Place(text=name, room=room, map=as_link(map_link)), city, country, place
