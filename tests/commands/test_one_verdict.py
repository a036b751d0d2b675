"""All commands share one verdict: what one of them refuses, none of them publishes, whichever way one comes to a record."""

import json
from pathlib import Path

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
