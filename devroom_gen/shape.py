"""From the values of a document to a validated model, or to diagnostics that say what to type. Reads no file."""

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from devroom_gen.codes import shape as codes
from devroom_gen.diagnostic import Diagnostic
from devroom_gen.document.parsing import Document
from devroom_gen.mending import mend_key, mend_value
from devroom_gen.wording import OWN_ERRORS, describe_error, in_toml

if TYPE_CHECKING:
    from devroom_gen.document.positions import Path


M = TypeVar("M", bound=BaseModel)


def shape(document: Document, model: type[M]) -> tuple[M | None, list[Diagnostic]]:
    """Validate the values of a document against a model; every error is reported, each at its own place."""
    try:
        validated = model.model_validate(document.values)
    except ValidationError as error:
        return None, [_diagnose(document, model, each) for each in error.errors() if _is_telling(each, document)]
    return (validated if document.is_whole else None), []


def tables(annotation: Any) -> Iterator[type[BaseModel]]:
    """Give the models that stand anywhere in a type: its tables, in the words of TOML."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from tables(argument)


def known_keys(model: type[BaseModel], path: "Path") -> list[str]:
    """Give the keys that the table at a path may hold."""
    level = [model]
    for part in path:
        if isinstance(part, str):
            fields = [field for table in level if (field := table.model_fields.get(part))]
            level = [found for field in fields for found in tables(field.annotation)]
    return sorted({name for table in level for name in table.model_fields})


def _diagnose(document: Document, model: type[BaseModel], error: ErrorDetails) -> Diagnostic:
    path = _key_path(document.values, error)
    if error["type"] == "missing":
        return _missing(document, model, path)
    if error["type"] == "extra_forbidden":
        return _unknown(document, model, path)
    code, message, help_text = describe_error(error, path)
    location = document.at_value(path)
    if error["type"] in OWN_ERRORS and (offset := (error.get("ctx") or {}).get("offset")) is not None:
        location = document.inside(path, offset, offset + 1)
    fix = mend_value(document, error, path)
    return Diagnostic(code=code, location=location, message=message, help=help_text, fix=fix)


def _is_telling(error: ErrorDetails, document: Document) -> bool:
    """Leave out what only follows from another error: a key in a statement that was dropped, a list short of a bad entry."""
    if error["type"] == "missing":
        return document.is_whole
    return error["type"] != "too_short" or len(error["input"]) < error["ctx"]["min_length"]


def _key_path(values: Any, error: ErrorDetails) -> "Path":
    """Map the location of an error to keys and indexes of the document, leaving out names of union members."""
    path: list[Any] = []
    *above, last = error["loc"] or ("",)
    for part in above:
        if (isinstance(values, dict) and part in values) or (isinstance(values, list) and isinstance(part, int)):
            values = values[part]  # type: ignore[index]  # the condition above pairs key with table, index with list
        else:
            continue
        path.append(part)
    is_key = isinstance(values, dict) and (last in values or error["type"] == "missing")
    if is_key or (isinstance(values, list) and isinstance(last, int)):
        path.append(last)
    return tuple(path)


def _missing(document: Document, model: type[BaseModel], path: "Path") -> Diagnostic:
    *above, key = path
    level = [model]
    for part in above:
        if isinstance(part, str):
            level = [
                t for table in level if part in table.model_fields for t in tables(table.model_fields[part].annotation)
            ]
    field = next(
        (table.model_fields[key] for table in level if isinstance(key, str) and key in table.model_fields), None
    )
    example = field.examples[0] if field and field.examples else "…"
    is_list = field is not None and "tuple" in str(field.annotation)[:40]
    is_day = isinstance(example, str) and example[:4].isdigit() and len(example) == 10
    written = f"[{in_toml(example)}]" if is_list else example if is_day else in_toml(example)
    where = f" in `{_dotted(above)}`" if above else ""
    return Diagnostic(
        code=codes.MISSING_KEY,
        location=document.at_key(tuple(above)),
        message=f"`{key}` is missing{where}",
        help=f"add `{key} = {written}`" + (', or `"TBD"` while it is not known' if is_day else ""),
    )


def _unknown(document: Document, model: type[BaseModel], path: "Path") -> Diagnostic:
    *above, key = path
    known = known_keys(model, tuple(above))
    where = f" in `{_dotted(above)}`" if above else ""
    return Diagnostic(
        code=codes.UNKNOWN_KEY,
        location=document.at_key(path),
        message=f"`{key}` is no key that is known{where}"[:200],
        help=_unknown_help(model, str(key), known, above),
        fix=mend_key(document, path, known),
    )


def _unknown_help(model: type[BaseModel], key: str, known: list[str], above: list[Any]) -> str:
    if near := difflib.get_close_matches(key.lower(), known, n=1, cutoff=0.6):
        return f"did you mean `{near[0]}`?"
    if above and key in model.model_fields:
        return f"`{key}` belongs to the top of the file, above the first `[table]`"
    homes = [
        name
        for name, field in model.model_fields.items()
        if any(key in t.model_fields for t in tables(field.annotation))
    ]
    if homes and not above:
        return f"`{key}` belongs into `[{homes[0]}]`"
    return "known here: " + ", ".join(f"`{name}`" for name in known) if known else "leave it out"


def _dotted(path: list[Any]) -> str:
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text
