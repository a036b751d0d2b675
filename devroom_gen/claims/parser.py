"""Reads a text by its kind into a page: front matter, body, comments, configuration."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from devroom_gen.claims.blocks import split_blocks
from devroom_gen.claims.markup import read_inline
from devroom_gen.claims.page import Block, Context, Flaw, Kind, Page, Plain
from devroom_gen.claims.yaml import read_entries
from devroom_gen.text.source import Span

CONFIGURATION = (".yml", ".yaml")
_FRONT_MATTER = re.compile(r"\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n")
_LETTERS = {0x17F: "s", 0x131: "i", 0x130: "I", 0x212A: "K"}
_ODD = re.compile("[\u017f\u0131\u0130\u212a]")
_FENCE = re.compile(r"^[ ]{0,3}(```+|~~~+)[^\n]*$", re.MULTILINE)


def read_page(name: str, text: str) -> Page:
    """Read one file by its name and text."""
    text = _as_letters(text)
    flaws: list[Flaw] = []
    if name.lower().endswith(CONFIGURATION):
        blocks = list(_read_keyed(text, 0, len(text), Context.CONFIGURATION, flaws))
        return Page(blocks=tuple(blocks), flaws=tuple(flaws))
    body = 0
    blocks = []
    if front := find_front_matter(text):
        inside, body = front
        blocks += _read_keyed(text, *inside, Context.FRONT_MATTER, flaws)
    blocks += read_body(text, body, len(text), flaws)
    return Page(blocks=tuple(blocks), flaws=tuple(flaws))


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


def read_body(text: str, start: int, end: int, flaws: list[Flaw]) -> Iterator[Block]:
    """Read Markdown or HTML, its comments last."""
    comments = list(find_comments(text, start, end))
    borders = [start, *chain.from_iterable(comments), end]
    inline = read_inline(text, list(_without_code(text, zip(borders[::2], borders[1::2], strict=True))))
    flaws += inline.flaws
    seen: set[str] = set()
    for name, span in inline.ids:
        if name in seen:
            flaws.append(Flaw(kind="duplicate id", span=span, text=name))
        seen.add(name)
    yield from split_blocks(inline, Context.BODY)
    for begin, behind in comments:
        inside = (begin + len("<!--"), behind - len("-->"))
        yield from split_blocks(read_inline(text, [inside]), Context.COMMENT)


def find_comments(text: str, start: int, end: int) -> Iterator[Span]:
    """Return the places of `<!-- -->`; what is never closed is none."""
    while (begin := text.find("<!--", start, end)) >= 0 and (close := text.find("-->", begin + 4, end)) >= 0:
        start = close + 3
        yield Span(begin, start)


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


def _read_keyed(text: str, start: int, end: int, context: Context, flaws: list[Flaw]) -> Iterator[Block]:
    for entry in read_entries(text, start, end):
        if entry.unclosed is not None:
            flaws.append(Flaw(kind="unclosed quote", span=Span(entry.unclosed, entry.end), text=entry.key))
        inline = read_inline(text, [(entry.start, entry.end)])
        flaws += inline.flaws
        if entry.is_comment:
            yield from split_blocks(inline, Context.COMMENT)
        else:
            yield from split_blocks(inline, context, entry.key, Kind.PARAGRAPH if entry.is_text else Kind.VALUE)
