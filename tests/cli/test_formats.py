"""Which format is written, and what `explain`, `--select` and `--ignore` do, from the command line."""

import json
from pkgutil import iter_modules
from textwrap import indent

import pytest
from typer.testing import CliRunner, Result

from devroom_gen.cli.app import app
from devroom_gen.diagnostics import formats
from devroom_gen.diagnostics.formats import Format, reporter
from devroom_gen.diagnostics.manual import SMALLEST_RECORD
from tests.conftest import RECORD, WriteProject

TWICE = RECORD + 'organizers = [{ name = "Ada" }, { name = "Ada" }]\n'


def _run(*arguments: str, actions: str = "") -> Result:
    return CliRunner().invoke(
        app, arguments, env={"COLUMNS": "100", "_TYPER_FORCE_DISABLE_TERMINAL": "1", "GITHUB_ACTIONS": actions}
    )


def test_every_module_is_a_format_and_every_format_a_module() -> None:
    assert {module.name for module in iter_modules(formats.__path__)} == set(Format)
    assert all(reporter(name)([], False) is not None for name in Format)


@pytest.mark.parametrize("name", Format)
def test_every_format_is_written_with_and_without_findings(write_project: WriteProject, name: str) -> None:
    write_project({"events/2018.toml": TWICE})
    result = _run("validate", "--output-format", name)
    assert result.exit_code == 1
    assert "Ada` is listed twice" in result.stdout
    write_project({"events/2018.toml": RECORD})
    assert _run("validate", "--output-format", name).exit_code == 0


def test_annotations_are_chosen_under_github_actions(write_project: WriteProject) -> None:
    write_project({"events/2018.toml": TWICE})
    assert _run("validate", actions="true").stdout.startswith("::error file=events/2018.toml,line=6,")
    assert _run("validate", actions="false").stdout.startswith("error[DG206] ")
    assert _run("validate", "--output-format", "full", actions="true").stdout.startswith("error[DG206] ")


def test_select_and_ignore(write_project: WriteProject) -> None:
    write_project({"events/2018.toml": TWICE})
    assert _run("validate", "--ignore", "DG206").exit_code == 0
    assert _run("validate", "--select", "DG4").exit_code == 0
    rows = json.loads(_run("validate", "--select", "DG2,DG4", "--output-format", "json").stdout)["diagnostics"]
    assert [row["code"] for row in rows] == ["DG206"]


def test_an_unknown_code_is_wrong_usage(write_project: WriteProject) -> None:
    write_project({"events/2018.toml": TWICE})
    result = _run("validate", "--ignore", "duplicate-organiser")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "devroom-gen: there is no code `duplicate-organiser`\n   = help: did you mean `duplicate-organizer`?\n"
    )


@pytest.mark.parametrize("name", ["DG401", "dg401", "unknown-placeholder"])
def test_explain_prints_a_page(name: str) -> None:
    result = _run("explain", name)
    assert result.exit_code == 0
    assert result.stdout.startswith("DG401 unknown-placeholder (error)\n\nA placeholder names no fact.\n\n")
    assert "\nFails, as `events/2018.toml` with:\n\n    pitch" in result.stdout
    assert result.stdout.endswith(indent(SMALLEST_RECORD, "    "))


def test_explain_lists_all_codes_in_order() -> None:
    lines = _run("explain").stdout.splitlines()
    assert lines == sorted(lines)
    assert "DG206  duplicate-organizer          error    A person is listed twice among the organisers." in lines


@pytest.mark.parametrize(
    ("name", "help_text"),
    [
        ("unknown-keys", "did you mean `unknown-key`?"),
        ("weather", "`devroom-gen explain` lists all codes"),
    ],
)
def test_explain_of_an_unknown_code_is_wrong_usage(name: str, help_text: str) -> None:
    result = _run("explain", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"devroom-gen: there is no code `{name}`\n   = help: {help_text}\n"


def test_the_reference_is_of_all_codes() -> None:
    assert _run("explain", "--markdown", "DG206").exit_code == 2
    assert _run("explain", "--markdown").stdout.startswith("# All codes\n")
