"""Reads the rest of a text in which something is no TOML, so that one mistake does not hide the others."""

import re
from collections.abc import Sequence
from typing import Any

import toml_rs

from devroom_gen.diagnostics.codes import reading as codes
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.text.source import SourceText, Span
from devroom_gen.toml.statements import Statement, split
from devroom_gen.toml.syntax_errors import diagnose_syntax

MAX_ERRORS = 20
"""A file with more errors of syntax is not a record; the first ones tell as much."""


def read_around(
    source: SourceText, error: ValueError
) -> tuple[str, dict[str, Any] | None, list[Diagnostic], frozenset[str]]:
    """Leave out one statement after the other that cannot be read, until the rest can.

    Gives the text that was read, its values if there are any, what is wrong with the others, and the names of tables
    that are written more than once.
    """
    text, statements = source.text, split(source.text)
    found: list[Diagnostic] = []
    doubled: set[str] = set()
    while len(found) < MAX_ERRORS:
        diagnostic, span = diagnose_syntax(source, text, statements, error)
        found.append(diagnostic)
        spans = [span]
        if diagnostic.code is codes.DUPLICATE_KEY and text.startswith("[", span.start):
            name, more = _same_headers(text, statements, span)
            doubled.add(name)
            spans += more
        for each in spans:
            text, statements = _leave_out(text, statements, each)
        try:
            values = toml_rs.loads(text, toml_version="1.0.0")
        except ValueError as another:
            error = another
        else:
            return text, values, found, frozenset(doubled)
    return text, None, found, frozenset(doubled)


def _leave_out(text: str, statements: Sequence[Statement], span: Span) -> tuple[str, list[Statement]]:
    """Blank a statement, and with the header of a table all that belongs to it."""
    end = _table_end(text, statements, span)
    kept = [each for each in statements if not span.start <= each.start < end]
    return text[: span.start] + re.sub(r"[^\n]", " ", text[span.start : end]) + text[end:], kept


def _same_headers(text: str, statements: Sequence[Statement], span: Span) -> tuple[str, list[Span]]:
    """Return the name of a table that is written twice, and where it is written once more: one mistake is told once."""
    headers = [each for each in statements if each.start >= span.start and each.is_header(text)]
    name = headers[0].name(text)
    return name, [Span(each.start, each.end) for each in headers[1:] if each.name(text) == name]


def _table_end(text: str, statements: Sequence[Statement], span: Span) -> int:
    """Return the end of what must be left out: with the header of a table goes all that belongs to it."""
    if text[span.start : span.start + 1] != "[":
        return span.end
    headers = (each.start for each in statements if each.start >= span.end and each.is_header(text))
    return next(headers, len(text))
