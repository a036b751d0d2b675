"""All commands share one verdict: what one of them refuses, none of them publishes, whichever way one comes to a record."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.sites import render, run, write_record

STALE = {
    "last year's conference": "Welcome to the devroom at FOSDEM 2016.",
    "a wrong weekday": "We meet on Friday, February 4, 2017.",
    "a wrong edition": "Welcome to the 7th edition of the devroom.",
    "an ordinal that is none": "Welcome to the 2th edition.",
    "a link of last year": "See [the schedule](https://fosdem.org/2016/schedule/).",
}


@pytest.fixture(params=STALE)
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return a project whose newest record says something that is wrong."""
    write_record(tmp_path, "2016", pitch=["Welcome."])
    write_record(tmp_path, "2017", pitch=["Welcome.", STALE[request.param]])
    return tmp_path


@pytest.mark.parametrize("arguments", [[], ["--check"], ["--diff"], ["2017"]])
def test_what_is_refused_is_not_rendered(root: Path, arguments: list[str]) -> None:
    refused = run("validate", "--project", root)
    result = render(root, *arguments)
    assert (refused.exit_code, result.exit_code) == (1, 1)
    assert [line for line in result.stdout.splitlines() if line.startswith("error[DG3")] == [
        line for line in refused.stdout.splitlines() if line.startswith("error[DG3")
    ]
    assert not list(root.glob("site/**/2017/**/*.md"))


def test_what_is_refused_makes_the_list_fail(root: Path) -> None:
    listed = run("list", "--project", root)
    assert (listed.exit_code, "1 error" in listed.stderr) == (1, True)
    assert "2017" in listed.stdout


def test_a_record_is_judged_alone_as_among_all(tmp_path: Path) -> None:
    """Last year's day, organisers and number are known from the records around the one that is named."""
    ada, grace = {"name": "Ada Lovelace"}, {"name": "Grace Hopper"}
    write_record(tmp_path, "2016", pitch=["Welcome."], organizers=[ada, grace], edition=4)
    record = write_record(
        tmp_path, "2017",
        pitch=["The 6th edition is on Sunday, January 31.", "Organized by Ada Lovelace and Grace Hopper."],
        organizers=[grace], edition=5,
    )  # fmt: skip

    def findings(*arguments: str | Path) -> list[tuple[str, int, str]]:
        found = json.loads(run("validate", *arguments, "--output-format", "json").stdout)["diagnostics"]
        return [(each["code"], each["line"], each["message"]) for each in found if each["path"].endswith("2017.toml")]

    everything = findings("--project", tmp_path)
    assert {code for code, *_ in everything} >= {"DG307", "DG311"}
    assert findings(record) == everything
    assert render(tmp_path, "2017").exit_code == 1


def test_notes_keep_no_page_from_being_remembered(tmp_path: Path) -> None:
    write_record(tmp_path, "2017", pitch=["We meet on Saturday, February 4, 2017."])
    assert "note[DG340]" in run("validate", "--project", tmp_path).stdout
    for summary in ("2 pages written, 0 unchanged", "0 pages written, 2 unchanged"):
        result = render(tmp_path)
        assert (result.exit_code, result.stdout) == (0, "")
        assert summary in result.stderr
        assert result.stderr.endswith("; no problems found\n")


INVITING = (
    "Please submit your talk below.",
    "[Here]({call.submit}) is the form.",
    "[Form](https://penta.fosdem.org/submission/FOSDEM17)",
)


@pytest.mark.parametrize("text", INVITING)
def test_what_invites_while_the_call_is_closed_is_told_on_that_day(tmp_path: Path, text: str) -> None:
    write_record(
        tmp_path, "2017", pitch=[text], call={"opens": date(2016, 10, 1), "closes": date(2016, 12, 1), "lead": [text]}
    )
    for today, count in (("2016-11-01", 0), ("2016-12-10", 1), ("2017-05-01", 0)):
        said = run("validate", "--project", tmp_path, "--today", today).stdout
        assert said.count("[DG329]") == count, today
        assert ("DG329" in render(tmp_path, "--today", today).stdout) == bool(count)


def test_a_page_that_invites_is_told_by_the_record_on_the_day(tmp_path: Path) -> None:
    record = write_record(tmp_path, "2017", pitch=["Welcome."], call={"closes": date(2016, 12, 1)})
    (tmp_path / "page.md").write_text("# FOSDEM 2017\n\nSubmit your proposal [here](https://example.org/cfp)\n")
    for today, count in (("2016-11-01", 0), ("2016-12-10", 1)):
        said = run("lint", tmp_path / "page.md", "--record", record, "--today", today).stdout
        assert said.count("[DG329]") == count, today


def test_a_mode_that_its_conference_has_not_is_told(tmp_path: Path) -> None:
    write_record(tmp_path, "2017", mode="online")
    assert "warning[DG217]" in run("validate", "--project", tmp_path).stdout


def test_what_is_as_last_year_is_told_until_the_call_opens(tmp_path: Path) -> None:
    same: dict[str, Any] = {
        "organizers": [{"name": "Jean Bartik"}],
        "hours": "09:00-17:00",
        "call": {"opens": date(2016, 10, 1)},
    }
    write_record(tmp_path, "2016", **{**same, "call": {}})
    write_record(tmp_path, "2017", **same)
    for today, told in (("2016-09-01", ["hours", "organizers"]), ("2016-11-01", [])):
        said = run("validate", "--project", tmp_path, "--today", today, "--output-format", "concise").stdout
        assert sorted(line.split("`")[1] for line in said.splitlines() if "DG216" in line) == told


def test_many_days_in_a_row_are_a_span(tmp_path: Path) -> None:
    days = [date(2017, 1, 30), date(2017, 1, 31), date(2017, 2, 1), date(2017, 2, 2)]
    conference = {"name": "Conf", "days": days}
    write_record(
        tmp_path,
        "2017",
        date=days,
        conference=conference,
        pitch=["{date}; {date.long}; {date.short}; {date.day}; {date.weekday}"],
    )
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\n')
    assert render(tmp_path).exit_code == 0
    assert (
        "January 30 to February 2, 2017; Monday to Thursday, January 30 to February 2, 2017; Mon 30 Jan to Thu 2 Feb 2017; "
        "January 30 to February 2; Monday to Thursday\n"
    ) in (tmp_path / "site/page/2017/README.md").read_text()
