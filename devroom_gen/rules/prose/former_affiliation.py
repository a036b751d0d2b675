"""A person is listed with an employer or group that the record does not give.

People change jobs between editions and their lines are copied. What an earlier edition's record gave is stale; what no
record knows is only suspicious. Names of employers are compared by their words: a shorter or longer form is the same.

Judged by `events/2020.toml` with:
    year = 2020
    date = 2020-02-02
    organizers = [{ name = "Ada Lovelace", affiliation = "Analytical Engines Ltd" }]
Fails, as `organizers.md`:
    ## Organizers

    - Ada Lovelace - University of Nowhere
Passes, as `organizers.md`:
    ## Organizers

    - Ada Lovelace - Analytical Engines
"""

import re

from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.from_record import people_of
from devroom_gen.rules.expected.model import initials, key_words
from devroom_gen.rules.expected.people import find_person, is_organizer_list

CODE = Code("DG312", "former-affiliation", Severity.ERROR, __doc__)

_EMPTY = frozenset({
    "university", "institute", "inc", "ltd", "gmbh", "team", "group", "technology", "department", "at", "project",
    "research",
})  # fmt: skip
_ROLE = re.compile(
    r"\b(?:lead|chair|manager|organi[sz]er|maintainer|developer|engineer|contact|twitter|mastodon|irc|matrix|github)\b",
    re.IGNORECASE,
)


def check(subject: PageSubject) -> Findings:
    known = subject.expected.organizers
    if known is None:
        return
    for claim in visible(subject.page.people):
        person = find_person(known.value, claim.name)
        if person is None or not claim.affiliation or (not is_organizer_list(claim) and not claim.links):
            continue
        if person.affiliation and _are_alike(claim.affiliation, person.affiliation):
            continue
        past = (find_person(people_of(facts), claim.name) for facts in subject.expected.before)
        was = any(each and each.affiliation and _are_alike(each.affiliation, claim.affiliation) for each in past)
        is_role = _ROLE.search(claim.affiliation) or not claim.affiliation[0].isupper()
        if not was and (is_role or not person.affiliation):
            continue
        start = claim.affiliation_start
        stated = f"the record says `{person.affiliation}`" if person.affiliation else "the record gives none"
        span = claim.block.span(start, start + len(claim.affiliation))
        message = f"{person.text} is listed with `{claim.affiliation}`; {stated}"
        yield subject.finding(span, message, known=known, severity=None if was else Severity.WARNING)


def _are_alike(one: str, other: str) -> bool:
    words, others = key_words(one), key_words(other)
    shared = (words & others) - _EMPTY or initials(one) & others or initials(other) & words
    return bool(shared) or one.casefold() == other.casefold()
