"""The scaffold is valid at once, teaches with the words of the models, and its examples can be used as they stand."""

import re
from datetime import date

import pytest

from devroom_gen.facts.placeholders import PLACEHOLDERS, find_placeholders
from devroom_gen.record.conference import ConferenceTexts, ConferenceVenue
from devroom_gen.record.event import Event
from devroom_gen.record.fields import tables
from devroom_gen.record.validation import shape
from devroom_gen.scaffold.blank import Surroundings, scaffold
from devroom_gen.text.source import SourceText
from devroom_gen.toml.parser import Document, parse

WEEKEND = "{ either = [2018-02-03, 2018-02-04] }"
DAYS = (date(2018, 2, 3), date(2018, 2, 4))
HOME = ConferenceVenue(name="ULB", city="Brussels", country="Belgium", map="https://example.org/map")
KNOWN = Surroundings(WEEKEND, DAYS, HOME, True)
UNKNOWN = Surroundings('"TBD"', (), None, False)


def read(text: str) -> Event:
    document, found = parse(SourceText("events/2018.toml", text))
    assert isinstance(document, Document), found
    event, found = shape(document, Event)
    assert event is not None, [each.message for each in found]
    return event


@pytest.mark.parametrize("surroundings", [KNOWN, UNKNOWN])
def test_it_is_valid_at_once(surroundings: Surroundings) -> None:
    event = read(scaffold(2018, surroundings, "event.schema.json"))
    assert (event.name, event.year) == ("TBD", 2018)
    assert event.call is None and event.organizers == ()


def test_it_begins_with_its_schema_and_stays_short() -> None:
    text = scaffold(2018, KNOWN, "../event.schema.json")
    assert text.startswith("#:schema ../event.schema.json\n")
    assert text.count("\n") < 90
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize("year", [2018, 2030])
def test_all_examples_can_be_used_at_once(year: int) -> None:
    text = scaffold(year, Surroundings('"TBD"', (), HOME, True), "event.schema.json")
    head, mark, rest = text.partition("# The rest is optional.")
    used = head + mark + re.sub(r"(?m)^# (?=\[|[a-z_]+ = )", "", rest)
    assert used.count("\n# ") < text.count("\n# ")
    event = read(used)
    assert event.call is not None and event.call.closes is not None
    optional = {name for name, field in Event.model_fields.items() if any(tables(field.annotation))}
    assert optional - event.model_fields_set == {"conference", "settings", "banner", "change", "calls"}
    assert str(year - 1) in str(event.call.closes)


def test_every_comment_is_the_description_of_its_field() -> None:
    text = scaffold(2018, KNOWN, "event.schema.json")
    for name in ("name", "year", "date", "venue", "pitch"):
        description = Event.model_fields[name].description
        assert description is not None
        assert f"# {description}\n{name} = " in text


@pytest.mark.parametrize(
    ("year", "days", "eve"),
    [
        (2018, DAYS, "2018-02-02"),
        (2018, (date(2018, 2, 4),), "2018-02-03"),
        (2027, (date(2027, 1, 30),), "2027-01-29"),
        (2030, (), "2030-02-01"),
        (2027, (), "2027-01-29"),
    ],
)
def test_the_dinner_is_on_the_evening_before_the_event(year: int, days: tuple[date, ...], eve: str) -> None:
    text = scaffold(year, Surroundings('"TBD"', days, HOME, True), "event.schema.json")
    found = re.search(r"# label = \"Dinner of the devroom\" +# .*\n# date = ([0-9-]+) ", text)
    assert found and found[1] == eve


def test_the_room_is_the_first_thing_of_the_venue_to_fill_in() -> None:
    text = scaffold(2018, KNOWN, "event.schema.json")
    assert 'venue = { room = "TBD", name = "ULB", city = "Brussels", country = "Belgium" }' in text
    assert "venue.room}" not in text.partition("\n]\n")[0]


def test_its_placeholders_are_known_and_those_of_the_texts_of_a_conference_are_left_to_the_reference() -> None:
    comments = "\n".join(line for line in scaffold(2018, KNOWN, "event.schema.json").splitlines() if line[:2] == "# ")
    shown = {each.name for each in find_placeholders(comments)}
    assert {"name", "conference.url", "call.submit", "code_of_conduct", "date.long"} <= shown <= PLACEHOLDERS.keys()
    texts = {f"{table}.{name}" for table in ("conference", "call") for name in ConferenceTexts.model_fields}
    assert not shown & {*texts, "conference.schedule"}
