"""Finds the texts in a record that are prose, wherever they stand."""

from collections.abc import Iterator, Mapping
from typing import Any

from devroom_gen.record.scalars import Model, Prose


def find_prose(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Prose]]:
    """Give every prose of a record with the path of its key; what was left to its default is none of the record's."""
    match value:
        case Prose():
            yield path, value
        case Model():
            for name in type(value).model_fields:
                if name in value.model_fields_set:
                    yield from find_prose(getattr(value, name), (*path, name))
        case tuple():
            for index, item in enumerate(value):
                yield from find_prose(item, (*path, index))
        case Mapping():
            for key, item in value.items():
                yield from find_prose(item, (*path, key))
        case _:
            return
