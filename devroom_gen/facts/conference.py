"""What a conference gives to an edition: its name, its days and its links of the year."""

from datetime import date

from devroom_gen.facts.model import ConferenceFacts, as_link
from devroom_gen.facts.when import When
from devroom_gen.record.conference import Conference, InlineConference, fill_year


def conference_link(conference: Conference | InlineConference, name: str, year: int) -> str | None:
    """Return a link that the conference knows of one year: `home`, `submit`, `code_of_conduct`, `archive`."""
    if isinstance(conference, Conference):
        return conference.link(name, year)
    return {"home": conference.url, "submit": conference.submit, "code_of_conduct": conference.code_of_conduct}.get(
        name
    )


def conference_days(conference: Conference | InlineConference, year: int) -> tuple[date, ...]:
    """Return the days of the conference in one year; none where they are not known."""
    if isinstance(conference, InlineConference):
        return conference.days or ()
    known = conference.years.get(str(year))
    return known.days if known else ()


def conference_mode(conference: Conference | InlineConference, year: int) -> str:
    """Whether a conference was held on site or online in one year."""
    known = conference.years.get(str(year)) if isinstance(conference, Conference) else None
    return "online" if known and known.online else "on-site"


def derive_conference(year: int, conference: Conference | InlineConference, tbd: str) -> ConferenceFacts:
    """Return the conference in one year."""
    named = f"{conference.name} {year}"
    return ConferenceFacts(
        text=named,
        name=conference.name,
        short=fill_year(conference.short, year) if conference.short else named,
        url=as_link(conference_link(conference, "home", year)),
        date=When(days=conference_days(conference, year), tbd=tbd),
    )
