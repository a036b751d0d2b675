"""`list`: the editions at a glance, for people and for scripts."""

import json
from datetime import date
from pathlib import Path

from tests.sites import run, write_record


def test_the_list_shows_day_phase_deadline_and_what_is_open(tmp_path: Path) -> None:
    write_record(tmp_path, "2016")
    path = write_record(tmp_path, "2017")
    path.write_text(path.read_text() + "\n[call]\ncloses = 2016-12-02\nextended = [2016-11-25]\n")
    undecided = write_record(tmp_path, "2018", date="TBD", call={"closes": "TBD"})
    assert undecided.exists()
    result = run("list", "--project", tmp_path, "--today", "2016-11-30")
    assert (result.exit_code, result.stdout) == (
        0,
        "EDITION  DAY         PHASE      DEADLINE            DAYS LEFT  TO BE DECIDED\n"
        "2018     TBD         announced  call by 2017-10-16             date, call.closes\n"
        "2017     2017-02-04  extended   2016-12-02          2\n"
        "2016     2016-01-31  past\n",
    )
    rows = json.loads(run("list", "--project", tmp_path, "--today", "2016-11-30", "--output-format", "json").stdout)
    assert [(row["edition"], row["phase"], row["days_left"]) for row in rows["editions"]] == [
        ("2018", "announced", None),
        ("2017", "extended", 2),
        ("2016", "past", None),
    ]


def test_what_the_conference_asks_for_next_is_shown(tmp_path: Path) -> None:
    path = write_record(tmp_path, "2018", call={"closes": "TBD"})
    path.write_text(path.read_text().replace('closes = "TBD"', "closes = 2017-11-24"))
    shown = run("list", "--project", tmp_path, "--today", "2017-11-30", "--output-format", "json")
    assert json.loads(shown.stdout)["editions"][0]["asked"] == "schedule by 2017-12-15"


def test_a_day_of_two_is_told_from_two_days(tmp_path: Path) -> None:
    path = write_record(tmp_path, "2017", date="DATES")
    path.write_text(path.read_text().replace('"DATES"', "{ either = [2017-02-04, 2017-02-05] }"))
    assert "2017-02-04 or 2017-02-05" in run("list", "--project", tmp_path).stdout


def test_a_change_and_many_days_fit_their_columns(tmp_path: Path) -> None:
    span = {"from": date(2017, 2, 4), "to": date(2017, 2, 6)}
    own = {"name": "F", "days": span, "zone": "UTC"}
    write_record(
        tmp_path,
        date=span,
        change={"to": "online", "on": date(2017, 1, 9)},
        conference=own,
        call={"closes": date(2016, 12, 1)},
    )
    listed = run("list", "--project", tmp_path, "--today", "2016-11-01").stdout.splitlines()[1].split("  ")
    assert [cell.strip() for cell in listed if cell][:3] == ["2017", "2017-02-04 to 2017-02-06", "open, online"]
    assert '"change": "online"' in run("list", "--project", tmp_path, "--output-format", "json").stdout
