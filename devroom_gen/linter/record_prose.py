"""Judges the prose of records by the same rules as pages: claims are located inside of text values."""

from collections.abc import Iterator, Sequence
from typing import Any

from devroom_gen.claims.extract import Reading, read_claims
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.facts.model import Facts
from devroom_gen.linter.prose_runner import judge
from devroom_gen.project.loaded import Record
from devroom_gen.record.error_fixes import replacement
from devroom_gen.record.walk import find_prose
from devroom_gen.rules.expected.from_record import from_facts
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath


def judge_prose(records: Sequence[Record]) -> Iterator[Diagnostic]:
    """Judge the prose of every record of a series, with its other editions around it."""
    around = [record.facts for record in records]
    for record in records:
        yield from _judge_record(record, around)


def _judge_record(record: Record, around: Sequence[Facts]) -> Iterator[Diagnostic]:
    expected = from_facts(record.event, record.facts, record.edition, record.locate, around)
    texts = list(_read_texts(record, record.document))
    for found in judge([reading for _, _, reading in texts], expected, facts=record.facts):
        yield _place(record.document, texts, found)


def _read_texts(record: Record, document: Document) -> Iterator[tuple[KeyPath, int, Reading]]:
    """Return each text with its key, and the line breaks before its first character that reading it dropped."""
    for path, prose in find_prose(record.event):
        typed = _value(document.values, path)
        if isinstance(typed, str):
            dropped = len(typed) - len(typed.lstrip("\r\n"))
            yield path, dropped, read_claims(SourceText(document.source.path, str(prose)))


def _value(values: Any, path: KeyPath) -> Any:
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def _place(document: Document, texts: Sequence[tuple[KeyPath, int, Reading]], found: Diagnostic) -> Diagnostic:
    """Bring a finding from the text value to the file that it stands in."""
    span = found.location.span
    path, dropped, _ = next(each for each in texts if each[2].source is found.location.source)
    if span is None:
        return found
    location = document.inside(path, span.start + dropped, span.end + dropped)
    typed = found.location.source.text[span.start : span.end]
    fix = replacement(document, location.span, (typed,), found.fix.edits[0].text) if found.fix else None
    related = tuple(each for each in found.related if each.location.source is document.source)
    return found._replace(location=location, related=related, fix=fix)
