"""Invented sites of several kinds, each with the findings that are expected: what is stale, and what only looks so.

A folder holds `pages`, `expected.txt` and, where the pages are held against a record, `events` with the latest edition last.
"""

from datetime import date
from pathlib import Path

import pytest

from devroom_gen.commands.lint import Request, lint

HERE = Path(__file__).parent
SITES = sorted(path.parent for path in HERE.glob("*/expected.txt"))


def check(site: Path) -> str:
    records = sorted(site.glob("events/**/*.toml"))
    record = records[-1] if records else None
    found = lint(Request([site / "pages"], date(2018, 1, 1), record)).diagnostics
    root = site / "pages"
    lines = {
        f"{Path(each.path).resolve().relative_to(root).as_posix()}:{each.location.start.line} {each.severity} {each.code.id}\n"
        for each in found
    }
    return "".join(sorted(lines, key=_order))


def _order(line: str) -> tuple[str, int, str]:
    place, _, rest = line.partition(" ")
    path, _, number = place.rpartition(":")
    return path, int(number), rest


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_findings(site: Path) -> None:
    assert check(site) == (site / "expected.txt").read_text("utf-8")
