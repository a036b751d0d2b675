"""Where an edition takes place, as the plain page says it."""

from pathlib import Path
from typing import Any

import pytest

from tests.sites import render, run

FOSDEM = {2021: "2021-02-06", 2022: "2022-02-05", 2023: "2023-02-04"}
DAY = {
    2021: "Saturday, February 6, 2021",
    2022: "Saturday, February 5, 2022",
    2023: "Saturday, February 4, 2023",
}
INLINE = '[conference]\nname = "Conf"\n'


def second_line(root: Path, year: int, venue: str, rest: str = "", settings: str = "") -> str:
    """Render a record with the target `page` and give what stands below the title."""
    path = root / f"events/{year}.toml"
    path.parent.mkdir()
    path.write_text(
        f'name = "Rust"\nyear = {year}\ndate = {FOSDEM[year]}\nvenue = {venue}\npitch = ["Welcome."]\n{rest}', "utf-8"
    )
    (root / "events/settings.toml").write_text(f'targets = ["page"]\n{settings}', "utf-8")
    result = render(root)
    assert result.exit_code == 0, result.output
    return (root / f"site/page/{year}/README.md").read_text("utf-8").split("\n")[2].removeprefix(f"**{DAY[year]}**")


CASES: dict[str, tuple[Any, ...]] = {
    "a venue of the conference": (2023, '"ULB"', "", " at ULB, Brussels, Belgium"),
    "a room": (2023, '{ name = "ULB", room = "H.1" }', "", " at ULB, H.1, Brussels, Belgium"),
    "a room that is not known": (2023, '{ name = "ULB", room = "TBD" }', "", " at ULB, Brussels, Belgium"),
    "no city": (2023, '"Town Hall"', INLINE, " at Town Hall"),
    "hybrid": (2023, '"ULB"', 'mode = "hybrid"\n', " at ULB, Brussels, Belgium and online"),
    "hybrid without a city": (2023, '"Town Hall"', 'mode = "hybrid"\n' + INLINE, " at Town Hall and online"),
    "online": (2023, '"ULB"', 'mode = "online"\n', ", online"),
    "online with the conference": (2021, '"ULB"', "", ", online"),
    "on site while the conference is online": (2022, '"ULB"', 'mode = "on-site"\n', " at ULB, Brussels, Belgium"),
}


@pytest.mark.parametrize(("year", "venue", "rest", "expected"), CASES.values(), ids=CASES.keys())
def test_place(tmp_path: Path, year: int, venue: str, rest: str, expected: str) -> None:
    assert second_line(tmp_path, year, venue, rest) == expected


def test_an_intro_that_is_not_first_has_its_heading(tmp_path: Path) -> None:
    second_line(tmp_path, 2023, '"ULB"', "schedule = 2022-12-15\n", 'sections = ["dates", "intro"]\n')
    text = (tmp_path / "site/page/2023/README.md").read_text("utf-8")
    assert text.endswith("\n\n## Overview\n\nWelcome.\n")


def test_the_call_takes_nothing_before_it_opens(tmp_path: Path) -> None:
    record = "[call]\nopens = 2022-10-01\ncloses = 2022-12-01\n"
    path = tmp_path / "events/2023.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'name = "Rust"\nyear = 2023\ndate = 2023-02-04\nvenue = "ULB"\npitch = ["Hi."]\n{record}', "utf-8")
    call = tmp_path / "site/singlepaged/2023/call-for-participation.txt"
    link = "https://penta.fosdem.org/submission/FOSDEM23"
    for day, is_open in {"2022-09-30": False, "2022-10-01": True, "2022-12-01": True, "2022-12-02": False}.items():
        assert run("render", "--project", tmp_path, "--today", day).exit_code == 0
        assert (link in call.read_text("utf-8")) is is_open, day
