"""Reads a text by its kind into a page: front matter, body, comments, configuration."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import PurePosixPath

from devroom_gen.claims.blocks import split_blocks
from devroom_gen.claims.keyed import Entry, read_entries, read_json
from devroom_gen.claims.light_markup import SYNTAXES, Syntax, read_light
from devroom_gen.claims.markup import read_inline
from devroom_gen.claims.page import Block, Context, Flaw, Kind, Link, Page, Plain
from devroom_gen.text.source import Span

_FRONT_MATTER = re.compile(r"\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n")
_LETTERS = {0x17F: "s", 0x131: "i", 0x130: "I", 0x212A: "K"}
_ODD = re.compile("[\u017f\u0131\u0130\u212a]")
_FENCE = re.compile(r"^[ ]{0,3}(```+|~~~+)[^\n]*$", re.MULTILINE)
_MODULES = re.compile(r"^(?:import|export)\s[^\n]*$", re.MULTILINE)
_ADDRESS_KEY = re.compile(r"(?:url|link|href|src|to|target|page|path|logo|image|picture|banner|file|flyer)$")
_OWN_ADDRESS = re.compile(r"(?!//)[./]?[\w.~#?=&%+-]*/[\w./~#?=&%+:-]*")
KEYED = {
    ".yml": {}, ".yaml": {}, ".toml": {"has_sections": True}, ".ini": {"has_sections": True}, ".cfg": {"has_sections": True},
    ".lr": {"is_lektor": True},
}  # fmt: skip
"""Kinds of files that are keys and values, with how they are read."""


def read_page(name: str, text: str) -> Page:
    """Read one file by its name and text."""
    text, ending = _as_letters(text), PurePosixPath(name).suffix.lower()
    flaws: list[Flaw] = []
    if PurePosixPath(name).name == "CNAME":
        entries: Iterable[Entry] = [Entry("cname", 0, len(text.rstrip()))]
    elif ending == ".json":
        entries = read_json(text)
    elif ending in KEYED or PurePosixPath(name).name == "_redirects":
        entries = read_entries(text, 0, len(text), **KEYED.get(ending, {}))
    elif ending in SYNTAXES:
        return Page(blocks=tuple(_read_light(text, SYNTAXES[ending])), flaws=())
    else:
        return _read_markup(text, ending, flaws)
    return Page(blocks=tuple(_read_keyed(text, entries, Context.CONFIGURATION, flaws)), flaws=tuple(flaws))


def _read_markup(text: str, ending: str, flaws: list[Flaw]) -> Page:
    """Read Markdown or HTML, with or without front matter; that of Astro is a program."""
    front, blocks = find_front_matter(text), list[Block]()
    body = front[1] if front else 0
    if front and ending != ".astro":
        fence = text[: front[0].start].strip()
        entries = read_entries(text, *front[0], has_sections=fence == "+++")
        blocks += _read_keyed(text, entries, Context.FRONT_MATTER, flaws)
    skipped = [Span(*each.span()) for each in _MODULES.finditer(text, body)] if ending == ".mdx" else []
    blocks += read_body(text, body, len(text), flaws, skipped)
    return Page(blocks=tuple(blocks), flaws=tuple(flaws))


def _read_light(text: str, syntax: Syntax) -> Iterator[Block]:
    read = read_light(text, syntax)
    for field in read.fields:
        inline = read_inline(text, [(field.start, field.end)])
        yield from split_blocks(inline, Context.FRONT_MATTER, field.key, Kind.VALUE)
    yield from split_blocks(read.inline, Context.BODY)
    for comment in read.comments:
        yield from split_blocks(read_inline(text, [comment]), Context.COMMENT)


def find_front_matter(text: str) -> tuple[Span, int] | None:
    """Return the place of the front matter of a page, and where the page goes on behind its fence."""
    fence = _FRONT_MATTER.match(text)
    close = (
        re.compile(rf"^{re.escape(fence['fence'])}[ \t]*\r?$", re.MULTILINE).search(text, fence.end())
        if fence
        else None
    )
    return (Span(fence.end(), close.start()), close.end()) if fence and close else None


def _as_letters(text: str) -> str:
    """Write the four letters that patterns without case take for others as these: the tables behind know no others."""
    return text if text.isascii() or not _ODD.search(text) else text.translate(_LETTERS)


def read_words(text: str) -> Block:
    """Return a text whose markup means nothing as one block, every character in its place."""
    plain = Plain(text=_as_letters(text), starts=[0], sources=[0])
    return Block(text=plain.text, start=0, plain=plain, kind=Kind.PARAGRAPH, context=Context.BODY)


def read_body(text: str, start: int, end: int, flaws: list[Flaw], skipped: Sequence[Span] = ()) -> Iterator[Block]:
    """Read Markdown or HTML, its comments last."""
    comments = list(find_comments(text, start, end))
    borders = [start, *chain.from_iterable(merge([*comments, *skipped])), end]
    inline = read_inline(text, list(_without_code(text, zip(borders[::2], borders[1::2], strict=True))))
    flaws += inline.flaws
    seen: set[str] = set()
    for name, span in inline.ids:
        if name in seen:
            flaws.append(Flaw(kind="duplicate id", span=span, text=name))
        seen.add(name)
    yield from split_blocks(inline, Context.BODY)
    for begin, behind in comments:
        opened = _COMMENT.match(text, begin, behind)
        inside = (opened.end() if opened else begin, behind - len(_CLOSES.get(text[begin : begin + 2], "")))
        yield from split_blocks(read_inline(text, [inside]), Context.COMMENT)


_COMMENT = re.compile(r"<!--|\{/\*|\{#(?!\w)|\{%-?\s{0,5}comment\s{0,5}-?%\}|^\[//\]:", re.MULTILINE)
_CLOSES = {"<!": "-->", "{/": "*/}", "{#": "#}", "[/": ""}
_END_OF_COMMENT = re.compile(r"\{%-?\s{0,5}endcomment\s{0,5}-?%\}")


def find_comments(text: str, start: int, end: int) -> Iterator[Span]:
    """Return the places of comments of HTML, JSX, Jinja, Liquid and Markdown; what is never closed is none."""
    unclosed: set[str] = set()
    while opened := _COMMENT.search(text, start, end):
        kind = opened.group()[:2]
        start = opened.end()
        if kind in unclosed:
            continue
        close = _find_close(text, kind, opened.end(), end)
        if close < 0:
            unclosed.add(kind)
            continue
        start = close
        yield Span(opened.start(), close)


def _find_close(text: str, kind: str, start: int, end: int) -> int:
    if kind == "[/":
        close = text.find("\n", start, end)
        return end if close < 0 else close
    if kind == "{%":
        match = _END_OF_COMMENT.search(text, start, end)
        return match.end() if match else -1
    close = text.find(_CLOSES[kind], start, end)
    return close + len(_CLOSES[kind]) if close >= 0 else -1


def merge(spans: Sequence[Span]) -> list[Span]:
    """Return spans in their order, those that meet as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _without_code(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in ranges:
        fence: re.Match[str] | None = None
        for match in _FENCE.finditer(text, start, end):
            if fence is None:
                yield start, match.start()
                fence = match
            elif match[1].startswith(fence[1][:3]):
                start, fence = match.end(), None
        if fence is None:
            yield start, end


def _read_keyed(text: str, entries: Iterable[Entry], context: Context, flaws: list[Flaw]) -> Iterator[Block]:
    for entry in entries:
        if entry.unclosed is not None:
            flaws.append(Flaw(kind="unclosed quote", span=Span(entry.unclosed, entry.end), text=entry.key))
        inline = read_inline(text, [(entry.start, entry.end)])
        flaws += inline.flaws
        if entry.is_comment:
            yield from split_blocks(inline, Context.COMMENT)
            continue
        value = text[entry.start : entry.end]
        is_host = entry.key == "cname"
        if not inline.links and (is_host or (_ADDRESS_KEY.search(entry.key) and _OWN_ADDRESS.fullmatch(value))):
            url = f"https://{value}" if is_host else value
            inline.links.append(Link(url, Span(entry.start, entry.end), "", 0, len(value), is_bare=True))
        yield from split_blocks(inline, context, entry.key, Kind.PARAGRAPH if entry.is_text else Kind.VALUE)
