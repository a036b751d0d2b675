"""A text speaks of an online edition where this one is on site, or the other way round.

Editions moved online for two years and back, and pages kept sentences of the other kind. A stream, recordings and a
hybrid edition are not a contradiction.

Judged by `events/2023.toml` with:
    year = 2023
    date = 2023-02-05
Fails, as `intro.md`: This year the devroom will be held online.
Passes, as `intro.md`: The devroom is streamed live, and the schedule is online. In 2021 the devroom was held online.
"""

import re

from devroom_gen.claims.claim import WordClaim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.page import Kind
from devroom_gen.claims.roles import speaks_of_past, stands_in_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity, visible
from devroom_gen.rules.expected.model import Expected, Sourced, state

CODE = Code("DG317", "wrong-mode", Severity.ERROR, __doc__)

_INVITES = re.compile(r"\btak(?:e|es|ing) place\b|\bheld\b|\bjoin us\b|\bmeet\b|\bcampus\b|\bcome\b", re.IGNORECASE)
_NOT_A_PLACE = re.compile(
    r"\b(?:usual(?:ly)?|normally|traditional(?:ly)?|time|zone|instead|not|every year|CET|UTC|was|were)\b|n['’]t\b|/",
    re.IGNORECASE,
)
_MODES = frozenset({"online", "on-site"})
_FEW = 2
"""Places that may be forgotten; what more of them say is meant, and the edition has both modes."""
_ONLINE = re.compile(r"online|virtual", re.IGNORECASE)
_PARTLY = re.compile(r"hybrid|stream|\bremote\w*|virtually|both online|online and|and online", re.IGNORECASE)
_OTHER_THING = re.compile(
    r"\b(?:schedule|programme?|slides?|videos?|recordings?|page|site|form|stream\w*|chat|list|registration|materials?|available|also|partly|or|both)\b",
    re.IGNORECASE,
)


def check(subject: PageSubject) -> Findings:
    known = _mode(subject.expected) if subject.is_alone or subject.expected.is_stated else None
    if known is None and not subject.expected.is_stated:
        known = subject.once(CODE.name, lambda: _mode_of_home(subject))
    if known is None or known.value not in {"on-site", "online"}:
        return
    if known.value == "online":
        yield from _check_places(subject, known)
    kind = "online" if known.value == "on-site" else "on-site"
    for claim in visible(subject.page.words):
        if claim.kind != kind or speaks_of_past(claim) or claim.is_struck:
            continue
        before = claim.block.text[max(0, claim.start - 60) : claim.start]
        if kind == "online" and (_OTHER_THING.search(before) or _PARTLY.search(claim.sentence)):
            continue
        message = f"`{claim.text}`: the text speaks of an edition {kind}, but this one is {known.value}"
        yield subject.finding(claim, message, known=known, severity=subject.unless_stated)


def _check_places(subject: PageSubject, known: Sourced[str]) -> Findings:
    """Report the place of the conference where an online edition is invited to it, once in each paragraph."""
    conference = subject.expected.conference
    if conference is None or conference.venue is None:
        return
    city = conference.venue.city
    for block in subject.page.blocks:
        start = block.text.find(city)
        if start < 0 or block.is_comment or stands_in_past(block):
            continue
        place = (start, start + len(city))
        sentence = block.sentence(*place)
        is_invitation = block.kind is Kind.HEADING or _INVITES.search(sentence) or len(block.text) < 80
        if is_invitation and not _NOT_A_PLACE.search(sentence) and not _ONLINE.search(sentence):
            message = f"the text invites to {city}, but this edition is online"
            yield subject.finding(block.span(*place), message, known=known, severity=subject.unless_stated)


def _mode_of_home(subject: PageSubject) -> Sourced[str] | None:
    """Return the mode that one place gives, where another one gives the other and nothing says that the edition has both."""
    stated: dict[str, list[tuple[PageClaims, WordClaim]]] = {}
    for page in subject.pages:
        for claim in visible(page.words):
            if claim.kind in _MODES and not speaks_of_past(claim) and not claim.is_struck:
                stated.setdefault(claim.kind, []).append((page, claim))
        if any(_PARTLY.search(block.text) for block in page.blocks):
            return None
    if len(stated) < 2 or any(len(each) > _FEW for each in stated.values()):
        return None
    page, claim = stated["on-site"][0]
    return state(page, claim, "on-site")


def _mode(expected: Expected) -> Sourced[str] | None:
    if expected.mode or expected.year is None or expected.conference is None:
        return expected.mode
    year, conference = expected.year.value, expected.conference
    if str(year) not in conference.years:
        return None
    return Sourced(value=conference.mode(year), source=f"{conference.name} {year}")
