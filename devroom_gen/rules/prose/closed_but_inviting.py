"""One place says that the call is closed, another still asks for proposals.

After the deadline the button is replaced on one page and forgotten on the others.

Fails, as `index.md`:
    The call for participation is now closed.

    [Submit your talk](https://example.org/cfp)
Passes, as `index.md`: The call for participation is now closed. Thank you to all who did submit.
"""

from devroom_gen.claims.roles import stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import state

CODE = Code("DG329", "closed-but-inviting", Severity.WARNING, __doc__)


def check(subject: PageSubject) -> Findings:
    said = ((page, claim) for page in subject.pages for claim in visible(page.wording("closed")))
    places = (state(page, claim, claim) for page, claim in said if not stands_in_past(claim.block))
    closed = subject.once(CODE.name, lambda: next(places, None))
    if closed is None:
        return
    for claim in visible(subject.page.wording("submit")):
        if claim.is_struck or stands_in_past(claim.block) or not claim.block.links:
            continue
        yield subject.finding(claim, f"`{claim.text}`, but another place says that the call is closed", known=closed)
