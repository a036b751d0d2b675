"""Cuts a text into the tokens of TOML: words, signs, strings, comments and blanks. Knows no grammar."""

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_DEPTH = 32
"""Records nest five levels; the parser runs out of stack at a few thousand, or a few hundred where stacks are small."""

_FEW = 200
"""This many brackets are never nested too deeply for the parser."""

_TOKEN = re.compile(
    r'''"""(?:[^"\\]++|\\["\\]?|"(?!""))*+(?:"""(?P<basic_block>"{0,2}))?'''
    r"""|'''(?:[^']++|'(?!''))*+(?:'''(?P<literal_block>'{0,2}))?"""
    r"""|"(?:[^"\\\n]++|\\["\\]?)*+(?P<basic>"?)"""
    r"""|'[^'\n]*+(?P<literal>'?)"""
    r"""|(?P<comment>\#[^\r\n]*+)|(?P<space>[ \t]++)|(?P<newline>\r\n?|\n)|(?P<sign>[\[\]{}=,.])"""
    r"""|(?P<word>[^\[\]{}=,. \t\#\r\n]++)""",
    re.DOTALL,
)
CLOSERS = {"[": "]", "{": "}"}


class Token(NamedTuple):
    """One word, sign, string, comment or stretch of blanks; `is_open` where a string lacks its closing quotes."""

    kind: str
    start: int
    end: int
    text: str
    is_open: bool = False

    @property
    def is_string(self) -> bool:
        return self.text.startswith(('"', "'"))

    @property
    def is_blank(self) -> bool:
        """Whether a parser skips this."""
        return self.kind in {"space", "newline", "comment"}


def cut(text: str, start: int = 0) -> Iterator[Token]:
    """Cut a text into tokens without a gap; a quote begins a string only where a token begins, as in every lexer."""
    for match in _TOKEN.finditer(text, start):
        kind, token = match.lastgroup, match.group()
        if kind is None:  # three quotes that are never followed by three more
            yield Token("basic_block" if token[0] == '"' else "literal_block", *match.span(), token, True)
        else:
            yield Token(kind, *match.span(), token, kind in {"basic", "literal"} and not match[kind])


def has_few_brackets(text: str) -> bool:
    """Whether a text can be parsed without a search for deep nesting, as nearly every record can."""
    return text.count("[") + text.count("{") <= _FEW


def find_too_deep(text: str) -> int | None:
    """Return the offset of the first bracket that is nested too deeply. Linear in the length of the text.

    A bracket counts as closed only by its own kind, so the depth is never less than what the parser's recursion,
    which goes on after an error, can reach. A parser that runs out of stack crashes the whole process.
    """
    opened: list[str] = []
    for match in _TOKEN.finditer(text, 1 if text.startswith("\ufeff") else 0):
        if match.lastgroup != "sign":
            continue
        sign = match.group()
        if sign in CLOSERS:
            opened.append(CLOSERS[sign])
            if len(opened) > MAX_DEPTH:
                return match.start()
        elif opened and sign == opened[-1]:
            opened.pop()
    return None
