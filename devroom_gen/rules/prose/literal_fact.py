"""A fact is typed into the prose of a record although the record knows it.

The day, the year, the number of the edition and the links change every year; a placeholder changes with them, and
what is typed is forgotten. `--fix` puts the placeholder in where the words stay the same.

Fails, as `events/2018.toml` with: pitch = ["We meet on Sunday, February 4, 2018, at FOSDEM 2018."]
Passes, as `events/2018.toml` with: pitch = ["We meet on {date.long}, at {conference}."]
"""

from devroom_gen.claims.claim import DateClaim
from devroom_gen.facts.model import Facts
from devroom_gen.facts.placeholders import find_fact
from devroom_gen.facts.when import STYLES, When
from devroom_gen.rules.base import Code, Finding, Findings, PageSubject, Severity
from devroom_gen.rules.expected.numbering import counts_editions
from devroom_gen.text.source import Span

CODE = Code("DG340", "literal-fact", Severity.NOTE, __doc__)

_DATES = ("date", "call.closes", "call.opens", "schedule")
_LINKS = ("conference.url", "call.submit", "code_of_conduct", "programme", "repository", "site", "venue.map")


def check(subject: PageSubject) -> Findings:
    facts, page = subject.facts, subject.page
    if facts is None:
        return
    for when in page.dates:
        yield from _check_date(subject, when, facts)
    for year in page.years:
        names = {facts.conference.text: "conference", facts.conference.short: "conference.short"}
        for written, name in names.items():
            start = year.end - len(written)
            if year.year == int(facts.year.text) and year.block.text[max(0, start) : year.end] == written:
                yield _offer(subject, year.block.span(start, year.end), written, f"{{{name}}}", written)
    for ordinal in page.ordinals:
        if ordinal.number == facts.edition.number and counts_editions(ordinal, subject.expected):
            name = "edition" if ordinal.suffix else "edition.word"
            written = str(find_fact(facts, name) or facts.edition.text)
            yield _offer(subject, ordinal.span, ordinal.text, f"{{{name}}}", written)
    for link in page.links:
        name = next((each for each in _LINKS if find_fact(facts, each) == link.url), "")
        if name:
            yield _offer(subject, link.span, link.url, f"{{{name}}}", link.url)


def _check_date(subject: PageSubject, claim: DateClaim, facts: Facts) -> Findings:
    for name in _DATES:
        when = find_fact(facts, name)
        if not isinstance(when, When) or not when.is_known or claim.dates() != when.days:
            continue
        style = next((each for each in ("text", *STYLES) if getattr(when, each) == claim.text), "long")
        placeholder = f"{{{name}}}" if style == "text" else f"{{{name}.{style}}}"
        yield _offer(subject, claim.span, claim.text, placeholder, getattr(when, style))
        return


def _offer(subject: PageSubject, span: Span, typed: str, placeholder: str, written: str) -> Finding:
    instead = placeholder if typed == written else None
    return subject.finding(span, f"`{typed}` is known to the record", help=f"write `{placeholder}`", instead=instead)
