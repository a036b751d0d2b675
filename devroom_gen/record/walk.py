"""Finds all values of a record, and all its prose."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from devroom_gen.record.dates import Either, Month, Span
from devroom_gen.record.scalars import Model, Prose
from devroom_gen.toml.values import KeyPath

_WHOLE = frozenset((Prose, str, int, bool, date, datetime, Either, Month, Span, type(None)))
"""Types of values that have no keys of their own."""


def find_prose(value: Any) -> Iterator[tuple[KeyPath, Prose]]:
    """Return all prose of a record with the paths of its keys; defaults do not count."""
    return ((path, each) for path, each in find_values(value) if isinstance(each, Prose))


def find_values(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Return all values that a record states, with the paths of their keys."""
    for key, item in _parts(value):
        if type(item) in _WHOLE:
            yield (*path, key), item
        else:
            yield from find_values(item, (*path, key))


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    if type(value) is tuple:
        return enumerate(value)
    if isinstance(value, Model):
        stated = value.model_fields_set
        return [(name, item) for name, item in value.__dict__.items() if name in stated]
    return value.items() if isinstance(value, Mapping) else ()
