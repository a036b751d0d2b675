"""The examples in the manuals of the rules of prose: pages that are checked by themselves, or against the record beside them."""

import re
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from devroom_gen.commands.lint import lint
from devroom_gen.commands.validate import validate
from devroom_gen.diagnostics.diagnostic import Severity
from devroom_gen.project.layout import Project
from devroom_gen.rules.base import PageSubject, Rule
from devroom_gen.rules.registry import prose_rules

EXAMPLE = re.compile(r"^(Judged by|Fails, as|Passes, as) `([^`]+)`:\n\n((?:    .*\n|\n)+)", re.MULTILINE)


def run(folder: Path, files: list[tuple[str, str, str]]) -> set[str]:
    record = None
    if all(name.startswith("events/") for _, name, _ in files):
        for _, name, text in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(dedent(text), "utf-8")
        return {each.code.id for each in validate(Project(folder), (), date(2018, 1, 1)).diagnostics}
    for kind, name, text in files:
        path = folder / ("" if kind == "Judged by" else "site") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), "utf-8")
        record = path if kind == "Judged by" else record
    found = lint([folder / "site"], date(2018, 1, 1), record=record).diagnostics
    return {each.code.id for each in found if each.severity is not Severity.NOTE}


@pytest.mark.parametrize("rule", prose_rules(), ids=lambda rule: rule.CODE.name)
def test_examples_do_what_the_manual_says(rule: Rule[PageSubject], tmp_path: Path) -> None:
    examples = EXAMPLE.findall(rule.CODE.manual + "\n")
    records = [each for each in examples if each[0] == "Judged by"]
    failing = [each for each in examples if each[0] == "Fails, as"]
    passing = [each for each in examples if each[0] == "Passes, as"]
    assert len(failing) == len(passing) == 1
    assert run(tmp_path / "bad", [*records, *failing]) == {rule.CODE.id}
    assert run(tmp_path / "good", [*records, *passing]) == set()


@pytest.mark.parametrize("rule", prose_rules(), ids=lambda rule: rule.CODE.name)
def test_a_rule_is_named_as_its_module(rule: Rule[PageSubject]) -> None:
    assert getattr(rule, "__name__", "").rpartition(".")[2] == rule.CODE.name.replace("-", "_")
