"""The examples in the manual of each rule: the failing one raises exactly this code, the passing one nothing."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from devroom_gen.commands.validate import validate
from devroom_gen.diagnostics.manual import Example, read_manual
from devroom_gen.project.layout import Project
from devroom_gen.rules.base import RecordSubject, Rule
from devroom_gen.rules.registry import record_rules


def run(folder: Path, examples: Sequence[Example]) -> list[str]:
    for example in examples:
        path = folder / example.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example.text, "utf-8")
    return [each.code.id for each in validate(Project(folder), (), today=date(2018, 1, 1)).diagnostics]


@pytest.mark.parametrize("rule", record_rules(), ids=lambda rule: rule.CODE.name)
def test_examples_do_what_the_manual_says(rule: Rule[RecordSubject], tmp_path: Path) -> None:
    manual = read_manual(rule.CODE.manual)
    assert manual.fails
    assert manual.passes
    assert run(tmp_path / "bad", manual.fails) == [rule.CODE.id]
    assert run(tmp_path / "good", manual.passes) == []


@pytest.mark.parametrize("rule", record_rules(), ids=lambda rule: rule.CODE.name)
def test_a_rule_is_named_as_its_module(rule: Rule[RecordSubject]) -> None:
    assert getattr(rule, "__name__", "").rpartition(".")[2] == rule.CODE.name.replace("-", "_")
