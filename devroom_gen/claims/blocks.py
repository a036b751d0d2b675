"""From a stretch of plain words to its blocks: headings, paragraphs, list items, rows of tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from devroom_gen.claims.markup import Inline
from devroom_gen.claims.page import Block, Context, Kind, Link

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_ITEM = re.compile(r"[ \t]*(?:[-*+•–][ \t]+|\d{1,3}[.)][ \t]+)(?=\S)")
_TITLE = 400
"""Characters of a title that are looked at by all that stands below it."""
_RULE = re.compile(r"[ \t]*(?:={3,}|-{3,}|_{3,}|\*{3,})[ \t]*")


@dataclass(slots=True)
class _Open:
    kind: Kind
    start: int
    end: int
    level: int = 0


def split_blocks(inline: Inline, context: Context, key: str = "", kind: Kind = Kind.PARAGRAPH) -> list[Block]:
    """Split plain words at blank lines, headings, list items and rows."""
    plain = inline.plain()
    blocks: list[Block] = []
    headings: list[tuple[int, str]] = []
    lead = ""
    links, left = sorted(inline.links, key=lambda link: link.start, reverse=True), list[Link]()
    struck = inline.struck_edges()
    for part in _find_parts(plain.text, kind):
        text = plain.text[part.start : part.end]
        if not text.strip():
            continue
        if part.kind is Kind.HEADING:
            while headings and headings[-1][0] >= part.level:
                headings.pop()
            lead = ""
        blocks.append(Block(
            text=text, start=part.start, plain=plain, kind=part.kind, context=context, level=part.level, key=key, lead=lead,
            headings=tuple(title for _, title in headings), links=tuple(_take(links, left, part.start, part.end)),
            struck=struck, part=_part_at(inline, part.start),
        ))  # fmt: skip
        if part.kind is Kind.HEADING:
            headings.append((part.level, text[:_TITLE]))
        elif part.kind is Kind.PARAGRAPH:
            lead = text[-_TITLE:]
    blocks += [
        Block(text="", start=link.start, plain=plain, kind=kind, context=context, key=key, links=(link,))
        for link in (*left, *reversed(links))
    ]
    return blocks


def _part_at(inline: Inline, start: int) -> str:
    """Return which part beside the text of the page a place is in, the innermost."""
    around = [(end - begin, name) for begin, end, name in inline.parts if begin <= start < end]
    return min(around, default=(0, ""))[1]


def _take(links: list[Link], left: list[Link], start: int, end: int) -> list[Link]:
    """Take the links that stand in a range off the end of a list; pictures and the like, in no words at all, are left."""
    taken: list[Link] = []
    while links and links[-1].start < end:
        link = links.pop()
        (taken if link.end > start and (link.text or link.is_bare) else left).append(link)
    return taken


def _find_parts(text: str, kind: Kind) -> Iterator[_Open]:
    """Return the parts of a text in their order, each from its first to behind its last character."""
    current: _Open | None = None
    position = 0
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        content = line.rstrip()
        end = start + len(content)
        is_rule = _RULE.fullmatch(content) is not None
        heading, item, is_row = _HEADING.match(line), _ITEM.match(line), content.count("|") > 1
        if content and not (is_rule or heading or item or is_row):
            current = current or _Open(kind, start + len(line) - len(line.lstrip()), end)
            current.end = end
            continue
        if current:
            if is_rule and current.kind is Kind.PARAGRAPH and "\n" not in text[current.start : current.end]:
                current.kind, current.level = Kind.HEADING, 1 if content.lstrip()[0] == "=" else 2
            yield current
            current = None
        if is_rule or not content:
            continue
        if heading:
            yield _Open(Kind.HEADING, start + heading.end(), end, len(heading[1]))
        elif item:
            current = _Open(Kind.ITEM, start + item.end(), end)
        else:
            yield _Open(Kind.ROW, start, end)
    if current:
        yield current
