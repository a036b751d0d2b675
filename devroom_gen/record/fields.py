"""Finds the declaration of a key: its description and examples are the words of scaffold and checklist."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def find_field(model: type[BaseModel], path: tuple[str | int, ...]) -> FieldInfo | None:
    """Give the field at a path below a model; none where no such key is known."""
    level, found = [model], None
    for part in path:
        if isinstance(part, str):
            found = next((field for table in level if (field := table.model_fields.get(part))), None)
            level = list(_tables(found.annotation)) if found else []
    return found


def _tables(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from _tables(argument)
