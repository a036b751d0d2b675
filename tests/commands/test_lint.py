"""`lint` as it is typed: which files are read, what they are judged as, exit codes, suppressions."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from devroom_gen.cli.app import app
from devroom_gen.commands.lint import Request, lint

RECORD = """\
name = "Kernel"
year = 2020
date = 2020-02-02
venue = "ULB"
pitch = ["Welcome."]
"""
PAGE = """\
# FOSDEM'20 Kernel Devroom

### Sunday, 2 February 2020

We are part of FOSDEM 2019.
"""


def run(*arguments: str | Path) -> Result:
    runner = CliRunner(env={"COLUMNS": "100", "_TYPER_FORCE_DISABLE_TERMINAL": "1"})
    return runner.invoke(app, ["lint", *map(str, arguments)])


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def codes(result: Result) -> list[tuple[str, int, str]]:
    return [(Path(d["path"]).name, d["line"], d["code"]) for d in json.loads(result.stdout)["diagnostics"]]


def test_shows_what_it_judges_by_and_both_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, intro_dot_md=PAGE))
    result = run("intro.md")
    assert result.exit_code == 1
    assert result.stdout == (
        "error[DG301] stale-year: the text names FOSDEM 2019, but the edition is that of 2020\n"
        "  --> intro.md:5:23\n"
        "  |\n"
        "5 | We are part of FOSDEM 2019.\n"
        "  |                       ^^^^\n"
        "  a heading of `intro.md` says:\n"
        "  --> intro.md:1:9\n"
        "  |\n"
        "1 | # FOSDEM'20 Kernel Devroom\n"
        "  |         ---\n"
        "   = help: write `2020`, or say that an earlier edition is meant\n"
        "\n"
    )
    assert result.stderr == (
        "judged as FOSDEM 2020, Kernel devroom, Sunday 2 February 2020\n"
        "  the year by a heading of `intro.md`, the days by a heading of `intro.md`\n"
        "1 page: 1 error\n"
    )


def test_clean_pages(tmp_path: Path) -> None:
    result = run(write(tmp_path, intro_dot_md=PAGE.replace("2019", "2020")))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("1 page: no problems found\n")


def test_folder_means_every_text_but_licences_and_dot_files(tmp_path: Path) -> None:
    names = ["a.md", "b.html", "c.txt", "d.yml", "e.yaml", "ORGANIZERS", "LICENSE", "LICENSE.txt", ".hidden.md", "x.py"]
    for name in names:
        (tmp_path / name).write_text("FOSDEM 2020\nFOSDEM 2020 devroom. XXX\n")
    write(tmp_path, _dot_git__a_dot_md="XXX")
    result = run(tmp_path, "--output-format", "json")
    assert sorted({name for name, _, _ in codes(result)}) == [
        "ORGANIZERS",
        "a.md",
        "b.html",
        "c.txt",
        "d.yml",
        "e.yaml",
    ]


def test_year(tmp_path: Path) -> None:
    write(tmp_path, a_dot_md="We are at FOSDEM 2019, on Sunday 3 February 2019.\n")
    assert codes(run(tmp_path, "--output-format", "json")) == []
    assert codes(run(tmp_path, "--year", "2020", "--output-format", "json")) == [
        ("a.md", 1, "DG301"),
        ("a.md", 1, "DG303"),
    ]


def test_record_outside_of_any_project(tmp_path: Path) -> None:
    write(tmp_path, records__2020_dot_toml=RECORD, records__2019_dot_toml=RECORD.replace("2020", "2019"))
    write(tmp_path, site__a_dot_md="Welcome to the 1st edition of the Kernel devroom.\n")
    result = run(tmp_path / "site", "--record", tmp_path / "records" / "2020.toml", "--output-format", "json")
    assert codes(result) == [("a.md", 1, "DG307")]
    assert "judged as FOSDEM 2020, Kernel, Sunday 2 February 2020" in result.stderr


def test_broken_record_is_reported_and_nothing_judged(tmp_path: Path) -> None:
    write(tmp_path, events__2020_dot_toml='name = "Kernel"\n', site__a_dot_md=PAGE)
    result = run(tmp_path / "site", "--record", tmp_path / "events" / "2020.toml", "--output-format", "json")
    assert result.exit_code == 1
    assert {name for name, _, _ in codes(result)} == {"2020.toml"}
    assert "judged as nothing" in result.stderr


def test_no_record_is_read_without_being_named(tmp_path: Path) -> None:
    write(tmp_path, events__2019_dot_toml="broken", site__a_dot_md=PAGE.replace("2019", "2020"))
    assert run(tmp_path / "site").exit_code == 0


def test_suppressions(tmp_path: Path) -> None:
    suppressed = PAGE.replace("We are", "<!-- devroom-gen: ignore DG301 we mean it -->\nWe are")
    write(
        tmp_path, a_dot_md=suppressed, b_dot_yml="# devroom-gen: ignore DG301 nothing is wrong here\ntitle: FOSDEM'20\n"
    )
    found = codes(run(tmp_path, "--output-format", "json"))
    assert [(name, line) for name, line, _ in found] == [("b.yml", 1)]


def test_a_missing_path_is_wrong_usage(tmp_path: Path) -> None:
    result = run(tmp_path / "nowhere.md")
    assert (result.exit_code, "does not exist" in result.stderr) == (2, True)


def test_strict(tmp_path: Path) -> None:
    write(tmp_path, a_dot_md="- [Ada Lovelace]()\n")
    assert run(tmp_path).exit_code == 0
    assert run(tmp_path, "--strict").exit_code == 1


def test_page_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\xfe")
    assert [code for _, _, code in codes(run(tmp_path, "--output-format", "json"))] == ["DG003"]


def test_a_mention_of_a_conference_is_not_the_event(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"page{number}.md").write_text("# Harbour Code 2026\n\nHarbour Code 2026 is in Bergen.\n")
    (tmp_path / "news.md").write_text("Harbour Code 2026 was born at FOSDEM 2024.\n")
    assert "FOSDEM" not in _judged(tmp_path)


@pytest.mark.parametrize("path", ["archive/index.md", "past-events/a.md", "2024/index.md", "map-2024-notes.md"])
def test_a_site_with_pages_of_other_editions_is_judged_with_care(tmp_path: Path, path: str) -> None:
    (tmp_path / "index.md").write_text("# Map Days 2026\n\nMap Days 2026 takes place on Saturday, 2 May 2026.\n")
    (tmp_path / "plan.md").write_text("# Plan\n\nMap Days 2025 takes place on Saturday, 3 May 2025.\n")
    assert "many pages or editions" not in _judged(tmp_path)
    old = tmp_path / path
    old.parent.mkdir(exist_ok=True)
    old.write_text("# Map Days 2024\n\nMap Days 2024 takes place on Sunday, 4 May 2024.\n")
    assert "many pages or editions" in _judged(tmp_path)
    found = {(Path(each.path).name, each.code.id) for each in lint(Request([tmp_path], date(2026, 1, 1))).diagnostics}
    assert found == {("plan.md", "DG301"), ("plan.md", "DG303"), (old.name, "DG306")}  # a Saturday, in any edition


def test_posts_are_dated_by_their_names_only_where_these_lie_apart(tmp_path: Path) -> None:
    posts = tmp_path / "_posts"
    posts.mkdir()
    (tmp_path / "index.md").write_text("# Map Days 2026\n\nMap Days 2026 takes place on Saturday, 2 May 2026.\n")
    (posts / "2015-01-01-intro.md").write_text("# Map Days 2026\n")
    (posts / "2015-01-02-dates.md").write_text("Map Days 2026 takes place on 2 May 2026.\n")
    assert "many pages or editions" not in _judged(tmp_path)
    (posts / "2024-03-01-tickets.md").write_text("Tickets for Map Days 2024 are sold.\n")
    assert "many pages or editions" in _judged(tmp_path)


def _judged(folder: Path) -> str:
    judgement = lint(Request([folder], date(2026, 1, 1))).judgement
    return "\n".join([judgement.judged_as, *judgement.remarks])
