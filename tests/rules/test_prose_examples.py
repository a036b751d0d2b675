"""The examples in the manuals of the rules of prose: pages that are checked by themselves, or against the record beside them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from devroom_gen.commands.lint import Request, lint
from devroom_gen.commands.validate import validate
from devroom_gen.diagnostics.diagnostic import Severity
from devroom_gen.diagnostics.manual import Example, read_manual
from devroom_gen.project.layout import Project
from devroom_gen.rules.base import PageSubject, Rule
from devroom_gen.rules.registry import prose_rules


def write(folder: Path, examples: Sequence[Example]) -> list[Path]:
    paths = [folder / each.path for each in examples]
    for path, each in zip(paths, examples, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(each.text, "utf-8")
    return paths


def run(folder: Path, records: Sequence[Example], examples: Sequence[Example]) -> set[str]:
    if all(each.path.startswith("events/") for each in examples):
        write(folder, [*records, *examples])
        return {each.code.id for each in validate(Project(folder), (), date(2018, 1, 1)).diagnostics}
    record = next(iter(write(folder, records)), None)
    write(folder / "site", examples)
    found = lint(Request([folder / "site"], date(2018, 1, 1), record)).diagnostics
    return {each.code.id for each in found if each.severity is not Severity.NOTE}


@pytest.mark.parametrize("rule", prose_rules(), ids=lambda rule: rule.CODE.name)
def test_examples_do_what_the_manual_says(rule: Rule[PageSubject], tmp_path: Path) -> None:
    manual = read_manual(rule.CODE.manual)
    assert manual.fails
    assert manual.passes
    assert run(tmp_path / "bad", manual.judged_by, manual.fails) == {rule.CODE.id}
    assert run(tmp_path / "good", manual.judged_by, manual.passes) == set()


@pytest.mark.parametrize("rule", prose_rules(), ids=lambda rule: rule.CODE.name)
def test_a_rule_is_named_as_its_module(rule: Rule[PageSubject]) -> None:
    assert getattr(rule, "__name__", "").rpartition(".")[2] == rule.CODE.name.replace("-", "_")
