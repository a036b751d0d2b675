"""`lint` from the outside: the record beside the pages, its evidence, what it fixes, and what it is known to find."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import Result

from tests.sites import run

HOME = "# Map Days 2026\n\nMap Days 2026 takes place on Saturday, 2 May 2026 in Ghent.\n"
STALE = "# Tickets\n\nTickets for Map Days 2025 are sold in the shop.\n"
RECORD = """name = "Maps"
year = {year}
date = {year}-05-02
edition = {edition}
venue = "Hall"
conference = {{ name = "Map Days", zone = "Europe/Brussels", days = [{year}-05-02] }}
pitch = ["Welcome."]
"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def lint(*arguments: str | Path) -> Result:
    return run("lint", *arguments)


def found(result: Result) -> list[tuple[str, int, str]]:
    return [(Path(each["path"]).name, each["line"], each["code"]) for each in json.loads(result.stdout)["diagnostics"]]


def project(folder: Path) -> Path:
    records = {f"events__{year}_dot_toml": RECORD.format(year=year, edition=year - 2023) for year in (2025, 2026)}
    return write(folder, **records)


def test_a_record_beside_the_pages_is_used_and_said(tmp_path: Path) -> None:
    write(project(tmp_path), index_dot_md=HOME, help_dot_md="Help at the 2nd edition of Map Days.\n")
    result = lint(tmp_path, "--output-format", "json")
    assert found(result) == [("help.md", 1, "DG307")]
    assert "by the record" in result.stderr
    assert "events/2026.toml" in result.stderr
    assert found(lint(tmp_path, "--output-format", "json", "--no-record")) == []
    assert "events/2025.toml" in lint(tmp_path, "--year", "2025").stderr


def test_pages_below_a_project_find_its_record(tmp_path: Path) -> None:
    write(project(tmp_path), site__index_dot_md=HOME, site__help_dot_md="Help at the 2nd edition of Map Days.\n")
    assert found(lint(tmp_path / "site", "--output-format", "json")) == [("help.md", 1, "DG307")]


def test_records_are_no_pages(tmp_path: Path) -> None:
    write(project(tmp_path), index_dot_md=HOME, events__2024_dot_toml=RECORD.format(year=2024, edition=1) + "# XXX\n")
    assert {name for name, _, _ in found(lint(tmp_path, "--output-format", "json"))} == set()


def test_a_broken_record_is_left_and_said(tmp_path: Path) -> None:
    write(tmp_path, events__2026_dot_toml="name = 1\n", index_dot_md=HOME)
    result = lint(tmp_path)
    assert result.exit_code == 0
    assert "has errors and was not used" in result.stderr


def test_several_series_are_asked_about(tmp_path: Path) -> None:
    text = RECORD.format(year=2026, edition=1)
    write(tmp_path, events__a__2026_dot_toml=text, events__b__2026_dot_toml=text, index_dot_md=HOME)
    assert "there are 2 records of 2026 beside the pages: name one by `--record`" in lint(tmp_path).stderr


def test_settings_over_the_record_ignore(tmp_path: Path) -> None:
    settings = '[[ignore]]\npaths = "help.md"\ncodes = ["DG307"]\nreason = "counts another way"\n'
    write(
        project(tmp_path),
        events__settings_dot_toml=settings,
        index_dot_md=HOME,
        help_dot_md="The 2nd edition of Map Days.\n",
    )
    assert found(lint(tmp_path, "--output-format", "json")) == []


def test_the_summary_says_evidence_and_kinds(tmp_path: Path) -> None:
    write(tmp_path, index_dot_md=HOME, site_dot_yml="title: Map Days 2026\n", a_dot_tex="x", b_dot_tex="y")
    lines = lint(tmp_path).stderr.splitlines()
    assert lines == [
        "judged as the edition of 2026 of Map Days, Saturday 2 May 2026",
        "  the year by `title` of `site.yml`, the days by `index.md`, the city by `index.md`",
        "2 pages (1 Markdown, 1 YAML; not read: 2 .tex): no problems found",
    ]


def test_one_witness_is_said(tmp_path: Path) -> None:
    write(tmp_path, index_dot_md="# Map Days 2026\n", b_dot_md=STALE)
    result = lint(tmp_path)
    assert result.exit_code == 0
    assert "by one place alone: findings are warnings" in result.stderr


