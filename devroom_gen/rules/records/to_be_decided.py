"""A fact is not decided yet.

`"TBD"` is an honest answer while nobody knows. The note is there so that nobody forgets; it never fails a run. A text
that begins with `TBD:` still has to be written, and would be shown as it is: that is a warning.

Fails, as `events/2018.toml` with: date = "TBD"
Passes, as `events/2018.toml` with: date = 2018-02-04
"""

from collections.abc import Iterable, Iterator
from typing import Any

from devroom_gen.record.dates import Either, Month
from devroom_gen.record.event import Event
from devroom_gen.record.walk import find_values
from devroom_gen.rules.base import Code, Finding, Findings, RecordSubject, Severity
from devroom_gen.toml.values import KeyPath

CODE = Code("DG208", "to-be-decided", Severity.NOTE, __doc__)


def check(subject: RecordSubject) -> Findings:
    for path, part, message in _find(subject.values if subject.may_state("TBD", "either", "month") else ()):
        yield Finding(subject.at(path, part), message, severity=Severity.WARNING if part else None)


def find_undecided(event: Event) -> Iterator[str]:
    """Return the key of each fact that is not decided."""
    return (_key(path) for path, _, _ in _find(find_values(event)))


def _find(values: Iterable[tuple[KeyPath, Any]]) -> Iterator[tuple[KeyPath, tuple[int, int] | None, str]]:
    for path, value in values:
        if isinstance(value, Month):
            yield path, None, f"`{_key(path)}` is not decided yet: a day of `{value.month}`"
        elif isinstance(value, Either):
            days = " or ".join(f"`{day}`" for day in value.either)
            yield path, None, f"`{_key(path)}` is not decided yet: {days}"
        elif isinstance(value, str) and value.startswith("TBD"):
            if value == "TBD":
                yield path, None, f"`{_key(path)}` is not decided yet"
            elif value.startswith("TBD:"):
                yield path, (0, 3), f"`{_key(path)}` still has to be written"


def _key(path: KeyPath) -> str:
    return ".".join(part for part in path if isinstance(part, str))
