"""Dates on one page contradict each other: the call closes before it opens, speakers are told before the deadline.

Each date may be right by itself; together they cannot be. The page alone shows it.

Fails, as `dates.md`:
    - Call for papers opens: 15 October 2019
    - Submission deadline: 1 October 2019
Passes, as `dates.md`:
    - Call for papers opens: 15 October 2019
    - Submission deadline: 1 December 2019
    - Schedule published: 15 December 2019
"""

from devroom_gen.claims.claim import DateClaim
from devroom_gen.claims.roles import Role, is_withdrawn, speaks_of_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import state

CODE = Code("DG331", "steps-out-of-order", Severity.ERROR, __doc__)

_ORDER = ((Role.OPENS, Role.CLOSES), (Role.CLOSES, Role.NOTIFY), (Role.CLOSES, Role.SCHEDULE))


def check(subject: PageSubject) -> Findings:
    steps = {role: claim for role in Role if (claim := _only(subject, role))}
    for earlier, later in _ORDER:
        first, second = steps.get(earlier), steps.get(later)
        if (
            first
            and second
            and second.dates() < first.dates()
            and not all(map(subject.expected.is_step, (first, second)))
        ):
            known = state(subject.page, first, first, "the page")
            message = f"{later.value} on `{second.text}`, before the day on which {earlier.value}"
            yield subject.finding(second, message, known=known, severity=subject.unless_stated)


def _only(subject: PageSubject, role: Role) -> DateClaim | None:
    """Return the one date of a role on a page; where there are several, nobody knows which one counts."""
    single = [claim for claim in visible(subject.page.dates) if len(claim.dates()) == 1 and not claim.other]
    own = [claim for claim in single if subject.page.role(claim) is role]
    found = [claim for claim in own if not is_withdrawn(claim) and not speaks_of_past(claim)]
    return found[0] if len(found) == 1 else None
