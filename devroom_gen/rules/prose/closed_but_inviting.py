"""One place says that the call is closed, another still asks for proposals.

After the deadline the button is replaced on one page and forgotten on the others. A record tells that its call is closed
by its dates and the day; texts that pages show in any phase must not invite then.

Fails, as `index.md`:
    The call for participation is now closed.

    [Submit your talk](https://example.org/cfp)
Passes, as `index.md`: The call for participation is now closed. Thank you to all who did submit.
"""

import re
from typing import Any

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.roles import stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import Sourced, state
from devroom_gen.rules.expected.page_kinds import has_own_time, is_index
from devroom_gen.text.source import Span

CODE = Code("DG329", "closed-but-inviting", Severity.WARNING, __doc__)
FOR_POSTS = True
_BUTTON = re.compile(r"\{call\.submit\}")
_REGISTRATION = re.compile(r"regist|ticket", re.IGNORECASE)
_TOOK_PLACE = re.compile(
    r"\b(?:was held|were held|took place|thank you (?:all )?for (?:attending|coming|joining)|is over|has ended|a eu lieu|ha tenido lugar)\b"
    r"|\bfand(?:en)?\b",
    re.IGNORECASE | re.DOTALL,
)
_TICKETS = re.compile(
    r"\bregister (?:now|here|today)\b|\b(?:buy|get|order) (?:your )?tickets?\b|\bsubmit (?:your|a|an|now)\b|\bregistration is (?:now )?open\b"
    r"|\bzur anmeldung\b|\bjetzt anmelden\b|\banmeldung aus\b|\binscrivez-vous\b",
    re.IGNORECASE,
)


def check(subject: PageSubject) -> Findings:
    if subject.expected.is_closed:
        yield from _check_by_record(subject)
        return
    if (
        over := subject.expected.days
        if subject.expected.is_over
        else subject.once(f"{CODE.name} over", lambda: _find_over(subject))
    ):
        yield from _check_over(subject, over)
    said = ((page, claim) for page in subject.pages for claim in visible(page.wording("closed")))
    places = (state(page, claim, claim) for page, claim in said if _counts(subject, page, claim))
    here = (claim for claim in visible(subject.page.wording("closed")) if not stands_in_past(claim.block))
    own = next((state(subject.page, claim, claim) for claim in here), None)
    closed = own or subject.once(CODE.name, lambda: next(places, None))
    if closed is None or (not subject.is_alone and has_own_time(subject)):
        return
    if _REGISTRATION.search(closed.value.text):
        yield from _check_over(subject, closed, "registration is closed")
        return
    for claim in visible(subject.page.wording("submit")):
        if claim.is_struck or stands_in_past(claim.block) or not claim.block.links:
            continue
        yield subject.finding(claim, f"`{claim.text}`, but another place says that the call is closed", known=closed)


def _counts(subject: PageSubject, page: PageClaims, claim: Claim) -> bool:
    """Whether a place can say for the edition that its call is closed: on a site of many, the home page."""
    return not stands_in_past(claim.block) and (subject.is_alone or is_index(page))


def _find_over(subject: PageSubject) -> Sourced[Any] | None:
    """Return where the home page says that this edition took place."""
    year = subject.expected.year.value if subject.expected.year and not subject.expected.is_stated else None
    for page in filter(is_index, subject.pages):
        for claim in visible(page.years):
            if claim.year == year and subject.expected.names.has(claim) and _TOOK_PLACE.search(claim.sentence):
                return state(page, claim, claim)
    return None


def _check_over(subject: PageSubject, known: Sourced[Any], why: str = "the edition is over") -> Findings:
    """Report what invites to an edition that is over: on the day that was given, or as the home page says."""
    if has_own_time(subject):
        return
    for block in subject.page.blocks:
        match = None if block.is_comment or stands_in_past(block) else _TICKETS.search(block.text)
        if match:
            message = f"`{match.group()}`, but {why}"
            yield subject.finding(block.span(*match.span()), message, known=known)
            return


def _check_by_record(subject: PageSubject) -> Findings:
    """Report what invites after the deadline; texts of the call, and those for other phases, are not shown then."""
    if not subject.is_shown:
        return
    known, submit = subject.expected.closes, subject.expected.links.get("submit")
    message = "but the call is closed"
    for claim in visible(subject.page.wording("submit")):
        if not claim.is_struck and not stands_in_past(claim.block):
            yield subject.finding(claim, f"`{claim.text}`, {message}", known=known)
    for link in visible(subject.page.links):
        if submit and link.url == submit.value and not stands_in_past(link.block):
            yield subject.finding(link, f"the link leads to where proposals are submitted, {message}", known=known)
    for match in _BUTTON.finditer(subject.page.text) if subject.facts else ():
        yield subject.finding(
            Span(*match.span()), f"`{match.group()}` leads to where proposals are submitted, {message}", known=known
        )
