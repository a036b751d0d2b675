"""What hosts a devroom: the facts of a conference, from a data file or from a record."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, Field

from devroom_gen.diagnostics import codes
from devroom_gen.record.scalars import Day, Days, Line, Model, Url, Zone, check_url, refuse
from devroom_gen.text.suggestions import suggest


def _check_pattern(pattern: str) -> str:
    filled = check_url(fill_year(pattern, 2000))
    if "{" in filled:
        raise refuse(codes.INVALID_LINK, "only `{year}` and `{yy}` stand for something in links", "write `{year}`")
    return pattern


def find_zone_mistake(name: str) -> tuple[str, str] | None:
    """Return what is wrong with the name of a time zone, and what to write instead."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        help_text = suggest(name, available_timezones(), 'write a name such as "Europe/Brussels", or "AoE"')
        return f"`{name}` is not a time zone", help_text
    return None


def _check_zone(name: str) -> str:
    if mistake := find_zone_mistake(name):
        raise refuse(codes.NOT_A_CHOICE, *mistake)
    return name


def _check_years(years: Mapping[str, "ConferenceYear"]) -> Mapping[str, "ConferenceYear"]:
    for year, known in years.items():
        if str(known.days[0].year) != year:
            message = f"the days of `{year}` begin on {known.days[0]}"
            raise refuse(codes.OUT_OF_RANGE, message, f"write them under `{known.days[0].year}`, or days of {year}")
    return years


class Pattern(Model):
    """A link of every year, with `{year}` or `{yy}` in it, and the years for which it is valid."""

    url: Annotated[Line, AfterValidator(_check_pattern)]
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
    zone: Annotated[Zone, AfterValidator(_check_zone)] = Field(description="its zone, an IANA name")
    venue: ConferenceVenue | None = None
    links: Mapping[str, tuple[Pattern, ...]] = Field(description="links by their name")
    years: Annotated[Mapping[str, ConferenceYear], AfterValidator(_check_years)] = Field(
        description="what is known of each year"
    )

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
        return Conference.model_construct(  # of values that were checked; a rule checks the zone
            name=self.name,
            short=self.short or f"{self.name} {{year}}",
            zone=self.zone,
            links={
                name: (Pattern.model_construct(url=url, since=year, until=year),) for name, url in links.items() if url
            },
            years={str(year): ConferenceYear(days=self.days)} if self.days else {},
        )


def fill_year(pattern: str, year: int) -> str:
    """Put a year in the place of `{year}`, and its last two digits in that of `{yy}`."""
    return pattern.replace("{year}", str(year)).replace("{yy}", f"{year % 100:02}")
