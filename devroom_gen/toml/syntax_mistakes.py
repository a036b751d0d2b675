"""Finds the mistake in one statement that the parser refuses: where it is, and what to type instead."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Literal, NamedTuple

import toml_rs

from devroom_gen.text.printable import shortened
from devroom_gen.text.source import Span
from devroom_gen.toml.lexer import CLOSERS, Token
from devroom_gen.toml.statements import Statement
from devroom_gen.toml.suggestions import quote, suggest
from devroom_gen.toml.syntax_messages import explain


class Mistake(NamedTuple):
    """A mistake at its place; `{token}` in the message and the help is what stands there."""

    span: Span
    message: str
    help: str


_PAIR_WITHOUT_SIGN = re.compile(r"([\w-]+)(?:[ \t]*:=?[ \t]*|[ \t]+(?=[\d\"'\[{]))(\S.*)")
_ODD_BLANK = re.compile("[\u00a0\u1680\u180e\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]")
_HEADER_NAME = re.compile(r"\[{1,2}([^\[\]\n]*)")
_MARKS = ("<<<<<<<", "=======", ">>>>>>>")
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{0,4}|U[0-9A-Fa-f]{0,8}|x[0-9A-Fa-f]{0,2}|.)")
_VALUES = ("string values must", "invalid", "unexpected leading", "redundant", "`_` may", "integers with", "radix")
_BEHIND_VALUE, _NEW_LINE = explain("unexpected key or value")


def find_mistake(text: str, found: Statement, offset: int, said: str) -> Mistake:
    """Return the mistake in a statement, given the offset at which the parser stops and what it says there."""
    if said.startswith(("duplicate key", "cannot extend")):
        return _duplicate(found, offset, said)
    if text.startswith(_MARKS, found.start) and _is_line_start(text, found.start):
        message = "`{token}` is a mark of a merge that git left open"
        return Mistake(_rest_of_line(text, found.start), message, "keep one side, and leave the marks out")
    if odd := _odd_blank(text, found):
        return odd
    if early := _early_quote(found, offset):
        return early
    if found.flaw and (found.flaw.is_string or offset >= found.tokens[-1].start):
        return _unclosed_string(text, found.flaw) if found.flaw.is_string else _unclosed_bracket(text, found.flaw)
    value = _solid(found.tokens[len(found.key) + 1 :])
    mistake: Mistake | None = None
    if found.is_header:
        mistake = _name_of_words(text, found, offset)
    elif len(found.key) == len(found.tokens):
        mistake = _no_pair(text, found)
    elif found.key:
        mistake = _in_pair(text, found, value, offset, said)
    return mistake or _at_token(text, found, offset, said)


def _odd_blank(text: str, found: Statement) -> Mistake | None:
    """Find a blank that is none to TOML, as a word processor types it, in what is not quoted."""
    for token in found.tokens:
        blank = None if token.is_string else _ODD_BLANK.search(token.text)
        if blank:
            line = _rest_of_line(text, text.rfind("\n", 0, token.start) + 1)
            typed = shortened(" ".join(_ODD_BLANK.sub(" ", text[line.start : line.end]).split()))
            at = token.start + blank.start()
            message = f"a blank that TOML does not know stands here (U+{ord(blank.group()):04X})"
            help_text = f"write `{typed}`, with the blanks that the space bar types" if typed else "delete it"
            return Mistake(Span(at, at + 1), message, help_text)
    return None


def _duplicate(found: Statement, offset: int, said: str) -> Mistake:
    message, help_text = explain(said)
    if found.is_header:
        help_text = f"{help_text}, or write `[[{{token}}]]` above each where it is a list"
    number = max((number for number, token in enumerate(found.tokens) if token.start <= offset), default=0)
    first, *behind = found.tokens[number:]
    name = [first, *takewhile(lambda token: token.kind == "word" or token.text == ".", behind)]
    return Mistake(Span(first.start, name[-1].end), message, help_text)


def _in_pair(text: str, found: Statement, value: list[Token], offset: int, said: str) -> Mistake | None:
    """Look at the key and the value on both sides of a `=`."""
    sign, words = found.tokens[len(found.key)], _solid(found.key)
    if offset < sign.start and len(words) > 1 and all(word.kind == "word" for word in words):
        name = "_".join(word.text for word in words)
        span = Span(words[0].start, words[-1].end)
        return Mistake(span, "`{token}` is not a key: a key is one word", f"write `{shortened(name)}`")
    if not value:
        help_text = 'write a value after `=`, or `"TBD"` for what is not known yet'
        return Mistake(Span(sign.start, sign.end), "the value is missing", help_text)
    has_lines = any(token.kind == "newline" or token.text == "=" for token in found.tokens[len(found.key) + 1 :])
    if value[0].text == "{" and len(value) > 2 and not has_lines:  # a placeholder
        span = Span(value[0].start, value[-1].end)
        typed = shortened(quote(text[span.start : span.end]))
        return Mistake(span, "`{token}` is a text without quotes", f"write `{typed}`")
    return _loose_value(text, value, offset, said) if offset > sign.start else None


def _at_token(text: str, found: Statement, offset: int, said: str) -> Mistake:
    """Point at the one token, or at the one sign in it, that the parser stops at."""
    solid = _solid(found.tokens)
    token = next((each for each in solid if each.end > offset), solid[-1])
    span = Span(token.start, token.end)
    if said.startswith("trailing commas") and token.text != ",":
        return Mistake(span, "a pair is missing before `{token}`", "write `key = value`, or `{}` where there is none")
    if said.startswith(("missing escaped", "too few unicode", "invalid value")):
        escape = _ESCAPE.match(text, text.rfind("\\", token.start, offset + 1))
        span = Span(*escape.span()) if escape else span
    if said.startswith(("newlines are", "comments are")):
        brace = text.rfind("{", found.start, offset)
        span = Span(brace, brace + 1)
    return Mistake(span, *explain(said))


def _name_of_words(text: str, found: Statement, offset: int) -> Mistake | None:
    name = _HEADER_NAME.match(text, found.start)
    words = name[1].split() if name else []
    if name is None or len(words) < 2 or offset >= name.end():
        return None
    span = Span(name.start(1), name.start(1) + len(name[1].rstrip()))
    return Mistake(span, "`{token}` is not a table name: a name is one word", f"write `{shortened('_'.join(words))}`")


def _unclosed_bracket(text: str, flaw: Token) -> Mistake:
    if flaw.text == "[" and _is_line_start(text, flaw.start):
        return Mistake(_rest_of_line(text, flaw.start), "the table's name is not closed", "close it with `]`")
    what = "list" if flaw.text == "[" else "table in braces"
    help_text = f"close it with `{CLOSERS[flaw.text]}`"
    return Mistake(Span(flaw.start, flaw.end), f"the {what} that begins here is not closed", help_text)


def _unclosed_string(text: str, flaw: Token) -> Mistake:
    mark = flaw.text[0]
    if flaw.kind.endswith("block"):
        span = Span(flaw.start, flaw.start + 3)
        return Mistake(span, "the text that begins here is not closed", f"close it with `{mark * 3}`")
    span = _rest_of_line(text, flaw.start)
    rest = text[flaw.start + 1 : span.end].rstrip(" \t,]}")
    if len(rest) > 1 and rest[-1] in "\"'" and mark not in rest:
        help_text = f"write `{shortened(quote(rest[:-1]))}`"
        return Mistake(span, f"the text begins with `{mark}` and ends with `{rest[-1]}`", help_text)
    typed = shortened(f"{mark}{rest}{mark}")
    help_text = f"write `{typed}`; a text of several lines stands between `{mark * 3}`"
    return Mistake(span, "the text is not closed", help_text)


def _no_pair(text: str, found: Statement) -> Mistake:
    span = _rest_of_line(text, found.start)
    line = text[span.start : span.end]
    if match := _PAIR_WITHOUT_SIGN.match(line):
        value = match[2] if re.fullmatch(r"""["'\[{].*|[\d.:-]+""", match[2]) else quote(match[2])
        return Mistake(span, "`=` is missing", f"write `{match[1]} = {shortened(value)}`")
    if line.startswith("{"):
        message = "`{token}` is not `key = value`: a record is TOML, not JSON"
        return Mistake(Span(found.start, found.start + 1), message, 'write `name = "…"`, each key on its line')
    if re.fullmatch(r"[\w-]+:", line):
        return Mistake(span, "`{token}` is not `key = value`", f"write `[{line[:-1]}]` above the keys of a table")
    help_text = "write `key = value`, or `#` before a comment"
    return Mistake(span, "`{token}` is not `key = value`", help_text)


