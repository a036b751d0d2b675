"""The position of each key and value of a TOML document. Imported only once something has to be located."""

import re
from typing import NamedTuple

import toml_rs

from devroom_gen.text.source import Span
from devroom_gen.toml.lexer import Token, cut
from devroom_gen.toml.values import KeyPath


class _Entry(NamedTuple):
    key: Span
    value: Span


class Positions:
    """The spans of all keys and values of one text, which the parser must have accepted."""

    def __init__(self, text: str) -> None:
        """Walk the tokens of the text once. Nothing is checked: what the parser has accepted is well formed."""
        self._text = text
        self._entries: dict[KeyPath, _Entry] = {}
        self._offsets: dict[KeyPath, list[int]] = {}
        self._lengths: dict[KeyPath, int] = {}
        self._tokens = _telling_tokens(text)
        self._next = 0
        table: KeyPath = ()
        while self._next < len(self._tokens):
            if self._sign() == "[":
                table = self._read_header()
            elif not self._take("\n"):
                self._read_pair(table)

    def key(self, path: KeyPath) -> Span | None:
        """Return the span of a key, or of the nearest table above it that is written in the text."""
        return entry.key if (entry := self._nearest(path)) else None

    def value(self, path: KeyPath) -> Span | None:
        """Return the span of a value, or of the nearest table above it that is written in the text."""
        return entry.value if (entry := self._nearest(path)) else None

    def inside(self, path: KeyPath, start: int, end: int) -> Span | None:
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

    def _nearest(self, path: KeyPath) -> _Entry | None:
        while path and path not in self._entries:
            path = path[:-1]
        return self._entries.get(path)

    def _sign(self) -> str:
        """Return the next sign; an empty text where a word or a string comes next."""
        token = self._tokens[self._next]
        return "\n" if token.kind == "newline" else token.text if token.kind == "sign" else ""

    def _take(self, sign: str) -> bool:
        is_next = self._sign() == sign
        self._next += is_next
        return is_next

    def _read_header(self) -> KeyPath:
        is_list = self._take("[") and self._take("[")
        parts, span = self._read_key()
        path: KeyPath = ()
        for number, part in enumerate(parts, start=1):
            path = (*path, part)
            if is_list and number == len(parts):
                self._entries.setdefault(path, _Entry(span, span))
                self._lengths[path] = self._lengths.get(path, 0) + 1
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
            self._entries.setdefault(path, _Entry(span, span))
        while self._take("]"):
            pass
        return path

    def _read_pair(self, above: KeyPath) -> None:
        parts, key = self._read_key()
        self._take("=")
        value = self._read_value((*above, *parts))
        for length in range(1, len(parts) + 1):
            self._entries.setdefault((*above, *parts[:length]), _Entry(key, value))

    def _read_key(self) -> tuple[list[str], Span]:
        """Read the parts of a key, up to the sign after it."""
        first = self._next
        while self._sign() in {"", "."}:
            self._next += 1
        tokens = self._tokens[first : self._next]
        parts = [_unquote(token) for token in tokens if token.kind != "sign"]
        return parts, Span(tokens[0].start, tokens[-1].end)

    def _read_value(self, path: KeyPath) -> Span:
        first = self._next
        if self._take("["):
            index = 0
            while not self._take("]"):
                span = self._read_value((*path, index))
                self._entries[(*path, index)] = _Entry(span, span)
                index += 1
                self._take(",")
        elif self._take("{"):
            while not self._take("}"):
                self._read_pair(path)
                self._take(",")
        else:
            while self._sign() in {"", "."}:  # numbers and dates may be cut into several tokens
                self._next += 1
        return Span(self._tokens[first].start, self._tokens[self._next - 1].end)


def _unquote(key: Token) -> str:
    return next(iter(toml_rs.loads(f"{key.text} = 0", toml_version="1.0.0"))) if key.is_string else key.text


def _telling_tokens(text: str) -> list[Token]:
    """Return the tokens of a text without comments, blanks, and the line endings inside brackets."""
    found: list[Token] = []
    depth = 0
    for token in cut(text, 1 if text.startswith("\ufeff") else 0):
        depth += (token.text in {"[", "{"}) - (token.text in {"]", "}"})
        if not token.is_blank or (token.kind == "newline" and not depth):
            found.append(token)
    return [*found, Token("newline", len(text), len(text), "")]


def decoded_offsets(literal: str) -> list[int]:
    """Map each character of a decoded TOML string, and its end, to its offset in the literal that was typed."""
    quotes = 3 if literal.startswith(('"""', "'''")) else 1
    start, stop = quotes, len(literal) - quotes
    if quotes == 3 and (newline := _NEWLINE.match(literal, start)):
        start = newline.end()
    pieces = (_IN_BASIC if literal[0] == '"' else _IN_LITERAL).finditer(literal, start, stop)
    return [*(piece.start() for piece in pieces if piece.lastgroup != "continuation"), stop]


_NEWLINE = re.compile(r"\r?\n")
_IN_LITERAL = re.compile(r"\r\n|.", re.DOTALL)
_IN_BASIC = re.compile(
    r"(?P<continuation>\\[ \t]*\r?\n[ \t\r\n]*)|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.|\r\n|.", re.DOTALL
)
