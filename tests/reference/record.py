"""The reference of the record and its settings, printed from the descriptions and examples of the models."""

import tomllib
from collections.abc import Iterator
from functools import cache

from devroom_gen.project.builtin import DEFAULTS
from devroom_gen.record.event import Event
from devroom_gen.record.fields import Field, Table, has_free_keys, is_list, own_tables, written_example
from devroom_gen.record.settings import Words
from tests.reference.lists import write_table


def print_record() -> str:
    """Print one table per table of the record, the record itself first."""
    return "\n".join(_print_model(title, model) for title, model in _walk("", Event))


def _walk(path: str, model: Table) -> Iterator[tuple[str, Table]]:
    """Return every table of the record once, with the header that begins it in TOML."""
    yield path, model
    for key, field in model.model_fields.items():
        for inner in own_tables(field):
            if inner is not model:
                below = ".".join(part for part in (path.strip("[]"), key) if part)
                below += ".NAME" if has_free_keys(field.annotation) else ""
                yield from _walk(f"[[{below}]]" if is_list(field) else f"[{below}]", inner)


def _print_model(title: str, model: Table) -> str:
    about = (model.__doc__ or "").strip().splitlines()[0]
    heading = f"### `{title}`" if title else "### The record"
    rows = [
        (f"**`{key}`**" if field.is_required() else f"`{key}`", field.description or "", _example(model, key, field))
        for key, field in model.model_fields.items()
    ]
    return f"{heading}\n\n{about}\n\n{write_table(['key', 'what it says', 'for example'], rows)}"


def _example(model: Table, key: str, field: Field) -> str:
    """Show what is typed; a switch as it is turned on, a fixed word as it is unless it is set."""
    if not field.examples and own_tables(field):
        return "a table of its own, below"
    usual = True if field.annotation is bool else _usual_words().get(key, "…") if model is Words else "…"
    return f"`{written_example(field, field.examples or [usual])}`"


@cache
def _usual_words() -> dict[str, str]:
    words: dict[str, str] = tomllib.loads(DEFAULTS.read_text(encoding="utf-8"))["words"]
    return words
