"""The first record of a series, as a text that teaches the format. Its comments are the descriptions of the models."""

from datetime import date, timedelta
from textwrap import wrap
from typing import Any, NamedTuple

from devroom_gen.facts.placeholders import PLACEHOLDERS
from devroom_gen.facts.when import STYLES
from devroom_gen.record.conference import ConferenceVenue
from devroom_gen.record.event import Event
from devroom_gen.record.fields import description_at, field_at, is_list, is_written_as_day
from devroom_gen.toml.writer import written_value

_EXAMPLE_YEAR = 2018
"""The year of the edition in the examples of the models."""
_COLUMN = 52
"""The column in which comments after examples begin."""

_OPTIONAL: dict[str, tuple[str, ...]] = {
    "": ("hours", "schedule", "mode", "edition"),
    "[call]": ("opens", "closes", "extended", "track", "lead", "include", "notes"),
    "[[milestones]]": ("label", "date"),
    "[topics]": ("items", "closing"),
    "[[organizers]]": ("name", "url", "affiliation"),
    "[[sponsors]]": ("name", "url"),
    "[links]": ("contact", "programme", "repository", "site"),
}
"""What the scaffold shows of each optional table; the schema knows the rest."""


_COMMON = frozenset({
    "name", "title", "year", "year.short", "edition", "edition.number", "edition.word", "conference", "conference.name",
    "conference.short", "conference.url", "conference.date", "venue", "venue.room", "venue.map", "city", "country", "hours",
    "date", "call.opens", "call.closes", "call.submit", "call.track", "schedule", "contact", "contact.shown", "contact.url",
    "programme", "repository", "site", "code_of_conduct",
})  # fmt: skip
"""The placeholders that the scaffold shows; the reference has all."""


class Surroundings(NamedTuple):
    """What is known of the conference in the year of the edition; `days` are those on which the edition may be."""

    when: str
    days: tuple[date, ...]
    venue: ConferenceVenue | None
    has_url: bool


def scaffold(year: int, surroundings: Surroundings, schema: str) -> str:
    """Write a record in which everything that only its author can know is "TBD". It is valid as it stands."""
    venue = surroundings.venue
    place = {"room": "TBD", "name": venue.name, "city": venue.city, "country": venue.country} if venue else "TBD"
    values = {"name": '"TBD"', "year": str(year), "date": surroundings.when, "venue": written_value(place)}
    blocks = [_HEAD.format(schema=schema)]
    blocks += [f"{_comment(description_at(Event, (key,)))}{key} = {value}\n" for key, value in values.items()]
    blocks.append(_comment(description_at(Event, ("pitch",))) + _pitch(surroundings) + _placeholders())
    for header, keys in _OPTIONAL.items():
        table = (header.strip("[]"),) if header else ()
        head = _aligned(header, description_at(Event, table)) if header else _OPTIONAL_HEAD
        blocks.append(head + "".join(_example((*table, key), year, surroundings.days) for key in keys))
    return "\n".join(blocks)


_HEAD = """\
#:schema {schema}

# One edition of a devroom: each fact stands here once, and the pages are made from it.
# What is not known yet is "TBD". Fill in what you know, then type: devroom-gen validate
"""

_OPTIONAL_HEAD = """\
# The rest is optional. Delete the "# " in front of a line to use it, and put in what is true for you.

"""


def _pitch(surroundings: Surroundings) -> str:
    conference = "[{conference}]({conference.url})" if surroundings.has_url else "{conference}"
    has_map = surroundings.venue is not None and surroundings.venue.map is not None
    place = "[{venue}]({venue.map}) in {city}, {country}" if has_map else "{venue}"
    return f'''\
pitch = [
  """
Welcome to the {{edition}} edition of the {{name}} devroom at {conference}.""",
  """
TBD: say here in a few sentences who meets, what about, and why to come. *Markdown* works, and so do
[links](https://example.org).""",
  """
TBD: and here what else there is to say. A text whose lines begin with `- ` is shown as a list.""",
  """
We meet on {{date.long}} at {place}.""",
]
'''


def _placeholders() -> str:
    names = " ".join(f"{{{name}}}" for name in PLACEHOLDERS if name in _COMMON)
    shown = " ".join(f"{{date.{style}}}" for style in STYLES)
    return _comment(f"Placeholders stand for facts of this file: {names}. Dates also as {shown}.")


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in wrap(text, 98, break_long_words=False, break_on_hyphens=False))


def _example(path: tuple[str, ...], year: int, days: tuple[date, ...]) -> str:
    value = written_value(_eve(year, days)) if path == ("milestones", "date") else _value(path, year)
    return _aligned(f"{path[-1]} = {value}", description_at(Event, path))


def _eve(year: int, days: tuple[date, ...]) -> date:
    """Return the day before the event, the evening of the dinner; a Friday in that season where the day is not known."""
    if days:
        return days[0] - timedelta(days=1)
    last = date(year, 2, 3)
    return last - timedelta(days=(last.weekday() - 4) % 7)


def _aligned(code: str, comment: str) -> str:
    line = f"# {code}"
    return f"{line:<{_COLUMN}}# {comment}\n" if len(line) < _COLUMN else f"{line}  # {comment}\n"


def _value(path: tuple[str, ...], year: int) -> str:
    """Write the example of a field as it would be in this year."""
    field = field_at(Event, path)
    assert field is not None and field.examples, path
    examples = [_in_year(each, year) for each in field.examples]
    return written_value(examples if is_list(field) else examples[0])


def _in_year(example: Any, year: int) -> Any:
    if is_written_as_day(example):
        day = date.fromisoformat(example)
        return day.replace(year=day.year - _EXAMPLE_YEAR + year)
    return example.replace(f"/{_EXAMPLE_YEAR}/", f"/{year}/") if isinstance(example, str) else example
