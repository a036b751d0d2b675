"""What is wrong with TOML syntax, and where. The parser says that something is; its words are never shown."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import toml_rs

from devroom_gen.diagnostics.codes import reading as codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location, Related
from devroom_gen.text.source import SourceText, Span
from devroom_gen.toml.lexer import MAX_DEPTH
from devroom_gen.toml.statements import Statement
from devroom_gen.toml.syntax_messages import explain, show
from devroom_gen.toml.syntax_mistakes import examine

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOT_IN_PYTHON = re.compile(r"0000-\d\d-|\d\d:\d\d:60")
"""A year and a second that TOML has and Python has not, which the parser leaves to Python to refuse."""
_NEWER = ("trailing commas", "newlines are", "comments are", "missing escaped")


class Complaint(NamedTuple):
    """What the parser says, in its own words, and the offset in characters that it stops at."""

    offset: int
    said: str


def diagnose_syntax(
    source: SourceText, text: str, statements: Sequence[Statement], error: ValueError
) -> tuple[Diagnostic, Span]:
    """Put one error of the parser into words; give the span to leave out so that the rest can be read.

    `text` is what was parsed: the source, perhaps with statements blanked, every character in its place.
    """
    complaint = _locate(text, statements, error)
    found = _blame(text, statements, complaint.offset)
    line = source.line_span(source.position(complaint.offset).line)
    blank = Span(found.start, found.end) if found else line
    code = codes.DUPLICATE_KEY if complaint.said.startswith(("duplicate key", "cannot extend")) else codes.SYNTAX
    span: Span
    help_text: str | None
    if control := _CONTROL.search(text, min(blank.start, line.start), max(blank.end, line.end)):
        span, message = Span(*control.span()), f"the line holds the control character U+{ord(control.group()):04X}"
        help_text = "delete it and type the text again"
    elif found is None:
        span, (message, help_text) = (
            Span(complaint.offset, min(complaint.offset + 1, len(text))),
            explain(complaint.said),
        )
    else:
        span, message, help_text = examine(text, found, *complaint)
        if complaint.said.startswith(_NEWER) and _is_newer_toml(text[found.start : found.end]):
            code = codes.NEWER_TOML
            if complaint.said.startswith("missing escaped"):
                message, help_text = "`{token}` is an escape that only TOML 1.1 knows", "write the character itself"
            else:
                message = f"{message}, which only TOML 1.1 allows"
    token = show(text[span.start : span.end])
    diagnostic = Diagnostic(
        code=code,
        location=Location(source=source, span=span),
        message=message.replace("{token}", token),
        help=help_text.replace("{token}", token) if help_text else None,
        related=tuple(
            Related(location=Location(source=source, span=each), message="written here already")
            for each in (_first_of(text, statements, found) if found and code is codes.DUPLICATE_KEY else ())
        ),
    )
    return diagnostic, blank


def _locate(text: str, statements: Sequence[Statement], error: ValueError) -> Complaint:
    if isinstance(error, toml_rs.TOMLDecodeError):
        said = error.msg.rpartition("\n")[2].split(", expected ")[0]
        return Complaint(len(text.encode()[: error.pos].decode(errors="ignore")), said)
    tokens = (token for each in statements for token in each.tokens if token.kind == "word")
    found = next(filter(None, (_NOT_IN_PYTHON.search(text, token.start, token.end) for token in tokens)), None)
    return Complaint(
        found.start() if found else 0, "invalid time" if found and ":" in found.group() else "invalid date"
    )


def _blame(text: str, statements: Sequence[Statement], offset: int) -> Statement | None:
    """Find the statement with the mistake: the first that was never closed, or else the one at the offset."""
    count = bisect_right(statements, offset, key=lambda each: each.start)
    flawed = next((each for each in islice(statements, count) if each.flaw), None)
    if flawed or not count:
        return flawed
    before = statements[count - 1]
    return None if text[before.end : offset].strip(" \t") else before  # behind it stands a comment


def _first_of(text: str, statements: Sequence[Statement], found: Statement) -> list[Span]:
    """Return the place of the same key or table further up, where it is written in the same way."""
    table, seen, entries = "", dict[tuple[str, str], Span](), dict[str, int]()
    for each in statements:
        key = [token for token in each.split(text)[0] if token.kind != "space"]
        name, is_header = each.name(text), each.is_header(text)
        table = name if is_header else table
        identity = (_in_entries(table, entries), "" if is_header else name)
        if each == found:
            return [seen[identity]] if identity in seen else []
        if is_header and text.startswith("[[", each.start):
            entries[table] = entries.get(table, 0) + 1
            identity = (_in_entries(table, entries), "")
        seen.setdefault(identity, Span(key[0].start, key[-1].end) if key else Span(each.start, each.end))
    return []


def _in_entries(table: str, entries: Mapping[str, int]) -> str:
    """Tell a table from the one of the same name in another entry of a list: each entry is a table of its own."""
    parts = table.split(".")[:MAX_DEPTH]
    above = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
    return " ".join([table, *(str(entries.get(name, 0)) for name in above)])


def _is_newer_toml(statement: str) -> bool:
    """Whether a reader of TOML 1.1 takes the statement that a reader of 1.0 refuses."""
    try:
        toml_rs.loads(statement, toml_version="1.1.0")
    except ValueError:
        return False
    return True
