"""Exact edits for what is wrong with the shape of a record, wherever only one thing can be meant.

An edit is offered only where the very text that it replaces stands at its span; a value written in an unusual way,
with escapes or over several lines, is left to the person.
"""

import difflib
import re
from datetime import date, datetime
from typing import Any

from pydantic_core import ErrorDetails

from devroom_gen.diagnostics.diagnostic import Fix
from devroom_gen.text.edit import Edit
from devroom_gen.text.source import Span
from devroom_gen.toml.dates import read_instants, read_moments
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath

_NEAR = 0.75
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,3}")
_UNKNOWN = {"TBD", "TBA", "TBC", "?"}
_PLAIN = re.compile(r"[^\"'\\\x00-\x1f\x7f]+")
_SEGMENT = re.compile(r"""[\w-]+|"[^"\\\n]*"|'[^'\n]*'""", re.ASCII)


def swap(document: Document, span: Span | None, stands: tuple[str, ...], instead: str) -> Fix | None:
    """Offer to put `instead` in a span, provided that one of the given texts stands there."""
    if span is None or document.source.text[span.start : span.end] not in stands or instead in stands:
        return None
    return Fix(title=f"write `{instead}`", edits=(Edit(span, instead),))


def fix_value(document: Document, error: ErrorDetails, path: KeyPath) -> Fix | None:
    """Offer an edit of the value at a path for an error of its type or content."""
    value, kind, context = error["input"], error["type"], error.get("ctx") or {}
    if kind == "days_order":
        return _sort(document, path)
    if not isinstance(value, str):
        return None
    instead = _quoted(context["write"]) if context.get("write") else _unquoted(kind, value, context, path)
    return swap(document, document.at_value(path).span, _literals(value), instead) if instead else None


def fix_key(document: Document, path: KeyPath, known: list[str]) -> Fix | None:
    """Offer to write a misspelt key as the one that is near, unless that one stands in the table already."""
    *above, key = path
    if not isinstance(key, str):
        return None
    near = [key.lower()] if key.lower() in known else difflib.get_close_matches(key.lower(), known, n=2, cutoff=_NEAR)
    table = _value(document.values, above)
    if len(near) != 1 or not isinstance(table, dict) or near[0] in table:
        return None
    spans = [document.at_key(path).span]
    if isinstance(entries := table.get(key), list):  # the headers of an array of tables, one for each entry
        spans += [document.at_key((*path, index)).span for index in range(len(entries))]
    found = {part for span in spans if span and (part := _segment(document.source.text, span, key))}
    edits = tuple(Edit(span, near[0]) for span in sorted(found))
    return Fix(title=f"write `{near[0]}`", edits=edits) if edits else None


def _unquoted(kind: str, value: str, context: dict[str, Any], path: KeyPath) -> str | None:
    """Return a value that was put between quotes as it is written without them."""
    if kind == "int_type" and _NUMBER.fullmatch(value):
        return value
    if kind == "bool_type" and value in {"true", "false"}:
        return value
    is_choice = kind == "literal_error" and context.get("expected") == "'TBD'"
    if is_choice and value.strip().upper() in _UNKNOWN:
        return '"TBD"'
    if is_choice or kind == "date_type" or (kind == "form" and path[-2:-1] == ("extended",)):
        takes_time = (is_choice and path != ("date",)) or kind == "form"
        if _is_day(value) or (takes_time and _is_instant(value)):
            return value
        moments = read_moments(value, takes_time=takes_time)
        is_whole = takes_time or not read_instants(value)
        return moments[0].isoformat() if len(moments) == 1 and is_whole else None
    return None


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _is_instant(text: str) -> bool:
    try:
        return bool(_INSTANT.fullmatch(text) and datetime.fromisoformat(text))
    except ValueError:
        return False


def _quoted(text: str) -> str | None:
    return f'"{text}"' if _PLAIN.fullmatch(text) else None


def _literals(value: str) -> tuple[str, ...]:
    return f'"{value}"', f"'{value}'"


def _sort(document: Document, path: KeyPath) -> Fix | None:
    """Offer to put days in their order, each in the place of another, so that comments and layout stay."""
    days = _value(document.values, list(path))
    if not isinstance(days, list) or len(set(days)) != len(days) or not all(type(day) is date for day in days):
        return None
    spans = [document.at_value((*path, index)).span for index in range(len(days))]
    edits = tuple(
        Edit(span, later.isoformat())
        for span, earlier, later in zip(spans, days, sorted(days), strict=True)
        if span and earlier != later and document.source.text[span.start : span.end] == earlier.isoformat()
    )
    wanted = sum(earlier != later for earlier, later in zip(days, sorted(days), strict=True))
    return Fix(title="put the days in their order", edits=edits) if len(edits) == wanted else None


def _value(values: Any, path: list[Any]) -> Any:
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def _segment(text: str, span: Span, key: str) -> Span | None:
    """Return the place of one part of a key or header, `venue` in `venue.name`, if it stands there exactly once."""
    literals = (key, *_literals(key))
    found = [each for each in _SEGMENT.finditer(text, span.start, span.end) if each.group() in literals]
    plain = re.compile(rf"(?:{_SEGMENT.pattern})(?:[ \t]*\.[ \t]*(?:{_SEGMENT.pattern}))*", re.ASCII)
    if len(found) != 1 or not plain.fullmatch(text, span.start, span.end):
        return None
    return Span(*found[0].span())
