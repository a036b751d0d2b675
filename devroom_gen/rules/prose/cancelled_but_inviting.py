"""One place says that the edition is cancelled, another still sells, invites or asks for proposals.

When an edition is called off, the home page says so first, and the shop, the call and the head of each page are forgotten.
A page of another edition, and one that says itself what became of this one, are left alone.

Fails, as `index.md`:
    # Map Days 2020

    Map Days 2020 has been cancelled.

    Register now! Tickets are on sale.
Passes, as `index.md`:
    # Map Days 2020

    Map Days 2020 has been cancelled. All tickets are paid back.
"""

import re
from collections.abc import Iterator
from itertools import chain

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.roles import says_past, stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import Sourced, state
from devroom_gen.rules.expected.page_kinds import has_own_time

CODE = Code("DG335", "cancelled-but-inviting", Severity.WARNING, __doc__)

_INVITES = re.compile(
    r"\bregister (?:now|here|today)\b|\b(?:buy|get|order) (?:your )?tickets?\b|\btickets? (?:are|is) (?:on sale|available)\b|\bsubmit (?:your|a|an|now)\b|"
    r"\bregister by\b|\b(?:submissions?|proposals|registration|tickets)\b[^.!?\n]{0,30}\bopen\b|\bsee you there\b|\bjoin us\b|\bregistration is (?:now )?open\b|\bapply now\b|\bsee you (?:in|at)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(r"\bwill (?:take place|be held)\b|\btakes place\b|\bis (?:being )?held\b", re.IGNORECASE)
"""Says when the edition is held, provided that a day or a year stands in the sentence."""


def check(subject: PageSubject) -> Findings:
    known = subject.once(CODE.name, lambda: _find_cancelled(subject))
    if known is None or has_own_time(subject) or (subject.page.wording("cancelled") and not subject.is_alone):
        return
    for claim in _inviting(subject):
        message = f"`{claim.text}`, but another place says that the edition is cancelled"
        yield subject.finding(claim, message, help="say what became of the edition", known=known)


def _find_cancelled(subject: PageSubject) -> Sourced[Claim] | None:
    """Return where the edition of these pages is said to be cancelled: by its name and year, or at the top of a page."""
    year = subject.expected.year.value if subject.expected.year else None
    for page in subject.pages:
        for claim in visible(page.wording("cancelled")):
            years = {each.year for each in page.years_in(claim.block)}
            if year in years and not stands_in_past(claim.block):
                return state(page, claim, claim)
    return None


def _inviting(subject: PageSubject) -> Iterator[Claim]:
    """Return the first words of each paragraph that invite."""
    for block in subject.page.blocks:
        if block.is_comment or stands_in_past(block):
            continue
        for match in chain(_INVITES.finditer(block.text), _HOLDS.finditer(block.text)):
            claim = Claim(block, *match.span())
            before = block.text[block.sentence_around(*match.span())[0] : match.start()]
            is_ours = bool(re.search(r"\d", claim.sentence)) or subject.expected.names.is_in(before)
            is_vague = match.re is _HOLDS and not is_ours
            if not (is_vague or says_past(claim) or "cancel" in claim.sentence.casefold()):
                yield claim
                break
