"""A text names another year of the conference or of the edition than the one it announces.

Pages are copied from year to year, and the year stands in titles, headings, descriptions and sentences alike. What
speaks of the past on purpose is not reported: earlier editions under a heading or in a sentence that says so, a list of
several years, an archive. Years in dates are left to other rules: calls open and close in the year before the edition.

Fails, as `intro.md`:
    # FOSDEM'20 Kernel Devroom

    The Kernel devroom is part of FOSDEM 2019 in Brussels.
Passes, as `intro.md`:
    # FOSDEM'20 Kernel Devroom

    The Kernel devroom is part of FOSDEM 2020 in Brussels. At FOSDEM 2019 we were a hundred people.

    ## Previous editions

    - FOSDEM 2018
"""

import re

from devroom_gen.claims.claim import YearClaim
from devroom_gen.claims.date_words import MONTHS
from devroom_gen.claims.page import Context
from devroom_gen.claims.roles import speaks_of_past
from devroom_gen.rules.base import Code, Findings, PageSubject, Severity
from devroom_gen.rules.expected.page_kinds import (
    RECENT,
    has_own_time,
    is_chronicle,
    is_of_one_thing,
    is_title_of_others,
    title_claims,
)

CODE = Code("DG301", "stale-year", Severity.ERROR, __doc__)

_OWNERS = frozenset({
    "devroom", "room", "edition", "cfp", "participation", "proposals", "papers", "talks", "call", "schedule",
    "programme", "édition", "edición", "edizione", "ausgabe", "auflage",
})  # fmt: skip
_NOUNS = frozenset({"edition", "devroom", "cfp", "call", "dev"})
_READERS = frozenset(
    {"account", "accounts", "badge", "ticket", "tickets", "registration", "form", "space", "room", "portal", "theme"}
)
_YOURS = re.compile(r"\b(?:your|an?|our|create|the)\s+\Z", re.IGNORECASE)
_NEW = re.compile(r"\bnew (?:for|in)\W{1,3}\Z", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|\(c\)|copyright|licen[sc]e", re.IGNORECASE)
_NEXT = re.compile(r"\bnext\b|\bsee you\b|\bagain\b|\bwill be back\b", re.IGNORECASE)


def check(subject: PageSubject) -> Findings:
    expected = subject.expected
    if expected.year is None:
        return
    year = expected.year.value
    for claim in subject.page.years:
        if claim.year == year or not _is_about_edition(claim, subject) or _is_meant(claim, year):
            continue
        if claim.year > year and not expected.is_stated:  # the next edition, told at this one
            continue
        if not expected.is_stated and (is_of_one_thing(subject) or _is_of_others(subject, claim)):
            continue
        if _are_many_years(subject, claim) or (not subject.is_alone and _may_be_meant(subject, claim, year)):
            continue
        typed = claim.text
        right = f"{year}" if not claim.is_short else typed[:-2] + f"{year % 100:02}"
        named = (
            " ".join(claim.phrase if expected.names.has(claim) else [claim.owner]) if not _is_of_reader(claim) else ""
        )
        message = f"the text names {named or 'the year'} {claim.year}, but the edition is that of {year}"
        help_text = f"write `{right}`, or say that an earlier edition is meant"
        instead = subject.if_typed(claim, right) if expected.is_stated and expected.is_conference(claim.owner) else None
        yield subject.finding(
            claim, message, help=help_text, known=expected.year, severity=subject.unless_witnessed, instead=instead
        )


def _is_of_others(subject: PageSubject, claim: YearClaim) -> bool:
    return not subject.expected.conference and is_title_of_others(subject, claim)


def _is_about_edition(claim: YearClaim, subject: PageSubject) -> bool:
    if claim.owner.casefold() in MONTHS:  # the year of a date
        return False
    if subject.expected.is_conference(claim.owner) or subject.expected.names.has(claim):
        return True
    if _is_of_reader(claim):
        return True
    is_title = not claim.is_short and title_claims(subject.page, claim)
    if not subject.is_alone:
        return is_title and not has_own_time(subject)
    if claim.block.key and claim.block.context is not Context.CONFIGURATION:
        is_title = False
    return is_title or claim.owner.casefold() in _OWNERS or claim.noun in _NOUNS


def _is_of_reader(claim: YearClaim) -> bool:
    """Whether a year without a name says what readers get or what is new: `your 2019 account`, `new for 2019`."""
    before = claim.block.text[max(0, claim.start - 16) : claim.start]
    return bool(_NEW.search(before) or (claim.noun in _READERS and _YOURS.search(before)))


def _may_be_meant(subject: PageSubject, claim: YearClaim, year: int) -> bool:
    """Whether a year may be named on purpose, on a site that holds more than one edition."""
    if not 0 < year - claim.year <= RECENT or has_own_time(subject, claim.block):
        return True
    linked = [link for link in claim.block.links if link.start <= claim.block.start + claim.start < link.end]
    if any(str(claim.year) in link.url for link in linked):
        return True
    return is_chronicle(subject.page) and not claim.block.key


def _is_meant(claim: YearClaim, year: int) -> bool:
    if claim.is_struck or speaks_of_past(claim) or _COPYRIGHT.search(claim.line):
        return True
    if claim.year == year + 1 and _NEXT.search(claim.sentence):
        return True
    linked = [link for link in claim.block.links if link.start <= claim.block.start + claim.start < link.end]
    return any("archive" in link.url or (str(claim.year) in link.url and "video" in link.url) for link in linked)


def _are_many_years(subject: PageSubject, claim: YearClaim) -> bool:
    """Whether the year stands among others: two of them in one sentence, or items under one heading."""
    same = subject.page.years_beside(claim)
    if len(same) > 1 and subject.expected.year and subject.expected.year.value not in same:
        return True
    listed = subject.page.years_of_list(claim)
    year = subject.expected.year.value if subject.expected.year else None
    return len(same | listed) > 2 or (len(listed - {year}) > 1 and not subject.expected.is_stated)
