"""Whether an ordinal counts the editions of this series."""

import re

from devroom_gen.claims.claim import OrdinalClaim
from devroom_gen.claims.roles import speaks_of_past
from devroom_gen.rules.expected.model import Expected

_OF_EDITIONS = frozenset(
    {"edition", "iteration", "instalment", "installment", "instance", "incarnation", "devroom", "annual"}
)
_WE = re.compile(r"\bwe\b|\bour\b", re.IGNORECASE)
_OF_YEARS = frozenset({"time", "year", "round", "yearly"})
_OTHER_COUNT = re.compile(r"\bcount(?:ing|ed|s)?\b|\bif you\b|\bincluding\b|\banniversary\b|\bthan\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:for the|in its|our|already the)\s+\Z", re.IGNORECASE)
_OF = re.compile(r"[\w\s'’-]{0,30}?\bof\s+(?:the\s+|this\s+|our\s+)?(?P<what>[^.;:!?]{2,80})")


def counts_editions(claim: OrdinalClaim, expected: Expected) -> bool:
    """Whether an ordinal counts editions of the devroom itself."""
    if claim.noun not in _OF_EDITIONS | _OF_YEARS or speaks_of_past(claim) or claim.is_struck:
        return False
    block = claim.block
    before, tail = block.text[max(0, claim.start - 40) : claim.start], block.text[claim.end : claim.end + 140]
    if _OTHER_COUNT.search(tail[:60]) or _OTHER_COUNT.search(before):
        return False
    conference = expected.conference_name.casefold()
    if claim.noun in _OF_YEARS:
        is_row = _OURS.search(before[-12:]) or "in a row" in block.text[max(0, claim.start - 40) : claim.end + 60]
        is_about_us = "room" in claim.sentence.casefold() or _WE.search(claim.sentence)
        return bool(is_row and is_about_us and claim.number > 1)
    if claim.noun == "annual" and "room" not in tail.casefold()[:80]:
        return False
    if of := _OF.match(tail):
        what = of["what"].casefold()
        first = what.split()[0] if what.split() else ""
        if conference and first.strip("',") == conference and "room" not in what:
            return False
        is_ours = (
            "room" in what or "track" in what or expected.names.is_in(of["what"]) or expected.calls(of["what"][:60])
        )
        return is_ours or first in {"event", "conference"}
    beside = before[-25:] + tail[: tail.find(claim.noun) + 1]
    return "room" in claim.sentence.casefold() or not (conference and conference in beside.casefold())
