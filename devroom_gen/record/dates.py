"""The days and hours of a record, in all forms in which they are known, each with its own messages for what is wrong."""

import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    Strict,
    Tag,
    ValidationError,
    WithJsonSchema,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from devroom_gen.diagnostics import codes
from devroom_gen.record.scalars import FORM, Model, forms, refuse, toml_type

_CLOCK = r"[0-9]{1,2}(?:[:.hH][0-9]{2}(?:\s?[aApP]\.?[mM]\.?)?|[hH]|\s?[aApP]\.?[mM]\.?)"


_CLOCK_PARTS = re.compile(r"([0-9]{1,2})(?:[:.hH]([0-9]{2})|[hH])?\s?([aApP]?)")


_STRICT_CLOCK = _CLOCK.replace("[0-9]{1,2}", "(?:[01]?[0-9]|2[0-3])").replace("[0-9]{2}", "[0-5][0-9]")


_STRICT_HOURS = rf"{_STRICT_CLOCK}\s*(?:[-–—]|to|until)\s*{_STRICT_CLOCK}"


_CLOCK_HOURS = re.compile(rf"({_CLOCK})\s*(?:[-–—]|to|until)\s*({_CLOCK})", re.ASCII)


class Hours(Model):
    """From and until what time of day, in the zone of the conference."""

    start: time
    end: time

    @property
    def minutes(self) -> int:
        """How long that is."""
        return (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute


HALF_DAYS = ("full day", "morning", "afternoon")
"""What hours may be in words."""


def _read_hours(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("form", 'write "09:00-17:00", "morning", "afternoon" or "full day"')
    if value in {*HALF_DAYS, "TBD"}:
        return value
    match = _CLOCK_HOURS.fullmatch(value.strip())
    if match is None:
        help_text = 'write "09:00-17:00", "9am - 5pm", "morning", "afternoon" or "full day"'
        raise refuse(codes.INVALID_DATE, f"`{value[:40]}` are not hours", help_text)
    start, end = (_read_clock(text) for text in match.groups())
    if end <= start:
        message = f"the day ends at `{end:%H:%M}`, before it begins at `{start:%H:%M}`"
        turned = f'write "{end:%H:%M}-{start:%H:%M}" where the two are mixed up'
        raise refuse(codes.WRONG_ORDER, message, f"{turned}; what goes on after midnight ends at `23:59`")
    return Hours(start=start, end=end)


def _read_clock(text: str) -> time:
    """Read a time of day as clocks of any country show it: `10:30`, `10h30`, `9am`, `9.30`."""
    parts = _CLOCK_PARTS.match(text)
    assert parts is not None, text
    hour, minute, half = int(parts[1]), int(parts[2] or 0), parts[3].lower()
    if hour > (12 if half else 23) or minute > 59 or (half and not hour):
        message = f"`{text.strip()}` is not a time of day"
        raise refuse(codes.INVALID_DATE, message, "write a time from `00:00` to `23:59`")
    return time(hour % 12 + 12 * (half == "p") if half else hour, minute)


DATE_FORM = "write year-month-day without quotes: `2018-02-04`"


def _ordered(days: tuple[date, ...]) -> tuple[date, ...]:
    for earlier, later in pairwise(days):
        if later <= earlier:
            order = ", ".join(str(day) for day in sorted(set(days)))
            raise refuse(codes.WRONG_ORDER, f"`{later}` is not after `{earlier}`", f"write `[{order}]`")
    return days


Day = Annotated[date, Strict()]


MAX_DAYS = 100
"""Days of one edition; what is longer is a mistake of a year."""


Days = Annotated[tuple[Day, ...], Field(min_length=1, max_length=MAX_DAYS), AfterValidator(_ordered)]


def _check_month(text: str) -> str:
    if not re.fullmatch(r"(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])", text):
        raise refuse(codes.INVALID_DATE, f"`{text[:40]}` is not a month", 'write year and month: "2018-01"')
    return text


class Either(Model):
    """One of several days, not yet decided which."""

    either: Annotated[tuple[Day, ...], Field(min_length=2, max_length=7), AfterValidator(_ordered)] = Field(
        description="the days that are still possible"
    )


class Month(Model):
    """A day of which the month alone is known."""

    month: Annotated[str, Strict(), AfterValidator(_check_month)] = Field(description="the month, as `2018-01`")


_SPAN: dict[str, Any] = {  # `from` is a word of Python, which no class can name
    "from": (Day, Field(description="the first day", examples=["2018-04-19"])),
    "to": (Day, Field(description="the last day", examples=["2018-04-22"])),
}


class Span(create_model("SpanKeys", __base__=Model, **_SPAN)):  # type: ignore[misc]
    """Any number of days in a row."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.until <= self.since:
            raise refuse(codes.WRONG_ORDER, f"`{self.until}` is not after `{self.since}`", "write the first day first")
        if (self.until - self.since).days >= MAX_DAYS:
            message = f"from {self.since} to {self.until} are more than {MAX_DAYS} days"
            raise refuse(codes.OUT_OF_RANGE, message, "look at the years of the two")
        return self

    @property
    def since(self) -> date:
        first: date = self.__dict__["from"]
        return first

    @property
    def until(self) -> date:
        last: date = self.__dict__["to"]
        return last

    @property
    def days(self) -> tuple[date, ...]:
        """All days of it."""
        return tuple(self.since + timedelta(number) for number in range((self.until - self.since).days + 1))


def _spell_out(value: Any) -> Any:
    """Return the days of a span as a list; what is no span is left to the check of lists."""
    try:
        span = Span.model_validate(value) if isinstance(value, dict) else None
    except ValidationError:
        return value
    return value if span is None else span.days


HostDays = Annotated[
    Days,
    BeforeValidator(_spell_out),
    WithJsonSchema({"anyOf": [{"type": "array", "items": {"type": "string", "format": "date"}}, {"type": "object"}]}),
]
"""The days of a conference: a list, or a span."""


def _form_of_days(value: Any) -> str:
    """Choose between the forms of a date; a table is told by its keys."""
    if not isinstance(value, (dict, Either, Month, Span)):
        return f"{FORM}{toml_type(value)}"
    keys = value if isinstance(value, dict) else value.model_fields_set
    return f"{FORM}{'month' if 'month' in keys else 'span' if {'from', 'to'} & {*keys} else 'table'}"


_days = Discriminator(_form_of_days, custom_error_type="form", custom_error_message=DATE_FORM)


_Date = Annotated[Day, Tag(f"{FORM}date")]


_Instant = Annotated[datetime, Strict(), Tag(f"{FORM}date with time")]


_Open = (
    Annotated[Either, Tag(f"{FORM}table")]
    | Annotated[Month, Tag(f"{FORM}month")]
    | Annotated[Literal["TBD"], Tag(f"{FORM}text")]
)


EventDays = Annotated[_Date | Annotated[Days, Tag(f"{FORM}list")] | Annotated[Span, Tag(f"{FORM}span")] | _Open, _days]


Deadline = Annotated[_Date | _Instant, forms(DATE_FORM)]


Moment = Annotated[_Date | _Instant | _Open, _days]


OpeningHours = Annotated[
    Hours | Literal["full day", "morning", "afternoon", "TBD"],
    BeforeValidator(_read_hours),
    WithJsonSchema({"type": "string", "pattern": f"^({'|'.join(HALF_DAYS)}|TBD|\\s*{_STRICT_HOURS}\\s*)$"}),
]


Hourly = Annotated[
    Annotated[OpeningHours, Tag(f"{FORM}text")]
    | Annotated[tuple[OpeningHours, ...], Field(min_length=2, max_length=MAX_DAYS), Tag(f"{FORM}list")],
    forms('write "09:00-17:00", "morning", "afternoon" or "full day", or a list with the hours of each day'),
]
"""Hours of the one day, or of each of several."""
