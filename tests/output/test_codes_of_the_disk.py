"""Codes that no record can show: each is brought about as its page tells."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from devroom_gen.commands.render import render
from devroom_gen.linter.registry import all_codes
from devroom_gen.output.result import BuildOptions
from devroom_gen.project.layout import Project
from tests.conftest import RECORD, TODAY, WriteProject


def _unreadable(root: Path) -> None:
    (root / "events/2019.toml").mkdir()


def _too_large(root: Path) -> None:
    (root / "events/2019.toml").write_bytes(b"#" * 300_000)


def _not_utf_8(root: Path) -> None:
    (root / "events/2019.toml").write_bytes(RECORD.replace("Rust", "Müller").encode("latin-1"))


def _long_text(root: Path) -> None:
    (root / "events/2018.toml").write_text(RECORD.replace("Welcome.", "Welcome." * 5000))


def _foreign_file(root: Path) -> None:
    _render(root)
    page = next(path for path in (root / "site").rglob("*.md"))
    page.write_text("mine")


def _output_outside(root: Path) -> None:
    (root / "events/settings.toml").write_text('output = "../elsewhere"\n')


def _cannot_write(root: Path) -> None:
    (root / "site").symlink_to("nowhere")


def _same_path(root: Path) -> None:
    (root / "events/settings.toml").write_text('output = "."\n')
    (root / "events/rust").mkdir()
    (root / "events/rust/2018.toml").write_text(RECORD.replace("Welcome", "Come"))


def _unreadable_memory(root: Path) -> None:
    _render(root)
    next(path for path in (root / "site").rglob(".devroom-gen.json")).write_text("<<<<<<< HEAD\n")


def _template_error(root: Path) -> None:
    (root / "templates/page").mkdir(parents=True)
    (root / "templates/page/README.md").write_text("{{ nothing }}")
    (root / "events/settings.toml").write_text('targets = ["page"]\n')


def _colourless_title(root: Path) -> None:
    (root / "events/settings.toml").write_text('section.dates.title = "R&D"\n')
    (root / "events/2018.toml").write_text(RECORD + "call.closes = 2017-12-01\n")


def _differs_beside(root: Path) -> None:
    _render(root)
    posts = next((root / "site").rglob("_posts"))
    (posts.parent / "_config.yml").write_text('title: "another"\n')


def _orphan(root: Path) -> None:
    (root / "events/2019.toml").write_text(RECORD.replace("2018", "2019").replace("02-04", "02-02"))
    _render(root)
    (root / "events/2019.toml").unlink()


def _missing_page(root: Path) -> None:
    _render(root)
    next((root / "site").rglob("*-intro.md")).unlink()


def _link_outside(root: Path) -> None:
    (root / "events/2019.toml").symlink_to("/etc/hostname")


def _stale_page(root: Path) -> None:
    _render(root)
    (root / "events/2018.toml").write_text(RECORD.replace("Welcome", "Welcome all"))


def _stale_by_day(root: Path) -> None:
    (root / "events/2018.toml").write_text(RECORD + "call.closes = 2017-10-01\n")
    _render(root, today=date(2017, 9, 1))


def _pages_apart(root: Path) -> None:
    (root / "_config.yml").write_text("theme: x\n")


CAUSES: dict[str, Callable[[Path], None]] = {
    "DG001": _unreadable,
    "DG002": _too_large,
    "DG003": _not_utf_8,
    "DG008": _link_outside,
    "DG111": _long_text,
    "DG403": _template_error,
    "DG404": _colourless_title,
    "DG501": _foreign_file,
    "DG502": _cannot_write,
    "DG503": _same_path,
    "DG504": _unreadable_memory,
    "DG505": _differs_beside,
    "DG506": _orphan,
    "DG507": _missing_page,
    "DG508": _stale_page,
    "DG509": _stale_by_day,
    "DG511": _output_outside,
    "DG512": _pages_apart,
}


def _render(root: Path, *, is_check: bool = False, today: date = TODAY) -> set[str]:
    project = Project(root)
    found = render(project, project.records(), today, BuildOptions(is_check=is_check)).diagnostics
    return {each.code.id for each in found}


def test_every_code_that_no_record_can_show_is_here() -> None:
    assert sorted(CAUSES) == [code.id for code in all_codes() if "How it comes about:" in code.manual]


@pytest.mark.parametrize("code", CAUSES)
def test_a_code_comes_about_as_its_page_tells(write_project: WriteProject, code: str) -> None:
    root = write_project({"events/2018.toml": RECORD})
    CAUSES[code](root)
    assert _render(root, is_check=code in {"DG507", "DG508", "DG509"}) == {code}
