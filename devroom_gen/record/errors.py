"""From the errors of a model to diagnostics, each at its place, with an edit where only one thing can be meant.

A value that is written in an unusual way, with escapes or over several lines, is left to the author."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Fix
from devroom_gen.record.error_messages import explain_value
from devroom_gen.record.fields import Table, dotted, field_at, known_keys
from devroom_gen.record.key_messages import explain_missing, explain_unknown, find_meant
from devroom_gen.text.edit import Edit
from devroom_gen.text.source import Span
from devroom_gen.toml.lexer import cut
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath, find_value

MOST = 100
"""Errors reported for one file; the rest is reported once these are fixed."""


def explain_errors(document: Document, model: Table, error: ValidationError) -> list[Diagnostic]:
    """Return a diagnostic for each error, at its own place; one mistake is reported once."""
    telling = list(islice((each for each in error.errors() if _is_telling(each, document)), MOST))
    return [_diagnose(document, model, each) for each in _without_misspelt(model, telling, document)]


def _diagnose(document: Document, model: Table, error: ErrorDetails) -> Diagnostic:
    path = _key_path(document.values, error)
    if error["type"] == "missing":
        said, location, fix = explain_missing(model, path), document.at_key(path[:-1]), None
    elif error["type"] == "extra_forbidden":
        said, location = explain_unknown(model, path), document.at_key(path)
        fix = _rename_key(document, path, said.instead) if said.instead else None
    else:
        said, part = explain_value(error, path, field_at(model, path)), error.get("ctx", {}).get("part")
        location = document.inside(path, *part) if part else document.at_value(path)
        fix = _replace_text(document, path, said.instead) if said.instead else None
        if said.code is codes.WRONG_ORDER and not fix:
            fix = _sort_days(document, path)
    return Diagnostic(code=said.code, location=location, message=said.message, help=said.help, fix=fix)


def _is_telling(error: ErrorDetails, document: Document) -> bool:
    """Whether an error is more than the consequence of a statement that was left out or of a bad entry in a list."""
    if error["type"] == "missing":
        return document.is_whole
    if error["type"] == "tuple_type" and document.doubled and isinstance(error["input"], dict):  # the first of several
        return dotted(_key_path(document.values, error)) not in document.doubled
    return error["type"] != "too_short" or len(error["input"]) < error["ctx"]["min_length"]


def _without_misspelt(model: Table, errors: list[ErrorDetails], document: Document) -> Iterator[ErrorDetails]:
    """Leave out a missing key that is there but misspelt: that is one error, not two."""
    meant: set[KeyPath] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            *above, key = _key_path(document.values, error)
            meant.add((*above, find_meant(str(key), known_keys(model, above)) or ""))
    for error in errors:
        if error["type"] != "missing" or _key_path(document.values, error) not in meant:
            yield error


def _key_path(values: Any, error: ErrorDetails) -> KeyPath:
    """Map the location of an error to keys and indexes of the document, leaving out names of union members."""
    path: list[str | int] = []
    *above, last = error["loc"] or ("",)
    for part in above:
        if (isinstance(values, dict) and part in values) or (isinstance(values, list) and isinstance(part, int)):
            values = values[part]  # type: ignore[index]  # the condition above pairs key with table, index with list
            path.append(part)
    is_key = isinstance(values, dict) and (last in values or error["type"] == "missing")
    if is_key or (isinstance(values, list) and isinstance(last, int)):
        path.append(last)
    return tuple(path)


def _replace_text(document: Document, path: KeyPath, instead: str) -> Fix | None:
    """Offer to write another value for the text at a path."""
    text, span = find_value(document.values, path), document.at_value(path).span
    stands = (f'"{text}"', f"'{text}'")
    if span is None or document.source.text[span.start : span.end] not in stands or instead in stands:
        return None
    return Fix(title=f"write `{instead}`", edits=(Edit(span, instead),))


def _rename_key(document: Document, path: KeyPath, name: str) -> Fix | None:
    """Offer another name for a key, in each header of a list, unless the table has a key of that name already."""
    *above, key = path
    table = find_value(document.values, above)
    if not isinstance(key, str) or not isinstance(table, dict) or name in table:
        return None
    spans = [document.at_key(path).span]
    if isinstance(entries := table.get(key), list):
        spans += [document.at_key((*path, index)).span for index in range(len(entries))]
    found = {part for span in spans if span and (part := _part_of_key(document.source.text, span, key))}
    edits = tuple(Edit(span, name) for span in sorted(found))
    return Fix(title=f"write `{name}`", edits=edits) if edits else None


def _part_of_key(text: str, span: Span, key: str) -> Span | None:
    """Return the place of one part of a key or header, `venue` in `venue.name`, if it occurs exactly once."""
    written = {key, f'"{key}"', f"'{key}'"}
    found = [token for token in cut(text[: span.end], span.start) if token.text in written]
    return Span(found[0].start, found[0].end) if len(found) == 1 else None


def _sort_days(document: Document, path: KeyPath) -> Fix | None:
    """Offer to sort days, each in the place of another, so that comments and layout stay."""
    days = find_value(document.values, path)
    if not isinstance(days, list) or len(set(days)) != len(days) or not all(type(day) is date for day in days):
        return None
    moved = [(index, days[index], day) for index, day in enumerate(sorted(days)) if days[index] != day]
    edits: list[Edit] = []
    for index, before, after in moved:
        span = document.at_value((*path, index)).span
        if span and document.source.text[span.start : span.end] == before.isoformat():
            edits.append(Edit(span, after.isoformat()))
    return Fix(title="put the days in their order", edits=tuple(edits)) if len(edits) == len(moved) else None
