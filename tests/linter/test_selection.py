"""Findings are selected and ignored by code, beginning or name; what makes a record unreadable always counts."""

import pytest

from devroom_gen.diagnostics.codes import FORMER_NAMES
from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.errors import UsageError
from devroom_gen.linter.registry import all_codes, read_selection
from devroom_gen.text.source import SourceText

FOUND = [
    Diagnostic(code=code, location=Location(source=SourceText("a.toml", "")), message="x")
    for code in all_codes()
    if code.id in {"DG004", "DG090", "DG101", "DG204", "DG206", "DG401"}
]


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ([], [], ["DG004", "DG090", "DG101", "DG204", "DG206", "DG401"]),
        (["DG2"], [], ["DG004", "DG101", "DG204", "DG206"]),
        (["DG2", "unknown-placeholder"], ["DG206"], ["DG004", "DG101", "DG204", "DG401"]),
        ([], ["dg2,DG4"], ["DG004", "DG090", "DG101"]),
        ([], ["DG"], ["DG004", "DG101"]),
    ],
)
def test_selection(select: list[str], ignore: list[str], expected: list[str]) -> None:
    assert [each.code.id for each in read_selection(select, ignore).keep(FOUND)] == expected


@pytest.mark.parametrize(("former", "name"), FORMER_NAMES.items())
def test_a_former_name_is_selected_and_ignored(former: str, name: str) -> None:
    assert read_selection([former, "DG206"], []) == read_selection([name, "DG206"], [])
    assert read_selection([], [former]) == read_selection([], [name])


def test_what_makes_a_record_unreadable_cannot_be_ignored() -> None:
    with pytest.raises(UsageError, match="`DG1` cannot be ignored: it makes the record unreadable"):
        read_selection([], ["DG206, DG1"])


def test_an_unknown_code_stops() -> None:
    with pytest.raises(UsageError, match="there is no code `DG299`"):
        read_selection(["DG299"], [])
