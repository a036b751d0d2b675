"""Ordinals in digits and in words, and what they count."""

import re
from collections.abc import Iterator

from devroom_gen.claims.claim import OrdinalClaim
from devroom_gen.claims.page import Block
from devroom_gen.text.english import ordinal_word

_WORDS = {ordinal_word(number): number for number in range(1, 60)}
_DIGITS = re.compile(r"(?<![\w.,:/'’-])(?P<number>\d{1,3})\s?(?P<suffix>st|nd|rd|th)(?![\w'’])", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\Z")
"""The first half of a postcode, whose second half has the looks of an ordinal."""
_WORD = re.compile(r"(?<![\w-])(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")(?![\w-])", re.IGNORECASE)
COUNTED = r"edition|iteration|instal?lment|instance|incarnation|annual|anniversary|year|time|devroom|round|yearly"
_NOUN = re.compile(
    rf"[\s-]{{1,3}}(?:(?!(?:day|half|time slot)\b|(?:19|20)\d\d\b)[\w'’&,-]+\s{{1,3}}){{0,3}}?(?P<noun>{COUNTED})\b",
    re.IGNORECASE,
)
_ANY_NOUN = re.compile(rf"{COUNTED}|workshop|conference")
_NEAR = re.compile(
    rf"[\s-]{{1,3}}(?:(?:annual|consecutive|[A-Z]{{3,}})\s{{1,2}})?(?P<noun>{COUNTED}|workshop|conference)\b",
    re.IGNORECASE,
)


def read_ordinals(block: Block) -> Iterator[OrdinalClaim]:
    """Return the ordinals of one block; of those in words only what counts editions."""
    for match in _DIGITS.finditer(block.text):
        if match["suffix"].isupper() and _CODE.search(block.text, max(0, match.start() - 10), match.start()):
            continue
        found = _NOUN.match(block.text, match.end())
        noun = found["noun"].lower() if found else ""
        yield OrdinalClaim(block, *match.span(), number=int(match["number"]), suffix=match["suffix"], noun=noun)
    for match in _WORD.finditer(block.text) if _ANY_NOUN.search(block.folded) else ():
        if found := _NEAR.match(block.text, match.end()):
            number = _WORDS[match.group().lower()]
            yield OrdinalClaim(block, *match.span(), number=number, suffix="", noun=found["noun"].lower())
