"""Exact edits for what is wrong with the shape of a record, where only one thing can be meant.

An edit is offered only if its span holds exactly the text that it replaces; a value that is written in an unusual
way, with escapes or over several lines, is left to the author.
"""

from datetime import date

from devroom_gen.diagnostics.diagnostic import Fix
from devroom_gen.text.edit import Edit
from devroom_gen.text.source import Span
from devroom_gen.toml.lexer import cut
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath, find_value


def replace_text(document: Document, path: KeyPath, instead: str) -> Fix | None:
    """Offer to write another value for the text at a path."""
    text, span = find_value(document.values, path), document.at_value(path).span
    stands = (f'"{text}"', f"'{text}'")
    if span is None or document.source.text[span.start : span.end] not in stands or instead in stands:
        return None
    return Fix(title=f"write `{instead}`", edits=(Edit(span, instead),))


def rename_key(document: Document, path: KeyPath, name: str) -> Fix | None:
    """Offer another name for a key, in each header of a list, unless the table has a key of that name already."""
    *above, key = path
    table = find_value(document.values, above)
    if not isinstance(key, str) or not isinstance(table, dict) or name in table:
        return None
    spans = [document.at_key(path).span]
    if isinstance(entries := table.get(key), list):
        spans += [document.at_key((*path, index)).span for index in range(len(entries))]
    found = {part for span in spans if span and (part := _part_of_key(document.source.text, span, key))}
    edits = tuple(Edit(span, name) for span in sorted(found))
    return Fix(title=f"write `{name}`", edits=edits) if edits else None


def _part_of_key(text: str, span: Span, key: str) -> Span | None:
    """Return the place of one part of a key or header, `venue` in `venue.name`, if it occurs exactly once."""
    tokens = cut(text[: span.end], span.start)
    found = [token for token in tokens if token.text in {key, f'"{key}"', f"'{key}'"}]
    return Span(found[0].start, found[0].end) if len(found) == 1 else None


def sort_days(document: Document, path: KeyPath) -> Fix | None:
    """Offer to sort days, each in the place of another, so that comments and layout stay."""
    days = find_value(document.values, path)
    if not isinstance(days, list) or len(set(days)) != len(days) or not all(type(day) is date for day in days):
        return None
    moved = [(index, days[index], day) for index, day in enumerate(sorted(days)) if days[index] != day]
    edits: list[Edit] = []
    for index, before, after in moved:
        span = document.at_value((*path, index)).span
        if span and document.source.text[span.start : span.end] == before.isoformat():
            edits.append(Edit(span, after.isoformat()))
    return Fix(title="put the days in their order", edits=tuple(edits)) if len(edits) == len(moved) else None
