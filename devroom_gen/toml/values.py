"""Finds the values of a document: one by its path, all texts, all dates."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""The keys and the places in lists, from 0, that lead to a value."""


def find_value(values: Any, path: Iterable[str | int]) -> Any:
    """Return the value at a path; None where there is none."""
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def find_texts(values: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Return all texts with their paths."""
    for key, value in _entries(values):
        if isinstance(value, str):
            yield (*path, key), value
        else:
            yield from find_texts(value, (*path, key))


def find_dates(values: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Return the paths of all dates; a list, a choice or a span of days counts as one."""
    for key, value in _entries(values):
        here = (*path, key)
        is_days = isinstance(value, list) and bool(value) and all(isinstance(each, date) for each in value)
        is_choice = isinstance(value, dict) and {*value} in ({"either"}, {"month"}, {"from", "to"})
        if isinstance(value, date) or is_days or is_choice:
            yield here
        else:
            yield from find_dates(value, here)


def _entries(values: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(values, dict):
        yield from values.items()
    elif isinstance(values, list):
        yield from enumerate(values)
