"""Finds the fields and tables of a model by the path of a key, as a record writes it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

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


def tables(annotation: Any) -> Iterator[type[BaseModel]]:
    """Return the models that stand anywhere in a type: its tables, in the words of TOML."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from tables(argument)


def _below(annotation: Any, part: str) -> Iterator[Any]:
    """Return the types that stand under a key of a type: a field of a table, or any entry of a mapping."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if field := annotation.model_fields.get(part):
            yield field.annotation
    elif get_origin(annotation) is Mapping:
        yield get_args(annotation)[1]
    else:
        for argument in get_args(annotation):
            yield from _below(argument, part)


def has_free_keys(annotation: Any) -> bool:
    """Whether a type is a mapping, whose keys are names of a person's own."""
    return get_origin(annotation) is Mapping or any(has_free_keys(each) for each in get_args(annotation))


def tables_at(model: type[BaseModel], path: Sequence[str | int]) -> list[type[BaseModel]]:
    """Return the models that the table at a path may be."""
    level: list[Any] = [model]
    for part in path:
        if isinstance(part, str):
            level = [found for annotation in level for found in _below(annotation, part)]
    return [table for annotation in level if not has_free_keys(annotation) for table in tables(annotation)]


def known_keys(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Return the keys that the table at a path may hold."""
    return sorted({name for table in tables_at(model, path) for name in table.model_fields})


def field_at(model: type[BaseModel], path: Sequence[str | int]) -> FieldInfo | None:
    """Return the field that a path names; of an entry of a list, the list's."""
    *above, key = [part for part in path if isinstance(part, str)] or [""]
    return next((t.model_fields[key] for t in tables_at(model, above) if key in t.model_fields), None)


def dotted(path: Sequence[str | int]) -> str:
    """Write the path of a key as people count: `milestones[1].date` is the first one's."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def is_list(field: FieldInfo) -> bool:
    """Whether a field takes nothing but a list."""
    annotation = field.annotation
    while get_origin(annotation) is not tuple and len(get_args(annotation)) == 1:
        (annotation,) = get_args(annotation)
    return get_origin(annotation) is tuple


def is_written_as_day(example: Any) -> bool:
    """Whether an example is a day, which TOML writes without quotes."""
    return (
        isinstance(example, str) and len(example) == 10 and example[:4].isdecimal() and example[4] == example[7] == "-"
    )
