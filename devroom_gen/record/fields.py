"""Finds the fields and tables of a model by the path of a key, as a record writes it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from devroom_gen.record.dates import Either, Hours, Month, Span
from devroom_gen.record.scalars import Model, PhaseProse
from devroom_gen.toml.writer import written_value

Field: TypeAlias = FieldInfo
"""What a model says of one key: its description, examples and type."""
Table: TypeAlias = type[Model]

ALIASES = {
    "deadline": "closes", "end": "closes", "start": "opens", "location": "venue", "place": "venue", "where": "venue",
    "description": "pitch", "intro": "pitch", "about": "pitch", "people": "organizers", "organisers": "organizers",
    "town": "city", "email": "contact", "mail": "contact", "website": "site", "homepage": "site", "label": "name",
    "program": "programme", "schedule": "programme", "company": "affiliation", "link": "url", "time": "hours",
    "cfp": "call", "call_for_papers": "call", "call_for_participation": "call", "call_for_proposals": "call",
    "submission": "call", "subjects": "topics", "submissions": "call", "team": "organizers", "committee": "organizers", "hosts": "organizers",
    "dates": "milestones", "important_dates": "milestones", "timeline": "milestones", "partners": "sponsors",
    "when": "date", "day": "date", "days": "date", "devroom": "name", "number": "edition",
    "opening_hours": "hours", "coc": "code_of_conduct", "conduct": "code_of_conduct", "repo": "repository",
    "source": "repository", "heading": "title", "employer": "affiliation", "organization": "affiliation",
    "organisation": "affiliation", "homepage_url": "url", "webpage": "url", "status": "phase", "submit_url": "submit",
}  # fmt: skip
"""Other words that people use for a key."""


def tables(annotation: Any) -> Iterator[Table]:
    """Return the models anywhere in a type: its tables, as TOML calls them."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from tables(argument)


def own_tables(field: Field) -> list[Table]:
    """Return the tables of a field, without those that are only a form of its value."""
    return [table for table in tables(field.annotation) if table not in {Either, Hours, Month, PhaseProse, Span}]


def _below(annotation: Any, part: str) -> Iterator[Any]:
    """Return the types under a key of a type: a field of a table, or any entry of a mapping."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        if field := annotation.model_fields.get(part):
            yield field.annotation
    elif get_origin(annotation) is Mapping:
        yield get_args(annotation)[1]
    else:
        for argument in get_args(annotation):
            yield from _below(argument, part)


def has_free_keys(annotation: Any) -> bool:
    """Whether a type is a mapping, whose keys the author chooses."""
    return get_origin(annotation) is Mapping or any(has_free_keys(each) for each in get_args(annotation))


def tables_at(model: Table, path: Sequence[str | int]) -> list[Table]:
    """Return the models that the table at a path may be."""
    level: list[Any] = [model]
    for part in path:
        if isinstance(part, str):
            level = [found for annotation in level for found in _below(annotation, part)]
    return [table for annotation in level if not has_free_keys(annotation) for table in tables(annotation)]


def known_keys(model: Table, path: Sequence[str | int]) -> list[str]:
    """Return the keys that the table at a path may hold."""
    return sorted({name for table in tables_at(model, path) for name in table.model_fields})


def field_at(model: Table, path: Sequence[str | int]) -> Field | None:
    """Return the field that a path names; for an entry of a list, the field of the list."""
    *above, key = [part for part in path if isinstance(part, str)] or [""]
    return next((t.model_fields[key] for t in tables_at(model, above) if key in t.model_fields), None)


def description_at(model: Table, path: Sequence[str | int]) -> str:
    """Return the description of the field that a path names; an empty text where there is none."""
    field = field_at(model, path)
    return (field.description or "") if field else ""


def dotted(path: Sequence[str | int]) -> str:
    """Write the path of a key as people count: `milestones[1].date` is the first one's."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def is_list(field: Field) -> bool:
    """Whether a field takes nothing but a list."""
    is_union = get_origin(field.annotation) in {Union, UnionType}
    forms = get_args(field.annotation) if is_union else (field.annotation,)
    plain = [get_args(each)[0] if get_origin(each) is Annotated else each for each in forms if each is not NoneType]
    return all(get_origin(each) is tuple for each in plain)


def is_written_as_day(example: Any) -> bool:
    """Whether an example is a day, which TOML writes without quotes."""
    return isinstance(example, str) and bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", example))


def written_example(field: Field, examples: Sequence[Any] = ()) -> str:
    """Write the first example of a field as TOML, in a list where the field takes one; or other examples, all of them."""
    shown = examples or (field.examples or ["…"])[:1]
    written = ", ".join(each if is_written_as_day(each) else written_value(each) for each in shown)
    return f"[{written}]" if is_list(field) else written
