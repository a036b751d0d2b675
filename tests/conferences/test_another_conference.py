"""A conference that is not FOSDEM, through all commands: other days, another zone, a change of clocks in between."""

import shutil
from datetime import date, time
from pathlib import Path

import pytest

from devroom_gen.facts.phase import last_day_to_submit
from devroom_gen.facts.when import When
from devroom_gen.project.builtin import CONFERENCES
from devroom_gen.project.layout import Project
from devroom_gen.project.loader import Loader
from devroom_gen.record.conference import Conference
from tests.sites import read_tree, render, run

OWN = Path(__file__).parent / "atlantic.toml"
RECORD = """\
name = "Tides"
year = 2026
date = { from = 2026-10-23, to = 2026-10-27 }
venue = { name = "Harbour Hall", city = "Horta", country = "Portugal" }
hours = ["09:00-17:00", "9am - 5pm", "morning", "full day", "09:00-12:00"]
pitch = [
  "{conference.about} {conference.recording}",
  "Send talks by {call.closes.long} to {call.system}. {call.how} {call.account} Plan: {conference.schedule}",
]

[call]
opens = 2026-01-10
closes = 2026-03-28T23:30:00
extended = [2026-03-20]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "events").mkdir()
    (tmp_path / "conferences").mkdir()
    shutil.copy(OWN, tmp_path / "conferences/asw.toml")
    (tmp_path / "events/2026.toml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "events/settings.toml").write_text(
        'conference = "asw"\ntargets = ["page", "singlepaged", "hugo"]\n', encoding="utf-8"
    )
    return tmp_path


def test_every_target_says_what_the_conference_knows(project: Path) -> None:
    result = render(project, "--today", "2026-03-21")
    assert (result.exit_code, result.stdout) == (0, "")
    pages = read_tree(project / "site")
    for name in (
        "page/2026/README.md", "singlepaged/2026/call-for-participation.txt", "singlepaged/2026/_posts/2015-01-01-intro.md",
        "hugo/2026/index.md",
    ):  # fmt: skip
        text = " ".join(pages[name].split())
        assert "Friday to Tuesday, October 23 to 27, 2026" in text, name
        assert "meet on an island in one. Talks of 2026 are recorded." in text, name
        assert (
            "to our own form. Choose the workshop in the first field. The form of 2026 asks for no account." in text
        ), name
        assert "https://asw.example/2026/schedule.json" in text, name
    assert "https://asw.example/2026/submit/" in pages["page/2026/README.md"]
    assert "Friday 09:00-17:00, Saturday 09:00-17:00, Sunday morning, Monday full day" in pages["page/2026/README.md"]


@pytest.mark.parametrize(
    ("today", "phase"),
    [("2026-01-09", "announced"), ("2026-03-28", "extended"), ("2026-03-29", "closed"), ("2026-10-27", "closed"), ("2026-10-28", "past")],
)  # fmt: skip
def test_phases_turn_in_the_zone_of_the_conference(project: Path, today: str, phase: str) -> None:
    assert phase in run("list", "--project", project, "--today", today).stdout


def test_the_year_before_is_said_in_its_own_words(project: Path) -> None:
    record = project / "events/2026.toml"
    pitch = '["{call.system}, {conference.url}, {conference.date}", "Send to {call.submit}"]'
    earlier = RECORD.replace("2026", "2025").replace("10-23", "10-24").replace("10-27", "10-28")
    head, rest = earlier.split("pitch = [")
    record.write_text(f"{head}pitch = {pitch}\n{rest.partition(']')[2]}", encoding="utf-8")
    record.rename(project / "events/2025.toml")
    result = render(project, "--today", "2025-03-21")
    assert (result.exit_code, result.stdout) == (0, "")
    page = read_tree(project / "site")["page/2025/README.md"]
    assert "EasyChair, https://asw.example/2025/, October 24 to 28, 2025" in " ".join(page.split())
    assert "https://easychair.example/asw2025" in page


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "recording =",
            "# recording =",
            "`{conference.recording}` has nothing to show: the file of Atlantic Software Week does not state"
            " `texts.recording` for 2026",
        ),
        (
            "schedule        = [{ since = 2026",
            "schedule        = [{ since = 2027",
            "`{conference.schedule}` has nothing to show: the file of Atlantic Software Week does not state"
            " `links.schedule` for 2026",
        ),
        (
            "how       = [{",
            "how       = [{ until = 2025,",
            "`{call.how}` has nothing to show: the file of Atlantic Software Week does not state `texts.how` for 2026",
        ),
    ],
)
def test_what_it_does_not_know_in_a_year_is_told(project: Path, old: str, new: str, told: str) -> None:
    own = project / "conferences/asw.toml"
    own.write_text(own.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    result = run("validate", "--project", project)
    assert (result.exit_code, result.stdout.count("error[")) == (1, 1)
    assert f"error[DG402] fact-without-value: {told}\n" in result.stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (RECORD.partition("[call]")[2], "", "the record does not state `[call]`"),
        ("[call]", '[conference]\nname = "Own"\n[call]', "the record does not state `conference.system`"),
    ],
)
def test_what_the_record_has_to_state_is_told(project: Path, old: str, new: str, told: str) -> None:
    text = RECORD.replace(old, new)
    (project / "events/2026.toml").write_text(text.removesuffix("[call]"), encoding="utf-8")
    result = run("validate", "--project", project)
    assert result.exit_code == 1
    assert f"`{{call.system}}` has nothing to show: {told}\n" in result.stdout


def test_its_texts_are_plain(project: Path) -> None:
    own = project / "conferences/asw.toml"
    text = own.read_text(encoding="utf-8").replace("Talks of {year}", "*All* [talks](https://x.example) <b>of</b> {yy}")
    own.write_text(text, encoding="utf-8")
    result = render(project, "--today", "2026-03-21")
    assert (result.exit_code, result.stdout) == (0, "")
    pages = read_tree(project / "site")
    assert "*All* [talks](https://x.example) <b>of</b> 26" in " ".join(
        pages["singlepaged/2026/call-for-participation.txt"].split()
    )
    for name in ("page/2026/README.md", "singlepaged/2026/_posts/2015-01-01-intro.md", "hugo/2026/index.md"):
        assert "recorded" in pages[name], name
        for markup in ("*All*", "](https://x.example)", "<b>"):
            assert markup not in pages[name].replace("\\*", "").replace("\\]", ""), name


@pytest.mark.parametrize(
    ("closes", "last"),
    [
        ("2026-03-29T00:30:00", date(2026, 3, 28)),  # an hour behind UTC until 01:00 of that night
        ("2026-03-29T01:30:00", date(2026, 3, 29)),
        ("2026-03-30T00:30:00", date(2026, 3, 30)),  # as UTC
    ],
)
def test_a_deadline_in_utc_around_the_change_of_clocks(project: Path, closes: str, last: date) -> None:
    text = RECORD.replace("2026-03-28T23:30:00", closes) + 'zone = "UTC"\n'
    (project / "events/2026.toml").write_text(text, encoding="utf-8")
    loader = Loader(Project(project), date(2026, 2, 1))
    (loaded,) = loader.load(loader.project.records()).records
    assert loaded.facts.call is not None
    assert loaded.facts.call.last_day == last


@pytest.mark.parametrize(("day", "last"), [(25, 25), (26, 25), (27, 26)])
def test_half_past_midnight_in_utc_within_its_days(day: int, last: int) -> None:
    moment = When(days=(date(2026, 10, day),), at=time(0, 30), tbd="TBD")
    assert last_day_to_submit(moment, "UTC", "Atlantic/Azores") == date(2026, 10, last)


@pytest.mark.parametrize(("zone", "last"), [("Pacific/Honolulu", date(2026, 3, 29)), ("Asia/Tokyo", date(2026, 3, 28))])
def test_a_deadline_of_another_zone_over_the_change_of_clocks(project: Path, zone: str, last: date) -> None:
    record = project / "events/2026.toml"
    record.write_text(RECORD + f'zone = "{zone}"\n', encoding="utf-8")
    loader = Loader(Project(project), date(2026, 10, 1))
    (loaded,) = loader.load(loader.project.records()).records
    assert loaded.facts.call is not None
    assert loaded.facts.call.last_day == last


def test_fosdem_knows_every_year() -> None:
    loader = Loader(Project(Path(__file__).parent), date(2026, 1, 1))
    parsed = loader.read(CONFERENCES / "fosdem.toml", Conference)
    fosdem = parsed.value
    assert fosdem is not None
    for year in range(2005, 2028):
        assert [day.weekday() for day in fosdem.days(year)] == [5, 6], year
        assert fosdem.text("about", year) and fosdem.text("system", year) and fosdem.text("how", year), year
        assert fosdem.text("account", year) and fosdem.link("submit", year) and fosdem.link("home", year), year
        assert ("Pentabarf" in str(fosdem.text("how", year))) == (year < 2024), year
        assert ("online" in str(fosdem.text("about", year))) == (year in (2021, 2022)), year
    assert fosdem.text("recording", 2015) is None
    assert fosdem.venue is not None and fosdem.venue.coordinates == (50.8132, 4.3822)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("system    =", "sistem    =", "did you mean `system`?"),
        ("submit = [", "submits = [", "did you mean `submit`?"),
        ("in one.", "in {one}.", "only `{year}` and `{yy}` stand for something here"),
        ("to = 2026-10-27", "to = 2026-10-20", "`days`"),
    ],
)
def test_what_is_wrong_in_it_is_told(project: Path, old: str, new: str, said: str) -> None:
    own = project / "conferences/asw.toml"
    own.write_text(own.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    result = run("validate", "--project", project)
    assert result.exit_code == 1
    assert said in result.stdout


@pytest.mark.parametrize("place", ["[91.0, 0.0]", "[0.0, -181.0]", "[50.8]", '["a", "b"]', "[nan, 0.0]"])
def test_coordinates_are_those_of_a_place(project: Path, place: str) -> None:
    own = project / "conferences/asw.toml"
    text = f'\n[venue]\nname = "H"\ncity = "C"\ncountry = "P"\ncoordinates = {place}\n'
    own.write_text(own.read_text(encoding="utf-8") + text, encoding="utf-8")
    result = run("validate", "--project", project)
    assert (result.exit_code, "coordinates" in result.stdout or "Earth" in result.stdout) == (1, True)
