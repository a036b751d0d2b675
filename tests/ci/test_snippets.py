"""What is offered for copying is valid where it is pasted."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import ROOT

ACTION = ROOT / ".github" / "actions" / "devroom-gen"
SNIPPETS = re.findall(
    r"^```yaml\n(.*?)^```$", (ACTION / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)


def test_all_are_found() -> None:
    assert len(SNIPPETS) == 4


@pytest.mark.parametrize(
    ("number", "schema"), [(0, "vendor.github-workflows"), (1, "vendor.github-workflows"), (3, "vendor.gitlab-ci")]
)
def test_a_snippet_is_valid(tmp_path: Path, number: int, schema: str) -> None:
    path = tmp_path / "snippet.yml"
    path.write_text(SNIPPETS[number], encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_hooks_that_are_named_exist() -> None:
    named = [hook["id"] for hook in yaml.safe_load(SNIPPETS[2])["repos"][0]["hooks"]]
    assert named == [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())]


def test_the_inputs_that_are_named_exist() -> None:
    named = re.findall(r"#   (\w+):", SNIPPETS[0])
    inputs = yaml.safe_load((ACTION / "action.yml").read_text())["inputs"]
    assert set(named) <= set(inputs)
