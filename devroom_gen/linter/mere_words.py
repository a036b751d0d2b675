"""Tells texts of a record that need not be read: mere words, in which no rule would find anything. Imports no reader."""

import re
from collections.abc import Iterable, Iterator

from devroom_gen.facts.model import Facts
from devroom_gen.record.conference import Conference
from devroom_gen.text.english import ordinal_word

_HOLE = "\ufffc"
_PLACEHOLDER = re.compile(r"\{(?!call\.submit\})[a-z][a-z_.]*(?::[^{}\n]{1,40})?\}")  # that one invites
_LINKED = re.compile(rf"\[([^\]\[]*)\]\({_HOLE}\)")
_HARMLESS = re.compile(rf"[A-Za-z{_HOLE}]+(?:(?:[,;:.!?]? |['-])[A-Za-z{_HOLE}]+)*[.:!?]?")
"""One line of words without markup or digits: most texts of a record are no more."""
_TO_BLANKS = str.maketrans(dict.fromkeys(f",;:.!?'-{_HOLE}", " "))
_CAPITALS = ("XXX", "REPLACE", "CHANGE", "FIXME", "TODO", "FILL", "INSERT")
_TELLING = frozenset({
    *(ordinal_word(number).rpartition("-")[2] for number in range(1, 60)),
    "dev", "devs", "developer", "developers", "devroom", "devsroom", "developerroom", "developersroom", "select", "selecting",
    "cancel", "canceled", "cancelled", "cancelado", "cancelada", "abgesagt", "tbd", "tba", "tbc", "decided", "announced", "confirmed", "determined", "defined", "closed", "ended", "over", "submit",
    "lorem", "online", "virtual", "virtually", "remote", "remotely", "recorded", "prerecorded", "person", "see", "campus",
    "physical", "physically", "conduct", "cet", "cest", "bst", "est", "edt", "pst", "pdt", "eet", "eest",
})  # fmt: skip
"""Words and letters without one of which words state nothing: they count, name and promise nothing."""
_SYSTEMS = (
    "penta", "pentabarf", "pretalx", "easy", "easychair", "hotcrp", "sessionize", "papercall", "openreview", "conftool", "linklings",
    "edas", "indico",
)  # fmt: skip


def telling_words(facts: Facts, conference: Conference, around: Iterable[Facts]) -> frozenset[str]:
    """Return the words that only this record makes telling: who has left, other systems, a city that nobody goes to."""
    return frozenset(_telling_words(facts, conference, around))


def _telling_words(facts: Facts, conference: Conference, around: Iterable[Facts]) -> Iterator[str]:
    now = set(_names(facts))
    earlier = [each for each in around if each.year.text < facts.year.text]
    for name in {name for each in earlier if now for name in _names(each)} - now:
        yield from _words_of(name)[:1]
    for city in {each.city for each in earlier if each.city} - {facts.city}:
        yield from _words_of(city)[-1:]
    if facts.call and facts.call.submit:
        yield from _SYSTEMS
    if facts.mode == "online" and conference.venue:
        yield from _words_of(conference.venue.city)[-1:]


def may_state(text: str, words: frozenset[str] = frozenset()) -> bool:
    """Whether a text can hold a claim, or one of some words in small letters.

    A placeholder is none, nor is a link whose address is one, or a devroom that it names.
    """
    if "{" in text:
        text = _LINKED.sub(r"\1", _PLACEHOLDER.sub(_HOLE, text)).replace(f"{_HOLE} devroom", _HOLE)
    if not _HARMLESS.fullmatch(text) or any(map(text.__contains__, _CAPITALS)):
        return True
    typed = _words_of(text)
    return not (_TELLING.isdisjoint(typed) and words.isdisjoint(typed))


def _names(facts: Facts) -> Iterator[str]:
    return (person.text for group in facts.organizers for person in group.people)


def _words_of(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return text.lower().translate(_TO_BLANKS).split()
