"""A project that was found above the working directory, and belongs to another user, is named before it is written."""

import os
from pathlib import Path

import pytest

from tests.sites import run, write_record

pytestmark = pytest.mark.skipif(not hasattr(os, "getuid"), reason="files of this system have no owners")
NAMED = "which belongs to another user"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_record(tmp_path, "2017")
    (tmp_path / "below").mkdir()
    user = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: user + 1)
    return tmp_path


@pytest.mark.parametrize(
    "command", [["render"], ["new", "2018"], ["templates", "--copy", "page/README.md"], ["validate", "--fix"]], ids=str
)
def test_it_is_named_where_it_was_found_above(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(project / "below")
    result = run(*command)
    assert result.exit_code == 0
    assert result.stderr.startswith(f"devroom-gen: the project is `{project}`, {NAMED}\n")


@pytest.mark.parametrize("command", [["render", "--check"], ["validate"], ["list"]], ids=str)
def test_it_is_not_named_where_nothing_is_written(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(project / "below")
    assert NAMED not in run(*command).stderr


def test_it_is_not_named_where_one_stands_in_it_or_names_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    assert NAMED not in run("render").stderr
    monkeypatch.chdir(project / "below")
    assert NAMED not in run("render", "--project", project).stderr
