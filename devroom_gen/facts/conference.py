"""What a conference gives to an edition: its name, its days and its links of the year."""

from devroom_gen.facts.model import ConferenceFacts, as_link
from devroom_gen.facts.when import When
from devroom_gen.record.conference import Conference, fill_year


def conference_mode(conference: Conference, year: int) -> str:
    """Return `on-site` or `online`, as a conference was held in one year."""
    known = conference.years.get(str(year))
    return "online" if known and known.online else "on-site"


def derive_conference(year: int, conference: Conference, tbd: str) -> ConferenceFacts:
    """Return the conference in one year."""
    return ConferenceFacts(
        text=f"{conference.name} {year}",
        name=conference.name,
        short=fill_year(conference.short, year),
        url=as_link(conference.link("home", year)),
        date=When(days=conference.days(year), tbd=tbd),
    )
