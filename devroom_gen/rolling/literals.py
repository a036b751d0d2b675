"""Facts of last year that stand in prose as they were typed, and the placeholders that say the same every year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from devroom_gen.facts.model import Facts
from devroom_gen.facts.when import STYLES, When
from devroom_gen.rolling.draft import Replacement

_KEPT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{!?[a-z][a-z_.]*\}|\]\(\s*<?[^)\s>]*|=\"[^\"]*\"", re.DOTALL)
"""Placeholders, targets of links and attributes: no literal is looked for in them, save a link that is a fact as a whole."""
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"'\]{}]+")


@dataclass(frozen=True, slots=True)
class Literal:
    """One fact as it may have been typed, and what says it in every year."""

    pattern: re.Pattern[str]
    text: str


def find_literals(prose: str, literals: list[Literal], links: dict[str, str]) -> list[Replacement]:
    """Find the facts of last year in a prose where the match is certain, each place once."""
    found: list[Replacement] = []
    taken: list[tuple[int, int]] = []
    for match in _LINK.finditer(prose):
        start, end = match.start(), _link_end(match.group(), match.start())
        taken.append((start, end))
        if placeholder := links.get(prose[start:end].rstrip("/")):
            found.append(Replacement(start, end, placeholder))
    taken += [match.span() for match in _KEPT.finditer(prose)]
    for literal in literals:
        for match in literal.pattern.finditer(prose):
            start, end = match.span()
            if all(end <= other_start or start >= other_end for other_start, other_end in taken):
                taken.append((start, end))
                found.append(Replacement(start, end, literal.text))
    return found


def known_literals(facts: Facts) -> list[Literal]:
    """List what last year's facts look like in prose, the longest text first."""
    texts: dict[str, str] = {}
    for name, when in _dates(facts):
        for style in ("", *STYLES):
            text = getattr(when, style or "text")
            if style != "weekday" and text != when.tbd:
                texts.setdefault(text, f"{{{name}.{style}}}" if style else f"{{{name}}}")
    texts.setdefault(facts.conference.text, "{conference}")
    if facts.year.short in facts.conference.short and facts.conference.short != facts.conference.text:
        texts.setdefault(facts.conference.short, "{conference.short}")
        texts.setdefault(facts.conference.short.replace("'", "’"), "{conference.short}")
    if (room := facts.venue.room) and re.search(r"\d", room) and len(room) > 3:
        texts.setdefault(room, "{venue.room}")
    texts.setdefault(f"{facts.edition.text} edition", "{edition} edition")
    texts.setdefault(f"{facts.edition.word} edition", "{edition.word} edition")
    return [Literal(_pattern(text), texts[text]) for text in sorted(texts, key=len, reverse=True)]


def _dates(facts: Facts) -> Iterator[tuple[str, When]]:
    yield "date", facts.date
    if facts.call and facts.call.closes:
        yield "call.closes", facts.call.closes
    if facts.call and facts.call.opens:
        yield "call.opens", facts.call.opens
    if facts.schedule:
        yield "schedule", facts.schedule
    yield "conference.date", facts.conference.date


def _pattern(text: str) -> re.Pattern[str]:
    """Match a text as whole words, over a line break too; a day without its year only where no number goes on with it."""
    words = r"\s+".join(re.escape(word) for word in text.split())
    alone = r"(?!(?:,| and| or| &)?\s*\d)" if re.search(r"[A-Z]\w+ \d{1,2}$", text) else ""
    return re.compile(rf"(?<![\w/@.-]){words}(?![\w/@]|[-–.]\w){alone}")


def _link_end(link: str, start: int) -> int:
    """Give the end of a link without what belongs to the sentence around it."""
    text = link.rstrip(".,;:!?*_")
    while text.endswith(")") and text.count("(") < text.count(")"):
        text = text[:-1].rstrip(".,;:!?*_")
    return start + len(text)
