"""Links in the output: none ends as a bug, and what they lead to elsewhere is never shown."""

import os
from pathlib import Path

import pytest

from tests.sites import render, run, write_record

pytestmark = pytest.mark.skipif(os.name == "nt", reason="this system keeps links for administrators")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    write_record(root, "2017")
    (root / "events/settings.toml").write_text('targets = ["page", "singlepaged"]\n')
    (tmp_path / "secret").write_text("title: SECRET\n")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("name", ["page/2017/README.md", "page/README.md", "singlepaged/2017/_config.yml"])
@pytest.mark.parametrize("options", [[], ["--diff"], ["--check"]], ids=str)
def test_a_file_elsewhere_is_never_shown(project: Path, name: str, options: list[str]) -> None:
    link = project / "site" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(project.parent / "secret")
    result = render(project, *options)
    assert "SECRET" not in result.output
    assert (project.parent / "secret").read_text() == "title: SECRET\n"


@pytest.mark.parametrize("name", ["page/2017", "page", "singlepaged/2017/_posts"])
@pytest.mark.parametrize("options", [[], ["--diff"], ["--check"], ["--force", "--prune"]], ids=str)
def test_a_link_to_itself_is_told(project: Path, name: str, options: list[str]) -> None:
    link = project / "site" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(link.name)
    assert render(project, *options).exit_code == 1


@pytest.mark.parametrize("name", ["a\nb", " ", "\x1b[31m"])
def test_a_target_of_any_name_is_listed(project: Path, name: str) -> None:
    (project / "templates" / name).mkdir(parents=True)
    (project / "templates" / name / "x.md").write_text("x")
    assert run("templates").exit_code == 0
