"""A text counts another edition than the series does: `2nd` where this is the third.

The number is typed again every year, in digits and in words, and mending it by hand often goes wrong again. What
counts something else stays silent: editions of the conference, a second count that says so, first-time speakers.

Judged by `events/2020.toml`:

    name = "Kernel"
    year = 2020
    date = 2020-02-02
    venue = "ULB"
    pitch = ["Welcome."]
    edition = 3

Fails, as `intro.md`:

    Welcome to the second edition of the Kernel devroom.

Passes, as `intro.md`:

    Welcome to the third edition of the Kernel devroom at the 20th edition of FOSDEM, the 5th if you count meetups.
    Speakers who are there for the first time get help.
"""

import re
from collections.abc import Iterator

from devroom_gen.claims.claim import OrdinalClaim
from devroom_gen.claims.roles import speaks_of_past
from devroom_gen.diagnostic import Code, Severity
from devroom_gen.english import ordinal, ordinal_word
from devroom_gen.rules.base import Judgement, PageSubject, judge_claim, live
from devroom_gen.yardstick.model import Yardstick

CODE = Code("DG307", "wrong-edition", Severity.ERROR, __doc__)

_OF_EDITIONS = frozenset(
    {"edition", "iteration", "instalment", "installment", "instance", "incarnation", "devroom", "annual"}
)
_OF_YEARS = frozenset({"time", "year", "round", "yearly"})
_OTHER_COUNT = re.compile(r"\bcount(?:ing|ed|s)?\b|\bif you\b|\bincluding\b|\banniversary\b|\bthan\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:for the|in its|our|already the)\s+\Z", re.IGNORECASE)
_OF = re.compile(r"[\w\s'’-]{0,30}?\bof\s+(?:the\s+|this\s+|our\s+)?(?P<what>[^.;:!?]{2,80})")


def judge(subject: PageSubject) -> Iterator[Judgement]:
    number = subject.yardstick.number
    if number is None:
        return
    for claim in live(subject.reading.ordinals):
        if claim.number == number.value or not counts_editions(claim, subject.yardstick):
            continue
        right = ordinal(number.value) if claim.suffix else ordinal_word(number.value)
        yield judge_claim(
            claim,
            f"the text counts the {ordinal(claim.number)} {claim.noun}, but this is the {ordinal(number.value)} edition",
            help=f"write `{right}`",
            known=number,
        )


def counts_editions(claim: OrdinalClaim, yardstick: Yardstick) -> bool:
    """Tell whether an ordinal counts editions of the devroom itself."""
    if claim.noun not in _OF_EDITIONS | _OF_YEARS or speaks_of_past(claim) or claim.is_struck:
        return False
    block = claim.block
    tail = block.text[claim.end : claim.end + 140]
    near = block.text[max(0, claim.start - 40) : claim.end + 60]
    if _OTHER_COUNT.search(tail[:60]) or _OTHER_COUNT.search(block.text[max(0, claim.start - 40) : claim.start]):
        return False
    conference = yardstick.conference_name.casefold()
    if claim.noun in _OF_YEARS:
        row = _OURS.search(block.text[max(0, claim.start - 12) : claim.start]) or "in a row" in near
        about_us = "room" in claim.sentence.casefold() or bool(
            re.search(r"\bwe\b|\bour\b", claim.sentence, re.IGNORECASE)
        )
        return bool(row) and about_us and claim.number > 1
    if claim.noun == "annual" and "room" not in tail.casefold()[:80]:
        return False
    if of := _OF.match(tail):
        what = of["what"].casefold()
        first = what.split()[0] if what.split() else ""
        if conference and first.strip("',") == conference and "room" not in what:
            return False
        return "room" in what or "track" in what or yardstick.calls(of["what"][:60]) or first in {"event", "conference"}
    beside = block.text[max(0, claim.start - 25) : claim.start] + tail[: tail.find(claim.noun) + 1]
    return "room" in claim.sentence.casefold() or not (conference and conference in beside.casefold())
