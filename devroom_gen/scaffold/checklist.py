"""What is left to decide about a record that was rolled forward, line by line."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from devroom_gen.facts.when import write_hours
from devroom_gen.record.event import Event
from devroom_gen.record.fields import dotted, field_at
from devroom_gen.record.walk import find_prose
from devroom_gen.scaffold.leftovers import find_leftovers
from devroom_gen.scaffold.roll_forward import Old, Roll
from devroom_gen.scaffold.typed_facts import year_pattern
from devroom_gen.text.english import join_words, ordinal
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath, find_dates, find_texts, find_value


class Question(NamedTuple):
    """One thing to decide: the line, the key, what is asked, and last year's value where there was one."""

    line: int
    key: str
    text: str
    before: str = ""


def list_questions(old: Old, roll: Roll, document: Document, event: Event) -> list[Question]:
    """List what the new record leaves open, in the order of its lines."""
    open_keys = (list_undecided(document, roll.before), _retired(roll, document))
    return sorted(
        {*chain(*open_keys, _people(document, event), _kept(document, event), _leftovers(old, document, event))}
    )


def ask_edition(document: Document, number: int) -> Question:
    """Ask whether there were editions before those in the files here, at the key that would say so."""
    text = document.source.text
    line = document.at_key(("year",)).start.line
    if match := re.search(r"^# edition = ", text, re.MULTILINE):
        line = document.source.position(match.start()).line
    counted = f"counted from the files here, this is the {ordinal(number)}"
    return Question(line, "edition", f"{counted}; write `edition = 7` if there were others")


def list_undecided(document: Document, before: Mapping[KeyPath, str]) -> Iterator[Question]:
    """List every "TBD" and every choice of days, with what stood there last year."""
    paths = [path for path, text in find_texts(document.values) if text.startswith("TBD")]
    paths += [path for path in find_dates(document.values) if isinstance(find_value(document.values, path), dict)]
    return (_question(document, path, _ask(path, document), before.get(path, "")) for path in paths)


def _question(document: Document, path: KeyPath, text: str, before: str = "") -> Question:
    return Question(document.at_key(path).start.line, dotted(path), text, before)


def _ask(path: KeyPath, document: Document) -> str:
    value = find_value(document.values, path)
    if isinstance(value, dict):
        return f"write {join_words([str(day) for day in value['either']], 'or')} once it is decided"
    if value != "TBD":
        return "write this text"
    if path == ("date",):
        return "write the day once it is known; the days of the conference are not known here"
    if label := find_value(document.values, (*path[:-1], "label")):
        return f"when: {label}"
    field = field_at(Event, path)
    return re.split("[;:] ", field.description)[0] if field and field.description else "to be decided"


def _retired(roll: Roll, document: Document) -> Iterator[Question]:
    for path, before in roll.before.items():
        if find_value(document.values, path) is None:
            offset = document.source.text.find(f"{path[-1]} = {before}")
            line = document.source.position(offset).line if offset >= 0 else document.at_key(path).start.line
            field = field_at(Event, path)
            about = field.description if field and field.description else "taken out"
            yield Question(line, dotted(path), f"write this year's, or do without: {about}", before)


def _people(document: Document, event: Event) -> Iterator[Question]:
    if event.organizers:
        names = [f"{each.name} ({each.affiliation})" if each.affiliation else each.name for each in event.organizers]
        line = document.at_key(("organizers", 0)).start.line
        yield Question(line, "organizers", f"still {join_words(names, 'and')}?")
    for index, sponsor in enumerate(event.sponsors):
        line = document.at_key(("sponsors", index, "name")).start.line
        yield Question(line, dotted(("sponsors", index)), f"still {sponsor.name}?")


def _kept(document: Document, event: Event) -> Iterator[Question]:
    if event.hours and event.hours != "TBD":
        yield _question(document, ("hours",), f"still {write_hours(event.hours, '')}?")
    if event.mode and event.mode != "on-site":
        yield _question(document, ("mode",), f"still {event.mode}?")


def _leftovers(old: Old, document: Document, event: Event) -> Iterator[Question]:
    """Find what still refers to last year: the year anywhere, in prose also days, ordinal and the year before."""
    prose = {path for path, _ in find_prose(event)}
    for path, text in find_texts(document.values):
        if path in prose:
            spans = find_leftovers(text, old.facts)
        else:
            spans = [match.span() for match in islice(year_pattern(old.facts).finditer(text), 1)]
        for start, end in spans:
            line = document.inside(path, start, end).start.line
            said = " ".join(text[start:end].split())
            yield Question(line, dotted(path), f"still says `{said}`: `{_excerpt(text, start, end)}`")


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - 30), min(len(text), end + 30)
    shown = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"
