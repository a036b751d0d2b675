"""Every code is unique, in its band, well named and documented; the examples of its page are its test."""

import re
from pathlib import Path

import pytest

from devroom_gen.commands.explain import explain, explain_all
from devroom_gen.commands.validate import validate
from devroom_gen.diagnostics.codes import FORMER_NAMES
from devroom_gen.diagnostics.diagnostic import Code
from devroom_gen.diagnostics.manual import Example, read_manual
from devroom_gen.errors import UsageError
from devroom_gen.linter.registry import all_codes, choose_codes, find_codes
from devroom_gen.project.layout import Project
from devroom_gen.rules.registry import record_rules
from tests import ROOT
from tests.conftest import TODAY

CODES = all_codes()
SHOWN = [code for code in CODES if read_manual(code.manual).fails and code.band != 3]


def _codes_found(folder: Path, examples: tuple[Example, ...]) -> set[str]:
    for example in examples:
        path = folder / example.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(example.text.encode())
    return {each.code.id for each in validate(Project(folder), [], TODAY).diagnostics}


def test_codes_and_names_are_unique() -> None:
    assert len({code.id for code in CODES}) == len({code.name for code in CODES}) == len(CODES) >= 35


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_a_code_is_well_named_and_documented(code: Code) -> None:
    assert re.fullmatch(r"DG[0-5]\d\d", code.id)
    assert re.fullmatch(r"[a-z][a-z0-9.]*(-[a-z0-9.]+)*", code.name)
    manual = read_manual(code.manual)
    paragraphs = manual.text.split("\n\n")
    assert re.fullmatch(r"[A-Z`].*[^.]\.", manual.summary)
    assert len(manual.summary) <= 130
    assert not paragraphs[1].startswith(("Fails", "Passes", "How")), "the page does not say why"
    assert bool(manual.fails) == bool(manual.passes) != ("How it comes about:" in manual.text)
    assert manual.text.count("Fails") == len(manual.fails)
    assert manual.text.count("Passes") == len(manual.passes)


def test_a_code_of_a_rule_is_no_code_of_reading_or_shape() -> None:
    assert {rule.CODE.band for rule in record_rules()} <= {2, 3, 4}


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.id)
def test_the_failing_example_raises_exactly_its_code(code: Code, tmp_path: Path) -> None:
    assert _codes_found(tmp_path, read_manual(code.manual).fails) == {code.id}


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.id)
def test_the_passing_example_raises_nothing(code: Code, tmp_path: Path) -> None:
    assert _codes_found(tmp_path, read_manual(code.manual).passes) == set()


def test_the_reference_is_fresh() -> None:
    reference = ROOT / "devroom_gen" / "rules" / "README.md"
    written = reference.read_text(encoding="utf-8")
    assert written == explain_all(), "run `devroom-gen explain --markdown > devroom_gen/rules/README.md`"


@pytest.mark.parametrize("text", ["DG206", "dg206", "duplicate-organizer", "Duplicate-Organizer", " DG206 "])
def test_a_code_is_found_by_number_and_name(text: str) -> None:
    assert [code.id for code in find_codes(text)] == ["DG206"]


def test_a_prefix_names_all_codes_that_begin_with_it() -> None:
    assert {code.band for code in find_codes("DG2")} == {2}
    assert find_codes("dg") == CODES


@pytest.mark.parametrize("text", ["", "D", "2", "DG9", "DG2060", "duplicate", "DG20\u0666"])
def test_what_names_no_code_finds_none(text: str) -> None:
    assert find_codes(text) == ()


def test_codes_are_chosen_from_lists() -> None:
    assert choose_codes(["DG206,unknown-zone", "DG101"]) == {"DG206", "DG207", "DG101"}


def test_an_unknown_code_stops_with_a_near_one() -> None:
    with pytest.raises(UsageError, match="there is no code `unknwon-zone`") as error:
        choose_codes(["unknwon-zone"])
    assert error.value.help == "did you mean `unknown-zone`?"


@pytest.mark.parametrize(("former", "name"), FORMER_NAMES.items())
def test_a_former_name_is_explained(former: str, name: str) -> None:
    assert explain(former) == explain(former.upper()) == explain(name)
    assert former not in {code.name for code in CODES}
