"""People in lists of people: the name at the start of a line, its links, and the affiliation behind it."""

import re
from collections.abc import Iterator

from devroom_gen.claims.claim import PersonClaim
from devroom_gen.claims.page import Block, Kind

GROUPS = re.compile(
    r"organi[sz]|committee|\bteam\b|chairs?\b|managers?\b|volunteers?\b|\bhosts?\b|staff|contacts?\b|who we are|people|helpers",
    re.IGNORECASE,
)
_PARTICLE = r"(?:van|von|de|der|den|da|di|del|la|le|ten|ter|el|al|bin|dos|du)"
_NAME = re.compile(
    rf"^[ \t]*(?:[-*•|][ \t]+)?(?P<name>[^\W\d_a-z][\w'’.-]{{0,30}}(?:[ ]{_PARTICLE}){{0,3}}(?:[ ][^\W\d_a-z][\w'’.-]{{0,30}}"
    rf"(?:[ ]{_PARTICLE}){{0,2}}){{1,3}})(?=[ \t]*(?:$|[-–—:,(|<@/￼]))",
    re.MULTILINE,
)
_HANDLE = re.compile(r"\b(?:GH|GitHub|github)\s?:?\s?@?(?P<handle>[A-Za-z0-9][A-Za-z0-9-]{0,38})")
_AFFILIATION = re.compile(r"[ \t]*(?:[-–—,|:]|\((?!GH|GitHub|IRC|@))[ \t]*(?P<name>[^\n|]{2,100})")


def read_people(block: Block) -> Iterator[PersonClaim]:
    """Return the people of one block, if it stands in a list of people or has the shape of one of its entries."""
    group = _group(block)
    if block.kind is Kind.HEADING or (not group and block.kind is not Kind.ITEM) or block.key:
        return
    for match in _NAME.finditer(block.text):
        line_end = block.line_around(*match.span())[1]
        rest = block.text[match.end() : line_end]
        start, end = match.span("name")
        inside = [link for link in block.links if start <= link.start - block.start < line_end]
        own = tuple(link for link in inside if link.start - block.start < end or link.is_bare)
        if not group and not own:
            continue
        affiliation = _AFFILIATION.match(rest)
        handle = _HANDLE.search(rest)
        yield PersonClaim(
            block, start, end, name=match["name"], links=own, handle=handle["handle"] if handle else None, group=group,
            affiliation=(affiliation["name"].strip(" \t()￼") if affiliation else "") or None,
            affiliation_start=match.end() + (affiliation.start("name") if affiliation else 0),
        )  # fmt: skip


def _group(block: Block) -> str:
    if block.kind in (Kind.ITEM, Kind.PARAGRAPH) and len(block.lead) < 120 and block.lead.rstrip().endswith(":"):
        return block.lead if GROUPS.search(block.lead) else ""
    for heading in reversed(block.headings[-2:]):
        if GROUPS.search(heading):
            return heading
    return ""
