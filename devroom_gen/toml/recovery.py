"""Reads the rest of a text in which something is not TOML, so that one mistake does not hide the others."""

import re
from collections.abc import Sequence

import toml_rs

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.text.source import SourceText, Span
from devroom_gen.toml.parser import Document
from devroom_gen.toml.statements import Statement, split
from devroom_gen.toml.syntax_errors import diagnose_syntax

MAX_ERRORS = 20
"""A file with more syntax errors than this is not a record."""


def read_around(source: SourceText, error: ValueError) -> tuple[Document | None, list[Diagnostic]]:
    """Leave out one statement after the other that cannot be read, until the rest can; tell what is wrong with each."""
    text, statements = source.text, split(source.text)
    found: list[Diagnostic] = []
    doubled: set[str] = set()
    while len(found) < MAX_ERRORS:
        diagnostic, span = diagnose_syntax(source, text, statements, error)
        found.append(diagnostic)
        spans = [span]
        if diagnostic.code is codes.DUPLICATE_KEY and text.startswith("[", span.start):
            first, *others = [each for each in statements if each.start >= span.start and each.is_header]
            doubled.add(first.name)  # a third table of this name is the same mistake
            spans += [Span(each.start, each.end) for each in others if each.name == first.name]
        for each in spans:
            text, statements = _leave_out(text, statements, each)
        try:
            values = toml_rs.loads(text, toml_version="1.0.0")
            return Document(source, values, text, is_whole=False, doubled=frozenset(doubled)), found
        except ValueError as another:
            error = another
    return None, found


def _leave_out(text: str, statements: Sequence[Statement], span: Span) -> tuple[str, list[Statement]]:
    """Blank a statement, and after the header of a table everything that belongs to it."""
    end = span.end
    if text.startswith("[", span.start):
        headers = (each.start for each in statements if each.start >= span.end and each.is_header)
        end = next(headers, len(text))
    kept = [each for each in statements if not span.start <= each.start < end]
    return text[: span.start] + re.sub(r"[^\n]", " ", text[span.start : end]) + text[end:], kept
