"""The schema accepts what the models accept, and refuses what an editor can know to be wrong."""

import json
from datetime import date, datetime
from typing import Any

import jsonschema
import pytest
import toml_rs

from devroom_gen.record.schema import event_schema, written_schema

GOOD = [
    'name = "Rust"\nyear = 2018\ndate = 2018-02-04\nvenue = "ULB"\npitch = ["Welcome."]\n',
    'name = "Rust"\nyear = 2018\ndate = "TBD"\nvenue = { name = "ULB" }\npitch = ["Welcome."]\nhours = "full day"\n',
    """
name = "Rust"
year = 2018
date = { either = [2018-02-03, 2018-02-04] }
venue = { name = "ULB", room = "H.2214", map = "https://example.org/map" }
pitch = ["Welcome."]
hours = "09:00-17:00"
edition = 2
conference = { name = "PyCon", days = [2018-04-19, 2018-04-20] }
[call]
opens = 2017-10-13
closes = 2017-12-01T18:00:00
extended = [2017-11-24, 2017-11-25T12:00:00Z]
final = true
include = ["Abstract", { item = "Links", optional = true, items = ["code"] }]
[[milestones]]
label = "Schedule"
date = "TBD"
[topics]
items = ["one", { topic = "two", items = ["three"] }]
[[organizers]]
name = "Ada"
url = ["https://example.org/a", "https://example.org/b"]
[links]
contact = "rust-devroom@lists.fosdem.org"
""",
]
BAD = {
    "an unknown key": 'nam = "x"\n',
    "a text for a date": 'date = "soon"\n',
    "a number for a date": "date = 20180204\n",
    "a text for a year": 'year = "2018"\n',
    "a year beyond reason": "year = 18\n",
    "an empty pitch": "pitch = []\n",
    "a link of another kind": 'links.site = "javascript:alert(1)"\n',
    "hours that are none": 'hours = "evening"\n',
    "an unknown mode": 'mode = "hybird"\n',
    "a venue without a name": 'venue = { city = "Brussels" }\n',
    "one day of several": "date = { either = [2018-02-03] }\n",
}


def as_json(text: str) -> Any:
    """Return a record as an editor hands it to its schema: dates as their texts."""
    return json.loads(json.dumps(toml_rs.loads(text), default=lambda value: _written(value)))


def _tables(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the schemas of all tables; those of texts are none."""
    return [each for each in (schema, *schema["$defs"].values()) if each.get("type") == "object"]


def _written(value: object) -> str:
    assert isinstance(value, date | datetime)
    return value.isoformat()


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = event_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("text", GOOD)
def test_good_records_pass(validator: jsonschema.Draft202012Validator, text: str) -> None:
    assert [error.message for error in validator.iter_errors(as_json(text))] == []


@pytest.mark.parametrize("line", BAD.values(), ids=BAD.keys())
def test_bad_records_fail(validator: jsonschema.Draft202012Validator, line: str) -> None:
    key = line.partition(" ")[0].partition(".")[0]
    kept = [each for each in GOOD[0].splitlines(keepends=True) if not each.startswith(f"{key} ")]
    assert not validator.is_valid(as_json("".join(kept) + line))


def test_every_required_key_is_missed(validator: jsonschema.Draft202012Validator) -> None:
    assert {error.message.split("'")[1] for error in validator.iter_errors({})} == {
        "name",
        "year",
        "date",
        "venue",
        "pitch",
    }


def test_the_text_is_the_same_every_time_and_names_itself() -> None:
    text = written_schema()
    assert text == written_schema() and text.endswith("}\n")
    schema = json.loads(text)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    assert schema["properties"]["year"]["description"].startswith("year of the edition")


def test_no_null_no_generated_title_and_a_description_everywhere() -> None:
    schema = event_schema()
    assert "null" not in json.dumps(schema) and "oneOf" not in json.dumps(schema)
    for table in _tables(schema):
        assert table["additionalProperties"] is False
        for name, value in table["properties"].items():
            assert value.get("description"), f"`{name}` has no description"
            assert not isinstance(value.get("title"), str)


def test_examples_are_valid_where_they_stand() -> None:
    schema = event_schema()
    for table in _tables(schema):
        for name, value in table["properties"].items():
            part = jsonschema.Draft202012Validator({**value, "$defs": schema["$defs"]})
            for example in value.get("examples", []):
                assert part.is_valid(example), f"{name}: {example!r}"
