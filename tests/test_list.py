"""`list`: what it says of each edition, and in what order."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.sites import ENVIRONMENT, run, write_record

TBD: dict[str, Any] = {"date": "TBD"}


def listed(root: Path) -> list[list[str]]:
    """Give the lines of the table, cell by cell; days of two words stay one cell."""
    result = run("list", "--project", root, "--today", "2017-01-01")
    assert result.exit_code == 0
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in result.stdout.splitlines()]


def test_days_that_are_not_decided_are_told_from_two_days(tmp_path: Path) -> None:
    days = [date(2017, 2, 4), date(2017, 2, 5)]
    write_record(tmp_path, "a/2017", date={"either": days})
    write_record(tmp_path, "b/2017", date=days)
    write_record(tmp_path, "c/2017", **TBD)
    assert listed(tmp_path)[1:] == [
        ["b/2017", "2017-02-04 and 2017-02-05", "announced"],
        ["a/2017", "2017-02-04 or 2017-02-05", "announced", "date"],
        ["c/2017", "TBD", "announced", "date"],
    ]
    rows = json.loads(run("list", "--project", tmp_path, "--output-format", "json").stdout)["editions"]
    assert [(row["edition"], row["is_decided"]) for row in rows] == [
        ("b/2017", True), ("a/2017", False), ("c/2017", False)
    ]  # fmt: skip


def test_an_edition_without_a_day_stands_at_its_year(tmp_path: Path) -> None:
    for year in ("2016", "2018"):
        write_record(tmp_path, year)
    write_record(tmp_path, "2019", **TBD)
    write_record(tmp_path, "2017", **TBD)
    assert [row[0] for row in listed(tmp_path)[1:]] == ["2019", "2018", "2017", "2016"]


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_what_is_to_be_decided_stands_in_the_order_of_the_model(tmp_path: Path, seed: str) -> None:
    milestones = [{"label": "Dinner", "date": "TBD"}, {"label": "Lunch", "date": "TBD"}]
    call = {"opens": "TBD", "closes": "TBD"}
    write_record(tmp_path, "2017", **TBD, hours="TBD", schedule="TBD", call=call, milestones=milestones)
    result = subprocess.run(
        [sys.executable, "-m", "devroom_gen", "list", "--project", str(tmp_path)],
        env={**os.environ, **ENVIRONMENT, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.splitlines()[1].endswith(
        "date, hours, schedule, call.opens, call.closes, milestones[1].date, milestones[2].date"
    )
