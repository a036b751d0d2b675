"""The name of a page states one date, its front matter another that differs in the year alone.

A page is copied for the next edition, renamed, and one of its two dates is forgotten: the site sorts it under the wrong
year. Names that give only an order, and dates that differ in more than the year, are not compared.

Fails, as `2021-02-06-meeting.md`:
    ---
    date: 2020-02-06
    ---
    We meet.
Passes, as `2021-02-06-meeting.md`:
    ---
    date: 2021-02-06
    ---
    We meet.
"""

import re
from pathlib import PurePosixPath

from devroom_gen.claims.page import Context
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity

CODE = Code("DG334", "file-unlike-date", Severity.WARNING, __doc__)
NEEDS_NO_EDITION = True

_NAMED = re.compile(r"(20\d\d)-(\d\d)-(\d\d)[-_.]")


def check(subject: PageSubject) -> Findings:
    named = _NAMED.match(PurePosixPath(subject.page.source.path).name)
    if named is None:
        return
    year, day = int(named[1]), (int(named[2]), int(named[3]))
    for claim in subject.page.dates:
        if claim.block.context is Context.FRONT_MATTER and claim.year not in (None, year) and claim.days == (day,):
            message = f"`{claim.text}` is dated to {claim.year}, but the name of the file says {named[1]}"
            yield subject.finding(claim, message, help="write the same year in both")