def _loose_value(text: str, value: list[Token], offset: int, said: str) -> Mistake | None:
    """Look at a value, or an entry of a list, that is not quoted or goes on after its quotes."""
    if value[0].is_string and len(value) > 1 and offset >= value[1].start:
        return _behind_string(text, value)
    is_plain = value[0].text not in {"[", "{"}
    first = value[0] if is_plain else next((token for token in reversed(value) if token.start <= offset), value[0])
    if not (first.kind == "word" or first.text == ".") or not (is_plain or said.startswith(_VALUES)):
        return None
    end = value[-1].end if is_plain else _entry_end(text, value, first)
    raw = text[first.start : end].rstrip(" \t")  # TOML has no other blanks
    end = first.start + len(raw)
    if is_plain and raw[-1] in ",;" and is_toml(f"x = {raw[:-1]}", "1.0.0"):
        return Mistake(Span(end - 1, end), _BEHIND_VALUE, "leave it out")
    return Mistake(Span(first.start, end), *(suggest(raw) or explain(said)))


def is_toml(text: str, version: Literal["1.0.0", "1.1.0"]) -> bool:
    """Whether a reader of this version of TOML takes a text."""
    try:
        toml_rs.loads(text, toml_version=version)
    except ValueError:
        return False
    return True


def _early_quote(found: Statement, offset: int) -> Mistake | None:
    """Find a quote inside a string that ends it early: in a list or table, a word follows without a blank."""
    depth = 0
    for first, second in pairwise(_solid(found.tokens)):
        depth += (first.text in {"[", "{"}) - (first.text in {"]", "}"})
        if depth and first.is_string and second.kind == "word" and first.end == second.start and offset >= first.end:
            mark = first.text[0]
            help_text = 'write `\\"` for each quote inside a text' if mark == '"' else 'write the text between `"`'
            return Mistake(Span(second.start, second.end), f"the `{mark}` before `{{token}}` ends the text", help_text)
    return None


