"""A text says that something is not decided, although another place knows it, or has dropped it.

`TBD` is honest while nobody knows. It is stale once another copy of the same list gives the day, or no longer has that
step at all. Where only the record knows, the page is merely behind: that is a note.

Fails, as `dates.md`:

    # FOSDEM'20 Kernel Devroom

    - Call for papers closes: TBD
    - Devroom day: Sunday 2 February 2020

    The deadline for proposals is 1 December 2019.

Passes, as `dates.md`:

    # FOSDEM'20 Kernel Devroom

    - Call for papers closes: TBD
    - Devroom day: Sunday 2 February 2020
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from devroom_gen.claims.claim import Claim, WordClaim
from devroom_gen.claims.extract import Reading
from devroom_gen.claims.page import Context
from devroom_gen.claims.roles import Role, find_role, is_withdrawn, stands_in_past
from devroom_gen.diagnostics.diagnostic import Code, Severity
from devroom_gen.rules.base import Judgement, PageSubject, judge_claim, live
from devroom_gen.rules.expected.model import Expected, Sourced
from devroom_gen.rules.expected.places import place_of
from devroom_gen.rules.expected.steps import known_date

CODE = Code("DG325", "stale-tbd", Severity.WARNING, __doc__)

_STEPS = (Role.OPENS, Role.CLOSES, Role.NOTIFY, Role.SCHEDULE, Role.EVENT)


def judge(subject: PageSubject) -> Iterator[Judgement]:
    for claim in live(subject.reading.wording("tbd")):
        role = find_role(claim)
        if role in (Role.NONE, Role.OTHER) or stands_in_past(claim.block):
            continue
        if known := subject.once(f"{CODE.name} {role}", partial(_known_elsewhere, subject, role)):
            yield judge_claim(claim, f"`{claim.text}`, but another place knows when {role.value}", known=known)
        elif other := _list_without(subject, claim, role):
            yield judge_claim(
                claim, f"`{claim.text}`, but another list of dates has no such step any more", known=other
            )
        elif known := _stated(subject.expected, role):
            yield judge_claim(
                claim, f"`{claim.text}`, but {known.source} knows it", known=known, severity=Severity.NOTE
            )


def _known_elsewhere(subject: PageSubject, role: Role) -> Sourced[Any] | None:
    if role not in _STEPS:
        return None
    year = subject.expected.year
    for reading in subject.pages:
        for claim in reading.dates:
            dates = claim.dates()
            if not dates or claim.is_either or claim.is_comment or is_withdrawn(claim) or stands_in_past(claim.block):
                continue
            near = year is None or dates[0].year in (
                (year.value,) if role is Role.EVENT else (year.value, year.value - 1)
            )
            if near and reading.role(claim) is role:
                return _place(reading, claim)
    return None


def _list_without(subject: PageSubject, claim: WordClaim, role: Role) -> Sourced[Any] | None:
    """Return another page with a list of dates in which a step has no counterpart."""
    if role is not Role.SOCIAL:
        return None
    roles_of = subject.once(CODE.name, lambda: [_roles(reading) for reading in subject.pages])
    here = {r for page, found in zip(subject.pages, roles_of, strict=True) if page is subject.reading for r, _ in found}
    for reading, found in zip(subject.pages, roles_of, strict=True):
        if reading is subject.reading:
            continue
        roles = {r for r, _ in found}
        if (
            len(roles & set(_STEPS)) > 2
            and len(here & set(_STEPS)) > 2
            and role not in roles
            and not _mentions(reading, claim)
        ):
            return _place(reading, found[0][1])
    return None


def _roles(reading: Reading) -> list[tuple[Role, Claim]]:
    found: list[tuple[Role, Claim]] = [(reading.role(claim), claim) for claim in reading.dates if not claim.is_comment]
    return found + [(find_role(claim), claim) for claim in reading.wording("tbd") if not claim.is_comment]


def _mentions(reading: Reading, claim: WordClaim) -> bool:
    words = re.findall(r"[a-z]{5,}", claim.line.casefold())
    last = words[-1] if words else ""
    return bool(last) and any(
        last in block.text.casefold() for block in reading.page.blocks if Context.COMMENT not in block.context
    )


def _stated(expected: Expected, role: Role) -> Sourced[Any] | None:
    if not expected.is_stated:
        return None
    if role is Role.EVENT:
        return expected.days if not expected.is_either else None
    return known_date(expected, role)


def _place(reading: Reading, claim: Claim) -> Sourced[Any]:
    return Sourced(
        value=claim,
        source="another place",
        place=place_of(reading, claim),
    )
