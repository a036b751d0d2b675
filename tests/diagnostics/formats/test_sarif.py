"""SARIF: what sections 3.13 to 3.55 of the OASIS standard require of the objects that are used, checked one by one."""

import json
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.diagnostics.formats.sarif import report
from tests.diagnostics.formats.samples import DIAGNOSTICS
from tests.official import official_schema

# Object -> (required properties, allowed ones), as in the schema of the standard, which allows no others.
OBJECTS = {
    "log": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"results", "columnKind"}),
    "driver": ({"name"}, {"version", "rules"}),
    "rule": ({"id"}, {"name", "shortDescription", "help", "helpUri", "defaultConfiguration"}),
    "result": ({"message"}, {"ruleId", "ruleIndex", "level", "locations", "relatedLocations", "fixes"}),
    "location": (set(), {"id", "physicalLocation", "message"}),
    "place": (set(), {"artifactLocation", "region"}),
    "region": (set(), {"startLine", "startColumn", "endLine", "endColumn"}),
    "fix": ({"artifactChanges"}, {"description"}),
    "change": ({"artifactLocation", "replacements"}, set()),
    "replacement": ({"deletedRegion"}, {"insertedContent"}),
}


def _is(kind: str, value: dict[str, Any]) -> None:
    required, allowed = OBJECTS[kind]
    assert required <= set(value) <= required | allowed, (kind, value)


def _check_place(place: dict[str, Any]) -> None:
    _is("place", place)
    uri = place["artifactLocation"]["uri"]
    assert urlsplit(uri).scheme == ""
    assert "\\" not in uri
    if region := place.get("region"):
        _check_region(region)


def _check_region(region: dict[str, int]) -> None:
    _is("region", region)
    assert min(region.values()) >= 1
    assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])


def _check_result(result: dict[str, Any], rules: list[dict[str, Any]]) -> None:
    _is("result", result)
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in {"none", "note", "warning", "error"}
    assert result["message"]["text"]
    for location in [*result["locations"], *result.get("relatedLocations", [])]:
        _is("location", location)
        _check_place(location["physicalLocation"])
    for fix in result.get("fixes", []):
        _is("fix", fix)
        for change in fix["artifactChanges"]:
            _is("change", change)
            assert change["replacements"]
            for replacement in change["replacements"]:
                _is("replacement", replacement)
                _check_region(replacement["deletedRegion"])


def test_every_object_has_what_the_standard_requires_and_nothing_else() -> None:
    for diagnostics in ([], DIAGNOSTICS):
        log = json.loads(report(diagnostics, False))
        _is("log", log)
        assert log["version"] == "2.1.0"
        (run,) = log["runs"]
        _is("run", run)
        assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
        driver = run["tool"]["driver"]
        _is("driver", driver)
        ids = [rule["id"] for rule in driver["rules"]]
        assert len(set(ids)) == len(ids)
        for rule in driver["rules"]:
            _is("rule", rule)
        for result in run["results"]:
            _check_result(result, driver["rules"])


@pytest.mark.parametrize("diagnostics", [[], DIAGNOSTICS], ids=["none", "some"])
def test_it_is_valid(diagnostics: list[Diagnostic]) -> None:
    Draft4Validator(official_schema("sarif-2.1.0.schema.json")).validate(json.loads(report(diagnostics, False)))


def test_related_places_have_ids_of_their_own() -> None:
    result = json.loads(report(DIAGNOSTICS, False))["runs"][0]["results"][1]
    assert [each["id"] for each in result["relatedLocations"]] == [1]


def test_a_path_is_read_back_as_it_was() -> None:
    result = json.loads(report(DIAGNOSTICS, False))["runs"][0]["results"][1]
    assert unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == DIAGNOSTICS[1].path


def test_a_whole_file_has_no_region() -> None:
    result = json.loads(report(DIAGNOSTICS, False))["runs"][0]["results"][0]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "site/index.md"}}}]
