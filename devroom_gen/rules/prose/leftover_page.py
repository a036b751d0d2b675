"""A page was left over from another edition: all years that it names, and none is that of this one.

On a site of many editions a single year says little. A page that names one earlier year in several places and this one in
none was copied and not revised, unless it is an archive, a post of its own time, or speaks of the past. It is told once.

Fails, as `index.md`:
    # Map Days 2020

    Map Days 2020 take place on Saturday, 2 May 2020.
Fails, as `archive/index.md`: Map Days 2018 was our first one.
Fails, as `sponsors.md`:
    # Parcels

    - [Prices](https://parcels.example/2019/prices)
    - The hall takes parcels from 4 March 2019 on.
    - Parcels of 2019 are kept for a week.
Passes, as `index.md`:
    # Map Days 2020

    Map Days 2020 take place on Saturday, 2 May 2020.
Passes, as `archive/index.md`: Map Days 2018 was our first one.
Passes, as `sponsors.md`:
    # Parcels

    - [Prices](https://parcels.example/2020/prices)
    - The hall takes parcels from 4 March 2020 on.
    - Parcels of 2020 are kept for a week.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.roles import speaks_of_past, stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.page_kinds import has_own_time, title_claims

CODE = Code("DG332", "leftover-page", Severity.WARNING, __doc__)
IN_MANY_EDITIONS = True

_POST = re.compile(r"20\d\d-\d\d-\d\d-")
"""Begins the name of a post, which is right for its own day."""
_LEAST = 3
"""Places that must name the year."""
_AGO = 6
"""Years back from which pages are copied."""


def check(subject: PageSubject) -> Findings:
    year = subject.expected.year.value if subject.expected.year else None
    is_dated = _POST.match(PurePosixPath(subject.page.source.path).name)
    is_titled = any(title_claims(subject.page, claim) for claim in subject.page.years)
    if year is None or is_dated or (has_own_time(subject) and not is_titled):
        return
    found = list(_named_years(subject.page))
    counts = Counter(stated for stated, _ in found)
    own, named = counts.most_common(1)[0] if counts else (year, 0)
    if (
        named >= _LEAST
        and year - _AGO <= own < year
        and not any(stated >= year for stated in counts)
        and len(counts) < 3
    ):
        first = min((claim for stated, claim in found if stated == own), key=lambda each: each.span.start)
        message = f"{named} places of this page name {own} and none {year}: it was left over from that edition"
        yield subject.finding(first, message, known=subject.expected.year)


def _named_years(page: PageClaims) -> Iterator[tuple[int, Claim]]:
    """Return the years that a page names as those of an event, with their places."""
    for claim in visible(page.years):
        if not speaks_of_past(claim):
            yield claim.year, claim
    for link in visible(page.links):
        if not stands_in_past(link.block):
            yield from ((year, link) for _, year in link.years[:1])
    for when in visible(page.dates):
        if when.year and not speaks_of_past(when):
            yield when.year, when
