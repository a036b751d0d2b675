"""People: who they are, under which addresses they are reached, and where they meet."""

from collections.abc import Iterator, Mapping
from typing import Any

from devroom_gen.facts.parts import ContactFacts, Group, LabelledLink, Link, PersonFacts, Place, as_link
from devroom_gen.facts.undecided import UNDECIDED, if_decided
from devroom_gen.facts.when import Wording
from devroom_gen.record.conference import Conference
from devroom_gen.record.event import Event, GroupNote, Person, Sponsor, Venue
from devroom_gen.record.event import LabelledLink as Labelled


def group_people(people: tuple[Person | GroupNote, ...], wording: Wording) -> Iterator[Group]:
    """Bring people under their headings, with what is said of the group; the organisers, who have none, come first."""
    headings = dict.fromkeys(["", *(each.group or "" for each in people)])
    for heading in headings:
        listed = [each for each in people if (each.group or "") == heading]
        members = tuple(_derive_person(each, wording) for each in listed if isinstance(each, Person))
        notes = tuple(each.note for each in listed if isinstance(each, GroupNote))
        if listed:
            yield Group(text=heading, is_further=bool(heading), people=members, notes=notes)


def _derive_person(person: Person, wording: Wording) -> PersonFacts:
    stated = person.url if isinstance(person.url, tuple) else (person.url,)
    links = [each for url in stated if url and (each := _derive_link(url))]
    is_plain = not isinstance(stated[0], Labelled)
    return PersonFacts(
        text=wording.decided(person.name),
        url=links[0].url if links and is_plain else None,
        links=tuple(links[1:] if is_plain else links),
        affiliation=if_decided(person.affiliation),
        affiliation_url=as_link(person.affiliation_url),
        note=person.note,
    )


def _derive_link(link: str | Labelled) -> LabelledLink | None:
    label, url = (link.label, as_link(link.url)) if isinstance(link, Labelled) else ("", as_link(link))
    return LabelledLink(label, url) if url else None


def derive_sponsors(sponsors: tuple[Sponsor, ...], wording: Wording) -> Iterator[PersonFacts]:
    """Return who supports the edition."""
    return (PersonFacts(wording.decided(each.name), as_link(each.url)) for each in sponsors)


def derive_contacts(stated: str | tuple[str, ...] | None, at: str) -> tuple[ContactFacts, ...]:
    """Return the addresses and pages for questions that are decided."""
    listed = (stated,) if isinstance(stated, str) else stated or ()
    return tuple(derive_contact(each, at) for each in listed if if_decided(each))


def derive_contact(contact: str, at: str) -> ContactFacts:
    """Return an address or a page for questions, and how it is shown."""
    address = contact.removeprefix("mailto:")
    if "://" in address:
        return ContactFacts(text=address, shown=address, url=Link(address))
    return ContactFacts(text=address, shown=address.replace("@", f" {at} "), url=Link(f"mailto:{address}"))


def derive_place(event: Event, conference: Conference, mode: str, words: Mapping[str, str]) -> dict[str, Any]:
    """Return the venue, its city and its country, and one text for all of it, by the names of these facts.

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
        place += f" {words['and_online']}" if mode == "hybrid" else ""
    room = words["tbd"] if venue.room == UNDECIDED else venue.room
    where = Place(text=name, room=room, map=as_link(map_link))
    return {"venue": where, "city": city, "country": country, "place": place}
