"""Words for every error of pydantic's that a record can cause. No sentence of pydantic's is ever shown."""

import difflib
import re
from datetime import date, datetime
from typing import Any

import tomli_w
from pydantic_core import ErrorDetails

from devroom_gen.diagnostics.codes import shape as codes
from devroom_gen.diagnostics.diagnostic import Code
from devroom_gen.record.scalars import DATE_FORM, toml_type
from devroom_gen.text.english import ordinal_word
from devroom_gen.toml.dates import read_moments
from devroom_gen.toml.suggestions import write_either

OWN_ERRORS: dict[str, Code] = {
    "empty_text": codes.EMPTY_TEXT,
    "long_text": codes.LONG_TEXT,
    "line_break": codes.LINE_BREAK,
    "control_character": codes.FORBIDDEN_CHARACTER,
    "name": codes.NOT_A_CHOICE,
    "pattern": codes.NOT_A_CHOICE,
    "url": codes.INVALID_LINK,
    "hours": codes.INVALID_DATE,
    "hours_order": codes.WRONG_ORDER,
    "days_order": codes.WRONG_ORDER,
}
"""Errors that the models raise themselves: they bring their words along."""

EXPECTED: dict[str, str] = {
    "string_type": "a text",
    "int_type": "a whole number",
    "bool_type": "`true` or `false`",
    "date_type": "a date",
    "datetime_type": "a date with time",
    "tuple_type": "a list",
    "model_type": "a table",
    "mapping_type": "a table",
    "dict_type": "a table",
}
"""Errors of type, and what the key takes."""

_OTHER_WORDS = {
    "virtual": "online", "remote": "online", "onsite": "on-site", "on site": "on-site", "in person": "on-site",
    "in-person": "on-site", "mixed": "hybrid", "done": "past", "over": "past", "ended": "past", "finished": "past",
    "planned": "announced", "prolonged": "extended", "opened": "open",
}  # fmt: skip
"""Other words that people use for a choice."""


def describe_error(error: ErrorDetails, path: tuple[Any, ...]) -> tuple[Code, str, str | None]:
    """Return the code, the message and the help for one error at the value that stands at `path`."""
    kind, value, context = error["type"], error["input"], error.get("ctx") or {}
    key = _name(path)
    if code := OWN_ERRORS.get(kind):
        return code, context["message"], context.get("help")
    takes_time = kind != "date_type" and path[:1] != ("date",)  # the hours of the edition have a key of their own
    if kind == "form" and error["msg"] == DATE_FORM:
        return codes.WRONG_TYPE, f"`{key}` is {_a(value)} where a date is expected", _day_help(value, takes_time)
    if kind == "form":
        return codes.WRONG_TYPE, f"`{key}` is {_a(value)}", error["msg"]
    if kind == "literal_error" and context["expected"] == "'TBD'":
        return codes.INVALID_DATE, f"`{_short(value)}` is a text and no date", _date_help(value, takes_time)
    if kind == "literal_error":
        return (
            codes.NOT_A_CHOICE,
            f"`{_short(value)}` is not a choice for `{key}`",
            _choice_help(value, context["expected"]),
        )
    if kind in EXPECTED:
        return (
            codes.WRONG_TYPE,
            f"`{key}` is {_a(value)} where {EXPECTED[kind]} is expected",
            _type_help(kind, value, key),
        )
    return codes.OUT_OF_RANGE, *_range_words(kind, key, value, context)


def _name(path: tuple[Any, ...]) -> str:
    """Name a value by its key, and by its place where it is an entry of a list."""
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    return f"{key}[{path[-1] + 1}]" if path and isinstance(path[-1], int) else key


def _range_words(kind: str, key: str, value: Any, context: dict[str, Any]) -> tuple[str, str | None]:
    match kind:
        case "greater_than_equal":
            return f"`{key}` is {_number(value)}", f"write `{context['ge']}` or more"
        case "less_than_equal":
            return f"`{key}` is {_number(value)}", f"write `{context['le']}` or less"
        case "too_short" if context["actual_length"] == 0:
            return f"`{key}` is an empty list", "write at least one entry"
        case "too_short":
            return f"`{key}` has too few entries", f"write at least {context['min_length']} of them"
        case "too_long":
            return f"`{key}` has too many entries", f"write at most {context['max_length']} of them"
    return f"`{_short(value)}` does not fit `{key}`", None


