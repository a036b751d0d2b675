"""What is left to decide about a record that was rolled forward, line by line."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from devroom_gen.claims.dates import read_dates
from devroom_gen.claims.ordinals import read_ordinals
from devroom_gen.claims.parser import read_words
from devroom_gen.facts.model import Facts
from devroom_gen.record.conference import ConferenceVenue
from devroom_gen.record.event import Event, Venue
from devroom_gen.record.fields import description_at, dotted
from devroom_gen.record.walk import find_prose
from devroom_gen.scaffold.roll_forward import Old, Roll
from devroom_gen.scaffold.typed_facts import link_span, year_pattern
from devroom_gen.text.english import join_words, ordinal
from devroom_gen.toml.parser import Document
from devroom_gen.toml.values import KeyPath, find_dates, find_texts, find_value

_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"'\]{})]+")
_PLACEHOLDER = re.compile(r"\{!?[a-z][a-z_.]*(?::[^{}\n]{1,40})?\}")


class Question(NamedTuple):
    """One thing to decide: the line, the key, what is asked, and last year's value where there was one."""

    line: int
    key: str
    text: str
    before: str = ""


def list_questions(old: Old, roll: Roll, document: Document, event: Event) -> list[Question]:
    """List what the new record leaves open, in the order of its lines."""
    found = chain(
        list_undecided(document, roll.before),
        _retired(roll, document),
        _kept(document, event, old.facts, roll.conference.venue),
    )
    return sorted({*found, *_leftovers(old, document, event)})


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
    return re.split("[;:] ", description_at(Event, path))[0] or "to be decided"


def _retired(roll: Roll, document: Document) -> Iterator[Question]:
    for path, before in roll.before.items():
        if find_value(document.values, path) is None:
            offset = document.source.text.find(f"{path[-1]} = {before}")
            line = document.source.position(offset).line if offset >= 0 else document.at_key(path).start.line
            about = description_at(Event, path) or "taken out"
            yield Question(line, dotted(path), f"write this year's, or do without: {about}", before)


def _kept(document: Document, event: Event, facts: Facts, home: ConferenceVenue | None) -> Iterator[Question]:
    """Ask about what often changes: people, hours, and the place where the conference does not stay in one."""
    if event.people:
        people = (each for _, each in event.people)
        names = [f"{each.name} ({each.affiliation})" if each.affiliation else each.name for each in people]
        line = document.at_key(("organizers", 0)).start.line
        yield Question(line, "organizers", f"still {join_words(names, 'and')}?")
    for index, sponsor in enumerate(event.sponsors):
        line = document.at_key(("sponsors", index, "name")).start.line
        yield Question(line, dotted(("sponsors", index)), f"still {sponsor.name}?")

    venue = event.venue if isinstance(event.venue, Venue) else Venue.model_construct(name=event.venue)
    where = ", ".join(part for part in (venue.name, venue.city, venue.country) if part and part != "TBD")
    if where and (home is None or (venue.city and venue.city != home.city)):
        yield _question(document, ("venue",), f"still {where}?")
    if event.hours and event.hours != "TBD":
        yield _question(document, ("hours",), f"still {facts.hours}?")
    if event.mode and event.mode != "on-site":
        yield _question(document, ("mode",), f"still {event.mode}?")


def _leftovers(old: Old, document: Document, event: Event) -> Iterator[Question]:
    """Find what still refers to last year: the year anywhere, in prose also days, ordinal and the year before."""
    prose = {path for path, _ in find_prose(event)}
    for path, text in find_texts(document.values):
        if path in prose:
            spans = _find_leftovers(text, old.facts)
        else:
            spans = [match.span() for match in islice(year_pattern(old.facts).finditer(text), 1)]
        for start, end in spans:
            line = document.inside(path, start, end).start.line
            said = " ".join(text[start:end].split())
            yield Question(line, dotted(path), f"still says `{said}`: `{_excerpt(text, start, end)}`")


def _find_leftovers(prose: str, facts: Facts) -> list[tuple[int, int]]:
    """Return where prose refers to last year, each place once: links first, then days, ordinals and years."""
    found: list[tuple[int, int]] = []
    for start, end in _candidates(prose, facts):
        if all(end <= first or start >= last for first, last in found):
            found.append((start, end))
    return sorted(found)


def _candidates(prose: str, facts: Facts) -> Iterator[tuple[int, int]]:
    year = int(facts.year.text)
    old = year_pattern(facts, with_year_before=True)
    yield from (link_span(match) for match in _LINK.finditer(prose) if old.search(match.group()))
    block = read_words(_PLACEHOLDER.sub(lambda match: " " * len(match.group()), prose))
    days = (claim for claim in read_dates(block) if claim.days and claim.year in {None, year, year - 1})
    ordinals = (claim for claim in read_ordinals(block) if claim.number == facts.edition.number)
    yield from ((claim.start, claim.end) for claim in chain(days, ordinals))
    yield from (match.span() for match in old.finditer(prose))


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - 30), min(len(text), end + 30)
    shown = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"