def test_two_competing_years_are_said_and_asked_about(tmp_path: Path) -> None:
    old = "# Map Days 2020\n\nMap Days 2020 takes place on Friday, 2 May 2020.\n"
    write(tmp_path, **{f"{name}_dot_md": old for name in ("a", "b", "c")}, d_dot_md="# Map Days 2026\n")
    result = lint(tmp_path, "--output-format", "json")
    assert "only the calendar was checked; say which by `--year`" in result.stderr
    assert {code for _, _, code in found(result)} == {"DG306"}


@pytest.mark.parametrize("files", [{}, {"a_dot_tex": "x"}])
def test_nothing_to_read_is_wrong_usage(tmp_path: Path, files: dict[str, str]) -> None:
    result = lint(write(tmp_path, **files))
    assert result.exit_code == 2
    assert "there is no page in" in result.stderr
    assert ("only 1 .tex" in result.stderr) == bool(files)


def test_long_runs_are_summed_up(tmp_path: Path) -> None:
    write(tmp_path, a_dot_md="".join(f"{n}1nd\n\n" for n in range(60)))
    assert "     60 DG308 wrong-ordinal in 1 file" in lint(tmp_path).stderr
    assert "in 1 file" not in lint(tmp_path, "--output-format", "concise").stderr


def test_select_and_ignore(tmp_path: Path) -> None:
    write(tmp_path, a_dot_md="The 3nd hall.\n\n- [Ada]()\n")
    assert [code for _, _, code in found(lint(tmp_path, "--output-format", "json", "--select", "DG308"))] == ["DG308"]
    assert [code for _, _, code in found(lint(tmp_path, "--output-format", "json", "--ignore", "wrong-ordinal"))] == [
        "DG320"
    ]
    assert lint(tmp_path, "--select", "DG9").exit_code == 2


def test_a_rule_that_is_off_without_a_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from devroom_gen.rules.prose import wrong_ordinal

    monkeypatch.setattr(wrong_ordinal, "OFF_ALONE", True, raising=False)
    write(tmp_path, a_dot_md="The 3nd hall.\n")
    assert found(lint(tmp_path, "--output-format", "json")) == []
    assert found(lint(tmp_path, "--output-format", "json", "--select", "DG308")) == [("a.md", 1, "DG308")]
    assert "`--select DG308` turns it on" in run("explain", "DG308").stdout


FIXABLE = "\ufeff# Map Days 2026\r\n\r\nOn Sunday, 2 May 2026, the 3nd hall opens.\r\n<!-- SAT 3 May 2026 -->\r\nSEE YOU SUN 2 MAY 2026, or Fri, 2 May 2026!\r\n"
FIXED = "\ufeff# Map Days 2026\r\n\r\nOn Saturday, 2 May 2026, the 3rd hall opens.\r\n<!-- SAT 3 May 2026 -->\r\nSEE YOU SAT 2 MAY 2026, or Sat, 2 May 2026!\r\n"


def test_errors_are_fixed_byte_for_byte(tmp_path: Path) -> None:
    write(tmp_path, a_dot_md=FIXABLE)
    result = lint(tmp_path, "--fix")
    assert (tmp_path / "a.md").read_bytes().decode() == FIXED
    assert "1 page: 4 fixes in 1 file; " in result.stderr
    assert lint(tmp_path, "--fix").exit_code == 0


def test_a_diff_shows_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, a_dot_md=FIXABLE)
    result = lint(tmp_path, "--fix", "--diff")
    assert result.exit_code == 1
    assert "+On Saturday, 2 May 2026, the 3rd hall opens." in result.stdout
    assert (tmp_path / "a.md").read_bytes().decode() == FIXABLE


def test_german_weekdays_are_fixed_in_german(tmp_path: Path) -> None:
    write(tmp_path, a_dot_md="Am Sonntag, den 2. Mai 2026, und am So., 2. Mai 2026.\n")
    lint(tmp_path, "--fix")
    assert (tmp_path / "a.md").read_text() == "Am Samstag, den 2. Mai 2026, und am Sa., 2. Mai 2026.\n"


