"""Where each key and value of a TOML document stands. Built only once something has to be pointed at."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple, TypeAlias

import toml_rs
import tree_sitter
import tree_sitter_toml

from devroom_gen.text.source import Span

Path: TypeAlias = tuple[str | int, ...]

_KEYS = {"bare_key", "quoted_key", "dotted_key"}
_VALUES = {
    "string", "integer", "float", "boolean", "array", "inline_table",
    "offset_date_time", "local_date_time", "local_date", "local_time",
}  # fmt: skip


class _Entry(NamedTuple):
    key: Span
    value: Span


class Positions:
    """The spans of all keys and values of one text; survives syntax errors in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._raw = text.encode()
        # The offset in bytes of each character; None where both count the same.
        self._byte_starts = None if text.isascii() else [0, *accumulate(len(c.encode()) for c in text)]
        self._entries: dict[Path, _Entry] = {}
        self._offsets: dict[Path, list[int]] = {}
        self._lengths: dict[Path, int] = {}
        parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))
        self._read_document(parser.parse(self._raw).root_node)

    def key(self, path: Path) -> Span | None:
        """Return the span of a key, or of the nearest key above it that stands in the text."""
        entry = self._nearest(path)
        return entry.key if entry else None

    def value(self, path: Path) -> Span | None:
        """Return the span of a value, or of the nearest value above it that stands in the text."""
        entry = self._nearest(path)
        return entry.value if entry else None

    def inside(self, path: Path, start: int, end: int) -> Span | None:
        """Return the span of a part of a string value, counted in characters of the decoded value."""
        entry = self._entries.get(path)
        if entry is None:
            return self.value(path)
        if path not in self._offsets:
            self._offsets[path] = decoded_offsets(self._text[entry.value.start : entry.value.end])
        offsets = self._offsets[path]
        if end >= len(offsets):
            return entry.value
        return Span(entry.value.start + offsets[start], entry.value.start + offsets[end])

    def _nearest(self, path: Path) -> _Entry | None:
        while path and path not in self._entries:
            path = path[:-1]
        return self._entries.get(path)

    def _span(self, node: tree_sitter.Node) -> Span:
        if self._byte_starts is None:
            return Span(node.start_byte, node.end_byte)
        return Span(
            bisect_right(self._byte_starts, node.start_byte) - 1, bisect_right(self._byte_starts, node.end_byte) - 1
        )

    def _read_document(self, root: tree_sitter.Node) -> None:
        for node in _statements(root):
            if node.type == "pair":
                self._read_pair(node, ())
            else:
                self._read_table(node)

    def _read_table(self, node: tree_sitter.Node) -> None:
        header = next((child for child in node.named_children if child.type in _KEYS), None)
        if header is None:
            return
        path: Path = ()
        parts = self._parts(header)
        for number, part in enumerate(parts, start=1):
            path = (*path, part)
            if node.type == "table_array_element" and number == len(parts):
                self._entries.setdefault(path, _Entry(self._span(header), self._span(header)))
                self._lengths[path] = self._lengths.get(path, 0) + 1
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
            self._entries.setdefault(path, _Entry(self._span(header), self._span(header)))
        for child in node.named_children:
            if child.type == "pair":
                self._read_pair(child, path)

    def _read_pair(self, pair: tree_sitter.Node, above: Path) -> None:
        todo = [(pair, above)]  # a stack and no recursion: values may be nested as deep as they like
        while todo:
            node, path = todo.pop()
            if node.type == "pair":
                named = node.named_children
                key = next((child for child in named if child.type in _KEYS), None)
                value = next((child for child in named if child.type in _VALUES), None)
                if key is None or value is None:
                    continue
                key_span, value_span = self._span(key), self._span(value)
                for part in self._parts(key):
                    path = (*path, part)
                    self._entries.setdefault(path, _Entry(key_span, value_span))
                node = value
            else:
                self._entries.setdefault(path, _Entry(self._span(node), self._span(node)))
            if node.type == "array":
                values = [child for child in node.named_children if child.type in _VALUES]
                todo.extend((child, (*path, index)) for index, child in enumerate(values))
            elif node.type == "inline_table":
                todo.extend((child, path) for child in node.named_children if child.type == "pair")

    def _parts(self, key: tree_sitter.Node) -> list[str]:
        parts: list[str] = []
        todo = [key]
        while todo:
            node = todo.pop()
            if node.type == "dotted_key":
                todo.extend(reversed([child for child in node.named_children if child.type in _KEYS]))
                continue
            text = self._raw[node.start_byte : node.end_byte].decode()
            parts.append(_unquote(text) if node.type == "quoted_key" else text)
        return parts


def decoded_offsets(literal: str) -> list[int]:
    """Map each character of a decoded TOML string, and its end, to its offset in the literal that was typed."""
    quotes = 3 if literal.startswith(('"""', "'''")) else 1
    start, stop = quotes, len(literal) - quotes
    if quotes == 3:
        start += len(newline.group()) if (newline := re.match(r"\r?\n", literal[start:])) else 0
    escapes = literal.startswith('"')
    offsets: list[int] = []
    while start < stop:
        token = _TOKEN.match(literal, start, stop) if escapes else _LINE_END.match(literal, start, stop)
        length = len(token.group()) if token else 1
        if not (token and escapes and _CONTINUATION.fullmatch(token.group())):
            offsets.append(start)
        start += length
    return [*offsets, stop]


_CONTINUATION = re.compile(r"\\[ \t]*\r?\n[ \t\r\n]*")
_LINE_END = re.compile(r"\r\n")
_TOKEN = re.compile(rf"{_CONTINUATION.pattern}|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}}|\\.|\r\n")


def _unquote(key: str) -> str:
    try:
        return next(iter(toml_rs.loads(f"{key} = 0", toml_version="1.0.0")))
    except ValueError:
        return key[1:-1]


def _statements(root: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
    for node in root.named_children:
        if node.type in {"pair", "table", "table_array_element"}:
            yield node
        elif node.type == "ERROR":
            yield from (child for child in node.named_children if child.type in {"pair", "table"})
