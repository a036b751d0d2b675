"""A text names another event by its year: the one whose page was copied.

`GARDEN16`, `Garden'16` and `GARDEN 2016` name an event, and so does a host with such a name. On the page of another
event of another year they were left over. Credits, comparisons with the past and things that only look like it (a
standard, a version, a room) are not reported: the sentence must speak of an event.

Fails, as `submit.md`:
    # FOSDEM'20 Kernel Devroom

    The formatting rules follow the GARDEN16 policy.
Passes, as `submit.md`:
    # FOSDEM'20 Kernel Devroom

    We cover UTF16 and FP16 in talks. This site is based on that of [GARDEN16](https://example.org).
"""

import re

from devroom_gen.claims.roles import speaks_of_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import Expected

CODE = Code("DG326", "other-event", Severity.WARNING, __doc__)
NEEDS_ONE_EDITION = True

_EVENT = re.compile(
    r"\b(?:workshop|conference|policy|held|conjunction|web ?site|site|edition|cfp|call for|proceedings|attend\w*|summit|deadline|co-?located|event)\b",
    re.IGNORECASE,
)


def check(subject: PageSubject) -> Findings:
    expected = subject.expected
    if expected.year is None:
        return
    year = expected.year.value
    for claim in visible(subject.page.years):
        is_name = claim.owner.isupper() and len(claim.owner) > 1 and (claim.is_short or claim.start == 0)
        if not is_name or (not 1 <= year - claim.year <= 6 and not (claim.year == year and claim.is_short)):
            continue
        if _is_own(claim.owner, expected) or speaks_of_past(claim):
            continue
        titled = claim.start - len(claim.owner) <= 1 and claim.end == len(claim.block.text)
        if _EVENT.search(claim.sentence) or titled or _is_hosted(subject, claim.owner):
            message = f"`{claim.owner} {claim.year}` is another event, on a page of {year}"
            yield subject.finding(claim, message, known=expected.year)
    for link in visible(subject.page.links):
        label = next(((letters, y) for letters, y in link.years if letters and letters + str(y)[2:] in link.host), None)
        if label is None or not 0 < year - label[1] <= 6 or _is_own(label[0], expected) or speaks_of_past(link):
            continue
        yield subject.finding(link, f"`{link.host}` is the site of another event of {label[1]}", known=expected.year)


def _is_own(word: str, expected: Expected) -> bool:
    return expected.is_conference(word) or word.casefold() in expected.name_words | {"devroom", "cfp"}


def _is_hosted(subject: PageSubject, owner: str) -> bool:
    hosts = subject.once(CODE.name, lambda: {name for page in subject.pages for x in page.links for name, _ in x.years})
    return owner.casefold() in hosts
