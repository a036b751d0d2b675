"""What is rendered from a record agrees with it and with itself, in every phase: `lint` finds no problems found on it."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
import tomli_w
from typer.testing import CliRunner, Result

from devroom_gen.cli.app import app
from tests import ROOT
from tests.generated import make_record

RECORDS = sorted(path.relative_to(ROOT) for path in (ROOT / "events").glob("*/*.toml"))


def run(*arguments: str | Path | date) -> Result:
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


@pytest.mark.parametrize("seed", range(24))
def test_what_is_rendered_from_a_valid_record_is_right(tmp_path: Path, seed: int) -> None:
    dice = Random(seed)
    record = make_record(dice)
    path = tmp_path / f"events/{record['year']}.toml"
    path.parent.mkdir()
    path.write_text(tomli_w.dumps(record), encoding="utf-8")
    (tmp_path / "events/settings.toml").write_text('targets = ["singlepaged", "page", "hugo"]\n')
    today = date(record["year"], 2, 1) - timedelta(dice.randint(-60, 180))
    made = run("render", "--project", tmp_path, "--today", today)
    assert made.exit_code == 0, made.output
    for target in ("singlepaged", "page", "hugo"):
        with_record = run(
            "lint", tmp_path / "site" / target, "--record", path, "--today", today, "--output-format", "concise"
        )
        assert not with_record.stdout, with_record.stdout
        alone = run("lint", tmp_path / "site" / target, "--today", today, "--output-format", "concise")
        assert ": error[" not in alone.stdout, alone.stdout
