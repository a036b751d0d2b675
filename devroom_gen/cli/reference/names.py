"""The references of names in templates, printed from the facts and what stands below their fields, and of placeholders."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from devroom_gen.cli.reference.tables import write_table
from devroom_gen.facts.model import Facts, Link
from devroom_gen.facts.placeholders import PLACEHOLDERS
from devroom_gen.facts.summary import EditionSummary
from devroom_gen.facts.when import STYLES, When
from devroom_gen.record.scalars import Prose

_KINDS = {Prose: "prose", Link: "link", When: "day", bool: "yes or no", int: "number"}
"""What a template gets; every other value without parts is a text."""


class _Name(NamedTuple):
    """One name of a template: how it is written, what kind of value it stands for, and what that is."""

    path: str
    kind: str
    about: str


def print_names() -> str:
    """Print every name, those below a name right after it."""
    rows = [(f"`{name.path}`", name.kind, name.about) for name in _walk("", Facts)]
    days = [*_days("`{}`"), ("`date.is_known`", "whether it is decided")]
    return (
        f"{write_table(['name', 'kind', 'what it is'], rows)}\n"
        "What a name of the kind *day* can be asked, here for `date`:\n\n"
        f"{write_table(['name', 'what it is'], days)}\n"
        "A page of all editions sees `editions`, newest first, and of each no more than a summary: "
        f"{', '.join(f'`{field}`' for field in EditionSummary._fields)}. Of `conference` it has the text, `name` and `short`, "
        "of `call` only `opens` and `closes`; `path` leads from the folder of the page to that of the edition.\n"
    )


def print_placeholders() -> str:
    """Print all placeholders; those of a day once, and the styles of a day beside them."""
    dated = [name for name in PLACEHOLDERS if all(f"{name}.{style}" in PLACEHOLDERS for style in STYLES)]
    styled = {f"{name}.{style}" for name in dated for style in STYLES}
    plain = [name for name in PLACEHOLDERS if name not in styled]
    rows = [(f"`{{{name}}}`", PLACEHOLDERS[name] + (", in any style" if name in dated else "")) for name in plain]
    names = ", ".join(f"`{{{name}.long}}`" for name in dated if name != "date")
    return (
        f"{write_table(['placeholder', 'stands for'], rows)}\n"
        f"The styles of a day. They fit every day: {names} and so on.\n\n"
        f"{write_table(['placeholder', 'style'], _days('`{{{}}}`'))}"
    )


def _days(form: str) -> list[tuple[str, str]]:
    """Return how a day is written plainly and in each style, as a name of this form."""
    styles = ((form.format(f"date.{style}"), how) for style, how in STYLES.items())
    return [(form.format("date"), "plain: `February 4, 2017`"), *styles]


def _walk(path: str, facts: Any, above: tuple[Any, ...] = ()) -> Iterator[_Name]:
    hints, notes = get_type_hints(facts), _notes_of(facts)
    for field in facts._fields:
        if field == "text":  # what the group itself prints
            continue
        kind, is_list, is_optional = _take_apart(hints[field])
        name = f"{path}{field}" + "[]" * is_list
        inner = kind if hasattr(kind, "_fields") and kind is not When else None
        words = _kind_of(kind, is_list=is_list, is_group=bool(inner))
        yield _Name(name, words + ", or nothing" * is_optional, _about(notes[field], inner, is_list=is_list))
        if inner and inner not in above:
            yield from _walk(f"{name}.", inner, (*above, inner))


def _about(note: str, inner: Any, *, is_list: bool) -> str:
    """Add what a group prints when it is named alone."""
    shown = _notes_of(inner).get("text") if inner else None
    return f"{note}; {'the text of each' if is_list else 'its text'} is {shown}" if shown else note


def _kind_of(kind: Any, *, is_list: bool, is_group: bool) -> str:
    if is_group:
        return "list of groups" if is_list else "group"
    word = "group" if get_origin(kind) is Mapping else _KINDS.get(kind, "text")
    return f"list of {word}{'s' if word in ('day', 'link') else ''}" if is_list else word


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
