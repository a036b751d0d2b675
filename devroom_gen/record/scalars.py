"""The kinds of values a record is made of, each with its own messages for what is wrong. Knows no positions or files."""

import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Annotated, Any, Literal, Self, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
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
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Code

MAX_TEXT = 20_000
"""Characters of one text, a long page; what is longer was pasted by mistake."""

_UNSEEN = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
_FORBIDDEN = re.compile(f"[{_UNSEEN}]")
_URL = re.compile(
    r"https?://[^\s/?#@<>\"]+(?::\d+)?(?:[/?#][^\s<>\"\\]*)?|mailto:[^\s@<>\"]+@[^\s@<>\"]+", re.IGNORECASE
)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_](?::\d+)?(?=[/?#]|\Z)")
_WRAPPED = re.compile(r"\[[^\]]*\]\(\s*<?([^()\s<>]+)>?\s*\)|<([^<>\s]+)>")
_ADDRESS = re.compile(r"[^\s@<>\"()\[\],;:]+@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z]{2,}")
_AT = re.compile(r"(?<!\s)\s*+[\[(<{]\s*at\s*[\])>}]\s*", re.IGNORECASE)
_SPELT_OUT = re.compile(r"(?<!\s)\s++at\s+", re.IGNORECASE)
_DOT = re.compile(r"(?<!\s)\s*+[\[(<{]\s*+dot\s*+[\])>}]\s*+|(?<!\s)\s++dot\s+", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_CLOCK = r"[0-9]{1,2}(?:[:.hH][0-9]{2}(?:\s?[aApP]\.?[mM]\.?)?|[hH]|\s?[aApP]\.?[mM]\.?)"
_CLOCK_PARTS = re.compile(r"([0-9]{1,2})(?:[:.hH]([0-9]{2})|[hH])?\s?([aApP]?)")
_STRICT_CLOCK = _CLOCK.replace("[0-9]{1,2}", "(?:[01]?[0-9]|2[0-3])").replace("[0-9]{2}", "[0-5][0-9]")
_STRICT_HOURS = rf"{_STRICT_CLOCK}\s*(?:[-–—]|to|until)\s*{_STRICT_CLOCK}"
_CLOCK_HOURS = re.compile(rf"({_CLOCK})\s*(?:[-–—]|to|until)\s*({_CLOCK})", re.ASCII)


class Model(BaseModel, frozen=True, extra="forbid", defer_build=True):
    """The base of every table of a record: unknown keys are refused, values never change."""


def optional(description: str, *examples: Any, default: Any = None) -> Any:
    """Describe a key that may be left out, for the schema, the scaffold and the reference."""
    return Field(default, description=description, examples=list(examples))


def refuse(
    code: Code, message: str, help: str | None = None, part: tuple[int, int] | None = None, write: str | None = None
) -> PydanticCustomError:
    """Return the error that a validator raises.

    `part` is the range of characters of the text that is wrong, `write` the text that is surely meant instead.
    """
    context = {"code": code, "message": message, "help": help, "part": part, "write": write}
    return PydanticCustomError("refused", "{message}", context)


def check_characters(text: str, *, one_line: bool) -> str:
    """Refuse text that is empty, too long, or holds invisible characters."""
    if text.isprintable() and 0 < len(text) <= MAX_TEXT and not text.isspace():
        return text  # one line of visible characters, as nearly all texts are
    if not text.strip():
        raise refuse(codes.EMPTY_TEXT, "the text is empty", 'write the text, or "TBD" while it is not known')
    if len(text) > MAX_TEXT:
        message = f"the text has {len(text):,} characters; at most {MAX_TEXT:,} are read"
        raise refuse(codes.LONG_TEXT, message, "keep long texts on pages of their own and link to them")
    if match := _FORBIDDEN.search(text):
        code = ord(match.group())
        name = "direction override" if 0x202A <= code <= 0x2069 else "control character"
        message = f"the text holds the {name} U+{code:04X}"
        raise refuse(codes.FORBIDDEN_CHARACTER, message, "delete it and type the text again", match.span())
    if one_line and ("\n" in text):
        raise refuse(codes.LINE_BREAK, "the text goes over several lines", "write it on one line")
    return text


def _check_line(text: str) -> str:
    """Return a name or a label without the blanks around it, which would be compared but not shown."""
    return check_characters(text, one_line=True).strip()


def _check_name(text: str) -> str:
    if not _NAME.fullmatch(text):
        help_text = "write lower-case letters, digits, `-` and `_`, a letter first"
        raise refuse(codes.NOT_A_CHOICE, f"`{text[:40]}` is not a name", help_text)
    return text


def check_url(url: str) -> str:
    """Refuse what is not a link that a page may have."""
    check_characters(url, one_line=True)
    if url == "TBD":
        return url
    if not _URL.fullmatch(url):
        scheme = url.partition(":")[0] if re.match(r"[A-Za-z][\w+.-]*:(?!\d)", url) else None
        if scheme and scheme.lower() not in {"http", "https", "mailto"}:
            message = f"`{scheme}:` is not a link for a page"
            raise refuse(codes.INVALID_LINK, message, "write a link that begins with `https://`")
        if _ADDRESS.fullmatch(url):
            link = f"mailto:{url}"
            raise refuse(codes.INVALID_LINK, f"`{url}` is an address, not a link", f'write "{link}"', write=link)
        meant = _find_link(url)
        help_text = f'write "{meant}"' if meant else "write a link as it stands in the browser"
        raise refuse(codes.INVALID_LINK, f"`{url}` is not a link", help_text, write=meant)
    return url


def _find_link(text: str) -> str | None:
    """Return the link in a text, without the marks of Markdown around it or with the scheme that it lacks."""
    wrapped = _WRAPPED.fullmatch(text.strip())
    link = (wrapped[1] or wrapped[2]) if wrapped else text.strip()
    forms = (link, f"https://{link}") if _HOST.match(link) else (link,)
    return next(filter(_URL.fullmatch, forms), None)


def _check_contact(text: str) -> str:
    if _ADDRESS.fullmatch(text):
        return text
    plain = _DOT.sub(".", _AT.sub("@", text.strip()))
    plain = plain if "@" in plain else _SPELT_OUT.sub("@", plain)
    meant = plain if _ADDRESS.fullmatch(plain) else None
    if meant or ("@" in _AT.sub("@", text) and not plain.lower().startswith(("http", "mailto:"))):
        address = meant or "name@example.org"
        help_text = f'write "{address}"; pages show it as the settings say'
        raise refuse(codes.INVALID_LINK, f"`{text}` is not an address", help_text, write=meant)
    return check_url(text)


def _pattern(unseen: str) -> str:
    """Return what `check_characters` checks, apart from the length, as one pattern."""
    return f"^([^{unseen}]*[^{unseen}\\s][^{unseen}]*)?$"


TEXT_PATTERNS = {
    "line": _pattern(_UNSEEN + r"\n"),
    "prose": _pattern(_UNSEEN.replace(r"\x0b-\x1f", r"\x0b\x0c\x0e-\x1f")),  # editors read `\r\n` as it stands
}
"""The patterns of texts in the schema, by format; the schema refuses the empty text by its length."""


class Prose(str):
    """Markdown with placeholders: rendered as written, with the facts put in."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls._read, core_schema.str_schema(strict=True))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "string", "format": "prose"}

    @classmethod
    def _read(cls, text: str) -> Self:
        return cls(check_characters(text, one_line=False).strip("\r\n"))


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


_TYPES = {
    bool: "boolean", str: "text", datetime: "date with time", date: "date", time: "time", int: "number",
    float: "number", list: "list", tuple: "list",
}  # fmt: skip


def toml_type(value: Any) -> str:
    """Return the type of a value as TOML calls it, which decides between the forms of a field."""
    return next((_TYPES[kind] for kind in type(value).__mro__ if kind in _TYPES), "table")


A = TypeVar("A")
B = TypeVar("B")
FORM = "form: "
"""Begins the name of each form of a field, which no key does: both stand in the places of errors."""
TextOrTable = Annotated[A, Tag(f"{FORM}text")] | Annotated[B, Tag(f"{FORM}table")]
TextOrList = Annotated[A, Tag(f"{FORM}text")] | Annotated[B, Tag(f"{FORM}list")]
_FORMS = {kind: f"{FORM}{toml_type(kind())}" for kind in (str, list, dict, int, bool)}
"""The forms of the types that nearly all values have."""
DATE_FORM = "write year-month-day without quotes: `2018-02-04`"


def forms(message: str) -> Discriminator:
    """Choose the form of a field by the TOML type of its value; refuse other types with this message."""
    return Discriminator(_form_of, custom_error_type="form", custom_error_message=message)


def _form_of(value: Any) -> str:
    return _FORMS.get(type(value)) or f"{FORM}{toml_type(value)}"


def _ordered(days: tuple[date, ...]) -> tuple[date, ...]:
    for earlier, later in pairwise(days):
        if later <= earlier:
            order = ", ".join(str(day) for day in sorted(set(days)))
            raise refuse(codes.WRONG_ORDER, f"`{later}` is not after `{earlier}`", f"write `[{order}]`")
    return days


Year = Annotated[int, Strict(), Field(ge=1990, le=2199)]
Line = Annotated[str, Strict(), AfterValidator(_check_line), WithJsonSchema({"type": "string", "format": "line"})]
Zone = Annotated[Line, WithJsonSchema({"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_+/-]*$"})]
"""Whether the name exists depends on the machine, so a rule checks it."""
Name = Annotated[
    str, Strict(), AfterValidator(_check_name), WithJsonSchema({"type": "string", "pattern": _NAME.pattern})
]
_URL_SCHEMA: dict[str, Any] = {"anyOf": [{"type": "string", "format": "uri"}, {"const": "TBD"}]}
Url = Annotated[str, Strict(), AfterValidator(check_url), WithJsonSchema(_URL_SCHEMA)]
Contact = Annotated[str, Strict(), AfterValidator(_check_contact)]
Day = Annotated[date, Strict()]
MAX_DAYS = 100
"""Days of one edition; what is longer is a mistake of a year."""
Days = Annotated[tuple[Day, ...], Field(min_length=1, max_length=MAX_DAYS), AfterValidator(_ordered)]


def _check_month(text: str) -> str:
    if not re.fullmatch(r"(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])", text):
        raise refuse(codes.INVALID_DATE, f"`{text[:40]}` is not a month", 'write year and month: "2018-01"')
    return text


def _check_title(text: Prose) -> Prose:
    return Prose(check_characters(text, one_line=True).strip())


Title = Annotated[Prose, AfterValidator(_check_title), WithJsonSchema({"type": "string", "format": "line"})]
"""One line with placeholders."""
PhaseName = Literal["announced", "open", "extended", "closed", "scheduled", "past", "cancelled", "postponed"]
PHASES: tuple[str, ...] = get_args(PhaseName)
_PHASES_FORM = 'write a phase, "open", or a list of them'


class PhaseProse(Model):
    """A paragraph that stands on the page in some phases alone."""

    when: Annotated[
        TextOrList[PhaseName, Annotated[tuple[PhaseName, ...], Field(min_length=1)]], forms(_PHASES_FORM)
    ] = Field(description="the phase in which it stands there, or a list of phases", examples=["open"])
    text: Prose = Field(description="the paragraph", examples=["Submit your talk below."])

    @property
    def phases(self) -> tuple[str, ...]:
        return (self.when,) if isinstance(self.when, str) else self.when


Paragraph = Annotated[TextOrTable[Prose, PhaseProse], forms("a paragraph is a text, or `{ when = …, text = … }`")]
Paragraphs = Annotated[tuple[Paragraph, ...], Field(max_length=1000)]


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
