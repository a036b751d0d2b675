"""Text for people: each finding with its line of source, a caret under the very words, and what to type."""

import unicodedata
from collections.abc import Sequence

from devroom_gen.diagnostic import Diagnostic, Location, Severity
from devroom_gen.visible import visible

_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;34m"}
_BOLD, _PLAIN, _DIM = "\x1b[1m", "\x1b[0m", "\x1b[34m"
_WIDTH = 100
"""Columns of source shown; a longer line is cut around the place that is meant."""


def report(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    """Write all diagnostics, a blank line after each."""
    return "".join(_write(each, colour) + "\n" for each in diagnostics)


def _write(diagnostic: Diagnostic, colour: bool) -> str:
    paint = (lambda code, text: f"{code}{text}{_PLAIN}") if colour else (lambda code, text: text)
    head = paint(_COLOURS[diagnostic.severity], f"{diagnostic.severity}[{diagnostic.code.id}]")
    lines = [f"{head} {diagnostic.code.name}: {paint(_BOLD, visible(diagnostic.message))}"]
    lines += _excerpt(diagnostic.location, paint(_DIM, "-->"), "^", colour)
    for related in diagnostic.related:
        lines += [f"  {visible(related.message)}:", *_excerpt(related.location, paint(_DIM, "-->"), "-", colour)]
    if diagnostic.help:
        lines.append(f"   = help: {visible(diagnostic.help)}")
    return "\n".join(lines) + "\n"


def _excerpt(location: Location, arrow: str, mark: str, colour: bool) -> list[str]:
    if location.span is None:
        return [f"  {arrow} {visible(location.source.path)}"]
    start, end = location.start, location.end
    text = location.source.line(start.line)
    last = end.column - 1 if end.line == start.line else len(text)
    before, marked, after = text[: start.column - 1], text[start.column - 1 : last], text[last:]
    before, marked, after = _fit(visible(before), visible(marked), visible(after))
    gutter = " " * len(str(start.line))
    carets = mark * max(1, _columns(marked))
    return [
        f"{gutter} {arrow} {visible(location.source.path)}:{start.line}:{start.column}",
        f"{gutter} |",
        f"{start.line} | {before}{marked}{after}".rstrip(),
        f"{gutter} | {' ' * _columns(before)}{_COLOURS[Severity.ERROR] if colour else ''}{carets}{_PLAIN if colour else ''}",
    ]


def _fit(before: str, marked: str, after: str) -> tuple[str, str, str]:
    if len(before) + len(marked) + len(after) <= _WIDTH:
        return before, marked, after
    if len(marked) > _WIDTH - 20:
        marked = marked[: _WIDTH - 20]
        after = "…"
    room = _WIDTH - len(marked)
    if len(before) > room // 2:
        before = "…" + before[-(room // 2 - 1) :]
    if len(after) > room - len(before):
        after = after[: room - len(before) - 1] + "…"
    return before, marked, after


def _columns(text: str) -> int:
    """Count the columns of a terminal that a text takes."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)
