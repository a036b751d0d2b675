"""What every rule is given and what it gives back."""

from dataclasses import dataclass
from typing import TypeAlias

from devroom_gen.facts.derive import Edition
from devroom_gen.facts.model import Facts
from devroom_gen.record.event import Event

KeyPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One edition as rules see it: what was written down, what follows from it, and what surrounds it."""

    event: Event
    edition: Edition
    facts: Facts
    file_year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found, and the key it stands at; `part` is a range of characters inside that text value.

    `instead` holds what stands there, as it is typed, and what is surely meant: a fix that is safe to make.
    """

    path: KeyPath
    message: str
    help: str | None = None
    part: tuple[int, int] | None = None
    related: tuple[tuple[KeyPath, str], ...] = ()
    instead: tuple[str, str] | None = None
