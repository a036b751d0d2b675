"""The command line of `validate`: exit codes, streams and JSON."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from devroom_gen.cli.app import app

GOOD = 'name = "Rust"\nyear = 2018\ndate = 2018-02-04\nvenue = "ULB"\npitch = ["Welcome."]\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "2018.toml").write_text(GOOD)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["validate", *arguments])


def test_a_good_record(project: Path) -> None:
    result = run()
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 record: no problems found\n")


def test_a_note_fails_nothing(project: Path) -> None:
    (project / "events" / "2018.toml").write_text(GOOD.replace("2018-02-04", '"TBD"'))
    result = run("--strict")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "note[DG208] to-be-decided: `date` is not decided yet\n  --> events/2018.toml:3:8\n"
    )
    assert result.stderr == "1 record: 1 note\n"


def test_json_is_printed_also_when_there_is_nothing(project: Path) -> None:
    assert json.loads(run("--output-format", "json").stdout) == {"version": 1, "diagnostics": []}


def test_json_of_a_finding(project: Path) -> None:
    (project / "events" / "2018.toml").write_text(GOOD + "\nyear = 2019\n")
    result = run("--output-format", "json")
    assert result.exit_code == 1
    (row,) = json.loads(result.stdout)["diagnostics"]
    assert {key: row[key] for key in ("path", "line", "column", "end_line", "end_column", "code", "name", "severity", "message", "help", "related")} == {
        "path": "events/2018.toml",
        "line": 7,
        "column": 1,
        "end_line": 7,
        "end_column": 5,
        "code": "DG007",
        "name": "duplicate-key",
        "severity": "error",
        "message": "`year` is written twice",
        "help": "keep one of the two",
        "related": [{"path": "events/2018.toml", "line": 2, "column": 1, "message": "written here already"}],
    }  # fmt: skip


def test_paths_choose_what_is_looked_at(project: Path) -> None:
    (project / "events" / "2019.toml").write_text("x")
    assert run("events/2018.toml").exit_code == 0
    assert run("events").exit_code == 1
    assert run("events/2019.toml").exit_code == 1


@pytest.mark.parametrize(
    "arguments", [("nowhere.toml",), ("--project", "nowhere"), ("--output-format", "xml"), ("--unknown",)]
)
def test_wrong_usage(project: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_folder_without_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no folder `events` here or above" in result.stderr