def test_facts_of_the_record_and_own_links_are_fixed(tmp_path: Path) -> None:
    page = "The 2nd edition of Map Days. See <https://mapdays.example/2025/hall/>.\n"
    write(project(tmp_path), index_dot_md=HOME, a_dot_md=page)
    lint(tmp_path, "--fix")
    assert (tmp_path / "a.md").read_text().startswith("The 3rd edition of Map Days.")


def test_warnings_are_not_fixed(tmp_path: Path) -> None:
    write(tmp_path, index_dot_md="# Map Days 2026\n", b_dot_md="See <https://mapdays.example/2025/hall/>.\n")
    before = (tmp_path / "b.md").read_text()
    lint(tmp_path, "--fix")
    assert (tmp_path / "b.md").read_text() == before


def test_what_leads_out_is_never_written(tmp_path: Path) -> None:
    write(tmp_path, outside_dot_md="The 3nd hall.\n", site__a_dot_md="Right.\n")
    (tmp_path / "site/b.md").symlink_to(tmp_path / "outside.md")
    lint(tmp_path / "site", "--fix")
    assert (tmp_path / "outside.md").read_text() == "The 3nd hall.\n"


def test_a_baseline_hides_what_is_known_however_lines_move(tmp_path: Path) -> None:
    write(tmp_path, a_dot_md="The 3nd hall.\n\nThe 3nd hall.\n")
    baseline = tmp_path / "baseline.json"
    assert lint(tmp_path, "--write-baseline", baseline).exit_code == 0
    assert lint(tmp_path, "--baseline", baseline).exit_code == 0
    write(tmp_path, a_dot_md="# Halls\n\nThe 3nd hall.\n\nThe 2st hall.\n")
    result = lint(tmp_path, "--baseline", baseline, "--output-format", "json")
    assert found(result) == [("a.md", 5, "DG308")]
    assert "1 known, 1 of the baseline gone" in result.stderr


def test_a_baseline_is_written_anew_or_read(tmp_path: Path) -> None:
    write(tmp_path, a_dot_md="The 3nd hall.\n")
    file = tmp_path / "b.json"
    assert lint(tmp_path, "--write-baseline", file, "--baseline", file).exit_code == 2
    assert "cannot be read" in lint(tmp_path, "--baseline", file).stderr


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "findings": {}}', '{"version": 1, "findings": {"a": {"b": -1}}}', '{"version": 1, "findings": [1]}'])  # fmt: skip
def test_a_broken_baseline_says_what_to_type(tmp_path: Path, text: str) -> None:
    write(tmp_path, a_dot_md="Right.\n", b_dot_json=text)
    result = lint(tmp_path / "a.md", "--baseline", tmp_path / "b.json")
    assert result.exit_code == 2
    assert "write it again by `--write-baseline" in result.stderr


def test_the_order_of_arguments_and_of_files_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {
        f"{name}_dot_md": f"# Map Days 202{n}\n\nMap Days 202{n} take place on 2 May 202{n}, the 3nd day.\n"
        for n, name in enumerate("dacb")
    }
    write(tmp_path, **pages)
    files = sorted(tmp_path.iterdir())
    first = lint(*files, "--output-format", "concise")
    assert (lint(*reversed(files), "--output-format", "concise").output) == first.output
    whole = lint(tmp_path, "--output-format", "concise").output
    listed = os.scandir

    class Reversed:
        def __init__(self, folder: str) -> None:
            self.entries = listed(folder)

        def __enter__(self) -> "list[os.DirEntry[str]]":
            return sorted(self.entries, key=lambda each: each.name, reverse=True)

        def __exit__(self, *_: object) -> None:
            self.entries.close()

    monkeypatch.setattr(os, "scandir", Reversed)
    assert lint(tmp_path, "--output-format", "concise").output == whole


def test_what_is_over_on_the_day_that_is_given(tmp_path: Path) -> None:
    write(tmp_path, index_dot_md=f"{HOME}\nRegister now!\n")
    assert found(lint(tmp_path, "--output-format", "json")) == []
    assert found(lint(tmp_path, "--output-format", "json", "--today", "2026-06-01")) == [("index.md", 5, "DG329")]
