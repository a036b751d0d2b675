"""Cuts a text that is not TOML into its statements, so that one mistake can be told from the next."""

import re
from itertools import takewhile
from typing import NamedTuple

from devroom_gen.text.source import Span
from devroom_gen.toml.lexer import CLOSERS, Token, cut

_KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_PAIR = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*[ \t]*=(?!=)"
_HEADER = r"\[{1,2}[ \t]*[A-Za-z_][\w.-]*[ \t]*\]{1,2}[ \t]*(?=[\r\n#]|\Z)"
_STATEMENT = re.compile(rf"{_PAIR}|{_HEADER}")
_STATEMENT_LINE = re.compile(rf"^(?:[A-Za-z_][\w.-]*[ \t]*=[ \t]|{_HEADER})", re.MULTILINE)


class Statement(NamedTuple):
    """One pair, table header, or line that is neither; `flaw` is the bracket or string in it that is never closed."""

    tokens: tuple[Token, ...]
    flaw: Token | None = None

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def is_header(self) -> bool:
        """Whether this begins a table, to which what follows belongs."""
        return self.tokens[0].text == "["

    @property
    def key(self) -> tuple[Token, ...]:
        """Return what stands before the first `=`."""
        return tuple(takewhile(lambda token: token.text != "=", self.tokens))

    @property
    def name(self) -> str:
        """Return the key or the name of the table that this writes, without quotes, blanks and brackets."""
        name = re.sub(r"""[\s"']""", "", "".join(token.text for token in self.key if not token.is_blank))
        return name.strip("[]") if self.is_header else name


def split(text: str) -> list[Statement]:
    """Cut a text into statements. A statement that is never closed ends where the next one clearly begins."""
    splitter = _Splitter(text)
    start: int | None = 0
    while start is not None:
        start = splitter.walk(start)
    return splitter.found


def find_longest_key(text: str) -> Span:
    """Return the span of the key or table's name with the most dots."""
    longest = max((each.key for each in split(text)), key=len, default=())
    return Span(longest[0].start, longest[-1].end) if longest else Span(0, 0)


class _Splitter:
    """Walks the tokens of a text and remembers which brackets are open."""

    def __init__(self, text: str) -> None:
        self.found: list[Statement] = []
        self._text = text
        self._tokens: list[Token] = []
        self._opened: list[Token] = []

    def walk(self, start: int) -> int | None:
        """Read on from an offset; return the offset to continue from where a string has swallowed statements."""
        is_line_start = True
        for token in cut(self._text, start):
            if is_line_start and self._opened and token.kind != "space" and self._begins(token):
                self._finish()
            if (stop := self._swallowed(token)) is not None:
                self._tokens.append(Token(token.kind, token.start, stop, self._text[token.start : stop], True))
                self._finish()
                return stop
            self._add(token)
            is_line_start = token.kind == "newline" or (is_line_start and token.kind == "space")
        self._finish()
        return None

    def _add(self, token: Token) -> None:
        if token.kind == "newline" and not self._opened:
            self._finish()
            return
        if not token.is_blank or self._tokens:
            self._tokens.append(token)
        if token.text in CLOSERS:
            self._opened.append(token)
        elif self._opened and token.text == CLOSERS[self._opened[-1].text]:
            self._opened.pop()

    def _begins(self, token: Token) -> bool:
        """Whether a statement begins here although a bracket is open: braces hold pairs, but not at the margin."""
        is_margin = token.start == 0 or self._text[token.start - 1] in "\r\n"
        in_braces = any(each.text == "{" for each in self._opened)
        return bool((is_margin or not in_braces) and _STATEMENT.match(self._text, token.start))

    def _swallowed(self, token: Token) -> int | None:
        """Return where a multi-line string should have ended: before the statements that it has swallowed."""
        if not token.kind.endswith("block"):
            return None
        after = self._text[token.end : token.end + 1]
        if not token.is_open and after in {"", ",", "]", "}", "\r", "\n", " ", "\t", "#"}:
            return None
        match = _STATEMENT_LINE.search(self._text, token.start + 3, token.end)
        return match.start() if match else None

    def _finish(self) -> None:
        tokens = self._tokens
        flaw = next((token for token in tokens if token.is_open), self._opened[-1] if self._opened else None)
        while tokens and tokens[-1].is_blank:
            tokens.pop()
        if tokens:
            self.found.append(Statement(tuple(tokens), flaw))
        self._tokens, self._opened = [], []
