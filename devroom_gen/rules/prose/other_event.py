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

from devroom_gen.claims.claim import LinkClaim, YearClaim
from devroom_gen.claims.roles import speaks_of_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import Expected, Sourced
from devroom_gen.rules.expected.names import as_in_address, fold, is_name
from devroom_gen.rules.expected.page_kinds import RECENT, has_own_time, is_chronicle, is_title_of_others

CODE = Code("DG326", "other-event", Severity.WARNING, __doc__)

_OFTEN = 3
"""Places of one page from which an event of another name is no mention."""
_EVENT = re.compile(
    r"\b(?:workshop|conference|policy|held|conjunction|web ?site|site|edition|cfp|call for|proceedings|attend\w*|summit|deadline|co-?located|event)\b",
    re.IGNORECASE,
)


def check(subject: PageSubject) -> Findings:
    expected = subject.expected
    if expected.year is None:
        return
    if not expected.is_stated:
        yield from _check_often_named(subject, expected.year)
    if subject.is_alone:
        yield from _check_names(subject, expected, expected.year.value)


def _check_names(subject: PageSubject, expected: Expected, year: int) -> Findings:
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


def _check_often_named(subject: PageSubject, year: Sourced[int]) -> Findings:
    """Report an event of the last two years that a page names in several places, and the site never with its own year."""
    if has_own_time(subject) or is_chronicle(subject.page) or not subject.expected.names.phrases:
        return
    places: dict[tuple[tuple[str, ...], int], list[YearClaim]] = {}
    for claim in visible(subject.page.years):
        name = fold(claim.phrase)
        is_foreign = (
            is_name(name)
            and not is_title_of_others(subject, claim)
            and not subject.expected.names.has(claim)
            and not speaks_of_past(claim)
        )
        if is_foreign and 0 < year.value - claim.year <= RECENT and claim.block.text[claim.end : claim.end + 1] != ")":
            places.setdefault((name, claim.year), []).append(claim)
    yield from _check_often_linked(subject, year)
    for (name, stated), claims in places.items():
        links = [
            link
            for link in visible(subject.page.links)
            if (name[-1], stated) in link.years or _names(link, name, stated)
        ]
        if len(claims) + len(links) >= _OFTEN:
            for each in (*claims, *links):
                message = f"`{' '.join(claims[0].phrase)} {stated}` is another event, on a page of {year.value}"
                yield subject.finding(each, message, known=year)


def _check_often_linked(subject: PageSubject, year: Sourced[int]) -> Findings:
    """Report links into the space of another event, of which a page has several."""
    spaces: dict[tuple[str, int], list[LinkClaim]] = {}
    for link in visible(subject.page.links):
        if link.host and subject.expected.year_of(link) is None and not speaks_of_past(link) and not link.link.is_asset:
            for part in re.findall(r"[a-z][a-z-]{2,30}-20\d\d(?=/|$)", link.path):
                if 0 < year.value - int(part[-4:]) <= RECENT and str(part[-4:]) not in link.link.text:
                    spaces.setdefault((part, int(part[-4:])), []).append(link)
    for (part, stated), links in spaces.items():
        for link in links if len(links) >= _OFTEN else ():
            yield subject.finding(link, f"`{part}` is another event of {stated}, on a page of {year.value}", known=year)


def _names(link: LinkClaim, name: tuple[str, ...], year: int) -> bool:
    return any(stated == year for _, stated in link.years) and as_in_address("".join(name)) in as_in_address(link.host)


def _is_own(word: str, expected: Expected) -> bool:
    return expected.is_conference(word) or word.casefold() in expected.name_words | {"devroom", "cfp"}


def _is_hosted(subject: PageSubject, owner: str) -> bool:
    hosts = subject.once(CODE.name, lambda: {name for page in subject.pages for x in page.links for name, _ in x.years})
    return owner.casefold() in hosts
