"""Where people go: what a record leaves out is that of the conference, if they share a city."""

from collections.abc import Mapping

from devroom_gen.facts.model import Place, as_link
from devroom_gen.record.conference import Conference
from devroom_gen.record.event import Event, Venue


def derive_place(
    event: Event, conference: Conference, mode: str, words: Mapping[str, str]
) -> tuple[Place, str | None, str | None, str]:
    """Return the venue, its city and its country, and one text for all of it."""
    venue = event.venue if isinstance(event.venue, Venue) else Venue(name=event.venue)
    home = conference.venue
    is_home = home is not None and venue.city in (None, home.city)
    city = venue.city or (home.city if home and is_home else None)
    country = venue.country or (home.country if home and is_home else None)
    map_link = venue.map or (home.map if home and home.name == venue.name else None)
    if mode == "online":
        place = words["online"]
    else:
        place = ", ".join(part for part in (city, country) if part) or venue.name
        place += f" and {words['online']}" if mode == "hybrid" else ""
    room = words["tbd"] if venue.room == "TBD" else venue.room
    return Place(text=venue.name, room=room, map=as_link(map_link)), city, country, place
