"""`devroom-gen new`, as a person types it."""

import contextlib
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from devroom_gen.cli.app import app
from tests import ROOT
from tests.fuzz.test_growth import MOST, growth
from tests.sites import run

FIRST = 'name = "Rust"\nyear = 2017\ndate = 2017-02-04\nvenue = "ULB"\npitch = ["Welcome to FOSDEM 2017."]\n'


class Shell:
    """Types commands in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str) -> tuple[int, str, str]:
        environment = {"COLUMNS": "100", "_TYPER_FORCE_DISABLE_TERMINAL": "1"}
        with contextlib.chdir(self.folder):
            done = CliRunner().invoke(app, words, env=environment)
        return done.exit_code, done.stdout, done.stderr

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def files(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_an_empty_folder(shell: Shell) -> None:
    assert shell("new", "2018") == (
        0,
        """\
wrote events/2018.toml, a first record to fill in
wrote events/event.schema.json, with which editors check records while you type

for you to decide:
  events/2018.toml:7: name: name of the devroom as the conference lists it
  events/2018.toml:13: date: write 2018-02-03 or 2018-02-04 once it is decided
  events/2018.toml:16: venue.room: room, when it is known
  events/2018.toml:22: pitch[2]: write this text
  events/2018.toml:25: pitch[3]: write this text
  events/2018.toml:42: edition: counted from the files here, this is the 1st; write `edition = 7` if there were others

then type:
  devroom-gen validate events/2018.toml
  devroom-gen render 2018
""",
        "",
    )
    assert shell.files() == ["events/2018.toml", "events/event.schema.json"]
    code, out, err = shell("validate")
    assert (code, err) == (0, "1 record: 2 warnings, 3 notes\n"), out
    assert shell("validate", "--strict")[0] == 1
    assert shell("render")[0] == 0
    assert shell("schema")[1] == shell.read("events/event.schema.json")


def test_a_second_year_is_rolled_forward(shell: Shell) -> None:
    shell.write("events/2017.toml", FIRST)
    assert shell("new", "2018") == (
        0,
        """\
wrote events/2018.toml, rolled forward from events/2017.toml
wrote events/event.schema.json, with which editors check records while you type

put in place of last year's facts in the prose:
  events/2018.toml:5: `FOSDEM 2017` is now `{conference}`

for you to decide:
  events/2018.toml:3: date: write 2018-02-03 or 2018-02-04 once it is decided (was 2017-02-04)

then type:
  devroom-gen validate events/2018.toml
  devroom-gen render 2018
""",
        "",
    )
    assert shell.read("events/2018.toml") == (
        'name = "Rust"\nyear = 2018\ndate = { either = [2018-02-03, 2018-02-04] }  # in 2017: 2017-02-04\n'
        'venue = "ULB"\npitch = ["Welcome to {conference}."]\n'
    )
    assert shell.read("events/2017.toml") == FIRST


def test_an_earlier_year_is_rolled_back_from_the_nearest_later_one(shell: Shell) -> None:
    shell.write("events/2019.toml", FIRST.replace("2017", "2019"))
    shell.write("events/2017.toml", FIRST)
    code, out, _ = shell("new", "2016", "--date", "2016-01-30")
    assert code == 0
    assert (
        out
        == """\
wrote events/2016.toml, rolled back from events/2017.toml
wrote events/event.schema.json, with which editors check records while you type

put in place of the facts of 2017 in the prose:
  events/2016.toml:5: `FOSDEM 2017` is now `{conference}`

for you to decide:
  events/2016.toml:2: edition: counted from the files here, this is the 1st; write `edition = 7` if there were others

then type:
  devroom-gen validate events/2016.toml
  devroom-gen render 2016
