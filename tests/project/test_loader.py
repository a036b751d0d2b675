"""From files to records: counting, settings, conferences, and what is told on the way."""

import itertools
from datetime import date
from pathlib import Path

import pytest
import toml_rs

from devroom_gen.commands.validate import validate
from devroom_gen.facts.derive import number_editions
from devroom_gen.project.layout import Project
from devroom_gen.project.loaded import BrokenRecord, Record
from devroom_gen.project.loader import Loader, merge

TODAY = date(2017, 11, 1)


def record(year: int, day: str, extra: str = "") -> str:
    return f'name = "Rust"\nyear = {year}\ndate = {day}\nvenue = "ULB"\npitch = ["Welcome."]\n{extra}'


def make(folder: Path, files: dict[str, str]) -> Project:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Project(folder)


@pytest.mark.parametrize(
    ("stated", "numbers"),
    [
        ({2018: None, 2019: None}, {2018: 1, 2019: 2}),
        ({2020: None, 2023: None}, {2020: 1, 2023: 2}),
        ({2018: 4, 2019: None, 2020: 1, 2021: None}, {2018: 4, 2019: 5, 2020: 1, 2021: 2}),
        ({2019: None, 2018: None}, {2018: 1, 2019: 2}),
        ({}, {}),
    ],
)
def test_editions_are_counted(stated: dict[int, int | None], numbers: dict[int, int]) -> None:
    assert number_editions(stated) == numbers


def test_a_broken_record_still_counts_with_the_number_it_states(tmp_path: Path) -> None:
    project = make(
        tmp_path,
        {"events/2018.toml": record(2018, '"?"', "edition = 5"), "events/2019.toml": record(2019, "2019-02-03")},
    )
    loaded = Loader(project, TODAY).load(project.records())
    assert [type(each) for each in loaded.everything] == [BrokenRecord, Record]
    assert [each.facts.edition.text for each in loaded.records] == ["6th"]


def test_settings_are_laid_over_each_other_key_by_key(tmp_path: Path) -> None:
    project = make(
        tmp_path,
        {
            "events/settings.toml": 'title = "A"\n[words]\ntbd = "soon"\n[logo]\nsrc = "a.png"\nalt = "A"\n',
            "events/rust/settings.toml": 'title = "B"\n[logo]\nsrc = "b.png"\nalt = "A"\n',
            "events/rust/2018.toml": record(2018, "2018-02-04", '[settings]\ntitle = "C"\n'),
        },
    )
    (loaded,) = Loader(project, TODAY).load(project.records()).records
    settings = loaded.edition.settings
    assert (settings.title, settings.words.tbd, settings.logo and settings.logo.src) == ("C", "soon", "b.png")
    assert loaded.facts.title == "C"


def test_tables_are_merged_and_values_replaced() -> None:
    assert merge({"a": {"b": 1, "c": 2}, "d": [1]}, {"a": {"c": 3}, "d": [2]}) == {"a": {"b": 1, "c": 3}, "d": [2]}


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    project = make(
        tmp_path,
        {
            "events/a/2018.toml": record(2018, "2018-02-05"),
            "events/a/2019.toml": record(2018, "2019-02-03", 'conference = "fosdom"'),
            "events/b/2018.toml": "x = 1",
        },
    )
    paths = [each.path for each in project.records()]
    outcomes = [validate(project, order, TODAY).diagnostics for order in itertools.permutations(paths)]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert len(outcomes[0]) > 3


@pytest.mark.parametrize("name", ["../events/2018", "x" * 300, "fosdem.toml", "/etc/passwd"])
def test_a_conference_is_named_and_no_path(tmp_path: Path, name: str) -> None:
    project = make(tmp_path, {"events/2018.toml": record(2018, "2018-02-04", f'conference = "{name}"')})
    assert [each.code.id for each in validate(project, (), TODAY).diagnostics] == ["DG202"]


FOSDEM = """
    2005-02-26 2006-02-25 2007-02-24 2008-02-23 2009-02-07 2010-02-06 2011-02-05 2012-02-04 2013-02-02 2014-02-01 2015-01-31 2016-01-30
    2017-02-04 2018-02-03 2019-02-02 2020-02-01 2021-02-06 2022-02-05 2023-02-04 2024-02-03 2025-02-01 2026-01-31 2027-01-30
"""


@pytest.mark.parametrize("saturday", [date.fromisoformat(day) for day in FOSDEM.split()], ids=str)
def test_the_weekends_of_fosdem(saturday: date) -> None:
    read = Loader(Project(Path()), TODAY).conference("fosdem")
    assert read and read.value
    conference = read.value
    days = conference.years[str(saturday.year)].days
    assert days[0] == saturday and saturday.weekday() == 5
    assert (days[1] - days[0]).days == 1 and len(days) == 2
    assert conference.years[str(saturday.year)].online == (saturday.year in (2021, 2022))


@pytest.mark.parametrize(
    ("name", "year", "link"),
    [
        ("home", 2018, "https://fosdem.org/2018/"),
        ("archive", 2018, "https://archive.fosdem.org/2018/"),
        ("code_of_conduct", 2015, None),
        ("code_of_conduct", 2016, "https://fosdem.org/2016/practical/conduct/"),
        ("submit", 2009, "https://penta.fosdem.org/submission/FOSDEM09"),
        ("submit", 2023, "https://penta.fosdem.org/submission/FOSDEM23"),
        ("submit", 2024, "https://pretalx.fosdem.org/fosdem-2024/cfp"),
    ],
)
def test_the_links_of_fosdem(name: str, year: int, link: str | None) -> None:
    read = Loader(Project(Path()), TODAY).conference("fosdem")
    assert read and read.value and read.value.link(name, year) == link


def test_the_data_of_fosdem_is_toml_that_other_readers_take() -> None:
    from devroom_gen.project.builtin import CONFERENCES

    assert toml_rs.loads((CONFERENCES / "fosdem.toml").read_text("utf-8"), toml_version="1.0.0")["name"] == "FOSDEM"
