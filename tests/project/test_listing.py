"""Links inside a project are followed, those that lead out of it are told; and what cannot be listed is never empty."""

import os
from pathlib import Path

import pytest

from devroom_gen.project.listing import list_files
from tests.sites import run, write_record

pytestmark = pytest.mark.skipif(os.name == "nt", reason="this system keeps links for administrators")
SECRET = 'name = "secret"\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    write_record(root, "2017")
    (root / "events/settings.toml").write_text('targets = ["page"]\n')
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("2018.toml", "settings.toml", "gathering.toml", "README.md"):
        (elsewhere / name).write_text(SECRET)
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("link", "goal"),
    [
        ("events/2018.toml", "../../elsewhere/2018.toml"),
        ("events/rust", "../../elsewhere"),
        ("events/rust/settings.toml", "../../../elsewhere/settings.toml"),
        ("conferences/gathering.toml", "../../elsewhere/gathering.toml"),
        ("templates", "../elsewhere"),
        ("templates/page", "../../elsewhere"),
        ("templates/page/README.md", "../../../elsewhere/README.md"),
        ("events/2018.toml", "/proc/self/environ"),
    ],
)
def test_a_link_that_leads_out_of_the_project_is_told_and_not_followed(project: Path, link: str, goal: str) -> None:
    if link == "events/rust/settings.toml":
        write_record(project, "rust/2018")
    if link.startswith("conferences"):
        write_record(project, "2017", conference="gathering")
    (project / link).parent.mkdir(parents=True, exist_ok=True)
    (project / link).symlink_to(goal)
    result = run("render", "--no-cache")
    assert result.exit_code == 1
    assert f"error[DG008] link-outside: `{link}` is a link that leads out of the project" in result.stdout
    assert "secret" not in result.stdout + "".join(path.read_text() for path in project.glob("site/**/*.md"))


def test_a_series_behind_a_link_inside_the_project_is_one(project: Path) -> None:
    (project / "kept").mkdir()
    (project / "events/2017.toml").rename(project / "kept/2017.toml")
    (project / "events/rust").symlink_to("../kept")
    assert run("render").exit_code == 0
    assert (project / "site/page/rust/2017/README.md").is_file()


def test_a_link_to_a_folder_above_it_leads_nowhere(project: Path) -> None:
    (project / "events/again").symlink_to("..")
    assert list(list_files(project / "events", project).files) == ["2017.toml", "settings.toml"]


def test_links_in_a_circle_are_told(project: Path) -> None:
    for name, other in ("ab", "ba"):
        (project / "events" / name).mkdir()
        (project / "events" / name / "on").symlink_to(f"../{other}")
    result = run("validate")
    assert (result.exit_code, "cannot be reached: too many levels of symbolic links" in result.stderr) == (2, True)


def test_a_series_that_cannot_be_listed_is_not_one_without_records(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_record(project, "rust/2018")
    assert run("render").exit_code == 0
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("events/rust"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = run("render", "--prune")
    assert (result.exit_code, "events/rust` cannot be reached: permission denied" in result.stderr) == (2, True)
    assert (project / "site/page/rust/2018/README.md").is_file()


def test_hidden_files_and_copies_of_editors_are_not_listed(tmp_path: Path) -> None:
    for name in ("a", ".b", "c~", "d/e", "d/.f", ".g/h", "__pycache__/i"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert list(list_files(tmp_path, tmp_path).files) == ["a", "d/e"]
    assert list_files(tmp_path / "missing", tmp_path) == ({}, {})