"""
    )
    assert shell.read("events/2016.toml") == (
        'name = "Rust"\nyear = 2016\ndate = 2016-01-30  # in 2017: 2017-02-04\n'
        'venue = "ULB"\npitch = ["Welcome to {conference}."]\n'
    )


def test_line_endings_and_byte_order_mark_stay(shell: Shell) -> None:
    shell.write("events/2017.toml", "\ufeff" + FIRST.replace("\n", "\r\n"))
    assert shell("new", "2018")[0] == 0
    raw = (shell.folder / "events/2018.toml").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfname") and raw.count(b"\r\n") == raw.count(b"\n") == 5


def test_a_placeholder_whose_fact_went_is_told(shell: Shell) -> None:
    links = '[links]\nprogramme = "https://fosdem.org/2017/schedule/"\n'
    shell.write("events/2017.toml", FIRST.replace("to FOSDEM 2017", "[all]({programme})") + links)
    code, out, _ = shell("new", "2018")
    assert code == 0
    assert "to fix before pages can be made:\n  events/2018.toml:5: `{programme}` has nothing to show" in out
    assert "  events/2018.toml:7: links.programme: write this year's, or do without: " in out


@pytest.mark.parametrize("name", ["2018", "rust/2018"])
def test_the_only_series_is_meant(shell: Shell, name: str) -> None:
    shell.write("events/rust/2017.toml", "#:schema ../event.schema.json\n" + FIRST)
    code, out, _ = shell("new", name)
    assert (code, out.splitlines()[0]) == (
        0,
        "wrote events/rust/2018.toml, rolled forward from events/rust/2017.toml",
    )


def test_records_at_the_root_come_first(shell: Shell) -> None:
    shell.write("events/2016.toml", FIRST.replace("2017", "2016").replace("02-04", "01-31"))
    shell.write("events/rust/2017.toml", FIRST)
    assert shell("new", "2018")[1].startswith("wrote events/2018.toml, rolled forward from events/2016.toml\n")


def test_several_series_are_asked_about(shell: Shell) -> None:
    shell.write("events/hpc/2017.toml", FIRST)
    shell.write("events/rust/2017.toml", FIRST)
    assert shell("new", "2018") == (
        2,
        "",
        "devroom-gen: which series? `2018` alone could be of `hpc`, `rust`\n"
        "   = help: type `devroom-gen new hpc/2018`\n",
    )


def test_a_series_of_its_own_is_begun(shell: Shell) -> None:
    shell.write("events/hpc/2017.toml", FIRST)
    code, out, _ = shell("new", "rust/2019", "--date", "2019-02-03")
    assert (code, out.splitlines()[0]) == (
        0,
        "wrote events/rust/2019.toml, a first record to fill in: `rust` is a new series",
    )
    text = shell.read("events/rust/2019.toml")
    assert text.startswith("#:schema ../event.schema.json\n") and "\ndate = 2019-02-03\n" in text


def test_another_series_is_rolled_with_from(shell: Shell) -> None:
    shell.write("events/2017.toml", "#:schema event.schema.json\n" + FIRST)
    code, out, _ = shell("new", "rust/2019", "--from", "2017")
    assert (code, out.splitlines()[0]) == (0, "wrote events/rust/2019.toml, rolled forward from events/2017.toml")
    assert shell.read("events/rust/2019.toml").startswith("#:schema ../event.schema.json\n")


def test_a_project_elsewhere(shell: Shell) -> None:
    (shell.folder / "site").mkdir()
    code, out, _ = shell("new", "2018", "--project", "site")
    assert code == 0
    assert out.endswith("  devroom-gen validate site/events/2018.toml\n  devroom-gen render 2018 --project site\n")
    assert shell("render", "2018", "--project", "site")[0] == 0


REFUSED = {
    ("../2018",): (
        "`..` in `../2018` cannot be the name of a series",
        "use letters, digits, `-` and `_`, as in `devroom-gen new rust/2019`",
    ),
    ("/rust/2018",): (
        "`/rust/2018` has a `/` too many",
        "use letters, digits, `-` and `_`, as in `devroom-gen new rust/2019`",
    ),
    ("foo",): ("`foo` names no year", "type `devroom-gen new foo/2018`, or `devroom-gen new 2018`"),
    ("foo/18",): (
        "`foo/18` is not an edition: its name ends with a year of four digits",
        "type `devroom-gen new foo/2018`",
    ),
    (f"{'ü' * 51}/2018",): (
        f"`{'ü' * 40}…` is too long for the name of a series",
        "use at most 100 letters",
    ),
    ("18",): ("`18` is not an edition: its name ends with a year of four digits", "type `devroom-gen new 2018`"),
    ("28",): ("`28` is not an edition: its name ends with a year of four digits", "type `devroom-gen new 2028`"),
    ("rust-2027",): (
        "`rust-2027` is not an edition: its name ends with a year of four digits",
        "type `devroom-gen new rust/2027`",
    ),
    ("rust/2027-01-31",): (
        "`rust/2027-01-31` is not an edition: its name ends with a year of four digits",
        "type `devroom-gen new rust/2027 --date 2027-01-31`",
    ),
    ("2027-01-31",): (
        "`2027-01-31` is not an edition: its name ends with a year of four digits",
        "type `devroom-gen new 2027 --date 2027-01-31`",
    ),
    ("2027-1",): (
        "`2027-1` is not an edition: its name ends with a year of four digits",
        "type `devroom-gen new 2018`",
    ),
    ("3018",): ("`3018` is not a year of an edition", "years go from 1990 to 2199"),
    ("2017",): ("`events/2017.toml` exists already", "edit it, or move it away first"),
    ("2018", "--from", "2015"): ("there is no edition `2015` to roll forward", "did you mean `2017`?"),
    ("2018", "--date", "soon"): ("`soon` is not a date", "write year-month-day, as in `--date 2018-02-04`"),
    ("2018", "--date", "2018-02-05"): (
        "`2018-02-05` is not a day of FOSDEM 2018",
        "type `--date 2018-02-03` or `--date 2018-02-04`",
    ),
    ("2040", "--date", "2039-02-05"): (
        "`2039-02-05` is not in 2040, the year of the edition",
        "give a day of 2040",
    ),
    ("2018", "--project", "nowhere"): ("`nowhere` is not a folder", "make it first: `mkdir nowhere`"),
}


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_what_makes_no_sense_is_refused(shell: Shell, words: tuple[str, ...]) -> None:
    shell.write("events/2017.toml", FIRST)
    message, help_text = REFUSED[words]
    assert shell("new", *words) == (2, "", f"devroom-gen: {message}\n   = help: {help_text}\n")
    assert shell.files() == ["events/2017.toml"]


def test_a_file_in_the_way_of_the_folder(shell: Shell) -> None:
    shell.write("events", "")
    assert shell("new", "2018") == (2, "", "devroom-gen: `events/2018.toml` cannot be written: not a directory\n")


def test_a_record_with_errors_is_not_rolled(shell: Shell) -> None:
    shell.write("events/2017.toml", FIRST.replace("name =", "nam ="))
    code, _, err = shell("new", "2018")
    assert (code, err) == (
        2,
        "devroom-gen: `events/2017.toml` has errors and cannot be rolled forward\n"
        "   = help: type `devroom-gen validate events/2017.toml`\n",
    )
    assert shell.files() == ["events/2017.toml"]


def test_a_conference_that_is_not_known_is_told(shell: Shell) -> None:
    shell.write("events/settings.toml", 'conference = "fosdme"\n')
    code, _, err = shell("new", "2018")
    assert (code, err) == (
        2,
        "devroom-gen: `events/settings.toml`: no conference `fosdme` is known\n   = help: did you mean `fosdem`?\n",
    )


def test_a_page_of_the_next_year_has_nothing_of_the_last(shell: Shell) -> None:
    """The roll-forward law: with the facts of 2017 filled in, no file of any target speaks of 2016."""
    for path in ("events/settings.toml", "events/hpc/2016.toml"):
        shell.write(path, (ROOT / path).read_text(encoding="utf-8"))
    targets = 'targets = ["singlepaged", "page", "hugo"]\n'
    shell.write("events/settings.toml", targets + shell.read("events/settings.toml"))
    assert shell("new", "hpc/2017", "--date", "2017-02-04")[0] == 0
    text = shell.read("events/hpc/2017.toml")
    for key, value in {"opens": "2016-10-19", "closes": "2016-12-02", "date": "2016-12-16"}.items():
        head, mark, rest = text.partition(f'{key:<6} = "TBD"')
        if not mark:
            head, mark, rest = text.partition(f'{key} = "TBD"')
        text = head + mark.replace('"TBD"', value) + rest
    shell.write("events/hpc/2017.toml", text)
    code, _, err = shell("render", "hpc/2017", "--today", "2016-11-01")
    assert code == 0, err
    pages = [path for path in shell.files() if "/hpc/2017/" in path]
    assert pages
    for path in pages:
        for line in shell.read(path).splitlines():
            assert "FOSDEM16" not in line and "FOSDEM'16" not in line and "fosdem16" not in line, path
            assert "2016" not in line.replace("2016-1", "").replace(", 2016", ""), (path, line)
            assert "January" not in line and "2015" not in line.replace("2015-01-", ""), (path, line)


def test_a_schema_that_cannot_be_written_is_no_failure_of_the_record(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/event.schema.json").symlink_to("nowhere/there.json")
    result = run("new", "2018", "--project", tmp_path)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "events/2018.toml").is_file()


def test_a_disk_that_is_full_leaves_nothing_and_blames_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    (tmp_path / "events").mkdir()
    monkeypatch.setattr(os, "write", refuse)
    result = run("new", "2018", "--project", tmp_path)
    assert (result.exit_code, "cannot be written: no space left on device" in result.stderr) == (2, True)
    assert list((tmp_path / "events").iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "link"), reason="this system has no hard links")
def test_a_file_system_without_hard_links_takes_records_and_templates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: str, goal: str) -> None:
        raise OSError(95, "Operation not supported")

    (tmp_path / "events").mkdir()
    monkeypatch.setattr(os, "link", refuse)
    assert run("new", "2018", "--project", tmp_path).exit_code == 0
    assert run("templates", "--copy", "page/README.md", "--project", tmp_path).exit_code == 0


def test_nothing_is_written_behind_a_link_that_leads_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "p/events").mkdir(parents=True)
    (tmp_path / "p/events/a").symlink_to(tmp_path / "elsewhere")
    monkeypatch.chdir(tmp_path / "p")
    result = run("new", "a/2028")
    assert (result.exit_code, "`events/a` lies behind a link that leads out of the project" in result.stderr) == (
        2,
        True,
    )
    assert not list((tmp_path / "elsewhere").iterdir())


def test_rolling_many_dates_takes_time_with_their_number(tmp_path: Path) -> None:
    record = 'name = "Rust"\nyear = 2027\ndate = 2027-01-31\nvenue = "ULB"\npitch = [{}]\n'
    (tmp_path / "events").mkdir()

    def work(length: int) -> None:
        (tmp_path / "events/2027.toml").write_text(record.format(f'"{"2027-01-31 " * 100}", ' * (length // 1100)))
        (tmp_path / "events/2028.toml").unlink(missing_ok=True)
        assert run("new", "2028", "--project", tmp_path).exit_code == 0

    assert growth(work) < MOST


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("_config.yml", ["Jekyll", 'output = "."']),
        ("hugo.toml", ["Hugo", 'output = "content/{edition}"', 'targets = ["hugo"]']),
    ],
)
def test_a_record_in_a_site_is_begun_with_what_fits(tmp_path: Path, name: str, said: list[str]) -> None:
    (tmp_path / name).touch()
    told = run("new", "2018", "--project", tmp_path).stdout
    assert all(each in told for each in said), told
