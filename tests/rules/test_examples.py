"""The examples in the manual of each rule: the failing one raises exactly this code, the passing one nothing."""

import re
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from devroom_gen.commands.validate import validate
from devroom_gen.project import Project
from devroom_gen.rules import RULES, Rule

EXAMPLE = re.compile(r"^(Fails|Passes), as `([^`]+)`:\n\n((?:    .*\n|\n)+)", re.MULTILINE)


def run(folder: Path, name: str, text: str) -> list[str]:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(text), "utf-8")
    return [each.code.id for each in validate(Project(folder), (), today=date(2018, 1, 1)).diagnostics]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE.name)
def test_examples_do_what_the_manual_says(rule: Rule, tmp_path: Path) -> None:
    examples = EXAMPLE.findall(rule.CODE.manual + "\n")
    assert [kind for kind, _, _ in examples] == ["Fails", "Passes"]
    (_, failing, bad), (_, passing, good) = examples
    assert run(tmp_path / "bad", failing, bad) == [rule.CODE.id]
    assert run(tmp_path / "good", passing, good) == []


def test_codes_and_names_are_there_once() -> None:
    assert len({rule.CODE.id for rule in RULES}) == len({rule.CODE.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE.name)
def test_a_rule_is_named_as_its_module(rule: Rule) -> None:
    assert getattr(rule, "__name__", "").rpartition(".")[2] == rule.CODE.name.replace("-", "_")
