"""Facts of last year that were typed in prose, and the placeholders that say the same every year."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from devroom_gen.claims.extract import read_claims
from devroom_gen.facts.model import Facts
from devroom_gen.facts.placeholders import find_fact
from devroom_gen.facts.when import STYLES, When
from devroom_gen.rules.expected.literals import find_literal_date
from devroom_gen.text.edit import Edit
from devroom_gen.text.english import WEEKDAYS
from devroom_gen.text.source import SourceText, Span

_KEPT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{!?[a-z][a-z_.]*(?::[^{}\n]{1,40})?\}|\]\(\s*<?[^)\s>]*|=\"[^\"]*\"", re.DOTALL
)
"""Placeholders, targets of links and attributes, in which only a link that is a fact as a whole is replaced."""
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|(?:{'|'.join(day[:3] for day in WEEKDAYS)}|Tues|Thurs?)\b\.?)"
_WEEKDAY_BEFORE = re.compile(rf"\b{_WEEKDAY},?\s+(?:the\s+)?\(?\Z", re.IGNORECASE)
_WEEKDAY_BEHIND = re.compile(rf",?\s*\(?{_WEEKDAY}(?!\w)", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"'\]{}]+")


class Literal(NamedTuple):
    """One fact as it may have been typed, and the placeholder that says it every year."""

    pattern: re.Pattern[str]
    text: str
    is_day: bool = False


def find_literals(prose: str, literals: list[Literal], links: dict[str, str]) -> list[Edit]:
    """Find the facts of last year in prose where the match is certain, each place once."""
    found: list[Edit] = []
    taken: list[tuple[int, int]] = []
    for match in _LINK.finditer(prose):
        span = link_span(match)
        taken.append(span)
        if placeholder := links.get(prose[span.start : span.end].rstrip("/")):
            found.append(Edit(span, placeholder))
    taken += [match.span() for match in _KEPT.finditer(prose)]
    for literal in literals:
        for match in literal.pattern.finditer(prose):
            start, end = match.span()
            is_free = all(end <= other_start or start >= other_end for other_start, other_end in taken)
            if is_free and not (literal.is_day and _has_other_weekday(prose, start, end)):
                taken.append((start, end))
                found.append(Edit(Span(start, end), literal.text))
    return found


def find_typed_dates(prose: str, facts: Facts, taken: Sequence[Span]) -> Iterator[Edit]:
    """Find the dates of last year in prose, in whatever style, outside of what is replaced already."""
    page = read_claims(SourceText("", prose))
    kept = [*taken, *(Span(*match.span()) for match in _KEPT.finditer(prose))]
    for claim in page.dates:
        start, end = claim.span
        literal = find_literal_date(claim, page.role(claim), facts)
        if literal and literal.is_sure and all(end <= each.start or start >= each.end for each in kept):
            yield Edit(claim.span, literal.placeholder)


def known_literals(facts: Facts) -> list[Literal]:
    """List what last year's facts look like in prose, the longest text first."""
    texts: dict[str, str] = {}
    days: set[str] = set()
    for name, when in _dates(facts):
        for text, placeholder in _written(name, when):
            texts.setdefault(text, placeholder)
        days |= {when.text, when.day, when.iso}
    texts.setdefault(facts.conference.text, "{conference}")
    if facts.year.short in facts.conference.short and facts.conference.short != facts.conference.text:
        texts.setdefault(facts.conference.short, "{conference.short}")
        texts.setdefault(facts.conference.short.replace("'", "’"), "{conference.short}")
    if (room := facts.venue.room) and re.search(r"\d", room) and len(room) > 3:
        texts.setdefault(room, "{venue.room}")
    ordered = sorted(texts, key=len, reverse=True)
    literals = [Literal(_pattern(text), texts[text], is_day=text in days) for text in ordered]
    return [*literals, *_weekdays(facts), *_ordinals(facts)]


def _written(name: str, when: When) -> Iterator[tuple[str, str]]:
    """Return a date in all styles, and with its weekday, and the placeholders for each; a month is part of other dates."""
    for style in ("", *STYLES) if not when.is_month else ():
        text = getattr(when, style or "text")
        if style != "weekday" and text != when.tbd:
            yield text, f"{{{name}.{style}}}" if style else f"{{{name}}}"
    for text, placeholder in ((when.text, f"{{{name}}}"), (when.day, f"{{{name}.day}}")) if when.is_known else ():
        for form in ("{0}, {1}", "{0} {1}", "{0} ({1})", "{1} ({0})"):
            yield form.format(when.weekday, text), form.format(f"{{{name}.weekday}}", placeholder)


