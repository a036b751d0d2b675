"""Two places give different days for the same step: speakers are told on two days, a call closes on two.

A date is moved in one place and forgotten in another. What a date is of is told by its label: which step, and of what;
deadlines of grants, papers, posters and hotels are different things. Without a record nobody knows which one is right.

Fails, as `dates.md`:
    # Map Days 2020

    Map Days 2020 take place on 2 May 2020.

    - Grant notification: 20 March 2020
    - Grant notifications are sent by 27 March 2020
Passes, as `dates.md`:
    # Map Days 2020

    Map Days 2020 take place on 2 May 2020.

    - Grant notification: 20 March 2020
    - Speaker notification: 27 March 2020
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.roles import Role, is_withdrawn, says_past, stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.rules.expected.model import NEAR, state
from devroom_gen.rules.expected.page_kinds import is_index
from devroom_gen.text.english import MONTHS

CODE = Code("DG336", "dates-apart", Severity.WARNING, __doc__)

_THINGS = re.compile(
    r"grant|scholarship|child ?care|hotel|accommodation|early|ticket|registration|sponsor|exhibit|volunteer|visa|tutorial|workshop|poster|demo|lightning|"
    r"keynote|panel|short|full|long|late|abstract|paper|talk|proposal|submission|speaker|author|student|doctoral|camera|video|slide|artifact|rebuttal|"
    r"review|supplement|material|revision|revised|rolling|schedule|programme?\\b|first|second|third|round \\d|phase \\d",
    re.IGNORECASE,
)
"""What a step can be of."""
_MOST = 60
"""Days between two answers to the same question."""
_LONG = 200
_WORDS = 6
"""Words of a title that says what a page is for, and is not the name of the event."""
_STEPS = (Role.CLOSES, Role.NOTIFY, Role.OPENS, Role.SCHEDULE)


class Step(NamedTuple):
    """One dated step, and of what it is."""

    role: Role
    things: frozenset[str]
    day: date
    page: PageClaims
    claim: DateClaim
    is_moved: bool


def check(subject: PageSubject) -> Findings:
    if subject.expected.is_stated:
        return
    for step, before in subject.once(CODE.name, lambda: _find_apart(list(_find_steps(subject)))).get(
        id(subject.page), ()
    ):
        shown = f"{before.day.day} {MONTHS[before.day.month - 1]}"
        known = state(before.page, before.claim, before.day)
        message = f"`{step.claim.text}` is the day on which {step.role.value}, but another place says {shown}"
        yield subject.finding(step.claim, message, help="write the day that counts in both", known=known)


def _find_apart(steps: list[Step]) -> dict[int, list[tuple[Step, Step]]]:
    """Return, by their pages, the steps whose day only they give, each with the first that was given another."""
    same: dict[tuple[Role, frozenset[str]], list[Step]] = {}
    for step in steps:
        same.setdefault((step.role, step.things), []).append(step)
    found: dict[int, list[tuple[Step, Step]]] = {}
    for group in same.values():
        moved = max((step for step in group if step.is_moved), key=lambda step: step.day, default=None)
        first, counts = moved or group[0], Counter(step.day for step in group)
        for step in group:
            is_alone = counts[step.day] == 1 or (moved and step.day < moved.day)
            if step is not first and is_alone and 0 < abs((first.day - step.day).days) <= _MOST:
                found.setdefault(id(step.page), []).append((step, first))
    return found


def _find_steps(subject: PageSubject) -> Iterator[Step]:
    event = subject.expected.event_days
    for page in sorted(subject.pages, key=lambda page: not is_index(page)):
        of_page = _things(f"{PurePosixPath(page.source.path).stem} {_title(page)}")
        for claim in page.dates:
            role = page.role(claim)
            if role not in _STEPS or len(claim.days) != 1 or claim.is_comment or claim.other:
                continue
            if is_withdrawn(claim) or says_past(claim) or stands_in_past(claim.block):
                continue
            days = claim.dates(event.value[0].year if event else None)
            near = days and (event is None or 0 <= (event.value[0] - days[0]).days <= NEAR)
            if near and (things := _things(_label(claim, page.beside(claim)))):
                yield Step(role, things | of_page, days[0], page, claim, "exten" in claim.line.casefold())


def _label(claim: DateClaim, beside: list[DateClaim]) -> str:
    """Return the words of a line, or of a long sentence, that no other date is nearer to."""
    block, in_line = claim.block, claim.block.line_around(claim.start, claim.end)
    in_sentence = block.sentence_around(claim.start, claim.end)
    first, last = max(in_line[0], in_sentence[0]), min(in_line[1], in_sentence[1])
    if in_line[1] - in_line[0] > _LONG:
        first, last = in_sentence
    before = max((other.end for other in beside if other.end <= claim.start), default=0)
    behind = min((other.start for other in beside if other.start >= claim.end), default=len(block.text))
    if before > first and behind < last:
        last = claim.start
    return block.text[max(first, before) : last if before > first else min(last, behind)]


def _things(text: str) -> frozenset[str]:
    return frozenset(match.group().casefold() for match in _THINGS.finditer(text))


def _title(page: PageClaims) -> str:
    """Return the title of a page, if it is a short one that says what the page is for."""
    title = next((block.text for block in page.blocks if block.level == 1 or block.key == "title"), "")
    return title if len(title.split()) <= _WORDS else ""
