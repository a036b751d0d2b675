"""Years in four digits and in two, with the name they belong to; years inside dates are the dates' own."""

import re
from collections.abc import Iterator, Sequence

from devroom_gen.claims.claim import DateClaim, YearClaim
from devroom_gen.claims.page import Block

_YEAR = re.compile(
    r"(?P<long>(?<![\w.,:/$€#@+'’-])(?:19[89]|20[0-4])\d(?![\w%]|:\d|[.,]\d|-\d\d))"
    r"|(?<=[\w )])['’‘](?P<short>[0-4]\d)(?![\w:'’]|[.,]\d)"
    r"|(?<![\w'’.])(?P<name>[A-Za-z]{2,20})(?P<glued>(?:20[0-4]|[0-4])\d)(?![^\W_]|:|[.,]\d)"
    r"|(?<=[A-Za-z]-)(?P<dashed>20[0-4]\d)(?![\w-])"
)
_DIGIT = re.compile(r"\d")
_OWNER = re.compile(r"(?P<name>[A-Za-z][\w+&.]*)[)\s'’-]{0,2}\Z")
_NOUN = re.compile(r"[’']?s?[\s-]{1,2}(?P<noun>[A-Za-z]+)")


def read_years(block: Block, dates: Sequence[DateClaim]) -> Iterator[YearClaim]:
    """Return the years of one block that stand in no date."""
    text = block.text
    for match in _YEAR.finditer(text) if _DIGIT.search(text) else ():
        if any(claim.start <= match.start() < claim.end and claim.days for claim in dates):
            continue
        if match["name"]:
            digits, owner, start = match["glued"], match["name"], match.start()
            if len(digits) == 2 and not owner.isupper():
                continue
        else:
            digits = match["long"] or match["short"] or match["dashed"]
            before = _OWNER.search(text[max(0, match.start() - 24) : match.start()])
            owner, start = (before["name"], match.start()) if before else ("", match.start())
            if match["short"] and (not owner or digits == "00"):
                continue
        found = _NOUN.match(text, match.end())
        noun, is_short = found["noun"].lower() if found else "", len(digits) == 2
        year = 2000 + int(digits) if is_short else int(digits)
        yield YearClaim(block, start, match.end(), year=year, owner=owner, noun=noun, is_short=is_short)
