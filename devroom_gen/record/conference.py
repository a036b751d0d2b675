"""What hosts a devroom: the facts of a conference, from a data file or from a record."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Self, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, Field, Strict, model_validator

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Code
from devroom_gen.record.dates import Day, HostDays
from devroom_gen.record.scalars import Line, Model, Url, Zone, check_url, refuse
from devroom_gen.text.suggestions import suggest


def _check_pattern(pattern: str) -> str:
    check_url(_check_braces(pattern, codes.INVALID_LINK))
    return pattern


def _check_text(pattern: str) -> str:
    _check_braces(pattern, codes.NOT_A_CHOICE)
    return pattern


def _check_braces(pattern: str, code: Code) -> str:
    filled = fill_year(pattern, 2000)
    if "{" in filled:
        raise refuse(code, "only `{year}` and `{yy}` stand for something here", "write `{year}`")
    return filled


def _check_coordinates(place: tuple[float, ...]) -> tuple[float, ...]:
    if len(place) != 2:
        raise refuse(codes.OUT_OF_RANGE, "a place has two coordinates", "write latitude, then longitude")
    latitude, longitude = place
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise refuse(codes.OUT_OF_RANGE, f"`{latitude}, {longitude}` is not on Earth", "write latitude, then longitude")
    return place


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


class _Lasting(Model):
    """What holds from one year to another, both included; without them always."""

    since: Annotated[int, Strict()] | None = None
    until: Annotated[int, Strict()] | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.since is not None and self.until is not None and self.until < self.since:
            message = f"`{self.until}` is before `{self.since}`"
            raise refuse(codes.WRONG_ORDER, message, "write the first year as `since`, the last as `until`")
        return self


class Pattern(_Lasting):
    """A link of every year, with `{year}` or `{yy}` in it, and the years for which it is valid."""

    url: Annotated[Line, AfterValidator(_check_pattern)]


class Text(_Lasting):
    """A text of every year, with `{year}` or `{yy}` in it, and the years for which it is true."""

    text: Annotated[Line, AfterValidator(_check_text)]


class ConferenceLinks(Model):
    """Links by their name, each with the years for which it is valid; the first that holds is taken."""

    home: tuple[Pattern, ...] = ()
    archive: tuple[Pattern, ...] = ()
    schedule: tuple[Pattern, ...] = ()
    code_of_conduct: tuple[Pattern, ...] = ()
    submit: tuple[Pattern, ...] = ()


class ConferenceTexts(Model):
    """What calls say every year, in plain text, each with the years for which it is true; the first that holds is taken."""

    about: tuple[Text, ...] = Field((), description="what the conference is")
    system: tuple[Text, ...] = Field((), description="name of the system to which talks are submitted")
    how: tuple[Text, ...] = Field((), description="how one submits there")
    account: tuple[Text, ...] = Field((), description="whether an account of an earlier year still works")
    recording: tuple[Text, ...] = Field((), description="that talks are recorded, and under which licence")


class ConferenceYear(Model):
    """What is known of one year."""

    days: HostDays
    online: bool = Field(False, strict=True)
    call_by: Day | None = Field(None, description="when devrooms publish their call")
    schedule_by: Day | None = Field(None, description="when their schedules are complete")


class ConferenceVenue(Model):
    """Where the conference is held unless a record says otherwise."""

    name: Line
    city: Line
    country: Line
    map: Url | None = None
    coordinates: Annotated[tuple[Annotated[float, Strict()], ...], AfterValidator(_check_coordinates)] | None = Field(
        None, description="latitude and longitude, in degrees"
    )


class Conference(Model):
    """One data file: a conference through all its years."""

    name: Line = Field(description="name without the year")
    short: Line = Field(description="how titles name it, with `{year}` or `{yy}`")
    zone: Annotated[Zone, AfterValidator(_check_zone)] = Field(description="its zone, an IANA name")
    venue: ConferenceVenue | None = None
    links: ConferenceLinks = Field(description="links by their name")
    texts: ConferenceTexts = Field(default_factory=ConferenceTexts, description="what calls say every year")
    years: Annotated[Mapping[str, ConferenceYear], AfterValidator(_check_years)] = Field(
        description="what is known of each year"
    )

    def link(self, name: str, year: int) -> str | None:
        """Return a link of one year; nothing where no pattern of that name covers it."""
        found = _in_year(getattr(self.links, name), year)
        return fill_year(found.url, year) if found else None

    def text(self, name: str, year: int) -> str | None:
        """Return a text of one year; nothing where none of that name covers it."""
        found = _in_year(getattr(self.texts, name), year)
        return fill_year(found.text, year) if found else None

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
    days: HostDays | None = Field(
        None, description="its days; `{ from = day, to = day }` for many", examples=["2018-04-19"]
    )
    zone: Zone = Field("UTC", description="its zone, an IANA name", examples=["Europe/Rome"])
    submit: Url | None = Field(None, description="where to submit", examples=["https://2018.pycon.it/cfp"])
    code_of_conduct: Url | None = Field(None, description="its code of conduct", examples=["https://2018.pycon.it/coc"])
    schedule: Url | None = Field(None, description="export of its schedule", examples=["https://2018.pycon.it/xml"])
    about: Line | None = Field(None, description="what it is", examples=["Italians meet to talk about Python."])
    system: Line | None = Field(None, description="system to which talks are submitted", examples=["pretalx"])
    how: Line | None = Field(None, description="how one submits there", examples=["Choose the track of the devroom."])
    account: Line | None = Field(
        None, description="whether an account of an earlier year still works", examples=["Your account of 2017 works."]
    )
    recording: Line | None = Field(
        None, description="that talks are recorded, and under which licence", examples=["Talks are published as CC BY."]
    )

    def in_year(self, year: int) -> Conference:
        """Return this as a conference that is known in one year alone."""
        links = {name: getattr(self, key) for name, key in _OWN_LINKS.items()}
        texts = {name: getattr(self, name) for name in ConferenceTexts.model_fields}
        once: dict[str, Any] = {"since": year, "until": year}
        own_links: Any = {name: (Pattern.model_construct(url=url, **once),) for name, url in links.items() if url}
        own_texts: Any = {name: (Text.model_construct(text=text, **once),) for name, text in texts.items() if text}
        return Conference.model_construct(  # of values that were checked; a rule checks the zone
            name=self.name,
            short=self.short or f"{self.name} {{year}}",
            zone=self.zone,
            links=ConferenceLinks.model_construct(**own_links),
            texts=ConferenceTexts.model_construct(**own_texts),
            years={str(year): ConferenceYear(days=self.days)} if self.days else {},
        )


_OWN_LINKS = {"home": "url", "submit": "submit", "code_of_conduct": "code_of_conduct", "schedule": "schedule"}
"""Links of a conference that a record states, by the keys of the record."""
P = TypeVar("P", Pattern, Text)


def _in_year(patterns: tuple[P, ...], year: int) -> P | None:
    return next((each for each in patterns if (each.since or year) <= year <= (each.until or year)), None)


def fill_year(pattern: str, year: int) -> str:
    """Put a year in the place of `{year}`, and its last two digits in that of `{yy}`."""
    return pattern.replace("{year}", str(year)).replace("{yy}", f"{year % 100:02}")
