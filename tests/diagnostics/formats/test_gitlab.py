"""Code quality: unique fingerprints that do not move with lines."""

import json

import jsonschema

from devroom_gen.diagnostics.diagnostic import Location
from devroom_gen.diagnostics.formats.gitlab import report
from devroom_gen.text.source import SourceText, Span
from tests.diagnostics.formats.samples import DIAGNOSTICS, SPAN
from tests.official import official_schema


def _fingerprints(*diagnostics: object) -> list[str]:
    return [row["fingerprint"] for row in json.loads(report(diagnostics, False))]  # type: ignore[arg-type]  # samples


def test_nothing_to_report_is_an_empty_list() -> None:
    assert report([], False) == "[]\n"


def test_what_gitlab_requires_is_there() -> None:
    for row in json.loads(report(DIAGNOSTICS, False)):
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert row["location"]["lines"]["begin"] >= 1
        assert not row["location"]["path"].startswith("./")


def test_each_finding_is_valid() -> None:
    schema = official_schema("gitlab-code-quality.schema.json")
    for row in json.loads(report(DIAGNOSTICS, False)):
        jsonschema.validate(row, schema)


def test_a_finding_keeps_its_fingerprint_when_lines_are_added_above() -> None:
    moved = Location(source=SourceText(SPAN.path, "# new\n" + SPAN.location.source.text), span=Span(20, 23))
    assert _fingerprints(SPAN) == _fingerprints(SPAN._replace(location=moved))


def test_the_same_finding_in_two_places_has_two_fingerprints() -> None:
    other = SPAN._replace(location=SPAN.location._replace(span=Span(0, 4)))
    assert len(set(_fingerprints(SPAN, other, *DIAGNOSTICS))) == 5
