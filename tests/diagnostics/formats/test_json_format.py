"""The documented JSON."""

import json

from devroom_gen.diagnostics.formats.json import report
from tests.diagnostics.formats.samples import DIAGNOSTICS, HOSTILE

KEYS = [
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "code",
    "name",
    "severity",
    "message",
    "help",
    "url",
    "related",
    "fix",
]  # as documented


def test_nothing_to_report_is_still_an_object() -> None:
    assert json.loads(report([], False)) == {"version": 1, "diagnostics": []}


def test_every_entry_has_every_key_in_order() -> None:
    rows = json.loads(report(DIAGNOSTICS, False))["diagnostics"]
    assert [list(row) for row in rows] == [KEYS] * 3


def test_a_message_is_read_back_as_it_was() -> None:
    (row,) = json.loads(report([HOSTILE], False))["diagnostics"]
    assert row["message"] == row["help"] == row["related"][0]["message"] == HOSTILE.message


def test_the_text_is_ascii() -> None:
    assert report(DIAGNOSTICS, False).isascii()
