"""Pages whose letters, places or folders are odd: nothing of a stranger's choosing is read, and nothing ends as a bug."""

import os
from pathlib import Path

import pytest

from tests.sites import run


@pytest.mark.parametrize(
    "text",
    [
        "Welcome to the firſt edition.",
        "Welcome to the fırst edition here.",
        "We meet on Auguſt 1, 2020, and on Aprıl 4, 2020.",
        "Frıday, 7 February 2020, ſunday, 8 February 2020",
        "the 3RD edıtion, in the weeK of 7 OCTOBER 2020",
        "İt is on 7 Aprİl 2020",
    ],
)
def test_letters_that_are_taken_for_others_are_these(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(f"{text}\n")
    assert run("lint", tmp_path / "a.md").exit_code in (0, 1)


@pytest.mark.parametrize(
    "page",
    [
        '+++\n# devroom-gen: ignore DG301 it was so\ntitle = "FOSDEM 2019 devroom"\n+++\n\n# FOSDEM 2020 Kernel Devroom\n',
        '\n---\n# devroom-gen: ignore DG301 it was so\ntitle: "FOSDEM 2019 devroom"\n---\n\n# FOSDEM 2020 Kernel Devroom\n',
    ],
)
def test_comments_in_any_front_matter_count(tmp_path: Path, page: str) -> None:
    for text, code in ((page, 0), (page.replace("# devroom-gen: ignore DG301 it was so\n", ""), 1)):
        (tmp_path / "a.md").write_text(text)
        result = run("lint", tmp_path / "a.md", "--year", "2020")
        assert (result.exit_code, "DG301" in result.stdout) == (code, bool(code)), result.output


@pytest.mark.skipif(os.name == "nt", reason="this system keeps links for administrators")
@pytest.mark.parametrize("name", ["page.md", "folder"])
def test_links_that_lead_out_are_told_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    elsewhere, here = tmp_path / "elsewhere", tmp_path / "here"
    (elsewhere / "folder").mkdir(parents=True)
    here.mkdir()
    for path in ("page.md", "folder/page.md"):
        (elsewhere / path).write_text("secret, Saturday, 2 February 2020\n")
    (here / name).symlink_to(elsewhere / name)
    monkeypatch.chdir(here)
    for arguments in ([".", *(["page.md"] if name == "page.md" else [])], [str(here)]):
        result = run("lint", *arguments)
        assert (result.exit_code, "secret" in result.output) == (1, False)
        assert f"DG008] link-outside: `{name}` is a link that leads out of the folder" in result.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pages_that_are_pipes_or_devices_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    monkeypatch.chdir(tmp_path)
    result = run("lint", "pipe.md", "zero.md", ".")
    assert result.exit_code == 1
    assert "`pipe.md` is not a regular file" in result.stdout
    assert "`zero.md` is a link that leads out" in result.stdout


def test_links_inside_what_is_read_are_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("site", "shared"):
        (tmp_path / folder).mkdir()
    (tmp_path / "shared/page.md").write_text("Saturday, 2 February 2020\n")
    (tmp_path / "site/linked").symlink_to("../shared")
    monkeypatch.chdir(tmp_path)
    assert "site/linked/page.md:1:1" in run("lint", "site").stdout


def test_a_folder_that_cannot_be_listed_is_not_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked").mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = run("lint", tmp_path)
    assert (result.exit_code, "locked` cannot be reached: permission denied" in result.stderr) == (2, True)
