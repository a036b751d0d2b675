"""Years that stand in no date, with the words around them that they may belong to."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from devroom_gen.claims.claim import DateClaim, YearClaim
from devroom_gen.claims.page import Block

_NUMBER = re.compile(r"\d")
_ANY_YEAR = re.compile(
    r"(?P<long>(?<![\w.,:/$€#@+'’-])(?:19[89]|20[0-4])\d(?![\w%]|:\d|[.,]\d|-\d\d))"
    r"|(?<=[\w )])['’‘](?P<short>[0-4]\d)(?![\w:'’]|[.,]\d)"
    r"|(?<![\w'’.])(?P<name>[^\W\d_]{2,20})(?P<glued>(?:20[0-4]|[0-4])\d)(?![^\W_]|:\d|[.,]\d)"
    r"|(?<=[A-Za-z]-)(?P<dashed>20[0-4]\d)(?![\w-])"
)
_OWNER = re.compile(r"(?P<name>[^\W\d_][\w+&.]*)[)\s'’-]{0,2}\Z")
_LONGEST = 4
"""Words of a name."""
_WORD = re.compile(r"[^\s]+")
_INSIDE = frozenset({"of", "for", "de", "du", "des", "la", "le", "the", "and", "&", "der", "die", "das", "in"})
"""Small words that names have within."""
_NOUN = re.compile(r"[’']?s?[\s-]{1,2}(?P<noun>[A-Za-z]+)")


def read_years(block: Block, dates: Sequence[DateClaim]) -> Iterator[YearClaim]:
    """Return the years of one block that stand in no date."""
    text, starts = block.text, [claim.start for claim in dates]
    for match in _ANY_YEAR.finditer(text) if _NUMBER.search(text) else ():
        behind = bisect_right(starts, match.start())
        if any(match.start() < claim.end and claim.days for claim in dates[max(0, behind - 2) : behind]):
            continue
        if match["name"]:
            digits, owner = match["glued"], match["name"]
            if len(digits) == 2 and not owner.isupper():
                continue
        else:
            digits = match["long"] or match["short"] or match["dashed"]
            before = _OWNER.search(text[max(0, match.start() - 24) : match.start()])
            owner = before["name"] if before else ""
            if match["short"] and (not owner or digits == "00"):
                continue
        found = _NOUN.match(text, match.end())
        noun, is_short = found["noun"].lower() if found else "", len(digits) == 2
        year = 2000 + int(digits) if is_short else int(digits)
        phrase = (owner,) if match["name"] else _read_name(text, match.start()) if owner else ()
        yield YearClaim(
            block, *match.span(), year=year, owner=owner, noun=noun, is_short=is_short, phrase=phrase or (owner,)
        )


def _read_name(text: str, end: int) -> tuple[str, ...]:
    """Return the capitalised words before a year, back to the end of a sentence or a small word that no name has."""
    words: list[str] = []
    for each in reversed(list(_WORD.finditer(text, max(0, end - 60), end))):
        word = each.group().strip("\"“”‘’'()[]*,:–—-")
        is_end = bool(words) and (each.group()[-1] in ".!?:;,)" or "\n" in text[each.end() : each.end() + 1])
        if is_end or len(words) == _LONGEST or not word:
            break
        if not any(letter.isupper() for letter in word) and not (words and word in _INSIDE):
            break
        words.append(word)
    while words and words[-1] in _INSIDE:
        words.pop()
    return tuple(reversed(words))
