"""From the errors of a model to diagnostics, each at its place in the document. Reads no file."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.record.error_fixes import rename_key, replace_text, sort_days
from devroom_gen.record.error_messages import explain_value
from devroom_gen.record.fields import Table, dotted, field_at, known_keys
from devroom_gen.record.key_messages import explain_missing, explain_unknown, find_meant
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath

MOST = 100
"""Errors reported for one file; the rest is reported once these are fixed."""

TAGS = {"text", "list", "table"}


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
        fix = rename_key(document, path, said.instead) if said.instead else None
    else:
        said, part = explain_value(error, path, field_at(model, path)), (error.get("ctx") or {}).get("part")
        location = document.inside(path, *part) if part else document.at_value(path)
        fix = replace_text(document, path, said.instead) if said.instead else None
        if said.code is codes.WRONG_ORDER and not fix:
            fix = sort_days(document, path)
    return Diagnostic(code=said.code, location=location, message=said.message, help=said.help, fix=fix)


def _is_telling(error: ErrorDetails, document: Document) -> bool:
    """Whether an error is more than the consequence of another one.

    Consequences are: a missing key in a statement that was left out, a list short of a bad entry, and a table in
    place of a list because only the first of several was read.
    """
    if error["type"] == "missing":
        return document.is_whole
    if error["type"] == "tuple_type" and document.doubled and isinstance(error["input"], dict):
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
        if part in TAGS and isinstance(values, dict):  # the name of a form, not a key
            continue
        if (isinstance(values, dict) and part in values) or (isinstance(values, list) and isinstance(part, int)):
            values = values[part]  # type: ignore[index]  # the condition above pairs key with table, index with list
            path.append(part)
    is_key = isinstance(values, dict) and (last in values or error["type"] == "missing")
    if is_key or (isinstance(values, list) and isinstance(last, int)):
        path.append(last)
    return tuple(path)
