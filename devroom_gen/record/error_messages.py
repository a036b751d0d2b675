"""The message, help and fix for every value that a model refuses. The sentences of pydantic are never shown."""

import re
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from pydantic_core import ErrorDetails

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Code
from devroom_gen.record.dates import DATE_FORM
from devroom_gen.record.fields import Field, dotted, tables, written_example
from devroom_gen.record.scalars import toml_type
from devroom_gen.text.english import ordinal_word
from devroom_gen.text.printable import shortened
from devroom_gen.text.suggestions import near
from devroom_gen.toml.dates import read_instants, read_moments
from devroom_gen.toml.suggestions import BOOLEANS, UNKNOWN, write_either
from devroom_gen.toml.values import KeyPath
from devroom_gen.toml.writer import written_value

EXPECTED: dict[str, str] = {
    "string_type": "a text", "int_type": "a whole number", "float_type": "a number", "bool_type": "`true` or `false`", "date_type": "a date",
    "datetime_type": "a date with time", "tuple_type": "a list", "model_type": "a table", "mapping_type": "a table",
    "dict_type": "a table",
}  # fmt: skip
"""Errors of type, and what the key takes."""

_NUMBER = re.compile(r"0|[1-9][0-9]{0,3}")
_PLAIN = re.compile(r"[^\"'\\\x00-\x1f\x7f]+")
_CHOICES = {
    "virtual": "online", "remote": "online", "onsite": "on-site", "on site": "on-site", "in person": "on-site",
    "in-person": "on-site", "mixed": "hybrid", "done": "past", "over": "past", "ended": "past", "finished": "past",
    "planned": "announced", "prolonged": "extended", "opened": "open",
}  # fmt: skip
"""Other words that people use for a choice."""


class Explanation(NamedTuple):
    """What one error is and how to fix it; `instead` is TOML that can safely replace what is there."""

    code: Code
    message: str
    help: str | None = None
    instead: str | None = None


Answer: TypeAlias = tuple[str | None, str | None]
"""The help and the `instead` of an explanation."""


def explain_value(error: ErrorDetails, path: KeyPath, field: Field | None) -> Explanation:
    """Explain one error of the value at `path`."""
    said = _explain(error, path)
    return said if said.help else said._replace(help=_example_help(error, path, field))


def _explain(error: ErrorDetails, path: KeyPath) -> Explanation:
    kind, value, context = error["type"], error["input"], error.get("ctx") or {}
    key = _name(path)
    if kind == "refused":
        instead = f'"{context["write"]}"' if _PLAIN.fullmatch(context["write"] or "") else None
        return Explanation(context["code"], context["message"], context["help"], instead)
    takes_time = kind != "date_type" and path[:1] != ("date",)  # hours have a key of their own
    if kind == "form" and error["msg"] == DATE_FORM:
        message = f"`{key}` is {_a(value)} where a date is expected"
        return Explanation(codes.WRONG_TYPE, message, *_day_answer(value, path, takes_time))
    if kind == "form":
        return Explanation(codes.WRONG_TYPE, f"`{key}` is {_a(value)}", error["msg"])
    if kind == "literal_error" and context["expected"] == "'TBD'":
        message = f"`{_short(value)}` is a text, not a date"
        return Explanation(codes.INVALID_DATE, message, *_day_answer(value, path, takes_time))
    if kind == "literal_error":
        message = f"`{_short(value)}` is not a choice for `{key}`"
        return Explanation(codes.NOT_A_CHOICE, message, _choice_help(value, context["expected"]))
    if kind in EXPECTED:
        message = f"`{key}` is {_a(value)} where {EXPECTED[kind]} is expected"
        return Explanation(codes.WRONG_TYPE, message, *_type_answer(kind, value, path))
    return Explanation(codes.OUT_OF_RANGE, *_range_words(kind, key, value, context))


def _name(path: KeyPath) -> str:
    """Name a value by its key, and an entry of a list by its number too."""
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
    return f"a {kind}" if kind in {"list", "table"} else f"the {kind} `{_short(value)}`"


def _short(value: Any) -> str:
    return shortened(value if isinstance(value, str) else _in_toml(value))


def _in_toml(value: Any) -> str:
    """Write a single value as TOML does; tables and lists are only indicated."""
    if isinstance(value, dict):
        return "{ … }"
    if isinstance(value, list | tuple):
        return "[ … ]"
    if isinstance(value, int) and abs(value) >= 10**18:
        return "a number beyond reason"
    return written_value(value)


