"""Names the mistake in one statement that the parser refuses: what is meant, and what to type instead."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

import toml_rs

from devroom_gen.text.source import Span
from devroom_gen.toml.lexer import CLOSERS, Token, is_text
from devroom_gen.toml.statements import Statement
from devroom_gen.toml.suggestions import quote, suggest
from devroom_gen.toml.syntax_messages import explain, show

Mistake: TypeAlias = tuple[Span, str, str | None]

_PAIR_WITHOUT_SIGN = re.compile(r"([\w-]+)(?:[ \t]*:=?[ \t]*|[ \t]+(?=[\d\"'\[{]))(\S.*)")
_MARKS = ("<<<<<<<", "=======", ">>>>>>>")
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{0,4}|U[0-9A-Fa-f]{0,8}|x[0-9A-Fa-f]{0,2}|.)")
_VALUES = ("string values must", "invalid", "unexpected leading", "redundant", "`_` may", "integers with", "radix")


def examine(text: str, found: Statement, offset: int, said: str) -> Mistake:
    """Return the place, the message and the help for the mistake in one statement; `{token}` is what stands at the place."""
    if said.startswith(("duplicate key", "cannot extend")):
        message, help_text = explain(said)
        if found.is_header(text):
            help_text = f"{help_text}, or write `[[{{token}}]]` above each where it is a list"
        return _key_at(text, found, offset), message, help_text
    if text.startswith(_MARKS, found.start) and _is_line_start(text, found.start):
        span = Span(found.start, _line_end(text, found.start))
        return span, "`{token}` is a mark of a merge that git left open", "keep one side, and leave the marks out"
    if early := _early_quote(text, _solid(found.tokens), offset):
        return early
    if found.flaw and (is_text(found.flaw) or offset >= found.tokens[-1].start):
        return _never_closed(text, found.flaw)
    key, rest = found.split(text)
    if text[found.start] == "[":
        return _header(text, found, offset, said)
    if not rest:
        return _no_pair(text, found)
    if offset < rest[0].start and len(words := _solid(key)) > 1 and all(word.kind == "word" for word in words):
        name = "_".join(text[word.start : word.end] for word in words)
        return Span(words[0].start, words[-1].end), "`{token}` is not a key: a key is one word", f"write `{show(name)}`"
    if key and not _solid(rest[1:]):
        return (
            Span(*rest[0][1:3]),
            "the value is missing",
            'write a value after `=`, or `"TBD"` for what is not known yet',
        )
    if key and (braced := _texts_in_braces(text, rest[1:])):
        return braced
    if key and offset > rest[0].start and (loose := _loose_value(text, rest[1:], offset, said)):
        return loose
    return _at_token(text, found, offset, said)


def _at_token(text: str, found: Statement, offset: int, said: str) -> Mistake:
    """Point at the one token, or at the one sign in it, that the parser stops at."""
    solid = _solid(found.tokens)
    token = next((each for each in solid if each.end > offset), solid[-1])
    span = Span(token.start, token.end)
    if said.startswith("trailing commas") and text[token.start] != ",":
        return span, "a pair is missing before `{token}`", "write `key = value`, or `{}` where there is none"
    if said.startswith(("missing escaped", "invalid unicode", "too few unicode", "invalid value")):
        escape = _ESCAPE.match(text, text.rfind("\\", token.start, offset + 1))
        span = Span(*escape.span()) if escape else span
    if said.startswith(("newlines are", "comments are")):
        brace = text.rfind("{", found.start, offset)
        span = Span(brace, brace + 1)
    return span, *explain(said)


def _header(text: str, found: Statement, offset: int, said: str) -> Mistake:
    """Say what is wrong with the name of a table, or behind it."""
    name = re.compile(r"\[{1,2}([^\[\]\n]*)").match(text, found.start)
    words = name[1].split() if name else []
    if name and len(words) > 1 and offset < name.end():
        span = Span(name.start(1), name.start(1) + len(name[1].rstrip()))
        return span, "`{token}` is not a table name: a name is one word", f"write `{show('_'.join(words))}`"
    return _at_token(text, found, offset, said)


def _never_closed(text: str, flaw: Token) -> Mistake:
    opening = text[flaw.start]
    if not is_text(flaw):
        what = "list" if opening == "[" else "table in braces"
        end = flaw.start + 1
        if opening == "[" and _is_line_start(text, flaw.start):
            return Span(flaw.start, _line_end(text, flaw.start)), "the table's name is not closed", "close it with `]`"
        return (
            Span(flaw.start, end),
            f"the {what} that begins here is not closed",
            f"close it with `{CLOSERS[opening]}`",
        )
    if flaw.kind.endswith("block"):
        return (
            Span(flaw.start, flaw.start + 3),
            "the text that begins here is not closed",
            f"close it with `{opening * 3}`",
        )
    end = _line_end(text, flaw.start)
    rest = text[flaw.start + 1 : end].rstrip(" \t,]}")
    typed = show(f"{opening}{rest}{opening}")
    return (
        Span(flaw.start, end),
        "the text is not closed",
        f"write `{typed}`; a text of several lines stands between `{opening * 3}`",
    )


def _no_pair(text: str, found: Statement) -> Mistake:
    end = _line_end(text, found.start)
    line = text[found.start : end]
    if match := _PAIR_WITHOUT_SIGN.match(line):
        value = match[2] if re.fullmatch(r"""["'\[{].*|[\d.:-]+""", match[2]) else quote(match[2])
        return Span(found.start, end), "`=` is missing", f"write `{match[1]} = {show(value)}`"
    if line.startswith("{"):
        return (
            Span(found.start, found.start + 1),
            "`{token}` is not `key = value`: a record is TOML, not JSON",
            'write `name = "…"`, each key on its line',
        )
    return Span(found.start, end), "`{token}` is not `key = value`", "write `key = value`, or `#` before a comment"


