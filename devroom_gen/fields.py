"""Finds the fields and tables of a model by the path of a key, as a record writes it."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

ALIASES = {
    "deadline": "closes", "end": "closes", "start": "opens", "location": "venue", "place": "venue", "where": "venue",
    "description": "pitch", "intro": "pitch", "about": "pitch", "people": "organizers", "organisers": "organizers",
    "town": "city", "email": "contact", "mail": "contact", "website": "site", "homepage": "site", "label": "name",
    "program": "programme", "schedule": "programme", "company": "affiliation", "link": "url", "time": "hours",
}  # fmt: skip
"""Other words that people use for a key."""


def tables(annotation: Any) -> Iterator[type[BaseModel]]:
    """Give the models that stand anywhere in a type: its tables, in the words of TOML."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from tables(argument)


def tables_at(model: type[BaseModel], path: Sequence[str | int]) -> list[type[BaseModel]]:
    """Give the models that the table at a path may be."""
    level = [model]
    for part in path:
        if isinstance(part, str):
            fields = [field for table in level if (field := table.model_fields.get(part))]
            level = [found for field in fields for found in tables(field.annotation)]
    return level


def known_keys(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Give the keys that the table at a path may hold."""
    return sorted({name for table in tables_at(model, path) for name in table.model_fields})


def field_at(model: type[BaseModel], path: Sequence[str | int]) -> FieldInfo | None:
    """Give the field that a path names; of an entry of a list, the list's."""
    *above, key = [part for part in path if isinstance(part, str)] or [""]
    return next((t.model_fields[key] for t in tables_at(model, above) if key in t.model_fields), None)


def dotted(path: Sequence[str | int]) -> str:
    """Write the path of a key as people count: `milestones[1].date` is the first one's."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def is_list(field: FieldInfo) -> bool:
    """Tell whether a field takes nothing but a list."""
    annotation = field.annotation
    while get_origin(annotation) is not tuple and len(get_args(annotation)) == 1:
        (annotation,) = get_args(annotation)
    return get_origin(annotation) is tuple


def is_written_as_day(example: Any) -> bool:
    """Tell whether an example is a day, which TOML writes without quotes."""
    return (
        isinstance(example, str) and len(example) == 10 and example[:4].isdecimal() and example[4] == example[7] == "-"
    )
