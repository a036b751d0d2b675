"""YAML, and front matter of every kind, read line by line: what stands under which key. No YAML is parsed to values."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\n]+\n?|\n")
_KEY = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>(?:-[ \t]+)*)(?P<key>[A-Za-z_][\w.-]{0,60}|\"[^\"\n]{1,60}\")[ \t]*(?::(?=[ \t]|$)|=)[ \t]*(?P<value>[^\n]*)"
)
_ENTRY = re.compile(r"(?P<indent>[ \t]*)-[ \t]+(?P<value>[^\n]*)")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'""")
_BLOCK = re.compile(r"[|>][+-]?\d?[ \t]*(?:#.*)?")


class Entry(NamedTuple):
    """One value with the path of its keys, or a comment; `start` and `end` are its place without quotes."""

    key: str
    start: int
    end: int
    is_comment: bool = False
    is_text: bool = False
    unclosed: int | None = None


def read_entries(text: str, start: int, end: int) -> Iterator[Entry]:
    """Return all values and comments between two places of a text, in their order."""
    above: list[tuple[int, str]] = []
    lines = [(match.start(), match.group().rstrip("\r\n")) for match in _LINE.finditer(text, start, end)]
    number = 0
    while number < len(lines):
        begin, line = lines[number]
        number += 1
        following = lines[number][1] if number < len(lines) else ""
        stripped = line.strip()
        if not stripped or stripped in {"---", "...", "+++"}:
            continue
        if stripped.startswith("#"):
            hashes = len(line) - len(line.lstrip().lstrip("#"))
            yield Entry(key="", start=begin + hashes, end=begin + len(line), is_comment=True)
            continue
        if match := _KEY.fullmatch(line):
            indent = len(match["indent"]) + len(match["dash"])
            while above and above[-1][0] >= indent:
                above.pop()
            above.append((indent, match["key"].strip('"').lower()))
            path = ".".join(key for _, key in above)
            if _BLOCK.fullmatch(match["value"]):
                first = number
                while number < len(lines) and (not lines[number][1].strip() or _indent(lines[number][1]) > indent):
                    number += 1
                if number > first:
                    last = lines[number - 1]
                    yield Entry(key=path, start=lines[first][0], end=last[0] + len(last[1]), is_text=True)
                continue
            yield from _read_value(path, begin + match.start("value"), match["value"], following, indent)
        elif entry := _ENTRY.fullmatch(line):
            path = ".".join(key for indent, key in above if indent <= len(entry["indent"]))
            yield from _read_value(path, begin + entry.start("value"), entry["value"], following, len(entry["indent"]))
        else:
            path = ".".join(key for _, key in above)
            yield Entry(key=path, start=begin + _indent(line), end=begin + len(line))


def _read_value(key: str, start: int, value: str, following: str, indent: int) -> Iterator[Entry]:
    body = value.rstrip()
    if body[:1] in {'"', "'"}:
        quoted = _QUOTED.match(body)
        if quoted is None:
            continues = following.strip()[:1] not in {"", "#"} and _indent(following) > indent
            yield Entry(key=key, start=start + 1, end=start + len(body), unclosed=None if continues else start)
            return
        comment = body.find("#", quoted.end())
        yield Entry(key=key, start=start + 1, end=start + quoted.end() - 1)
    else:
        cut = re.search(r"(?:^|[ \t])#", body)
        comment = cut.end() - 1 if cut else -1
        kept = body[: cut.start()] if cut else body
        if kept.strip():
            yield Entry(key=key, start=start, end=start + len(kept))
    if comment >= 0:
        yield Entry(key="", start=start + comment + 1, end=start + len(body), is_comment=True)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