def _behind_string(text: str, value: list[Token]) -> Mistake:
    """Return what is wrong after a string: most often a quote inside it has ended it early."""
    first, second, last = value[0], value[1], value[-1]
    span, mark = Span(second.start, last.end), first.text[0]
    if first.end == second.start or (last.text[-1] in "\"'" and not second.is_string):
        whole = text[first.start + 1 : last.end]
        if whole.endswith(mark) and "\n" not in whole:
            return Mistake(
                span, f"the `{mark}` before `{{token}}` ends the text", f"write `{shortened(quote(whole[:-1]))}`"
            )
    if text[span.start : span.end] in {",", ";"}:
        return Mistake(span, _BEHIND_VALUE, "leave it out")
    if len(value) == 2 and second.is_string:
        return Mistake(span, _BEHIND_VALUE, shortened(f"write a list: `[{first.text}, {second.text}]`"))
    return Mistake(span, _BEHIND_VALUE, _NEW_LINE)


def _entry_end(text: str, value: list[Token], first: Token) -> int:
    end = first.end
    for token in value:
        if token.start >= first.end:
            if token.text[0] in ",]}" or "\n" in text[end : token.start]:
                break
            end = token.end
    return end


def _solid(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if not token.is_blank]


def _rest_of_line(text: str, start: int) -> Span:
    line = text[start:].partition("\n")[0]
    return Span(start, start + len(line.rstrip("\r \t")))


def _is_line_start(text: str, offset: int) -> bool:
    return not text[text.rfind("\n", 0, offset) + 1 : offset].strip()
