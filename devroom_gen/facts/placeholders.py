"""The closed table of placeholders, and how prose is read for them. No logic, no attribute access, nothing to exploit."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from devroom_gen.facts.model import Facts
from devroom_gen.facts.when import STYLES, When
from devroom_gen.text.date_pattern import has_parts

_FACTS = {
    "name": "name of the devroom",
    "title": "title of the page",
    "year": "year of the edition",
    "year.short": "its last two digits",
    "edition": "number of the edition: `2nd`",
    "edition.number": "`2`",
    "edition.word": "`second`",
    "edition.total": "`12th`, with the editions before those that are counted",
    "conference": "the conference with its year: `FOSDEM 2017`",
    "conference.name": "without the year: `FOSDEM`",
    "conference.short": "as titles name it: `FOSDEM'17`",
    "conference.url": "its page of the year",
    "conference.about": "what it is, in a sentence",
    "conference.recording": "that talks are recorded, and under which licence",
    "conference.schedule": "link to the export of its schedule",
    "venue": "name of the venue",
    "venue.room": "room",
    "venue.map": "link to a map",
    "city": "city",
    "country": "country",
    "hours": "hours of the day",
    "call.submit": "where to submit",
    "call.track": "the track to select when submitting",
    "call.system": "system to which talks are submitted",
    "call.how": "how one submits there, in a sentence",
    "call.account": "whether an account of an earlier year still works",
    "contact": "address for questions",
    "contact.shown": "the address as harvesters do not read it",
    "contact.url": "link that writes to it",
    "forum": "link to the forum",
    "chat": "link to the chat",
    "programme": "link to the schedule",
    "repository": "link to the source of the site",
    "site": "link to the site",
    "code_of_conduct": "link to the code of conduct",
}
_DATES = {
    "date": "day of the event",
    "conference.date": "days of the conference",
    "call.opens": "day on which the call opens",
    "call.closes": "deadline of the call",
    "call.notified": "day on which speakers are told",
    "schedule": "day on which the schedule is published",
}

PLACEHOLDERS: dict[str, str] = _FACTS | {
    key: text
    for name, about in _DATES.items()
    for key, text in {name: about, **{f"{name}.{style}": f"{about}, {how}" for style, how in STYLES.items()}}.items()
}
"""Every placeholder that prose may use, with what it stands for."""

_PATTERN = rf"(?:{'|'.join(map(re.escape, _DATES))}):[^{{}}\n]{{1,40}}"
_IN_PROSE = re.compile(
    rf"\{{\{{.*?\}}\}}|\{{%.*?%\}}|\{{(?P<keep>!?)(?P<name>[a-z][a-z_]*(?:\.[a-z][a-z_]*)*|{_PATTERN})\}}", re.DOTALL
)


class Placeholder(NamedTuple):
    """One placeholder in prose: its name and its place."""

    name: str
    start: int
    end: int


def find_placeholders(prose: str) -> Iterator[Placeholder]:
    """Return everything of the form of a placeholder; `{{…}}`, `{!name}` and other braces are not."""
    for match in _IN_PROSE.finditer(prose) if "{" in prose else ():
        if match["name"] and not match["keep"]:
            yield Placeholder(match["name"], *match.span())


def fill_placeholders(prose: str, value: Callable[[str], str]) -> str:
    """Replace each placeholder by its text; `{!name}` becomes `{name}`, all else stays as it is."""
    if "{" not in prose:
        return prose

    def put(match: re.Match[str]) -> str:
        if not match["name"]:
            return match.group()
        return f"{{{match['name']}}}" if match["keep"] else value(match["name"])

    return _IN_PROSE.sub(put, prose)


def find_fact(facts: Facts, name: str) -> Any:
    """Return the fact that a placeholder names; None where the record does not state it or no such exists."""
    name, _, pattern = name.partition(":")
    if name not in PLACEHOLDERS:
        return None
    value: Any = facts
    for part in name.split("."):
        value = getattr(value, part, None)
    return value.by_pattern(pattern) if pattern and isinstance(value, When) else value


def is_known(name: str) -> bool:
    """Whether a placeholder names a fact, and its pattern a part of a date."""
    name, colon, pattern = name.partition(":")
    return name in PLACEHOLDERS and (has_parts(pattern) or not colon)