def _day_answer(value: Any, path: KeyPath, takes_time: bool) -> Answer:
    """Return how TOML writes the day that a value may mean; a day in a list cannot be "TBD"."""
    tbd = "" if isinstance(path[-1], int) else ', or "TBD" while it is not known'
    if isinstance(value, datetime):
        return f"write the day alone: `{value.date()}`", None
    if not isinstance(value, str):
        return f"write year-month-day, `2018-02-04`{tbd}", None
    text = value.strip()
    if tbd and text.lower() in UNKNOWN:
        return 'write "TBD" while it is not known', '"TBD"'
    if moments := read_moments(text, takes_time=takes_time):
        is_sure = len(moments) == 1 and (takes_time or not read_instants(text))
        return f"write {write_either(moments)} without quotes", moments[0].isoformat() if is_sure else None
    return f"write year-month-day without quotes, `2018-02-04`{tbd}", None


def _choice_help(value: Any, expected: str) -> str:
    """Offer the choice that is most like the value, or all of them."""
    choices = re.findall(r"'([^']*)'", expected)
    word = _short(value).strip().lower()
    usual = _CHOICES.get(word, word)
    meant = usual if usual in choices else near(word, choices, cutoff=0.7)
    return f'did you mean `"{meant}"`?' if meant else "write " + re.sub(r"'([^']*)'", r'`"\1"`', expected)


def _type_answer(kind: str, value: Any, path: KeyPath) -> Answer:
    """Return how to write the value as the type that is expected, where the value tells."""
    match kind, value:
        case "string_type", [str(text)]:
            return f"write {written_value(text)} without brackets", None
        case "string_type", {"item": str(text)} | {"topic": str(text)} | {"name": str(text)}:
            return f"write its text alone: `{written_value(text)}`", None
        case "string_type", _ if not isinstance(value, list | dict):
            return f'write "{_in_toml(value)}" between quotes', None
        case "mapping_type" | "dict_type", [str(), *_] if path[-1] == "section":
            return f"write `sections = {shortened(written_value(value))}`; `[section.intro]` is the look of one", None
        case "int_type", _:
            return _number_answer(value, _name(path))
        case "float_type", _:
            return "write a number such as `50.8`, without quotes", None
        case "date_type" | "datetime_type", _:
            return _day_answer(value, path, kind == "datetime_type")
        case "tuple_type", _ if not isinstance(value, dict):
            entry = _in_toml(value) if len(_in_toml(value)) < 60 else '"…"'
            return f"write a list: `[{entry}]`", None
        case "bool_type", str() | int() | float() if meant := BOOLEANS.get(_short(value).lower()):
            without = " without quotes" if isinstance(value, str) else ""
            return f"write `{meant}`{without}", meant if value == meant else None
    return None, None


def _number_answer(value: Any, key: str) -> Answer:
    """Return the number that is meant: 7 by `7.0`, `7th` and `seventh`, 2027 by `FOSDEM 2027`."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**12:
        return f"write `{int(value)}`", None
    if not isinstance(value, str):
        return None, None
    if value.strip().isdecimal():
        return f"write `{value.strip()[:12]}` without quotes", value if _NUMBER.fullmatch(value) else None
    form = r"(?<!\d)\d{4}(?!\d)" if key == "year" else r"\d+"
    found = [int(each) for each in re.findall(form, value[:60], re.ASCII)]
    if not found and key != "year":
        found = [number for number in range(1, 100) if ordinal_word(number) == value.strip().lower()]
    return (f"write `{found[0]}`", None) if len(found) == 1 and 0 < found[0] < 10_000 else (None, None)


def _example_help(error: ErrorDetails, path: KeyPath, field: Field | None) -> str:
    """Offer what can be typed where the value itself gives no hint."""
    key = next((part for part in reversed(path) if isinstance(part, str)), "key")
    if field and error["type"] == "tuple_type" and any(tables(field.annotation)):
        return f"write `[[{key}]]` above each entry"
    if error["type"] in {"model_type", "mapping_type", "dict_type"}:
        table = next(iter(tables(field.annotation)), None) if field else None
        first = next((name for name, each in table.model_fields.items() if each.is_required()), None) if table else None
        if first and isinstance(error["input"], str):
            return f"write `{{ {first} = {written_value(error['input'])} }}`"
        name = key if any(isinstance(part, int) for part in path) else dotted(path)
        return f"write `[{name}]`, and its keys below"
    if field and field.examples:
        return f"write `{written_example(field)}`, for example"
    return "leave it out"
