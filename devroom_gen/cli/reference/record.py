"""The reference of the record and its settings, printed from the descriptions and examples of the models."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from devroom_gen.cli.reference.tables import write_table
from devroom_gen.project.builtin import DEFAULTS
from devroom_gen.record.event import Event
from devroom_gen.record.scalars import Either, Hours, Model
from devroom_gen.record.settings import Words

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_VALUES = (Either, Hours)  # forms of a single value, told in the description of the key


def print_record() -> str:
    """Print one table per table of the record, the record itself first."""
    return "\n".join(_print_model(title, model) for title, model in _walk("", Event))


def _walk(path: str, model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    """Return every table of the record once, with the header that begins it in TOML."""
    yield path, model
    for key, field in model.model_fields.items():
        for inner in _tables_of(field):
            if inner is not model:
                below = ".".join(part for part in (path.strip("[]"), key) if part)
                below += ".NAME" if get_origin(field.annotation) is Mapping else ""
                yield from _walk(f"[[{below}]]" if _is_list(field.annotation) else f"[{below}]", inner)


def _print_model(title: str, model: type[Model]) -> str:
    about = (model.__doc__ or "").strip().splitlines()[0]
    heading = f"### `{title}`" if title else "### The record"
    rows = [_row(model, key, field) for key, field in model.model_fields.items()]
    return f"{heading}\n\n{about}\n\n{write_table(['key', 'what it says', 'for example'], rows)}"


def _row(model: type[Model], key: str, field: FieldInfo) -> tuple[str, str, str]:
    about = field.description or ""
    return f"**`{key}`**" if field.is_required() else f"`{key}`", about, _example(model, key, field)


def _example(model: type[Model], key: str, field: FieldInfo) -> str:
    """Show what is typed; a switch as somebody types it, a fixed word as it is unless somebody does."""
    if not field.examples and any(_tables_of(field)):
        return "a table of its own, below"
    usual = True if field.annotation is bool else _usual_words().get(key, "…") if model is Words else "…"
    written = ", ".join(_in_toml(each) for each in field.examples or [usual])
    return f"`[{written}]`" if _is_list(field.annotation) else f"`{written}`"


def _in_toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_in_toml(each)}" for key, each in value.items()) + " }"
    is_date = isinstance(value, str) and _DATE.fullmatch(value)
    return str(value) if is_date else json.dumps(value, ensure_ascii=False)


@cache
def _usual_words() -> dict[str, str]:
    words: dict[str, str] = tomllib.loads(DEFAULTS.read_text(encoding="utf-8"))["words"]
    return words


def _tables_of(field: FieldInfo) -> list[type[Model]]:
    return [each for each in _types_in(field.annotation) if each not in _VALUES]


def _types_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from _types_in(part)


def _is_list(annotation: Any) -> bool:
    """Whether a key takes a list and nothing else."""
    if get_origin(annotation) in (Union, UnionType):
        forms = [form for form in get_args(annotation) if form is not type(None)]
        return len(forms) == 1 and _is_list(forms[0])
    if hasattr(annotation, "__metadata__"):
        return _is_list(annotation.__origin__)
    return get_origin(annotation) is tuple
