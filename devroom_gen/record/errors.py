"""What to say of each value of a document that does not fit a model, and what to type instead. Reads no file."""

import difflib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from devroom_gen.diagnostics.codes import shape as codes
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.record.error_fixes import fix_key, fix_value
from devroom_gen.record.error_messages import describe_error, in_toml
from devroom_gen.record.fields import (
    ALIASES,
    dotted,
    field_at,
    has_free_keys,
    is_list,
    is_written_as_day,
    known_keys,
    tables,
)
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath

MOST = 100
"""Errors of one file; who has fixed these can run again."""

TAGS = {"text", "list", "table"}


def explain_errors(document: Document, model: type[BaseModel], error: ValidationError) -> list[Diagnostic]:
    """Return a diagnostic for each misfit, at its own place; one mistake is told once."""
    telling = list(islice((each for each in error.errors() if _is_telling(each, document)), MOST))
    return [_diagnose(document, model, each) for each in _without_misspelt(model, telling, document)]


def _diagnose(document: Document, model: type[BaseModel], error: ErrorDetails) -> Diagnostic:
    path = _key_path(document.values, error)
    if error["type"] == "missing":
        return _missing(document, model, path)
    if error["type"] == "extra_forbidden":
        return _unknown(document, model, path)
    code, message, help_text = describe_error(error, path)
    part = (error.get("ctx") or {}).get("part")
    return Diagnostic(
        code=code,
        location=document.inside(path, *part) if part else document.at_value(path),
        message=message,
        help=help_text or _example_help(model, path, error),
        fix=fix_value(document, error, path),
    )


def _example_help(model: type[BaseModel], path: KeyPath, error: ErrorDetails) -> str:
    """Offer what can be typed where the value itself gives no hint."""
    field = field_at(model, path)
    key = next((part for part in reversed(path) if isinstance(part, str)), "key")
    if field and error["type"] == "tuple_type" and any(tables(field.annotation)):
        return f"write `[[{key}]]` above each entry"
    if error["type"] in {"model_type", "mapping_type", "dict_type"}:
        table = next(iter(tables(field.annotation)), None) if field else None
        first = next((name for name, each in table.model_fields.items() if each.is_required()), None) if table else None
        if first and isinstance(error["input"], str):
            return f"write `{{ {first} = {in_toml(error['input'])} }}`"
        name = key if any(isinstance(part, int) for part in path) else dotted(list(path))
        return f"write `[{name}]`, and its keys below"
    if field and field.examples:
        return f"write `{_written(field)}`, for example"
    return "leave it out"


def _is_telling(error: ErrorDetails, document: Document) -> bool:
    """Leave out what only follows from another error.

    That is a key in a statement that was dropped, a list short of a bad entry, and a table that is one because only the
    first of several was read.
    """
    if error["type"] == "missing":
        return document.is_whole
    if error["type"] == "tuple_type" and document.doubled and isinstance(error["input"], dict):
        return dotted(list(_key_path(document.values, error))) not in document.doubled
    return error["type"] != "too_short" or len(error["input"]) < error["ctx"]["min_length"]


def _without_misspelt(model: type[BaseModel], errors: list[ErrorDetails], document: Document) -> Iterator[ErrorDetails]:
    """Leave out a missing key that stands there misspelt: one error, and not two."""
    meant: set[KeyPath] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            *above, key = _key_path(document.values, error)
            meant.add((*above, _near(str(key), known_keys(model, above)) or ""))
    for error in errors:
        if error["type"] != "missing" or _key_path(document.values, error) not in meant:
            yield error


def _key_path(values: Any, error: ErrorDetails) -> KeyPath:
    """Map the location of an error to keys and indexes of the document, leaving out names of union members."""
    path: list[Any] = []
    *above, last = error["loc"] or ("",)
    for part in above:
        if part in TAGS and isinstance(values, dict):  # the name of a form, and no key that is known
            continue
        if (isinstance(values, dict) and part in values) or (isinstance(values, list) and isinstance(part, int)):
            values = values[part]  # type: ignore[index]  # the condition above pairs key with table, index with list
        else:
            continue
        path.append(part)
    is_key = isinstance(values, dict) and (last in values or error["type"] == "missing")
    if is_key or (isinstance(values, list) and isinstance(last, int)):
        path.append(last)
    return tuple(path)


def _missing(document: Document, model: type[BaseModel], path: KeyPath) -> Diagnostic:
    *above, key = path
    field = field_at(model, path)
    tbd = ', or `"TBD"` while it is not known' if field and is_written_as_day((field.examples or [""])[0]) else ""
    where = f" in `{dotted(above)}`" if above else ""
    return Diagnostic(
        code=codes.MISSING_KEY,
        location=document.at_key(tuple(above)),
        message=f"`{key}` is missing{where}",
        help=f"add `{key} = {_written(field) if field else '…'}`{tbd}",
    )


def _written(field: FieldInfo) -> str:
    """Write the example of a field as TOML."""
    example = field.examples[0] if field.examples else "…"
    written = example if is_written_as_day(example) else in_toml(example)
    return f"[{written}]" if is_list(field) else str(written)


def _unknown(document: Document, model: type[BaseModel], path: KeyPath) -> Diagnostic:
    *above, key = path
    known = known_keys(model, above)
    where = f" in `{dotted(above)}`" if above else ""
    return Diagnostic(
        code=codes.UNKNOWN_KEY,
        location=document.at_key(path),
        message=f"`{str(key)[:60]}` is not a known key{where}",
        help=_unknown_help(model, str(key), known, above),
        fix=fix_key(document, path, known),
    )


def _unknown_help(model: type[BaseModel], key: str, known: list[str], above: list[Any]) -> str:
    if near := _near(key, known):
        return f"did you mean `{near}`?"
    if above and key in model.model_fields:
        return f"`{key}` belongs to the top of the file, above the first `[table]`"
    for meant in dict.fromkeys((key, ALIASES.get(_folded(key), key))):
        for name, field in model.model_fields.items():
            if [name] != above and any(meant in table.model_fields for table in tables(field.annotation)):
                known_as = f"`{key}` belongs into" if meant == key else f"write `{meant}` in"
                return f"{known_as} {_table_of(name, field)}"
    return "known here: " + ", ".join(f"`{name}`" for name in known) if known else "leave it out"


def _table_of(name: str, field: FieldInfo) -> str:
    """Write the header of a table, which is doubled in a list and has a name of its own in a mapping."""
    if has_free_keys(field.annotation):
        return f"`[{name}.intro]`, for example"
    return f"`[[{name}]]`" if is_list(field) else f"`[{name}]`"


def _near(key: str, known: list[str]) -> str | None:
    """Return the known key that was most likely meant."""
    lower = _folded(key)
    if ALIASES.get(lower) in known:
        return ALIASES[lower]
    return next(iter(difflib.get_close_matches(lower, known, n=1)), None)


def _folded(key: str) -> str:
    return key.lower().replace("-", "_").replace(" ", "_")[:60]
