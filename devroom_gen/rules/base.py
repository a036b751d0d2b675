"""What every rule is given and what it gives back: a rule of records a `RecordSubject`, a rule of prose a `PageSubject`."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias, TypeVar

from devroom_gen.diagnostics.diagnostic import Code, Location, Related, Severity
from devroom_gen.facts.derive import Edition
from devroom_gen.facts.model import CallFacts, Facts
from devroom_gen.facts.placeholders import Placeholder, find_placeholders
from devroom_gen.record.event import Event
from devroom_gen.record.scalars import Prose
from devroom_gen.record.walk import find_values
from devroom_gen.text.source import Span
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath

if TYPE_CHECKING:
    from devroom_gen.claims.claim import Claim
    from devroom_gen.claims.extract import PageClaims
    from devroom_gen.rules.expected.model import Expected, Sourced

__all__ = [
    "Code", "Finding", "Findings", "Location", "PageSubject", "RecordSubject", "Related", "Rule", "Severity", "visible",
]  # fmt: skip
"""All that the module of a rule needs from here, with the parts of a code and of a finding."""

C = TypeVar("C", bound="Claim")
S = TypeVar("S", contravariant=True)
T = TypeVar("T")
_BRACED = re.compile(r"\{([a-z][a-z_.]*(?::[^{}\n]{1,40})?)\}")


class Finding(NamedTuple):
    """What a rule found, and where; `instead` is what must stand there for a fix to be safe, and what surely belongs there."""

    location: Location
    message: str
    help: str | None = None
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    """A severity other than that of the rule's code."""
    instead: tuple[str, str] | None = None


Findings: TypeAlias = Iterator[Finding]


class Rule(Protocol[S]):
    """The shape of a rule's module; its docstring is the manual of its code."""

    CODE: Code

    def check(self, subject: S) -> Findings:
        """Return what is wrong with a subject."""


@dataclass(frozen=True, kw_only=True)
class RecordSubject:
    """One edition as rules see it: what was written down, what follows from it, and what surrounds it."""

    event: Event
    edition: Edition
    facts: Facts
    file_year: int
    document: Document
    before: Facts | None
    """The facts of the edition before, if there is one."""
    locate: Callable[[KeyPath], Location]
    """Where a value is stated: in the record, or in the settings over it."""

    def at(self, path: KeyPath, part: tuple[int, int] | None = None) -> Location:
        """Return the place of a value, or of a range of characters in a text of the record."""
        return self.document.inside(path, *part) if part else self.locate(path)

    def may_state(self, *words: str) -> bool:
        """Whether one of these words can be in a value: it is typed somewhere, or a backslash may hide or split it."""
        return any(word in self.document.source.text for word in (*words, "\\"))

    @property
    def calls(self) -> Iterator[tuple[KeyPath, CallFacts]]:
        """The calls with the paths of their keys."""
        paths = (path for path, _ in self.event.all_calls)
        return zip(paths, self.facts.calls, strict=True)

    @cached_property
    def placeholder_names(self) -> Collection[str]:
        """The names of all placeholders in its prose, and of what looks like one elsewhere or is kept by more braces."""
        if self.may_state():
            return {each.name for _, each in self.placeholders}
        return set(_BRACED.findall(self.document.source.text))

    @cached_property
    def values(self) -> list[tuple[KeyPath, Any]]:
        """All values that the record states, with the paths of their keys."""
        return list(find_values(self.event))

    @cached_property
    def placeholders(self) -> list[tuple[KeyPath, Placeholder]]:
        """All placeholders in its prose."""
        prose = ((path, value) for path, value in self.values if type(value) is Prose and "{" in value)
        return [(path, each) for path, text in prose for each in find_placeholders(text)]


class PageSubject(NamedTuple):
    """One page as rules see it: what it states, what that is held against, and the pages beside it."""

    page: "PageClaims"
    expected: "Expected"
    pages: "Sequence[PageClaims]"
    memo: dict[str, Any]
    """What rules worked out for all pages of a run, by the names that they gave it."""
    exists: Callable[[str, str], bool] | None = None
    facts: Facts | None = None
    """The facts of the record, where the text is prose of it and can hold placeholders."""
    is_shown: bool = True
    """Whether such prose stands on the page on the day."""
    is_alone: bool = True
    """Whether all pages are about one edition, so that whatever names another one was left over."""

    @property
    def unless_stated(self) -> Severity | None:
        """The severity of what is certain only where a record states the facts."""
        return None if self.expected.is_stated else Severity.WARNING

    @property
    def unless_witnessed(self) -> Severity | None:
        """The severity of what is certain where a record, or two places, tell the edition."""
        return None if self.expected.is_stated or self.expected.is_witnessed else Severity.WARNING

    def once(self, name: str, work_out: Callable[[], T]) -> T:
        """Work something out for all pages of a run at the first of them; `name` is a rule's own."""
        if name not in self.memo:
            self.memo[name] = work_out()
        known: T = self.memo[name]
        return known

    def if_typed(self, at: "Claim", instead: str | None, words: str | None = None) -> str | None:
        """Return what belongs in the place of a claim on a page, if its words alone are typed there: no markup, no line break.

        The prose of a record gets placeholders instead.
        """
        is_typed = self.facts is None and self.page.text[slice(*at.span)] == (words or at.text)
        return instead if is_typed else None

    def finding(
        self,
        at: "Claim | Span",
        message: str,
        *,
        help: str | None = None,
        known: "Sourced[Any] | None" = None,
        severity: Severity | None = None,
        instead: str | None = None,
    ) -> Finding:
        """Make a finding at a claim or a place; `known` is the fact that it disagrees with. In comments all is a note."""
        span, is_comment = (at, False) if isinstance(at, Span) else (at.span, at.is_comment)
        location = Location(self.page.source, self.page.place(span))
        place = known.place() if known else None
        related = (Related(place, f"{known.source} says"),) if known and place and place != location else ()
        typed = (self.page.text[span.start : span.end], instead) if instead else None
        return Finding(location, message, help, related, Severity.NOTE if is_comment else severity, typed)


def visible(claims: Iterable[C]) -> Iterator[C]:
    """Return the claims that a reader of the page can see."""
    return (claim for claim in claims if not claim.is_comment)
