"""Codes that no record can show: each is brought about as its page tells."""

from collections.abc import Callable
from pathlib import Path

import pytest

from devroom_gen.catalogue import all_codes
from devroom_gen.commands.render import render
from devroom_gen.manual import read_manual
from devroom_gen.project import Project
from tests.conftest import RECORD, WriteProject


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


def _cannot_write(root: Path) -> None:
    (root / "site").symlink_to("nowhere")


def _same_path(root: Path) -> None:
    (root / "events/settings.toml").write_text('output = "site"\n')
    (root / "events/2019.toml").write_text(RECORD.replace("2018", "2019").replace("02-04", "02-02"))


def _unreadable_memory(root: Path) -> None:
    _render(root)
    next(path for path in (root / "site").rglob(".devroom-gen.json")).write_text("<<<<<<< HEAD\n")


CAUSES: dict[str, Callable[[Path], None]] = {
    "DG001": _unreadable,
    "DG002": _too_large,
    "DG003": _not_utf_8,
    "DG111": _long_text,
    "DG501": _foreign_file,
    "DG502": _cannot_write,
    "DG503": _same_path,
    "DG504": _unreadable_memory,
}


def _render(root: Path) -> set[str]:
    project = Project(root)
    return {each.code.id for each in render(project, project.records()).diagnostics}


def test_every_code_that_no_record_can_show_is_here() -> None:
    assert sorted(CAUSES) == [code.id for code in all_codes() if read_manual(code.manual).is_told]


@pytest.mark.parametrize("code", CAUSES)
def test_a_code_comes_about_as_its_page_tells(write_project: WriteProject, code: str) -> None:
    root = write_project({"events/2018.toml": RECORD})
    CAUSES[code](root)
    assert _render(root) == {code}
