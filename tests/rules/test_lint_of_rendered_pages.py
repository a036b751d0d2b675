"""What is rendered from a record agrees with it and with itself, in every phase: `lint` finds no problems found on it."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from devroom_gen.cli.app import app
from tests import ROOT

RECORDS = sorted(path.relative_to(ROOT) for path in (ROOT / "events").glob("*/*.toml"))


def run(*arguments: str | Path) -> Result:
    runner = CliRunner(env={"COLUMNS": "100", "_TYPER_FORCE_DISABLE_TERMINAL": "1"})
    return runner.invoke(app, [*map(str, arguments)])


@pytest.mark.parametrize("today", ["2015-10-01", "2017-11-20", "2018-01-10", "2026-01-01"])
def test_nothing_to_fix(tmp_path: Path, today: str) -> None:
    shutil.copytree(ROOT / "events", tmp_path / "events")
    assert run("render", "--project", tmp_path, "--today", today).exit_code == 0
    for record in RECORDS:
        pages = tmp_path / "site" / "singlepaged" / record.relative_to("events").with_suffix("")
        against: list[str | Path] = ["--record", tmp_path / record]
        for options in ([], against):
            result = run("lint", pages, *options, "--output-format", "json")
            found = json.loads(result.stdout)["diagnostics"]
            assert [f"{each['path']}:{each['line']} {each['code']} {each['message']}" for each in found] == []
