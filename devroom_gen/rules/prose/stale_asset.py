"""A picture or file on the page is named after another year.

The text is fixed and the logo or the flyer is last year's. Only names that carry the year of an edition count; a
date in a path, a photo of the past and an archive do not.

Fails, as `intro.md`:
    # FOSDEM'20 Kernel Devroom

    ![logo](img/fosdem-2018-logo.png)
Passes, as `intro.md`:
    # FOSDEM'20 Kernel Devroom

    ![logo](img/fosdem-2020-logo.png) ![](photos/2018-02-03.jpg)
"""

import re

from devroom_gen.claims.page import Context
from devroom_gen.claims.roles import speaks_of_past, stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible

CODE = Code("DG328", "stale-asset", Severity.WARNING, __doc__)

_FILE = re.compile(r"[^?#]{1,300}\.(?:png|jpe?g|svg|gif|webp|pdf|odp)", re.IGNORECASE)
_KINDS = frozenset({"logo", "flyer", "poster", "banner", "devroom", "schedule", "cfp"})
_PAST = re.compile(r"archive|photo|gallery|past|previous|20\d\d/", re.IGNORECASE)


def check(subject: PageSubject) -> Findings:
    expected = subject.expected
    if expected.year is None:
        return
    year, names = expected.year.value, _KINDS | expected.name_words
    for link in visible(subject.page.links):
        if not _FILE.fullmatch(link.url) or _PAST.search(link.url) or stands_in_past(link.block):
            continue
        is_kind = any(kind in link.path.rpartition("/")[2].casefold() for kind in _KINDS)
        stated = [
            y
            for letters, y in link.years
            if letters in names or is_kind or (letters and expected.is_conference(letters))
        ]
        is_named = any(str(each) in link.sentence for each in stated)
        if not subject.is_alone and (is_named or link.block.context is not Context.CONFIGURATION):
            continue
        if stated and year not in stated and not (link.block.text and speaks_of_past(link)):
            message = f"the file is named after {stated[0]}, but the edition is that of {year}"
            yield subject.finding(link, message, known=expected.year)
