"""Files beside the records, conferences and settings, are checked as records are."""

from pathlib import Path

import pytest

from tests.sites import read_tree, run, write_record

CONFERENCE = """\
name = "Gathering"
short = "G{yy}"
zone = "Europe/Brussels"
[[links.home]]
url = "https://example.org/{year}/"
[years.2017]
days = [2017-02-04, 2017-02-05]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_record(tmp_path, "2017", conference="gathering")
    (tmp_path / "events/settings.toml").write_text('targets = ["page", "singlepaged"]\n')
    (tmp_path / "conferences").mkdir()
    (tmp_path / "conferences/gathering.toml").write_text(CONFERENCE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_good_conference_is_good(project: Path) -> None:
    assert run("validate").exit_code == 0


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("Europe/Brussels", "Europe/Brusels", ["not-a-choice: `Europe/Brusels` is not a time zone", ":3:8", "`Europe/Brussels`"]),
        ("https://example.org/{year}/", "javascript:alert({yy})", ["invalid-link: `javascript:` is not a link", ":5:7"]),
        ("https://example.org/{year}/", "example", ["invalid-link: `example` is not a link", ":5:7"]),
        ("https://example.org/{year}/", "https://example.org/{jahr}/", ["invalid-link: ", ":5:7"]),
        ("[2017-02-04, 2017-02-05]", "[2016-02-04]", ["the days of `2017` begin on 2016-02-04", "`2016`"]),
        ("[2017-02-04, 2017-02-05]", "[2017-02-05, 2017-02-04]", ["wrong-order", ":7:8"]),
        ("short", "shrt", ["unknown-key: `shrt`", "did you mean `short`?"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_used", [True, False])
def test_a_conference_is_checked_as_a_record_is(
    project: Path, right: str, wrong: str, told: list[str], *, is_used: bool
) -> None:
    (project / "conferences/gathering.toml").write_text(CONFERENCE.replace(right, wrong))
    if not is_used:
        write_record(project, "2017")
    result = run("validate")
    assert result.exit_code == 1
    for part in ("conferences/gathering.toml", *told):
        assert part in result.stdout, result.stdout


def test_settings_over_no_record_are_checked(project: Path) -> None:
    (project / "events/later").mkdir()
    (project / "events/later/settings.toml").write_text("targts = []\n")
    result = run("validate")
    assert (result.exit_code, "events/later/settings.toml:1:1" in result.stdout) == (1, True)


@pytest.mark.parametrize("name", ["section", "list", "table", "text", "post"])
def test_a_section_of_any_name_is_shown(project: Path, name: str) -> None:
    (project / "events/settings.toml").write_text(
        f'targets = ["page", "singlepaged"]\n[section.{name}]\ntext = ["Words of its own."]\n'
    )
    assert run("render").exit_code == 0
    shown = [path for path, text in read_tree(project / "site").items() if "Words of its own." in text]
    assert {path.split("/")[0] for path in shown} == {"page", "singlepaged"}


@pytest.mark.parametrize("name", ["travel", "text", "list", "table"])
def test_what_is_wrong_in_a_section_is_told_where_it_stands(project: Path, name: str) -> None:
    text = f'[section.{name}]\ntitel = "x"\ntext = ["good", 3]\n'
    (project / "events/settings.toml").write_text(text)
    result = run("validate")
    assert f"`titel` is not a known key in `section.{name}`\n  --> events/settings.toml:2:1\n" in result.stdout
    assert "`text[2]` is the number `3`\n  --> events/settings.toml:3:17\n" in result.stdout


def test_a_misspelt_section_and_one_too_many_are_told(project: Path) -> None:
    many = "".join(f'[section.s{number}]\ntext = ["x"]\n' for number in range(32))
    (project / "events/settings.toml").write_text(f'[section.date]\ntitle = "When"\n{many}')
    result = run("validate")
    assert "unknown-section: there is no section `date`" in result.stdout
    assert "did you mean `dates`?" in result.stdout
    assert "comes behind 31 other sections" in result.stdout
