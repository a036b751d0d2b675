"""Text for people: each finding with its line of source, a caret under the exact words, and what to type."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeAlias

from devroom_gen.diagnostics.diagnostic import Diagnostic, Location, Severity
from devroom_gen.text.printable import visible

_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;34m"}
_BOLD, _PLAIN, _DIM = "\x1b[1m", "\x1b[0m", "\x1b[34m"
_WIDTH = 100
"""Columns of source shown; a longer line is cut around the place that is meant."""

Paint: TypeAlias = Callable[[str, str], str]


def report(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    """Write all diagnostics, a blank line after each."""
    paint: Paint = (lambda code, text: f"{code}{text}{_PLAIN}") if colour else (lambda code, text: text)
    return "".join(_write(each, paint) + "\n" for each in diagnostics)


def _write(diagnostic: Diagnostic, paint: Paint) -> str:
    tint = _COLOURS[diagnostic.severity]
    head = paint(tint, f"{diagnostic.severity}[{diagnostic.code.id}]")
    lines = [f"{head} {diagnostic.code.name}: {paint(_BOLD, visible(diagnostic.message))}"]
    lines += _excerpt(diagnostic.location, "^", tint, paint)
    for related in diagnostic.related:
        lines += [f"  {visible(related.message)}:", *_excerpt(related.location, "-", _DIM, paint)]
    if diagnostic.help:
        lines.append(f"   = help: {visible(diagnostic.help)}")
    return "\n".join(lines) + "\n"


def _excerpt(location: Location, mark: str, tint: str, paint: Paint) -> list[str]:
    arrow = paint(_DIM, "-->")
    if location.span is None:
        return [f"  {arrow} {visible(location.source.path)}"]
    start, end = location.start, location.end
    text = location.source.line(start.line)
    last = end.column - 1 if end.line == start.line else len(text.rstrip())
    before, marked, after = _fit(text[: start.column - 1], text[start.column - 1 : last], text[last:])
    gutter = " " * len(str(start.line))
    carets = mark * max(1, columns(marked if after else marked.rstrip()))
    return [
        f"{gutter} {arrow} {visible(location.source.path)}:{start.line}:{start.column}",
        f"{gutter} |",
        f"{start.line} | {before}{marked}{after.rstrip()}",
        f"{gutter} | {' ' * columns(before)}{paint(tint, carets)}",
    ]


def columns(text: str) -> int:
    """Count the columns of a terminal that a visible text takes."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) in {"Mn", "Me"} for c in text)


def _fit(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """Make three parts of a line visible, and cut them so that the middle one is seen within the width."""
    shown = visible(marked[: _WIDTH + 1])
    if columns(shown) > _WIDTH - 20:
        shown, after = _head(shown, _WIDTH - 21) + "…", ""
    room = _WIDTH - columns(shown)
    left = visible(before[-_WIDTH - 1 :])
    right = visible(after[: _WIDTH + 1])
    if columns(left) + columns(right) <= room:
        return left, shown, right
    if columns(left) > room // 2:
        backwards = _head(left[::-1], max(room // 2, room - columns(right)) - 1)
        left = "…" + backwards[::-1]
    if columns(right) > room - columns(left):
        right = _head(right, room - columns(left) - 1) + "…"
    return left, shown, right


def _head(text: str, width: int) -> str:
    """Return as many first characters as fit into some columns."""
    end = min(len(text), max(0, width))
    while columns(text[:end]) > width:
        end -= 1
    return text[:end]
