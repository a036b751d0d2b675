"""What stands under which key: YAML, TOML, INI, Lektor's contents and JSON, and front matter of every kind.

Nothing is parsed to values. Parsers of these languages stop at the first mistake, and at the first `{{ … }}` of a template;
here each line counts for itself, so that whatever else is wrong, the rest of a file is read, every word in its place.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\n]+\n?|\n")
_KEY = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>(?:-[ \t]+)*)(?P<key>[A-Za-z_][\w.-]{0,60}|\"[^\"\n]{1,60}\")[ \t]*(?::(?=[ \t]|$)|=)[ \t]*(?P<value>[^\n]*)"
)
_ENTRY = re.compile(r"(?P<indent>[ \t]*)-[ \t]+(?P<value>[^\n]*)")
_SECTION = re.compile(r"[ \t]*\[{1,2}[ \t]*(?P<key>[\w.\"' -]{1,100})[ \t]*\]{1,2}[ \t]*(?:[#;].*)?")
_QUOTED = re.compile(
    r'"""[^"]*+(?:"{1,2}(?!")[^"]*+)*+"""|'
    r"""'''[^']*+(?:'{1,2}(?!')[^']*+)*+'''|"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'""",
    re.DOTALL,
)
_ENDS = re.compile(r"[ \t]*[,\]})]*[ \t]*(?:[ \t]#[^\n]*)?(?:\r?\n|\Z)")
"""What may follow a quoted value on its last line."""
_BLOCK = re.compile(r"[|>][+-]?\d?[ \t]*(?:#.*)?")
_JSON = re.compile(r'"(?P<string>(?:[^"\\\n]|\\.)*+)"|(?P<mark>[{}\[\]:,])|[^\s{}\[\]:,"]+')
_FARTHEST = 60
"""Lines in which a quote must be closed."""


class Entry(NamedTuple):
    """One value with the path of its keys, or a comment; `start` and `end` are its place without quotes."""

    key: str
    start: int
    end: int
    is_comment: bool = False
    is_text: bool = False
    unclosed: int | None = None


def read_entries(
    text: str, start: int, end: int, *, has_sections: bool = False, is_lektor: bool = False
) -> Iterator[Entry]:
    """Return all values and comments between two places of a text, in their order."""
    return _Reader(text, start, end, has_sections, is_lektor).read()


class _Reader:
    """Reads line by line; `above` are the keys over a line with their indentation."""

    def __init__(self, text: str, start: int, end: int, has_sections: bool, is_lektor: bool) -> None:
        self.text = text
        self.has_sections = has_sections
        self.is_lektor = is_lektor
        self.lines = [(match.start(), match.group().rstrip("\r\n")) for match in _LINE.finditer(text, start, end)]
        self.number = 0
        self.above: list[tuple[int, str]] = []

    def read(self) -> Iterator[Entry]:
        while self.number < len(self.lines):
            begin, line = self.lines[self.number]
            self.number += 1
            stripped = line.strip()
            if not stripped or stripped in {"---", "...", "+++"}:
                continue
            if stripped[0] == "#" or (stripped[0] == ";" and self.has_sections):
                marks = len(line) - len(line.lstrip().lstrip("#;"))
                yield Entry(key="", start=begin + marks, end=begin + len(line), is_comment=True)
            elif self.has_sections and (section := _SECTION.fullmatch(line)):
                self.above = [(-1, section["key"].strip().lower())]
            elif match := _KEY.fullmatch(line):
                yield from self.read_key(match, begin)
            elif entry := _ENTRY.fullmatch(line):
                indent = len(entry["indent"])
                yield from self.read_value(self.path(indent), begin + entry.start("value"), entry["value"], indent)
            else:
                yield Entry(key=self.path(), start=begin + _indent(line), end=begin + len(line))

    def path(self, indent: int | None = None) -> str:
        return ".".join(key for own, key in self.above if indent is None or own <= indent)

    def read_key(self, match: re.Match[str], begin: int) -> Iterator[Entry]:
        indent = len(match["indent"]) + len(match["dash"])
        while self.above and self.above[-1][0] >= indent:
            self.above.pop()
        self.above.append((indent, match["key"].strip('"').lower()))
        if self.is_lektor and not match["value"].strip():
            yield from self.read_lines(lambda line: line.strip() != "---")
        elif _BLOCK.fullmatch(match["value"]):
            yield from self.read_lines(lambda line: not line.strip() or _indent(line) > indent)
        else:
            yield from self.read_value(self.path(), begin + match.start("value"), match["value"], indent)

    def read_lines(self, belongs: Callable[[str], bool]) -> Iterator[Entry]:
        """Return the following lines that belong to a value as one text."""
        first = self.number
        while self.number < len(self.lines) and belongs(self.lines[self.number][1]):
            self.number += 1
        if self.number > first:
            start, (last, line) = self.lines[first][0], self.lines[self.number - 1]
            yield Entry(key=self.path(), start=start, end=last + len(line), is_text=True)

    def read_value(self, key: str, start: int, value: str, indent: int) -> Iterator[Entry]:
        body = value.rstrip()
        if body[:1] in {'"', "'"}:
            yield from self.read_quoted(key, start, body, indent)
            return
        cut = re.search(r"(?:^|[ \t])#", body)
        kept = body[: cut.start()] if cut else body
        if kept.strip():
            yield Entry(key=key, start=start, end=start + len(kept))
        if cut:
            yield Entry(key="", start=start + cut.end(), end=start + len(body), is_comment=True)

    def read_quoted(self, key: str, start: int, body: str, indent: int) -> Iterator[Entry]:
        last = self.lines[min(self.number + _FARTHEST, len(self.lines)) - 1]
        quoted = _QUOTED.match(self.text, start, last[0] + len(last[1]))
        is_one_line = quoted is not None and "\n" not in quoted.group()
        if quoted and (is_one_line or _ENDS.match(self.text, quoted.end())):
            marks = 3 if quoted.group()[:3] in {'"""', "'''"} else 1
            yield Entry(key=key, start=start + marks, end=quoted.end() - marks, is_text=not is_one_line)
            while self.number < len(self.lines) and self.lines[self.number][0] < quoted.end():
                self.number += 1
            comment = self.text.find("#", quoted.end(), start + len(body)) if is_one_line else -1
            if comment >= 0:
                yield Entry(key="", start=comment + 1, end=start + len(body), is_comment=True)
            return
        following = self.lines[self.number][1] if self.number < len(self.lines) else ""
        continues = following.strip()[:1] not in {"", "#"} and _indent(following) > indent
        yield Entry(key=key, start=start + 1, end=start + len(body), unclosed=None if continues else start)


def read_json(text: str) -> Iterator[Entry]:
    """Return all texts of a file of JSON that are no keys."""
    above: list[str] = []
    last: re.Match[str] | None = None
    key = ""
    for token in _JSON.finditer(text):
        mark = token["mark"]
        if token["string"] is not None:
            if last is not None:
                yield _string(above, key, last)
            last = token
            continue
        if last is not None:
            if mark == ":":
                key = last["string"].lower()
            else:
                yield _string(above, key, last)
            last = None
        if mark and mark in "{[":
            above.append(key)
            key = ""
        elif mark and mark in "}]" and above:
            above.pop()
        elif mark == ",":
            key = ""


def _string(above: list[str], key: str, token: re.Match[str]) -> Entry:
    return Entry(
        key=".".join(part for part in (*above, key) if part), start=token.start("string"), end=token.end("string")
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
