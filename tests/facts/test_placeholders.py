"""What in prose is a placeholder, and what is none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.facts.placeholders import PLACEHOLDERS, fill_placeholders, find_placeholders
from tests.sites import render, write_record


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("the {edition} of {conference.url}", ["edition", "conference.url"]),
        ("{{ page.title }} {% raw %}{name}{% endraw %}", ["name"]),
        ("{!name} {Name} {na me} { name } {name!} {} {name.} {.name} {2018}", []),
        ("{{name}}", []),
        ("{name}}", ["name"]),
        ("\\{name}", ["name"]),
        ("{na{name}me}", ["name"]),
        ("{ñame}", []),
    ],
)
def test_what_is_a_placeholder(prose: str, names: list[str]) -> None:
    found = list(find_placeholders(prose))
    assert [each.name for each in found] == names
    assert [prose[each.start : each.end] for each in found] == [f"{{{name}}}" for name in names]


def test_a_placeholder_is_filled_and_a_kept_one_printed() -> None:
    assert fill_placeholders("{a} {!a} {{a}} {A} {a.b}", str.upper) == "A {a} {{a}} {A} A.B"


@given(st.text(alphabet="{}!%ab. \n", max_size=40))
def test_all_else_stays_as_it_is(prose: str) -> None:
    assert fill_placeholders(prose, lambda name: f"{{{name}}}").replace("{!", "{") == prose.replace("{!", "{")


def test_every_placeholder_can_be_written() -> None:
    for name in PLACEHOLDERS:
        assert [each.name for each in find_placeholders(f"{{{name}}}")] == [name]


NO_PLACEHOLDERS = ["conference.count", "year.index", "city.title", "name.upper", "date.days", "words", "phase.text"]


def test_no_name_that_the_table_lacks_reaches_anything(tmp_path: Path) -> None:
    text = " ".join(f"{{{name}}}" for name in NO_PLACEHOLDERS)
    suppression = {"paths": "events/*", "codes": ["DG401"], "reason": "braces"}
    write_record(tmp_path, pitch=[f"{{year}}: {text}."], settings={"targets": ["page"], "ignore": [suppression]})
    assert render(tmp_path).exit_code == 0
    assert f"2017: {text}." in (tmp_path / "site/page/2017/README.md").read_text()
