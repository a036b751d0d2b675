"""Sections, looks and words are data: each setting has an effect on some page."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from devroom_gen.record.settings import Section, Settings, Words
from tests.sites import read_tree, render, write_record

TARGETS = ["singlepaged", "page", "hugo"]
FULL: dict[str, Any] = {
    "name": "Rust", "date": date(2018, 2, 4), "venue": "ULB", "pitch": ["Welcome to the {edition.total}."], "mode": "hybrid",
    "hours": "09:00-17:00",
    "call": {"opens": date(2017, 10, 1), "closes": datetime(2017, 12, 1, 12), "extended": [date(2017, 11, 1)], "final": True,
             "include": [{"item": "Slides", "optional": True}], "track": "Rust", "notified": "TBD", "zone": "AoE",
             "formats": [{"name": "Talk", "minutes": 20, "questions": 5}]},
    "schedule": "TBD",
    "milestones": [{"label": "Dinner", "date": date(2018, 2, 3), "tentative": True}],
    "topics": {"items": ["Tools"]},
    "organizers": [{"name": "Ada"}],
    "sponsors": [{"name": "Acme"}],
    "links": {"contact": "a@example.org", "programme": "https://example.org/p", "forum": "https://example.org/f",
              "chat": "https://example.org/c"},
}  # fmt: skip
DAYS = ("2017-09-01", "2017-11-20", "2017-12-20", "2018-03-01")
MINIMAL: dict[str, Any] = {key: FULL[key] for key in ("name", "date", "venue", "pitch")}


def pages(root: Path, settings: dict[str, Any], record: dict[str, Any] = FULL, today: str = DAYS[1]) -> dict[str, str]:
    (root / "events").mkdir(parents=True, exist_ok=True)
    (root / "events/2018.toml").write_text(tomli_w.dumps({**record, "year": 2018}), encoding="utf-8")
    (root / "events/settings.toml").write_text(tomli_w.dumps({"targets": TARGETS, **settings}), encoding="utf-8")
    result = render(root, "--today", today)
    assert result.exit_code == 0, result.output
    return read_tree(root / "site" if (root / "site").exists() else root)


@pytest.mark.parametrize(
    ("section", "menu", "said"),
    [
        ({"bg": "blue"}, "Overview", ""),
        ({"bg": "blue", "menu": "Intro"}, "Intro", ""),
        ({"bg": "blue", "menu": "My intro"}, "My intro", "loses its colours"),
        ({"bg": "blue", "title": "What it is"}, "What it is", "loses its colours"),
        ({}, "FOSDEM&#39;17 HPC, Big Data, and Data Science Devroom", ""),
    ],
)
def test_the_colours_of_the_intro_hang_on_its_name_in_the_menu(
    tmp_path: Path, section: dict[str, Any], menu: str, said: str
) -> None:
    write_record(tmp_path, settings={"section": {"intro": section}})
    result = render(tmp_path)
    page = (tmp_path / "site/singlepaged/2017/_posts/2015-01-01-intro.md").read_text()
    assert page.startswith(f'---\ntitle: "{menu}"\n')
    assert "# FOSDEM&#39;17 HPC, Big Data, and Data Science Devroom\n" in page
    assert said in result.stdout if said else not result.stdout


def test_an_icon_can_be_left_out_and_pictures_have_a_size(tmp_path: Path) -> None:
    settings = {"icon_size": 32, "logo": {"src": "a.png", "alt": "A", "width": 120}}
    write_record(tmp_path, settings=settings)
    page = tmp_path / "site/singlepaged/2017/_posts/2015-01-01-intro.md"
    assert render(tmp_path).exit_code == 0
    assert "font-size:32px;" in page.read_text()
    assert '<img src="a.png" alt="A" width="120"/>' in page.read_text()
    write_record(tmp_path, settings={**settings, "section": {"intro": {"icon": ""}}})
    assert render(tmp_path).exit_code == 0
    assert "fa-stack" not in page.read_text()


def test_every_word_of_the_settings_stands_on_some_page(tmp_path: Path) -> None:
    words = {name: f"Zword{number:02}z" for number, name in enumerate(Words.model_fields)}
    others: list[dict[str, Any]] = [{"phase": phase} for phase in ("cancelled", "postponed")]
    others += [{"hours": hours} for hours in ("full day", "morning", "afternoon")]
    others += [{"mode": "online", "change": {"to": "online"}}]
    lives = [(day, FULL) for day in DAYS] + [(DAYS[0], FULL | each) for each in others]
    settings = {"words": words, "clock_links": True}
    said = "".join(
        text
        for number, (day, record) in enumerate(lives)
        for text in pages(tmp_path / str(number), settings, record, today=day).values()
    )
    assert {name for name, word in words.items() if word not in said} == set()


@pytest.mark.parametrize("field", sorted(set(Section.model_fields) - {"text"}))
def test_every_look_of_a_section_has_an_effect(tmp_path: Path, field: str) -> None:
    value: Any = {"front_matter": {"zkey": "zvalue"}, "note": ["zvalue"]}.get(field, "zvalue")
    for name in ("intro", "topics", "submission", "dates", "organizers"):
        found = pages(tmp_path / name, {"section": {name: {field: value}}})
        assert any("zvalue" in text for text in found.values()), name


EFFECTS: dict[str, Any] = {
    "conference": "own",
    "output": "elsewhere/{edition}/{target}",
    "targets": ["page"],
    "title": "Ztitle",
    "language": "de",
    "date_format": "YYYY/MM/DD",
    "clock": "12-hour",
    "editions_before": 7,
    "clock_links": True,
    "logo": {"src": "z.png", "alt": "z"},
    "sections": ["dates", "intro"],
    "section": {"topics": {"title": "Ztopics"}},
    "words": {"tbd": "soon"},
    "icon_size": 32,
}


@pytest.mark.parametrize("field", [name for name in Settings.model_fields if name != "ignore"])  # findings, not pages
def test_every_setting_has_an_effect(tmp_path: Path, field: str) -> None:
    assert field in EFFECTS, "a new setting needs a line in EFFECTS"
    (tmp_path / "b/conferences").mkdir(parents=True)
    (tmp_path / "b/conferences/own.toml").write_text(
        'name = "Own"\nshort = "Own"\nzone = "UTC"\nlinks = {}\nyears = {}\n'
    )
    assert pages(tmp_path / "a", {}) != pages(tmp_path / "b", {field: EFFECTS[field]})


def test_the_order_of_sections_is_that_of_the_settings(tmp_path: Path) -> None:
    found = pages(
        tmp_path, {"sections": ["organizers", "travel", "intro"], "section": {"travel": {"text": ["Tram in {city}."]}}}
    )
    posts = sorted(name.rpartition("/")[2] for name in found if "_posts" in name)
    assert posts == ["2015-01-01-organizers.md", "2015-01-02-travel.md", "2015-01-03-intro.md"]
    page = found["page/2018/README.md"]
    assert page.index("## Organizers") < page.index("## Travel\n\nTram in Brussels.") < page.index("Welcome to")
    assert "## Topics" not in page


def test_an_edition_goes_over_its_series_and_a_series_over_the_project(tmp_path: Path) -> None:
    (tmp_path / "events/rust").mkdir(parents=True)
    (tmp_path / "events/settings.toml").write_text(
        'targets = ["page"]\n[section]\ntopics.title = "Project"\ndates.title = "Project"\nsubmission.title = "Project"\n'
    )
    (tmp_path / "events/rust/settings.toml").write_text(
        '[section]\ndates.title = "Series"\nsubmission.title = "Series"\n'
    )
    record = {**FULL, "year": 2018, "settings": {"section": {"submission": {"title": "Edition"}}}}
    (tmp_path / "events/rust/2018.toml").write_text(tomli_w.dumps(record))
    assert render(tmp_path).exit_code == 0
    page = (tmp_path / "site/page/rust/2018/README.md").read_text()
    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## Project",
        "## Edition",
        "## Series",
        "## Organizers",
    ]


def test_five_keys_make_pages_on_every_target(tmp_path: Path) -> None:
    found = {name for name in pages(tmp_path, {}, MINIMAL) if not name.startswith(".")}
    assert found == {
        "singlepaged/2018/_posts/2015-01-01-intro.md",
        "singlepaged/2018/_data/devroom.yml",
        "page/2018/README.md",
        "page/README.md",
        "hugo/2018/index.md",
        "hugo/_index.md",
    }


def test_a_title_that_loses_its_colours_is_warned_of(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/2018.toml").write_text(tomli_w.dumps({**FULL, "year": 2018}))
    (tmp_path / "events/settings.toml").write_text('[section.topics]\ntitle = "R&D"\n')
    result = render(tmp_path)
    assert result.exit_code == 0
    assert result.stdout.startswith("warning[DG404] title-without-colours: the section `R&D` loses its colours")
    assert "events/settings.toml:2:9\n" in result.stdout
