"""What every rule is given and what it gives back: rules of records first, rules of pages below."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from devroom_gen.diagnostics.diagnostic import Severity
from devroom_gen.facts.derive import Edition
from devroom_gen.facts.model import Facts
from devroom_gen.facts.placeholders import Placeholder, find_placeholders
from devroom_gen.record.event import Event
from devroom_gen.record.scalars import Prose
from devroom_gen.record.walk import find_values
from devroom_gen.text.source import Span
from devroom_gen.toml.values import KeyPath

if TYPE_CHECKING:
    from devroom_gen.claims.claim import Claim
    from devroom_gen.claims.extract import Reading
    from devroom_gen.rules.expected.model import Expected, Sourced

T = TypeVar("T")
_BRACED = re.compile(r"\{([a-z][a-z_.]*)\}")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One edition as rules see it: what was written down, what follows from it, and what surrounds it."""

    event: Event
    edition: Edition
    facts: Facts
    file_year: int
    text: str
    """The record as it is typed: what does not stand in it need not be looked for value by value."""

    def may_state(self, *words: str) -> bool:
        """Whether one of these words can be in a value: it is typed somewhere, or a backslash may hide or split it."""
        return any(word in self.text for word in (*words, "\\"))

    @cached_property
    def placeholder_names(self) -> Collection[str]:
        """The names of all placeholders in its prose, and of what looks like one elsewhere or is kept by more braces."""
        if self.may_state():
            return {each.name for _, each in self.placeholders}
        return set(_BRACED.findall(self.text))

    @cached_property
    def values(self) -> list[tuple[KeyPath, Any]]:
        """All values that the record states, with the paths of their keys."""
        return find_values(self.event)

    @cached_property
    def placeholders(self) -> list[tuple[KeyPath, Placeholder]]:
        """All placeholders in its prose."""
        prose = ((path, value) for path, value in self.values if type(value) is Prose and "{" in value)
        return [(path, each) for path, text in prose for each in find_placeholders(text)]


class Finding(NamedTuple):
    """What a rule found, and the key it stands at; `part` is a range of characters inside that text value.

    `instead` holds what stands there, as it is typed, and what is surely meant: a fix that is safe to make.
    """

    path: KeyPath
    message: str
    help: str | None = None
    part: tuple[int, int] | None = None
    related: tuple[tuple[KeyPath, str], ...] = ()
    instead: tuple[str, str] | None = None


class PageSubject(NamedTuple):
    """One page as rules of pages see it: what it states, what it is judged by, and the pages beside it."""

    reading: "Reading"
    expected: "Expected"
    pages: "Sequence[Reading]"
    memo: dict[str, Any]
    """What rules worked out for all pages of a run, by the names that they gave it."""
    exists: Callable[[str, str], bool] | None = None
    facts: Facts | None = None
    """The facts of the record, where the text is prose of it and can hold placeholders."""

    def once(self, name: str, work_out: Callable[[], T]) -> T:
        """Work something out for all pages of a run at the first of them; `name` is a rule's own."""
        if name not in self.memo:
            self.memo[name] = work_out()
        known: T = self.memo[name]
        return known


class Judgement(NamedTuple):
    """What a rule found on a page; `known` is the other one of the two facts that disagree."""

    span: Span
    message: str
    help: str | None = None
    known: "Sourced[Any] | None" = None
    severity: Severity | None = None
    is_comment: bool = False
    instead: str | None = None
    """What surely belongs in the place of the span."""


def judge_claim(
    claim: "Claim",
    message: str,
    *,
    help: str | None = None,
    known: "Sourced[Any] | None" = None,
    severity: Severity | None = None,
) -> Judgement:
    """Make a judgement at the words of a claim."""
    return Judgement(
        span=claim.span, message=message, help=help, known=known, severity=severity, is_comment=claim.is_comment
    )


def live(claims: "Sequence[Claim]") -> Iterator[Any]:
    """Return the claims that a reader of the page can see."""
    return (claim for claim in claims if not claim.is_comment)
