"""Checks what texts state: pages, and the prose of records."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import Any

from devroom_gen.claims.extract import PageClaims, read_claims
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.facts.model import Facts
from devroom_gen.linter.registry import EVERYTHING, Selection
from devroom_gen.project.loaded import Record
from devroom_gen.rules.base import PageSubject
from devroom_gen.rules.expected.from_record import from_facts
from devroom_gen.rules.expected.model import Expected
from devroom_gen.rules.prose.leftover_page import CODE as LEFTOVER
from devroom_gen.rules.registry import prose_rules, run_rules
from devroom_gen.text.source import Span
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath, find_value

_FEW = 8
"""Lines of a page that was left over which are told one by one."""


class Scope(Enum):
    """What pages are together: those of one edition, those of a site of many, those of another edition, posts about one, or its archive."""

    ONE_EDITION = 1
    MANY_EDITIONS = 2
    OTHER_EDITION = 3
    POSTS_OF_EDITION = 4
    ARCHIVE_OF_EDITION = 5


def check_pages(
    pages: Sequence[PageClaims],
    expected: Expected,
    exists: Callable[[str, str], bool] | None = None,
    scope: Scope = Scope.ONE_EDITION,
    selection: Selection = EVERYTHING,
) -> Iterator[Diagnostic]:
    """Hold pages against what is expected, by the rules that can be trusted on such pages."""
    memo: dict[str, Any] = {}
    rules = [rule for rule in prose_rules() if _applies(rule, scope)]
    if not expected.is_stated:
        rules = [rule for rule in rules if not getattr(rule, "OFF_ALONE", False) or selection.names(rule.CODE)]
    for page in pages:
        subject = PageSubject(page, expected, pages, memo, exists, is_alone=scope is Scope.ONE_EDITION)
        yield from _as_one(list(run_rules(rules, subject)))


def _as_one(found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """Return what is told of one page: of one that was left over the few lines that say so, or that it was, once.

    What is wrong in any edition is told of both.
    """
    if not any(each.code is LEFTOVER for each in found):
        return found
    anyway = {rule.CODE for rule in prose_rules() if getattr(rule, "NEEDS_NO_EDITION", False)}
    lines = [each for each in found if each.code is not LEFTOVER]
    if 0 < sum(each.code not in anyway for each in lines) <= _FEW:
        return lines
    return [each for each in found if each.code is LEFTOVER or each.code in anyway]


def _applies(rule: object, scope: Scope) -> bool:
    """Whether a rule can be trusted on pages: what it needs of them stands in its module."""
    if scope in (Scope.POSTS_OF_EDITION, Scope.ARCHIVE_OF_EDITION):
        return getattr(rule, "FOR_POSTS" if scope is Scope.POSTS_OF_EDITION else "FOR_ARCHIVES", False)
    if scope is Scope.OTHER_EDITION:
        return getattr(rule, "NEEDS_NO_EDITION", False)
    return not getattr(rule, "IN_MANY_EDITIONS" if scope is Scope.ONE_EDITION else "NEEDS_ONE_EDITION", False)


def check_texts(record: Record, texts: Sequence[tuple[KeyPath, str]], around: Sequence[Facts]) -> Iterator[Diagnostic]:
    """Hold texts of a record against it, with the editions of its series around it."""
    expected = from_facts(record.event, record.facts, record.edition, record.locate, around)
    shown = [_is_shown(record, path) for path, _ in texts]
    pages = [_read_prose(record.document, *each) for each in texts]
    memo: dict[str, Any] = {}
    subjects = (
        PageSubject(page, expected, pages, memo, facts=record.facts, is_shown=is_shown)
        for is_shown, page in zip(shown, pages, strict=True)
    )
    yield from run_rules(prose_rules(), *subjects)


def _is_shown(record: Record, path: KeyPath) -> bool:
    """Whether a text stands on the page today: it is for the phase, or for all but those in which the call is closed."""
    above = find_value(record.document.values, path[:-1])
    if isinstance(above, dict) and "when" in above:
        return record.facts.phase.text in ([above["when"]] if isinstance(above["when"], str) else above["when"])
    return path[0] not in ("call", "calls") or not record.facts.phase.is_closed


def _read_prose(document: Document, path: KeyPath, prose: str) -> PageClaims:
    """Read a text of a record, each of whose characters knows its place in the file."""

    def place(span: Span) -> Span | None:
        typed = str(find_value(document.values, path))
        dropped = len(typed) - len(typed.lstrip("\r\n"))  # line breaks that reading took off
        return document.inside(path, span.start + dropped, span.end + dropped).span

    return read_claims(document.source, prose, place)