def _number(value: Any) -> str:
    return f"`{value}`" if isinstance(value, float) or abs(value) < 10**12 else "a number beyond reason"


def _a(value: Any) -> str:
    kind = toml_type(value)
    shown = "" if kind in {"list", "table"} else f" `{_short(value)}`"
    return f"the {kind}{shown}" if shown else f"a {kind}"


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else in_toml(value)
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[:60])
    return text if len(text) < 60 else text[:59] + "…"


def in_toml(value: Any) -> str:
    """Write a single value as TOML does; tables and lists are only named."""
    if isinstance(value, dict):
        return "{ … }"
    if isinstance(value, list | tuple):
        return "[ … ]"
    if isinstance(value, int) and abs(value) >= 10**18:
        return "a number beyond reason"
    return tomli_w.dumps({"x": value})[4:].rstrip("\n")


def _date_help(value: Any, takes_time: bool) -> str:
    text = str(value).strip()
    if text.upper() in {"TBD", "TBA", "TBC", "?", "UNKNOWN"}:
        return 'write "TBD" while it is not known'
    moments = read_moments(text, takes_time=takes_time)
    if not moments:
        return 'write year-month-day without quotes, `2018-02-04`, or "TBD" while it is not known'
    return f"write {write_either(moments)} without quotes"


def _day_help(value: Any, takes_time: bool) -> str:
    """Say how the day is written that stands there as something else than a date."""
    if isinstance(value, str):
        return _date_help(value, takes_time)
    if isinstance(value, datetime):
        return f"write the day alone: `{value.date()}`"
    return 'write year-month-day, `2018-02-04`, or "TBD" while it is not known'


def _choice_help(value: Any, expected: str) -> str:
    """Offer the choice that is near to what stands there, or all of them."""
    choices = re.findall(r"'([^']*)'", expected)
    word = str(value).strip().lower()
    near = [each for each in (_OTHER_WORDS.get(word, word),) if each in choices]
    near = near or difflib.get_close_matches(word[:60], choices, n=1, cutoff=0.7)
    return f'did you mean `"{near[0]}"`?' if near else "write " + re.sub(r"'([^']*)'", r'`"\1"`', expected)


def _number_in(text: str, key: str) -> int | None:
    """Return the only number in a text that can be meant: `7th`, `seventh`, `FOSDEM 2027` for a year."""
    if key == "year":
        found = [int(each) for each in re.findall(r"(?<!\d)\d{4}(?!\d)", text, re.ASCII)]
    else:
        found = [int(each) for each in re.findall(r"\d+", text[:60], re.ASCII)]
        found = found or [number for number in range(1, 100) if ordinal_word(number) == text.strip().lower()]
    return found[0] if len(found) == 1 and found[0] < 10_000 else None


def _type_help(kind: str, value: Any, key: str) -> str | None:
    """Say how the value that stands there is written as what is expected; none where that cannot be told from it."""
    word = str(value).lower() if isinstance(value, str | int | float) else ""
    if kind == "string_type" and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return f"write {in_toml(value[0])} without brackets"
    if kind == "string_type" and not isinstance(value, list | dict):
        written = value.isoformat() if isinstance(value, date) else in_toml(value)
        return f'write "{written}" between quotes'
    if kind == "int_type" and isinstance(value, str) and value.strip().isdecimal():
        return f"write `{value.strip()[:12]}` without quotes"
    if kind == "int_type" and isinstance(value, str) and (number := _number_in(value, key)):
        return f"write `{number}`"
    if kind == "int_type" and isinstance(value, float) and value.is_integer() and abs(value) < 10**12:
        return f"write `{int(value)}`"
    if kind in {"date_type", "datetime_type"}:
        return _day_help(value, kind == "datetime_type")
    if kind == "tuple_type" and not isinstance(value, dict):
        entry = in_toml(value) if len(str(value)) < 60 else '"…"'
        return f"write a list: `[{entry}]`"
    if kind == "bool_type" and word in {"true", "yes", "on", "1", "false", "no", "off", "0"}:
        meant = "true" if word in {"true", "yes", "on", "1"} else "false"
        return f"write `{meant}`" + (" without quotes" if isinstance(value, str) else "")
    return None
