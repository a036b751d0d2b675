"""The hooks of pre-commit: well formed, chosen for the right files, and made of commands that exist."""

import re
import shlex
from typing import Any

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner

from devroom_gen.cli.app import app
from tests import ROOT
from tests.official import official_schema

HOOKS = ROOT / ".pre-commit-hooks.yaml"


def _hooks() -> list[dict[str, Any]]:
    hooks: list[dict[str, Any]] = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    return hooks


def test_each_hook_has_what_pre_commit_requires() -> None:
    assert [hook["id"] for hook in _hooks()] == ["devroom-gen-validate", "devroom-gen-check"]
    for hook in _hooks():
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert hook["language"] == "python"
        assert hook["pass_filenames"] is False


def test_they_are_valid() -> None:
    jsonschema.validate(_hooks(), official_schema("pre-commit-hooks.schema.json"))


def test_each_entry_is_a_command_that_exists() -> None:
    for hook in _hooks():
        program, command, *_ = shlex.split(hook["entry"])
        assert program == "devroom-gen"
        assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("events/2018.toml", True),
        ("events/rust/settings.toml", True),
        ("sub/events/2018.toml", True),
        ("conferences/mine.toml", True),
        ("pyproject.toml", False),
        ("myevents/2018.toml", False),
        ("events/readme.md", False),
    ],
)
def test_records_and_their_settings_are_checked(path: str, expected: bool) -> None:
    assert bool(re.search(_hooks()[0]["files"], path)) is expected
