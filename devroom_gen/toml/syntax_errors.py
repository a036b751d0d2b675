"""Syntax errors as diagnostics: one never hides the others, and the sentences of the parser are never shown."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, TypeAlias

import toml_rs

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Code, Diagnostic, Location, Related
from devroom_gen.text.printable import shortened
from devroom_gen.text.source import SourceText, Span
from devroom_gen.toml.lexer import MAX_DEPTH
from devroom_gen.toml.statements import Statement, split
from devroom_gen.toml.syntax_messages import explain
from devroom_gen.toml.syntax_mistakes import Mistake, find_mistake, is_toml

MAX_ERRORS = 20
"""A file with more syntax errors than this is not a record."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOT_IN_PYTHON = re.compile(r"0000-\d\d-|\d\d:\d\d:60")
"""The year 0 and the second 60 are TOML, but Python's dates refuse them, without a position."""
_NEWER = ("trailing commas", "newlines are", "comments are", "missing escaped")


Rest: TypeAlias = tuple[dict[str, Any], str, frozenset[str]]
"""The values that could be read, the text they were read from, and names of tables of which only the first was read."""


def read_around(source: SourceText, error: ValueError) -> tuple[Rest | None, list[Diagnostic]]:
    """Leave out one statement after the other that cannot be read, until the rest can; tell what is wrong with each."""
    text, statements = source.text, split(source.text)
    found: list[Diagnostic] = []
    doubled: set[str] = set()
    while len(found) < MAX_ERRORS:
        diagnostic, span = _diagnose(source, text, statements, error)
        found.append(diagnostic)
        spans = [span]
        if diagnostic.code is codes.DUPLICATE_KEY and text.startswith("[", span.start):
            first, *others = [each for each in statements if each.start >= span.start and each.is_header]
            doubled.add(first.name)  # a third table of this name is the same mistake
            spans += [Span(each.start, each.end) for each in others if each.name == first.name]
        text, statements = _leave_out(text, statements, spans)
        try:
            values = toml_rs.loads(text, toml_version="1.0.0")
            return (values, text, frozenset(doubled)), found
        except ValueError as another:
            error = another
    return None, found


def _leave_out(text: str, statements: Sequence[Statement], spans: Sequence[Span]) -> tuple[str, list[Statement]]:
    """Blank statements in their order, and after the header of a table everything that belongs to it."""
    headers = [*(each.start for each in statements if each.is_header), len(text)]
    pieces: list[str] = []
    edges = [0]
    for start, end in spans:
        until = headers[bisect_left(headers, end)] if text.startswith("[", start) else end
        pieces += [text[edges[-1] : start], re.sub(r"[^\n]", " ", text[start:until])]
        edges += [start, until]
    kept = [each for each in statements if bisect_right(edges, each.start) % 2 == 1]
    return "".join([*pieces, text[edges[-1] :]]), kept


def _diagnose(
    source: SourceText, text: str, statements: Sequence[Statement], error: ValueError
) -> tuple[Diagnostic, Span]:
    """Explain one error of the parser; return the span to leave out as well, so that the rest can be read.

    `text` is what was parsed: the source, perhaps with statements blanked, every character in its place.
    """
    offset, said = _locate(text, statements, error)
    found = _blame(text, statements, offset)
    line = source.line_span(source.position(offset).line)
    blank = Span(found.start, found.end) if found else line
    code, mistake = _explain(text, found, offset, said)
    if control := _CONTROL.search(text, min(blank.start, line.start), max(blank.end, line.end)):
        message = f"the line holds the control character U+{ord(control.group()):04X}"
        code, mistake = codes.SYNTAX, Mistake(Span(*control.span()), message, "delete it and type the text again")
    token = shortened(text[mistake.span.start : mistake.span.end])
    first = _first_of(text, statements, found) if found and code is codes.DUPLICATE_KEY else []
    diagnostic = Diagnostic(
        code=code,
        location=Location(source=source, span=mistake.span),
        message=mistake.message.replace("{token}", token),
        help=mistake.help.replace("{token}", token),
        related=tuple(Related(Location(source, each), "written here already") for each in first),
    )
    return diagnostic, blank


def _explain(text: str, found: Statement | None, offset: int, said: str) -> tuple[Code, Mistake]:
    if found is None:
        return codes.SYNTAX, Mistake(Span(offset, min(offset + 1, len(text))), *explain(said))
    mistake = find_mistake(text, found, offset, said)
    if said.startswith(("duplicate key", "cannot extend")):
        return codes.DUPLICATE_KEY, mistake
    if not said.startswith(_NEWER) or not is_toml(text[found.start : found.end], "1.1.0"):
        return codes.SYNTAX, mistake
    if said.startswith("missing escaped"):
        help_text = "write the character itself"
        return codes.NEWER_TOML, Mistake(mistake.span, "`{token}` is an escape that only TOML 1.1 knows", help_text)
    return codes.NEWER_TOML, mistake._replace(message=f"{mistake.message}, which only TOML 1.1 allows")


def _locate(text: str, statements: Sequence[Statement], error: ValueError) -> tuple[int, str]:
    """Return the offset in characters at which the parser stops, and what it says there."""
    if isinstance(error, toml_rs.TOMLDecodeError):
        said = error.msg.rpartition("\n")[2].split(", expected ")[0]
        return len(text.encode()[: error.pos].decode(errors="ignore")), said
    tokens = (token for each in statements for token in each.tokens if token.kind == "word")
    found = next(filter(None, (_NOT_IN_PYTHON.search(text, token.start, token.end) for token in tokens)), None)
    said = "invalid time" if found and ":" in found.group() else "invalid date"
    return found.start() if found else 0, said


def _blame(text: str, statements: Sequence[Statement], offset: int) -> Statement | None:
    """Find the statement with the mistake: the first that was never closed, or else the one at the offset."""
    count = bisect_right(statements, offset, key=lambda each: each.start)
    flawed = next((each for each in islice(statements, count) if each.flaw), None)
    if flawed or not count:
        return flawed
    before = statements[count - 1]
    return None if text[before.end : offset].strip(" \t") else before  # a comment stands in between


def _first_of(text: str, statements: Sequence[Statement], found: Statement) -> list[Span]:
    """Return the span of the same key or table further up, if it is written in the same way there."""
    table, seen, entries = "", dict[tuple[str, str], Span](), dict[str, int]()
    for each in statements:
        key = [token for token in each.key if token.kind != "space"]
        table = each.name if each.is_header else table
        name = "" if each.is_header else each.name
        identity = (_in_entries(table, entries), name)
        if each == found:
            return [seen[identity]] if identity in seen else []
        if each.is_header and text.startswith("[[", each.start):
            entries[table] = entries.get(table, 0) + 1
            identity = (_in_entries(table, entries), name)
        seen.setdefault(identity, Span(key[0].start, key[-1].end) if key else Span(each.start, each.end))
    return []


def _in_entries(table: str, entries: Mapping[str, int]) -> str:
    """Return an identity of a table that differs from that of the same name in another entry of a list."""
    parts = table.split(".")[:MAX_DEPTH]
    above = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
    return " ".join([table, *(str(entries.get(name, 0)) for name in above)])
