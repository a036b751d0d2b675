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
from functools import partial
from typing import Any

from devroom_gen.claims.claim import Claim, WordClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.roles import Role, find_role, is_withdrawn, stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import Expected, Sourced, state

CODE = Code("DG325", "stale-tbd", Severity.WARNING, __doc__)

_STEPS = (Role.OPENS, Role.CLOSES, Role.NOTIFY, Role.SCHEDULE, Role.EVENT)

_KEPT = (Role.OPENS, Role.CLOSES, Role.EVENT)
"""Steps that a record has a key for: where it does not know one, nobody does."""
_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")


def check(subject: PageSubject) -> Findings:
    is_undecided = subject.facts is not None and subject.page.text.startswith("TBD")  # which is told as such
    yield from _check_past(subject)
    for claim in visible(subject.page.wording("tbd")) if not is_undecided and _is_judged(subject) else ():
        role = find_role(claim)
        if role in (Role.NONE, Role.OTHER) or stands_in_past(claim.block) or _is_beside_date(subject.page, claim):
            continue
        if subject.expected.is_open_step(claim):
            continue
        stated = _stated(subject.expected, role)
        if subject.expected.is_stated and stated is None and role in _KEPT:
            continue
        if known := subject.once(f"{CODE.name} {role}", partial(_known_elsewhere, subject, role)):
            yield subject.finding(claim, f"`{claim.text}`, but another place knows when {role.value}", known=known)
        elif other := _list_without(subject, claim, role):
            message = f"`{claim.text}`, but another list of dates has no such step any more"
            yield subject.finding(claim, message, known=other)
        elif stated:
            message = f"`{claim.text}`, but {stated.source} knows it"
            yield subject.finding(claim, message, known=stated, severity=Severity.NOTE)


def _is_judged(subject: PageSubject) -> bool:
    return subject.is_alone or subject.expected.is_stated


def _check_past(subject: PageSubject) -> Findings:
    """Report what is said to be undecided about an earlier edition: whoever could decide it has."""
    year = subject.expected.year
    for claim in visible(subject.page.wording("tbd")) if year and not subject.facts else ():
        first, last = claim.block.line_around(claim.start, claim.end)
        stated = {each.year for each in subject.page.years_in(claim.block) if first <= each.start < last}
        beside = (link for link in claim.block.links if first <= link.start - claim.block.start < last)
        stated |= {int(each) for link in beside for each in _YEARS.findall(link.url)}
        if stated and year and max(stated) < year.value:
            message = f"`{claim.text}`, of the edition of {max(stated)}, which is over"
            yield subject.finding(claim, message, help="write it, or delete it", known=year)


def _is_beside_date(page: PageClaims, claim: WordClaim) -> bool:
    """Whether a date stands in the same line, so that something else is not decided: the hours, the room."""
    first, last = claim.block.line_around(claim.start, claim.end)
    return any(date.block is claim.block and first <= date.start < last for date in page.dates)


def _known_elsewhere(subject: PageSubject, role: Role) -> Sourced[Any] | None:
    if role not in _STEPS:
        return None
    year = subject.expected.year
    for page in subject.pages:
        for claim in page.dates:
            dates = claim.dates()
            if not dates or claim.is_either or claim.is_comment or is_withdrawn(claim) or stands_in_past(claim.block):
                continue
            ahead = year.value - dates[0].year if year else 0
            if (ahead == 0 or (ahead == 1 and role is not Role.EVENT)) and page.role(claim) is role:
                return state(page, claim, claim)
    return None


def _list_without(subject: PageSubject, claim: WordClaim, role: Role) -> Sourced[Any] | None:
    """Return another page with a list of dates in which a step has no counterpart."""
    if role is not Role.SOCIAL:
        return None
    lists = subject.once(CODE.name, lambda: [(page, own) for page in subject.pages if _is_list(own := _roles(page))])
    is_in_list = any(page is subject.page for page, _ in lists)
    for page, found in lists if is_in_list else ():
        if page is not subject.page and all(other is not role for other, _ in found) and not _mentions(page, claim):
            return state(page, found[0][1], found[0][1])
    return None


def _is_list(found: list[tuple[Role, Claim]]) -> bool:
    """Whether dates of at least three different steps make a list."""
    return len({role for role, _ in found} & set(_STEPS)) > 2


def _roles(page: PageClaims) -> list[tuple[Role, Claim]]:
    found: list[tuple[Role, Claim]] = [(page.role(claim), claim) for claim in page.dates if not claim.is_comment]
    return found + [(find_role(claim), claim) for claim in page.wording("tbd") if not claim.is_comment]


def _mentions(page: PageClaims, claim: WordClaim) -> bool:
    words = re.findall(r"[a-z]{5,}", claim.line.casefold())
    last = words[-1] if words else ""
    return bool(last) and any(last in block.text.casefold() for block in page.blocks if not block.is_comment)


def _stated(expected: Expected, role: Role) -> Sourced[Any] | None:
    if not expected.is_stated:
        return None
    if role is Role.EVENT:
        return expected.days if not expected.is_either else None
    return expected.date_of(role)