def _weekdays(facts: Facts) -> Iterator[Literal]:
    """Return the weekdays that were typed before a placeholder of their date."""
    for name, when in _dates(facts):
        if when.is_known:
            behind = rf"(?=,?\s+\(?\{{{re.escape(name)}(?:\.day|\.iso)?\}})"
            yield Literal(re.compile(rf"(?<![\w/@.-]){when.weekday}{behind}"), f"{{{name}.weekday}}")


def _ordinals(facts: Facts) -> Iterator[Literal]:
    """Return the number of the edition in digits and as a word, where what it counts follows."""
    name, conference = (r"\s+".join(map(re.escape, each.split())) for each in (facts.name, facts.conference.name))
    skipped = rf"(?:(?:annual|yearly|consecutive|{conference}|\{{conference[a-z.]*\}})\s+)*"
    whole = rf"(?:{name}|\{{name\}})"
    room = r"(?:devroom|dev\s+room|developer\s+room)"
    counted = rf"{skipped}(?:edition|(?:{whole}\s+)?{room}(?!\s+(?:slot|session))|{whole}(?:\s+edition|(?=[.,;:!?]|\s+(?:at|in|on)\b|\s*\Z)))"
    for text, placeholder in ((facts.edition.text, "{edition}"), (facts.edition.word, "{edition.word}")):
        yield Literal(re.compile(rf"(?<![\w/@.-]){text}(?=\s+{counted}(?![\w-]))"), placeholder)
        if facts.edition.number > 1:  # what is done for the first time does not count editions
            yield Literal(re.compile(rf"(?<=\bfor the ){text}(?=\s+time\b(?!\s+(?:slot|zone)|-))"), placeholder)
    number = rf"(?<=\bedition ){facts.edition.number}(?![\w/-]|[.,:]\d)"
    yield Literal(re.compile(number, re.IGNORECASE), "{edition.number}")


def _has_other_weekday(prose: str, start: int, end: int) -> bool:
    """Whether a date has a wrong weekday: the right one is part of a longer literal, found before."""
    before, behind = prose[max(0, start - 20) : start], prose[end : end + 20]
    return bool(_WEEKDAY_BEFORE.search(before) or _WEEKDAY_BEHIND.match(behind))


def _dates(facts: Facts) -> Iterator[tuple[str, When]]:
    names = ("date", "call.closes", "call.opens", "call.notified", "schedule", "conference.date")
    return ((name, when) for name in names if isinstance(when := find_fact(facts, name), When))


def _pattern(text: str) -> re.Pattern[str]:
    """Match a text as whole words, also across a line break; a day without its year only where no number follows."""
    words = r"\s+".join(re.escape(word) for word in text.split())
    alone = r"(?!(?:,| and| or| &)?\s*\d)" if re.search(r"[A-Z]\w+ \d{1,2}$", text) else ""
    return re.compile(rf"(?<![\w/@.-]){words}(?![\w/@]|[-–.]\w){alone}")


def link_span(match: re.Match[str]) -> Span:
    """Return the span of a link without the punctuation of its sentence."""
    text = match.group().rstrip(".,;:!?*_")
    while text.endswith(")") and text.count("(") < text.count(")"):
        text = text[:-1].rstrip(".,;:!?*_")
    return Span(match.start(), match.start() + len(text))


def year_pattern(facts: Facts, *, with_year_before: bool = False) -> re.Pattern[str]:
    """Match the year of an edition as people write it, `2017`, `FOSDEM'17`, `fosdem17`; or also that of its call."""
    year, name = int(facts.year.text), re.escape(facts.conference.name)
    years = (year, year - 1) if with_year_before else (year,)
    long, short = "|".join(map(str, years)), "|".join(f"{each % 100:02}" for each in years)
    forms = rf"(?<!\d)(?:{long})(?!\d)|{name}[-_ ]?(?:'|’|&#39;)?(?:{short})(?!\d)|(?<!\w)['’](?:{short})(?!\d)"
    return re.compile(forms, re.IGNORECASE)
