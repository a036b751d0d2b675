"""People, and the addresses under which they are reached."""

from collections.abc import Iterator

from devroom_gen.facts.model import ContactFacts, Group, Link, PersonFacts, as_link
from devroom_gen.record.event import Person


def group_people(people: tuple[Person, ...]) -> Iterator[Group]:
    """Bring people under their headings; the organisers, who have none, come first."""
    headings = dict.fromkeys(["", *(person.group or "" for person in people)])
    for heading in headings:
        members = tuple(_derive_person(person) for person in people if (person.group or "") == heading)
        if members:
            yield Group(text=heading, is_further=bool(heading), people=members)


def _derive_person(person: Person) -> PersonFacts:
    urls = person.url if isinstance(person.url, tuple) else (person.url,) if person.url else ()
    return PersonFacts(
        text=person.name,
        url=as_link(urls[0]) if urls else None,
        links=tuple(Link(url) for url in urls[1:]),
        affiliation=person.affiliation,
        affiliation_url=as_link(person.affiliation_url),
    )


def derive_contact(contact: str, at: str) -> ContactFacts:
    """Return an address or a page for questions, and how it is shown."""
    address = contact.removeprefix("mailto:")
    if "://" in address:
        return ContactFacts(text=address, shown=address, url=Link(address))
    return ContactFacts(text=address, shown=address.replace("@", f" {at} "), url=Link(f"mailto:{address}"))
