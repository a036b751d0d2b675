"""Finds what a text still says of last year: its year, or the one before, days, its ordinal. Judges nothing."""

import re
from collections.abc import Iterator

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.dates import read_dates
from devroom_gen.claims.ordinals import read_ordinals
from devroom_gen.claims.page import Block, Context, Kind, Plain
from devroom_gen.facts.model import Facts
from devroom_gen.scaffold.typed_facts import link_end

_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"'\]{})]+")
_PLACEHOLDER = re.compile(r"\{!?[a-z][a-z_.]*\}")


def find_leftovers(prose: str, facts: Facts) -> list[tuple[int, int]]:
    """Return where a prose speaks of last year, each place once: links first, then days, ordinals and years alone."""
    year = int(facts.year.text)
    found: list[tuple[int, int]] = []
    for start, end in _candidates(prose, facts, year):
        if all(end <= first or start >= last for first, last in found):
            found.append((start, end))
    return sorted(found)


def _candidates(prose: str, facts: Facts, year: int) -> Iterator[tuple[int, int]]:
    old = _years(facts, year)
    for match in _LINK.finditer(prose):
        if old.search(match.group()):
            yield match.start(), link_end(match.group(), match.start())
    block = _block(_PLACEHOLDER.sub(lambda match: " " * len(match.group()), prose))
    yield from (_span(claim) for claim in read_dates(block) if claim.days and claim.year in {None, year, year - 1})
    yield from (_span(claim) for claim in read_ordinals(block) if claim.number == facts.edition.number)
    for match in old.finditer(prose):
        yield match.span()


def _years(facts: Facts, year: int) -> re.Pattern[str]:
    """Match the year, and the one before, in which the call stood: `2017`, `FOSDEM'17`, `fosdem17`."""
    name = re.escape(facts.conference.name)
    long = f"{year}|{year - 1}"
    short = f"{year % 100:02}|{(year - 1) % 100:02}"
    return re.compile(
        rf"(?<!\d)(?:{long})(?!\d)|{name}[-_ ]?(?:'|’|&#39;)?(?:{short})(?!\d)|(?<!\w)['’](?:{short})(?!\d)",
        re.IGNORECASE,
    )


def _span(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end


def _block(text: str) -> Block:
    """Take a prose for one block of plain words, every character in its place."""
    plain = Plain(text=text, starts=(0,), sources=(0,))
    return Block(text=text, start=0, plain=plain, kind=Kind.PARAGRAPH, context=Context.BODY)
