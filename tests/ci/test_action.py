"""The composite action: valid, and each of its steps runs as shell."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner

from devroom_gen.cli.app import app
from tests import ROOT
from tests.conftest import RECORD, WriteProject
from tests.official import official_schema

ACTION = ROOT / ".github" / "actions" / "devroom-gen" / "action.yml"
TWICE = RECORD + 'organizers = [{ name = "Ada" }, { name = "Ada" }]\n'
UNDECIDED = "# devroom-gen: ignore DG206 nothing to suppress\n" + RECORD


def _steps() -> dict[str, Any]:
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    return {step["name"]: step for step in action["runs"]["steps"]}


def _run_step(name: str, tmp_path: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a step as the runner does, with a command `devroom-gen` that is this package."""
    commands = tmp_path / "bin"
    commands.mkdir(exist_ok=True)
    command = commands / "devroom-gen"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m devroom_gen "$@"\n')
    command.chmod(0o755)
    path = f"{commands}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", _steps()[name]["run"]],
        env={"PATH": path, "PYTHONPATH": str(ROOT), "GITHUB_ACTIONS": "true", **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_valid() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_it_is_valid_by_the_published_schema() -> None:
    jsonschema.validate(yaml.safe_load(ACTION.read_text()), official_schema("github-action.schema.json"))


def test_no_input_becomes_part_of_a_shell_text() -> None:
    assert not [step for step in _steps().values() if "${{" in step.get("run", "")]


def test_what_is_installed_is_this_repository() -> None:
    assert "$GITHUB_ACTION_PATH/../../.." in _steps()["Install devroom-gen"]["run"]
    assert (ACTION.parent / "../../..").resolve() == ROOT.resolve()


def test_a_good_project_passes(write_project: WriteProject, tmp_path: Path) -> None:
    write_project({"events/2018.toml": RECORD})
    result = _run_step("Validate the records", tmp_path, PROJECT=".", STRICT="false")
    assert (result.returncode, result.stdout) == (0, "")


def test_a_bad_record_fails_with_an_annotation(write_project: WriteProject, tmp_path: Path) -> None:
    write_project({"a b/events/2018.toml": TWICE})
    result = _run_step("Validate the records", tmp_path, PROJECT="a b", STRICT="false")
    assert result.returncode == 1
    assert result.stdout == (
        "::error file=a b/events/2018.toml,line=6,endLine=6,col=42,endColumn=47,title=DG206 duplicate-organizer"
        "::`Ada` is listed twice%0Aa b/events/2018.toml:6: listed here already%0Ahelp: keep one of the two\n"
    )


@pytest.mark.parametrize(("strict", "code"), [("false", 0), ("true", 1)])
def test_warnings_fail_when_asked_for(write_project: WriteProject, tmp_path: Path, strict: str, code: int) -> None:
    write_project({"events/2018.toml": UNDECIDED})
    assert _run_step("Validate the records", tmp_path, PROJECT=".", STRICT=strict).returncode == code


def test_a_hostile_input_is_not_run_as_a_command(write_project: WriteProject, tmp_path: Path) -> None:
    write_project({"events/2018.toml": RECORD})
    result = _run_step("Validate the records", tmp_path, PROJECT='"; touch pwned; "', STRICT="$(touch pwned)")
    assert result.returncode == 2
    assert not (tmp_path / "pwned").exists()


@pytest.mark.skipif(
    "--check" not in CliRunner().invoke(app, ["render", "--help"]).output, reason="`render` has no `--check`"
)
def test_stale_pages_fail(write_project: WriteProject, tmp_path: Path) -> None:
    write_project({"events/2018.toml": RECORD})
    assert _run_step("Check the pages", tmp_path, PROJECT=".").returncode == 1
    assert CliRunner().invoke(app, ["render"]).exit_code == 0
    assert _run_step("Check the pages", tmp_path, PROJECT=".").returncode == 0
