"""Finds the texts in a record that are prose, wherever they stand."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from devroom_gen.record.scalars import Model, Prose

_PLAIN = (str, int, bool, date, datetime)


def find_prose(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Prose]]:
    """Give every prose of a record with the path of its key; what was left to its default is none of the record's."""
    if isinstance(value, Prose):
        yield path, value
        return
    for key, item in _parts(value):
        if type(item) is Prose:
            yield (*path, key), item
        elif item is not None and type(item) not in _PLAIN:
            yield from find_prose(item, (*path, key))


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, Model):
        stated = value.model_fields_set
        return [(name, getattr(value, name)) for name in type(value).model_fields if name in stated]
    if isinstance(value, tuple):
        return enumerate(value)
    return value.items() if isinstance(value, Mapping) else ()
