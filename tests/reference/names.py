"""The reference of the names that templates see, printed from the facts and from what is written below their fields."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, get_args, get_origin, get_type_hints

from devroom_gen.facts.model import Facts
from devroom_gen.facts.parts import Link
from devroom_gen.facts.summary import EditionSummary
from devroom_gen.facts.when import When
from devroom_gen.record.scalars import Prose
from tests.reference.lists import list_styles, write_table

_KINDS = {Prose: "prose", Link: "link", When: "day", bool: "yes or no", int: "number"}
"""What a template gets; every other value without parts is a text."""


def print_names() -> str:
    """Print every name, those below a name right after it."""
    days = [*list_styles("`{}`"), ("`date.is_known`", "whether it is decided")]
    return (
        f"{write_table(['name', 'kind', 'what it is'], _walk('', Facts))}\n"
        "What a name of the kind *day* can be asked, here for `date`:\n\n"
        f"{write_table(['name', 'what it is'], days)}\n"
        "A page of all editions sees `editions`, newest first, and of each no more than a summary: "
        f"{', '.join(f'`{field}`' for field in EditionSummary._fields)}. Of `conference` it has the text, `name` and `short`, "
        "of `call` only `opens` and `closes`; `path` leads from the folder of the page to that of the edition.\n"
    )


def _walk(path: str, facts: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[str, str, str]]:
    """Return each name below a path as it is written, the kind of value it stands for, and what that is."""
    hints, notes = get_type_hints(facts), _notes_of(facts)
    for field in facts._fields:
        if field == "text":  # what the group itself prints
            continue
        kind, is_list, is_optional = _take_apart(hints[field])
        name = f"{path}{field}" + "[]" * is_list
        inner = kind if hasattr(kind, "_fields") and kind is not When else None
        shown = _notes_of(inner).get("text") if inner else None
        told = f"; {'the text of each' if is_list else 'its text'} is {shown}" if shown else ""
        yield f"`{name}`", _kind_of(kind, is_list) + ", or nothing" * is_optional, notes[field] + told
        if inner and inner not in above:
            yield from _walk(f"{name}.", inner, (*above, inner))


def _kind_of(kind: Any, is_list: bool) -> str:
    is_group = hasattr(kind, "_fields") or get_origin(kind) is Mapping
    word = _KINDS.get(kind) or ("group" if is_group else "text")
    return f"list of {word}{'s' if word in ('group', 'day', 'link') else ''}" if is_list else word


def _take_apart(hint: Any) -> tuple[Any, bool, bool]:
    """Return the kind of a value, whether it is a list of those, and whether it may be missing."""
    forms = [form for form in get_args(hint) if form is not type(None)]
    is_optional = type(None) in get_args(hint)
    if is_optional and len(forms) == 1:
        return (*_take_apart(forms[0])[:2], True)
    if get_origin(hint) is tuple:
        return forms[0], True, False
    return hint, False, is_optional


def _notes_of(facts: Any) -> dict[str, str]:
    """Return the line that stands below each field of a class."""
    (body,) = (each.body for each in ast.parse(inspect.getsource(facts)).body if isinstance(each, ast.ClassDef))
    notes = {}
    for field, line in pairwise(body):
        match field, line:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(note))):
                notes[name] = note
    return notes
