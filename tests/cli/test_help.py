"""`--help` in a terminal of 80 columns, and what is said of a command that is none."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from devroom_gen.cli.app import app
from tests.reference.lists import commands

ENVIRONMENT = {"COLUMNS": "80", "_TYPER_FORCE_DISABLE_TERMINAL": "1"}


def test_each_command_is_summarised_in_one_whole_line() -> None:
    shown = CliRunner().invoke(app, ["--help"], env=ENVIRONMENT).stdout
    listed = shown.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == list(commands())
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


@pytest.mark.parametrize("command", ["", *commands()])
def test_no_line_is_longer_than_the_terminal(command: str) -> None:
    shown = CliRunner().invoke(app, [*command.split(), "--help"], env=ENVIRONMENT).stdout
    assert [line for line in shown.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize(
    ("typed", "meant"), [("init", "new"), ("build", "render"), ("check", "validate"), ("diff", "render --diff")]
)
def test_commands_of_other_programs_are_understood(typed: str, meant: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "devroom_gen", typed, "2027"], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == f"devroom-gen: there is no command `{typed}`\n   = help: did you mean `devroom-gen {meant}`?\n"
    )


@pytest.mark.parametrize("command", commands())
def test_help_names_no_type_of_python(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "devroom_gen", command, "-h"], capture_output=True, text=True, timeout=60
    )
    shown = done.stdout
    assert shown.startswith("Usage: ")
    assert "list[" not in shown
    assert "<str>" not in shown
