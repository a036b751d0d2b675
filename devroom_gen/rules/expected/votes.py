"""Counts what the places of pages say, each with its weight; the heaviest answer wins."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from devroom_gen.claims.claim import Claim
from devroom_gen.claims.extract import PageClaims
from devroom_gen.claims.page import Context, Kind
from devroom_gen.rules.expected.model import TITLE_KEYS

V = TypeVar("V", bound=Hashable)


@dataclass
class Votes(Generic[V]):
    """Answers with their weight, and the weightiest place that gave each."""

    weights: dict[V, float] = field(default_factory=dict)
    places: dict[V, tuple[float, PageClaims, Claim]] = field(default_factory=dict)

    def add(self, value: V, page: PageClaims, claim: Claim, weight: float | None = None) -> None:
        """Count one place, by its own weight unless another is given; a comment counts nothing."""
        weight = weigh(page, claim) if weight is None else weight
        if weight <= 0:
            return
        self.weights[value] = self.weights.get(value, 0) + weight
        if value not in self.places or self.places[value][0] < weight:
            self.places[value] = (weight, page, claim)

    def winner(self) -> V | None:
        """Return the heaviest answer; of two equal ones the greater, because copies lag behind."""
        return max(self.weights, key=lambda value: (self.weights[value], repr(value)), default=None)

    def latest(self) -> V | None:
        """Return the greatest answer that is nearly as heavy as the heaviest: copies lag behind, and never run ahead."""
        most = max(self.weights.values(), default=0)
        return max((value for value, weight in self.weights.items() if weight >= most * 0.4), key=repr, default=None)


def weigh(page: PageClaims, claim: Claim) -> float:
    """Return the weight of a place: site configuration, title and first heading outweigh the body; a README lags behind."""
    block = claim.block
    if claim.is_comment or claim.is_struck:
        return 0
    if PurePosixPath(page.source.path).stem.upper() in {"README", "CONTRIBUTING", "CHANGELOG"}:
        return 0.5
    if block.key:
        last = block.key.rpartition(".")[2]
        is_title = block.key in TITLE_KEYS or last in {"title", "description"}
        return 3 if is_title else 1 if block.context is Context.CONFIGURATION else 0.5
    if block.kind is Kind.HEADING:
        return 3 if block.level == 1 else 2
    is_first_line = block.start + claim.start < 100 and not block.headings and page.blocks[0] is block
    return 2 if is_first_line else 1
