"""The reference of the record and its settings, printed from the descriptions and examples of the models."""

import json
import re
from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from devroom_gen.record.event import Event
from devroom_gen.record.scalars import Either, Hours, Model
from devroom_gen.reference.tables import write_table

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_VALUES = (Either, Hours)  # forms of a single value, told in the description of the key


def print_record() -> str:
    """Print one table per table of the record, the record itself first."""
    return "\n".join(_print_model(title, model) for title, model in _walk("", Event))


def _walk(path: str, model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    """Give every table of the record once, with the header that begins it in TOML."""
    yield path, model
    for key, field in model.model_fields.items():
        for inner in _tables_of(field):
            if inner is not model:
                below = ".".join(part for part in (path.strip("[]"), key) if part)
                yield from _walk(f"[[{below}]]" if _is_list(field.annotation) else f"[{below}]", inner)


def _print_model(title: str, model: type[Model]) -> str:
    about = (model.__doc__ or "").strip().splitlines()[0]
    heading = f"### `{title}`" if title else "### The record"
    rows = [_row(key, field) for key, field in model.model_fields.items()]
    return f"{heading}\n\n{about}\n\n{write_table(['key', 'what it says', 'for example'], rows)}"


def _row(key: str, field: FieldInfo) -> tuple[str, str, str]:
    about = field.description or ""
    return f"**`{key}`**" if field.is_required() else f"`{key}`", about, _example(key, field)


def _example(key: str, field: FieldInfo) -> str:
    if not field.examples:
        return "a table of its own, below" if any(_tables_of(field)) else f"`{_in_toml(_default(field))}`"
    written = ", ".join(_in_toml(each) for each in field.examples)
    return f"`[{written}]`" if _is_list(field.annotation) else f"`{written}`"


def _default(field: FieldInfo) -> Any:
    """Show a switch as it is when somebody bothers to write it, and that a list takes texts."""
    return True if field.annotation is bool else ["…"]


def _in_toml(value: Any) -> str:
    is_date = isinstance(value, date) or (isinstance(value, str) and _DATE.fullmatch(value))
    return str(value) if is_date else json.dumps(value, ensure_ascii=False)


def _tables_of(field: FieldInfo) -> list[type[Model]]:
    return [each for each in _types_in(field.annotation) if each not in _VALUES]


def _types_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from _types_in(part)


def _is_list(annotation: Any) -> bool:
    """Tell whether a key takes a list and nothing else."""
    if get_origin(annotation) in (Union, UnionType):
        forms = [form for form in get_args(annotation) if form is not type(None)]
        return len(forms) == 1 and _is_list(forms[0])
    if hasattr(annotation, "__metadata__"):
        return _is_list(annotation.__origin__)
    return get_origin(annotation) is tuple