def _loose_value(text: str, value: Sequence[Token], offset: int, said: str) -> Mistake | None:
    """Examine a value, or an entry of a list, that begins without quotes or goes on behind them."""
    solid = _solid(value)
    if is_text(solid[0]) and len(solid) > 1 and offset >= solid[1].start:
        return _after_text(text, solid)
    is_plain = text[solid[0].start] not in "[{"
    first = solid[0] if is_plain else _entry_at(solid, offset)
    if not (first.kind == "word" or text[first.start] == ".") or not (is_plain or said.startswith(_VALUES)):
        return None
    end = solid[-1].end if is_plain else _entry_end(text, solid, first)
    raw = text[first.start : end].rstrip(" \t")  # no other blank is one in TOML
    if is_plain and raw[-1] in ",;" and _is_value(raw[:-1]):
        end = first.start + len(raw)
        return Span(end - 1, end), "`{token}` stands after the end of the value", "leave it out"
    return Span(first.start, first.start + len(raw)), *(suggest(raw) or explain(said))


def _is_value(raw: str) -> bool:
    try:
        toml_rs.loads(f"x = {raw}", toml_version="1.0.0")
    except ValueError:
        return False
    return True


def _texts_in_braces(text: str, value: Sequence[Token]) -> Mistake | None:
    """Say that a placeholder is a text too, where braces hold no pair."""
    solid = _solid(value)
    if (
        text[solid[0].start] != "{"
        or any(each.kind == "newline" or text[each.start] == "=" for each in value)
        or len(solid) < 3
    ):
        return None
    span = Span(solid[0].start, solid[-1].end)
    return span, "`{token}` is a text without quotes", f"write `{show(quote(text[span.start : span.end]))}`"


def _early_quote(text: str, solid: Sequence[Token], offset: int) -> Mistake | None:
    """Find a quote inside a text that is taken for its end: a word follows without a blank, in a list or table."""
    depth = 0
    for first, second in pairwise(solid):
        depth += (text[first.start] in "[{") - (text[first.start] in "]}")
        if depth and is_text(first) and second.kind == "word" and first.end == second.start and offset >= first.end:
            mark = text[first.start]
            span = Span(second.start, second.end)
            return (
                span,
                f"the `{mark}` before `{{token}}` ends the text",
                ('write `\\"` for each quote inside a text' if mark == '"' else 'write the text between `"`'),
            )
    return None


def _after_text(text: str, solid: Sequence[Token]) -> Mistake:
    """Say what is wrong behind a text: most often a quote inside it has ended it early."""
    first, second, last = solid[0], solid[1], solid[-1]
    span = Span(second.start, last.end)
    if first.end == second.start or (text[last.end - 1] in "\"'" and not is_text(second)):
        whole = text[first.start + 1 : last.end]
        if whole.endswith(text[first.start]) and "\n" not in whole:
            help_text = f"write `{show(quote(whole[:-1]))}`"
            return span, f"the `{text[first.start]}` before `{{token}}` ends the text", help_text
    if text[span.start : span.end] in {",", ";"}:
        return span, "`{token}` stands after the end of the value", "leave it out"
    if len(solid) == 2 and is_text(second):
        help_text = f"write a list: `[{text[first.start : first.end]}, {text[second.start : second.end]}]`"
        return span, "`{token}` stands after the end of the value", show(help_text)
    return span, "`{token}` stands after the end of the value", "begin a new line, or write `#` before a comment"


def _entry_at(solid: Sequence[Token], offset: int) -> Token:
    return next((token for token in reversed(solid) if token.start <= offset), solid[0])


def _entry_end(text: str, solid: Sequence[Token], first: Token) -> int:
    end = first.end
    for token in solid:
        if token.start >= first.end:
            if text[token.start] in ",]}" or "\n" in text[end : token.start]:
                break
            end = token.end
    return end


def _key_at(text: str, found: Statement, offset: int) -> Span:
    """Return the whole key that begins at or around an offset, dotted parts and all."""
    parts = [token for token in found.tokens if token.start <= offset]
    first = len(parts) - 1 if parts else 0
    tokens = found.tokens
    last = first
    while last + 1 < len(tokens) and (tokens[last + 1].kind == "word" or text[tokens[last + 1].start] == "."):
        last += 1
    return Span(tokens[first].start, tokens[last].end)


def _solid(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.kind not in {"space", "newline", "comment"}]


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    line = text[offset : end if end >= 0 else len(text)]
    return offset + len(line.rstrip("\r \t"))


def _is_line_start(text: str, offset: int) -> bool:
    return not text[text.rfind("\n", 0, offset) + 1 : offset].strip()
