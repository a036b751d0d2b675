"""What hosts a devroom: the facts of a conference, from a data file or from a record."""

from collections.abc import Mapping
from datetime import date

from pydantic import Field

from devroom_gen.record.scalars import Day, Days, Line, Model, Url, Zone


class Pattern(Model):
    """A link of every year, with `{year}` or `{yy}` in it, and the years for which it is valid."""

    url: Line
    since: int | None = None
    until: int | None = None


class ConferenceYear(Model):
    """What is known of one year."""

    days: Days
    online: bool = Field(False, strict=True)
    call_by: Day | None = Field(None, description="when devrooms publish their call")
    schedule_by: Day | None = Field(None, description="when their schedules are complete")


class ConferenceVenue(Model):
    """Where the conference is held unless a record says otherwise."""

    name: Line
    city: Line
    country: Line
    map: Url | None = None


class Conference(Model):
    """One data file: a conference through all its years."""

    name: Line = Field(description="name without the year")
    short: Line = Field(description="how titles name it, with `{year}` or `{yy}`")
    zone: Zone = Field(description="its zone, an IANA name")
    venue: ConferenceVenue | None = None
    links: Mapping[str, tuple[Pattern, ...]] = Field(description="links by their name")
    years: Mapping[str, ConferenceYear] = Field(description="what is known of each year")

    def link(self, name: str, year: int) -> str | None:
        """Return a link of one year; nothing where no pattern of that name covers it."""
        for pattern in self.links.get(name, ()):
            if (pattern.since or year) <= year <= (pattern.until or year):
                return fill_year(pattern.url, year)
        return None

    def days(self, year: int) -> tuple[date, ...]:
        """Return the days of one year; none where they are not known."""
        return self.years[str(year)].days if str(year) in self.years else ()

    def mode(self, year: int) -> str:
        """Return `on-site` or `online`, as it was held in one year."""
        return "online" if str(year) in self.years and self.years[str(year)].online else "on-site"


class InlineConference(Model):
    """A conference as one record states it, for the year of that record alone."""

    name: Line = Field(description="name without the year", examples=["PyCon Italia"])
    short: Line | None = Field(None, description="how titles name it, with the year", examples=["PyCon IT '18"])
    url: Url | None = Field(None, description="its page of that year", examples=["https://2018.pycon.it/"])
    days: Days | None = Field(None, description="its days", examples=["2018-04-19"])
    zone: Zone = Field("UTC", description="its zone, an IANA name", examples=["Europe/Rome"])
    submit: Url | None = Field(None, description="where to submit", examples=["https://2018.pycon.it/cfp"])
    code_of_conduct: Url | None = Field(None, description="its code of conduct", examples=["https://2018.pycon.it/coc"])

    def in_year(self, year: int) -> Conference:
        """Return this as a conference that is known in one year alone."""
        links = {"home": self.url, "submit": self.submit, "code_of_conduct": self.code_of_conduct}
        return Conference(
            name=self.name,
            short=self.short or f"{self.name} {{year}}",
            zone=self.zone,
            links={name: (Pattern(url=url, since=year, until=year),) for name, url in links.items() if url},
            years={str(year): ConferenceYear(days=self.days)} if self.days else {},
        )


def fill_year(pattern: str, year: int) -> str:
    """Put a year in the place of `{year}`, and its last two digits in that of `{yy}`."""
    return pattern.replace("{year}", str(year)).replace("{yy}", f"{year % 100:02}")
