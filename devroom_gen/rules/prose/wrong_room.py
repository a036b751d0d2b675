"""A text gives another room than the record.

Rooms are assigned every year, and sentences about the way to the room are copied.

Judged by `events/2020.toml` with:
    year = 2020
    date = 2020-02-02
    venue = { name = "ULB", room = "H.1302" }
Fails, as `intro.md`: We meet in room AW1.126.
Passes, as `intro.md`: We meet in room H.1302.
"""

import re

from devroom_gen.claims.roles import Role, find_role, speaks_of_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible

CODE = Code("DG330", "wrong-room", Severity.ERROR, __doc__)


def check(subject: PageSubject) -> Findings:
    known = subject.expected.room
    if known is None:
        return
    right = _plain(known.value)
    for claim in visible(subject.page.wording("room")):
        if _plain(claim.value) not in right and not speaks_of_past(claim) and find_role(claim) is not Role.SOCIAL:
            message = f"the room is `{known.value}`, not `{claim.value}`"
            yield subject.finding(claim, message, help=f"write `{known.value}`", known=known)


def _plain(room: str) -> str:
    return re.sub(r"[^a-z0-9]", "", room.casefold())
