"""Rolls the record of one year forward to another. Dates are not kept; prose changes only where a match is certain."""

import re
from datetime import date
from typing import NamedTuple

from devroom_gen.facts.model import Facts
from devroom_gen.facts.placeholders import find_fact
from devroom_gen.record.conference import Conference, InlineConference
from devroom_gen.record.event import Event
from devroom_gen.record.walk import find_prose
from devroom_gen.scaffold.editor import Draft
from devroom_gen.scaffold.typed_facts import find_literals, find_typed_dates, known_literals, year_pattern
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath, find_dates, find_texts
from devroom_gen.toml.writer import written_value

_COUNTED_OR_PASSING: tuple[KeyPath, ...] = (
    ("edition",),
    ("phase",),
    ("change",),
    ("call", "extended"),
    ("call", "final"),
)
"""Keys that one year states and the next one counts or decides again."""
_DERIVED: dict[KeyPath, str] = {("call", "submit"): "submit", ("links", "code_of_conduct"): "code_of_conduct"}
"""Links that the conference knows for most years."""


class Old(NamedTuple):
    """The record that is rolled, with its facts."""

    document: Document
    event: Event
    facts: Facts


class Roll:
    """One roll-forward: the draft, and what was found on the way."""

    def __init__(self, old: Old, conference: Conference, year: int, day: date | None) -> None:
        self._old = old
        self.conference = conference
        self._year = year
        self._day = day
        self.draft = Draft(old.document.source)
        self.before: dict[KeyPath, str] = {}
        """The old value of each key that is now open, or in a comment."""
        self.filled: list[tuple[KeyPath, str, str]] = []
        """Each text in prose that became a placeholder, and the placeholder."""

    def run(self) -> str:
        """Carry out all steps and return the new text."""
        self._fill_prose()
        calls = self.draft.value(("calls",)) or ()
        each_call = [("calls", number, key) for number in range(len(calls)) for key in ("extended", "final")]
        for path in (*_COUNTED_OR_PASSING, *each_call):
            if self.draft.value(path) is not None:
                self.draft.drop(path, self._old.event.year)
        self._drop_links()
        self._drop_conference_days()
        if self.draft.value(("venue", "room")) not in (None, "TBD"):
            self._open(("venue", "room"), '"TBD"')
        self._open_dates()
        self.draft.set(("year",), str(self._year))
        return self.draft.text

    def _fill_prose(self) -> None:
        literals = known_literals(self._old.facts)
        links = self._known_links()
        for path, _ in find_prose(self._old.event):
            if isinstance(prose := self.draft.value(path), str):
                found = find_literals(prose, literals, links)
                found += find_typed_dates(prose, self._old.facts, [each.span for each in found])
                self.filled += [(path, prose[start:end], text) for (start, end), text in sorted(found)]
                self.draft.edit_inside(path, found)

    def _known_links(self) -> dict[str, str]:
        """Return the links of last year that exist this year too, by their text."""
        known = {"conference.url": "home", "code_of_conduct": "code_of_conduct", "call.submit": "submit"}
        renewed = [fact for fact, name in known.items() if self.conference.link(name, self._year)]
        links = {str(find_fact(self._old.facts, fact) or ""): f"{{{fact}}}" for fact in renewed}
        return {link.rstrip("/"): placeholder for link, placeholder in links.items() if self._is_of_last_year(link)}

    def _is_of_last_year(self, text: str) -> bool:
        return year_pattern(self._old.facts).search(text) is not None

    def _drop_links(self) -> None:
        for path, text in list(find_texts(self.draft.document.values)):
            is_link = re.match(r"(?:https?://|mailto:)\S+$", text) and isinstance(path[-1], str)
            if path == ("links", "programme") or (is_link and self._is_of_last_year(text)):
                derived = _DERIVED.get(path)
                if path[0] == "calls" and text == self.conference.link("submit", self._old.event.year):
                    derived = "submit"
                if derived and self.conference.link(derived, self._year):
                    self.draft.drop(path, self._old.event.year)
                else:
                    self._retire(path)

    def _retire(self, path: KeyPath) -> None:
        self.before[path] = written_value(self.draft.value(path))
        self.draft.retire(path, self._old.event.year)

    def _drop_conference_days(self) -> None:
        if isinstance(self._old.event.conference, InlineConference):
            for key in ("days", "short"):
                value = self.draft.value(("conference", key))
                if value is not None and (key == "days" or self._is_of_last_year(value)):
                    self._retire(("conference", key))

    def _open_dates(self) -> None:
        day = self._day.isoformat() if self._day else written_days(self.conference.days(self._year))
        for path in list(find_dates(self.draft.document.values)):
            self._open(path, day if path == ("date",) else '"TBD"')
        if self.draft.value(("date",)) == "TBD":
            self.before.setdefault(("date",), "")
            self.draft.set(("date",), day)

    def _open(self, path: KeyPath, literal: str) -> None:
        self.before[path] = written_value(self.draft.value(path))
        self.draft.set_and_note(path, literal, self._old.event.year)


def written_days(days: tuple[date, ...]) -> str:
    """Write the days on which the event may be, or "TBD" where none is known."""
    if len(days) == 1:
        return days[0].isoformat()
    return f"{{ either = [{', '.join(day.isoformat() for day in days)}] }}" if days else '"TBD"'
