"""Which files are records, and what they are called."""

from pathlib import Path

import pytest

from devroom_gen.project.layout import Project, find_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in (
        "2018.toml",
        "settings.toml",
        "rust/2019.toml",
        "rust/2018.toml",
        "rust/settings.toml",
        ".old/2017.toml",
        "rust/.2016.toml",
        "notes.md",
    ):
        path = tmp_path / "events" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    return Project(tmp_path)


def test_records_are_known_by_their_path(project: Project) -> None:
    assert [(each.id, each.series, each.year) for each in project.records()] == [
        ("2018", "", 2018),
        ("rust/2018", "rust", 2018),
        ("rust/2019", "rust", 2019),
    ]


def test_settings_of_a_series_lie_over_those_of_the_project(project: Project) -> None:
    assert project.settings("rust") == [project.events / "settings.toml", project.events / "rust" / "settings.toml"]
    assert project.settings("") == [project.events / "settings.toml"]


@pytest.mark.parametrize("name", ["18", "20180", "x2018", "२०१८", "2018b"])
def test_a_name_that_is_no_year(project: Project, name: str) -> None:
    assert project.record(project.events / f"{name}.toml").year is None


@pytest.mark.parametrize("start", ["", "events", "events/rust", "site/deep/er"])
def test_the_nearest_folder_with_events_is_the_project(project: Project, start: str) -> None:
    (project.root / "site" / "deep" / "er").mkdir(parents=True)
    assert find_project(project.root / start) == project


def test_nothing_is_found_where_there_is_nothing(tmp_path: Path) -> None:
    found = find_project(tmp_path)
    assert found is None or not tmp_path.is_relative_to(found.events)


def test_a_link_keeps_its_own_name(project: Project) -> None:
    link = project.events / "rust" / "2020.toml"
    link.symlink_to("2019.toml")
    loop = project.events / "rust" / "2021.toml"
    loop.symlink_to(loop.name)
    assert [project.record(path).id for path in (link, loop)] == ["rust/2020", "rust/2021"]
    assert [each.id for each in project.records()][-2:] == ["rust/2020", "rust/2021"]
