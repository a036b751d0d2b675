"""A fact is typed into the prose of a record although the record knows it.

The day, the year, the number of the edition and the links change every year; a placeholder changes with them, and
what is typed is forgotten. `--fix` puts the placeholder in where the words stay the same: a date keeps its style by a pattern,
`{date:D MMMM YYYY}`.

Fails, as `events/2018.toml` with: pitch = ["We meet on Sunday, February 4, 2018, at FOSDEM 2018."]
Passes, as `events/2018.toml` with: pitch = ["We meet on {date.long}, at {conference}."]
"""

import re

from devroom_gen.claims.claim import YearClaim
from devroom_gen.facts.model import Facts
from devroom_gen.facts.placeholders import find_fact
from devroom_gen.rules.base import Code, Finding, Findings, PageSubject, Severity
from devroom_gen.rules.expected.literals import find_literal_date
from devroom_gen.rules.expected.numbering import counts_editions
from devroom_gen.text.source import Span

CODE = Code("DG340", "literal-fact", Severity.NOTE, __doc__)

_NUMBERED = re.compile(r"(?<=\bedition )\d{1,3}(?![\w/-]|[.,:]\d)", re.IGNORECASE)
_LINKS = ("conference.url", "call.submit", "code_of_conduct", "programme", "repository", "site", "venue.map")


def check(subject: PageSubject) -> Findings:
    facts, page = subject.facts, subject.page
    if facts is None:
        return
    for claim in page.dates:
        if literal := find_literal_date(claim, page.role(claim), facts):
            written = literal.written if literal.is_sure else ""
            yield _offer(subject, claim.span, claim.text, literal.placeholder, written)
    for year in page.years:
        if year.year == int(facts.year.text) and (year.owner.casefold() == facts.conference.name.casefold()):
            yield _check_year(subject, year, facts)
    for ordinal in page.ordinals:
        if ordinal.number == facts.edition.number and counts_editions(ordinal, subject.expected):
            name = "edition" if ordinal.suffix else "edition.word"
            written = facts.edition.text if ordinal.suffix else facts.edition.word
            yield _offer(subject, ordinal.span, ordinal.text, f"{{{name}}}", written)
    number = str(facts.edition.number)
    numbered = ((each, match) for each in page.blocks for match in _NUMBERED.finditer(each.text))
    for block, match in numbered:
        if match.group() == number:
            yield _offer(subject, block.span(*match.span()), number, "{edition.number}", number)
    for link in page.links:
        name = next((each for each in _LINKS if find_fact(facts, each) == link.url), "")
        if name:
            yield _offer(subject, link.span, link.url, f"{{{name}}}", link.url)


def _check_year(subject: PageSubject, year: YearClaim, facts: Facts) -> Finding:
    """Offer the conference with its year, as it is named, or the year alone, in as many digits."""
    for written, name in ((facts.conference.text, "conference"), (facts.conference.short, "conference.short")):
        start = year.end - len(written)
        if year.block.text[max(0, start) : year.end] == written:
            return _offer(subject, year.block.span(start, year.end), written, f"{{{name}}}", written)
    written, name = (facts.year.short, "year.short") if year.is_short else (facts.year.text, "year")
    typed = year.block.text[year.end - len(written) : year.end]
    return _offer(subject, year.block.span(year.end - len(written), year.end), typed, f"{{{name}}}", written)


def _offer(subject: PageSubject, span: Span, typed: str, placeholder: str, written: str) -> Finding:
    instead = placeholder if typed == written else None
    return subject.finding(span, f"`{typed}` is known to the record", help=f"write `{placeholder}`", instead=instead)
