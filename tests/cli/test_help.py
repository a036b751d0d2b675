"""`--help` in a terminal of 80 columns."""

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
