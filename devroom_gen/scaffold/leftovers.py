"""Finds what still refers to last year in a text: the year, or the one before, its days, its ordinal."""

import re
from collections.abc import Iterator

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.dates import read_dates
from devroom_gen.claims.ordinals import read_ordinals
from devroom_gen.claims.parser import read_words
from devroom_gen.facts.model import Facts
from devroom_gen.scaffold.typed_facts import link_end, year_pattern

_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"'\]{})]+")
_PLACEHOLDER = re.compile(r"\{!?[a-z][a-z_.]*\}")


def find_leftovers(prose: str, facts: Facts) -> list[tuple[int, int]]:
    """Return where prose refers to last year, each place once: links first, then days, ordinals and years."""
    found: list[tuple[int, int]] = []
    for start, end in _candidates(prose, facts):
        if all(end <= first or start >= last for first, last in found):
            found.append((start, end))
    return sorted(found)


def _candidates(prose: str, facts: Facts) -> Iterator[tuple[int, int]]:
    year = int(facts.year.text)
    old = year_pattern(facts, with_year_before=True)
    for match in _LINK.finditer(prose):
        if old.search(match.group()):
            yield match.start(), link_end(match.group(), match.start())
    block = read_words(_PLACEHOLDER.sub(lambda match: " " * len(match.group()), prose))
    yield from (_span(claim) for claim in read_dates(block) if claim.days and claim.year in {None, year, year - 1})
    yield from (_span(claim) for claim in read_ordinals(block) if claim.number == facts.edition.number)
    for match in old.finditer(prose):
        yield match.span()


def _span(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end
