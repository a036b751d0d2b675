"""The kinds of values a record is made of, each with its own messages for what is wrong. Knows no positions or files."""

import re
from datetime import date, datetime, time
from typing import Annotated, Any, Literal, Self, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    Discriminator,
    Field,
    Strict,
    Tag,
    WithJsonSchema,
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


def forms(message: str) -> Discriminator:
    """Choose the form of a field by the TOML type of its value; refuse other types with this message."""
    return Discriminator(_form_of, custom_error_type="form", custom_error_message=message)


def _form_of(value: Any) -> str:
    return _FORMS.get(type(value)) or f"{FORM}{toml_type(value)}"


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
