"""Checks what texts state: pages, and the prose of records."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from devroom_gen.claims.extract import PageClaims, read_claims
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.project.loaded import Record
from devroom_gen.record.walk import find_prose
from devroom_gen.rules.base import PageSubject
from devroom_gen.rules.expected.from_record import from_facts
from devroom_gen.rules.expected.model import Expected
from devroom_gen.rules.registry import prose_rules, rules_of_words, run_rules
from devroom_gen.text.source import Span
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath, find_value


def check_pages(
    pages: Sequence[PageClaims],
    expected: Expected,
    exists: Callable[[str, str], bool] | None = None,
) -> Iterator[Diagnostic]:
    """Hold pages against what is expected."""
    for subject in _subjects(pages, expected, exists=exists):
        yield from _run(subject)


def check_prose(records: Sequence[Record]) -> Iterator[Diagnostic]:
    """Check the prose of every record of a series, with its other editions around it."""
    around = [record.facts for record in records]
    for record in records:
        expected = from_facts(record.event, record.facts, record.edition, record.locate, around)
        texts = [_read_prose(record.document, path, str(prose)) for path, prose in find_prose(record.event)]
        yield from _run(*_subjects(texts, expected, facts=record.facts))


def _subjects(pages: Sequence[PageClaims], expected: Expected, **more: Any) -> list[PageSubject]:
    memo: dict[str, Any] = {}
    return [PageSubject(page=page, expected=expected, pages=pages, memo=memo, **more) for page in pages]


def _run(*subjects: PageSubject) -> Iterator[Diagnostic]:
    """Run all rules on texts that state something, and on others those that read words."""
    yield from run_rules(prose_rules(), *(each for each in subjects if not each.page.states_nothing))
    yield from run_rules(rules_of_words(), *(each for each in subjects if each.page.states_nothing))


def _read_prose(document: Document, path: KeyPath, prose: str) -> PageClaims:
    """Read a text of a record, each of whose characters knows its place in the file."""

    def place(span: Span) -> Span | None:
        typed = str(find_value(document.values, path))
        dropped = len(typed) - len(typed.lstrip("\r\n"))  # line breaks that reading took off
        return document.inside(path, span.start + dropped, span.end + dropped).span

    return read_claims(document.source, prose, place)
