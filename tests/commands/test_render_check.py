"""`render` and the pages on the disk: missing, stale, edited, left over; killed, and run twice at once."""

import html
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.sites import INTRO, read_tree, render, run, write_record

OPEN = ("--today", "2016-11-01")
LATER = ("--today", "2016-12-20")
OUT = "site/singlepaged"
SUBMISSION, TEXT = "_posts/2015-01-03-submissions.md", "call-for-participation.txt"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project with two rendered editions, as the working directory."""
    monkeypatch.chdir(tmp_path)
    write_record(tmp_path, "2016")
    path = write_record(tmp_path, "2017")
    path.write_text(path.read_text() + "\n[call]\ncloses = 2016-12-02\n")
    assert render(tmp_path, *OPEN).exit_code == 0
    return tmp_path


def codes(text: str) -> list[str]:
    return [line.partition(" ")[0] for line in text.splitlines() if line.startswith(("error[", "warning["))]


def places(text: str) -> list[str]:
    return [line.removeprefix("  --> ") for line in text.splitlines() if line.startswith("  --> ")]


def test_fresh_pages_pass_and_nothing_is_written(project: Path) -> None:
    before = read_tree(project)
    result = render(project, "--check", *OPEN)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("2 editions: 0 pages to write, ")
    assert read_tree(project) == before


def test_a_missing_page_fails(project: Path) -> None:
    (project / OUT / "2016" / INTRO).unlink()
    result = render(project, "--check", *OPEN)
    assert (result.exit_code, codes(result.stdout)) == (1, ["error[DG507]"])
    assert not (project / OUT / "2016" / INTRO).exists()


def test_a_stale_page_fails(project: Path) -> None:
    write_record(project, "2016", name="Other")
    result = render(project, "--check", *OPEN)
    assert result.exit_code == 1
    assert set(codes(result.stdout)) == {"error[DG508]"}


def test_a_page_edited_by_hand_fails_and_its_difference_is_shown(project: Path) -> None:
    page = project / OUT / "2016" / INTRO
    page.write_text(page.read_text() + "Mine.\n")
    for options in (["--check"], []):
        result = render(project, *options, *OPEN)
        assert (result.exit_code, codes(result.stdout)) == (1, ["error[DG501]"])
        assert "\n-Mine.\n" in result.stdout
        assert result.stdout.startswith(f"--- {OUT}/2016/{INTRO}\ton disk\n+++ {OUT}/2016/{INTRO}\trendered\n")
    assert page.read_text().endswith("Mine.\n")
    as_json = render(project, "--output-format", "json", *OPEN)
    assert as_json.stdout.startswith("{")
    assert "\n-Mine.\n" in as_json.stderr
    assert render(project, "--force", *OPEN).exit_code == 0
    assert render(project, "--check", *OPEN).exit_code == 0


def test_a_page_that_only_the_day_made_stale_is_a_warning(project: Path) -> None:
    result = render(project, "--check", *LATER)
    assert result.exit_code == 0
    assert set(codes(result.stdout)) == {"warning[DG509]"}
    assert places(result.stdout) == [f"{OUT}/2017/_data/devroom.yml", f"{OUT}/2017/{SUBMISSION}", f"{OUT}/2017/{TEXT}"]
    assert render(project, "--check", "--strict", *LATER).exit_code == 1
    assert render(project, *LATER).exit_code == 0
    assert render(project, "--check", "--strict", *LATER).exit_code == 0


def test_a_page_that_day_and_record_made_stale_is_an_error(project: Path) -> None:
    path = project / "events/2017.toml"
    path.write_text(path.read_text().replace("Free software", "Open software"))
    result = render(project, "--check", *LATER)
    assert result.exit_code == 1
    assert sorted(set(codes(result.stdout))) == ["error[DG508]", "warning[DG509]"]


def test_the_difference_can_be_applied(project: Path) -> None:
    patch = shutil.which("patch")
    if patch is None:
        pytest.skip("the program patch is not installed")
    page = project / OUT / "2016" / INTRO
    page.write_text(page.read_text() + "no end of line")
    (project / OUT / "2017" / TEXT).unlink()
    write_record(project, "2016", name="Other")
    shown = render(project, "--diff", *LATER)
    assert shown.exit_code == 1
    subprocess.run([patch, "-p0", "--quiet"], input=shown.stdout.encode(), check=True, timeout=60)
    patched = {name: text for name, text in read_tree(project / OUT).items() if not name.endswith(".orig")}
    render(project, "--force", *LATER)
    assert {name: text for name, text in read_tree(project / OUT).items() if not name.endswith(".orig")} == patched


def test_pages_of_a_deleted_edition_are_left_until_they_are_pruned(project: Path) -> None:
    (project / "events/2016.toml").unlink()
    edited = project / OUT / "2016" / INTRO
    edited.write_text("mine")
    for options, said, code in ((["--check"], "error[DG506]", 1), ([], "warning[DG506]", 0)):
        result = render(project, *options, *OPEN)
        assert (result.exit_code, codes(result.stdout)) == (code, [said] * 2)
        assert "no edition makes this page any more; it was edited by hand" in result.stdout
    assert (project / OUT / "2016/_data/devroom.yml").exists()
    result = render(project, "--prune", *OPEN)
    assert places(result.stdout) == [f"{OUT}/2016/{INTRO}"]
    assert f"removed {OUT}/2016/_data/devroom.yml: no edition has it any more\n" in result.stderr
    assert ", 1 removed in " in result.stderr
    assert "   = help: save your change elsewhere, then run `devroom-gen render --prune --force`" in result.stdout
    assert edited.read_text() == "mine"
    assert render(project, "--prune", "--force", *OPEN).stdout == ""
    assert not (project / OUT / "2016").exists()
    assert render(project, "--check", "--strict", *OPEN).exit_code == 0


@pytest.mark.parametrize("named", [["2017"], []])
def test_what_an_edition_has_no_more_goes_in_the_same_run(project: Path, named: list[str]) -> None:
    write_record(project, "2017")
    gone = [
        f"{OUT}/2017/_posts/2015-01-03-submissions.md",
        f"{OUT}/2017/_posts/2015-01-04-dates.md",
        f"{OUT}/2017/{TEXT}",
    ]
    edited = project / gone[0]
    edited.write_text("mine")
    checked = render(project, *named, "--check", *OPEN)
    assert (checked.exit_code, codes(checked.stdout).count("error[DG506]")) == (1, 3)
    result = render(project, *named, *OPEN)
    assert places(result.stdout) == gone[:1]
    assert [line for line in result.stderr.splitlines() if line.startswith("removed ")] == [
        f"removed {path}: no edition has it any more" for path in gone[1:]
    ]
    assert edited.read_text() == "mine"
    assert not (project / gone[1]).exists()


def test_a_section_that_moves_leaves_no_page_behind(project: Path) -> None:
    posts = project / OUT / "2017/_posts"
    for order, names in (
        (["intro", "organizers", "topics"], {"2015-01-01-intro.md", "2015-01-02-organizers.md"}),
        (["organizers", "intro"], {"2015-01-02-intro.md", "2015-01-01-organizers.md"}),
    ):
        write_record(project, "2017", organizers=[{"name": "Jean Bartik"}], settings={"sections": order})
        assert render(project, *OPEN).exit_code == 0
        assert {path.name for path in posts.iterdir()} == names
    assert render(project, "--check", "--strict", *OPEN).exit_code == 0


def test_with_a_broken_record_nothing_counts_as_left_over(project: Path) -> None:
    (project / "events/2016.toml").write_text("name = \n")
    before = read_tree(project / "site")
    result = render(project, "--prune", *OPEN)
    assert (result.exit_code, codes(result.stdout)) == (1, ["error[DG004]"])
    assert read_tree(project / "site") == before


def test_an_index_is_kept_while_a_record_is_broken(project: Path) -> None:
    (project / "events/settings.toml").write_text('targets = ["page"]\n')
    render(project, "--prune", *OPEN)
    index = (project / "site/page/README.md").read_text()
    (project / "events/2016.toml").write_text("name = \n")
    write_record(project, "2017", name="Other")
    assert render(project, "--prune", *OPEN).exit_code == 1
    assert (project / "site/page/README.md").read_text() == index
    assert "Other" in (project / "site/page/2017/README.md").read_text()


def test_a_series_may_have_an_output_folder_of_its_own(project: Path) -> None:
    write_record(project, "rust/2017")
    (project / "events/settings.toml").write_text('targets = ["page"]\n')
    (project / "events/rust/settings.toml").write_text('output = "rust-site/{edition}"\n')
    assert render(project, "rust", *OPEN).exit_code == 0
    assert (project / "rust-site/rust/2017/README.md").exists()
    index = html.unescape((project / "site/page/README.md").read_text())
    assert "(../../rust-site/rust/2017/README.md)" in index


def test_one_devroom_in_its_own_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_record(tmp_path, "2017")
    (tmp_path / "events/settings.toml").write_text('output = "."\n')
    (tmp_path / "README.md").write_text("mine\n")
    (tmp_path / "_config.yml").write_text('title: "FOSDEM\'16 Devroom"\nport: 4000\n')
    result = render(tmp_path)
    assert result.exit_code == 0
    assert codes(result.stdout) == ["warning[DG505]"]
    assert '   = help: write `title: "FOSDEM\'17 HPC, Big Data, and Data Science Devroom"`' in result.stdout
    assert (tmp_path / ".devroom-gen.json").exists() and (tmp_path / INTRO).exists()
    assert (tmp_path / "README.md").read_text() == "mine\n"
    write_record(tmp_path, "2018")
    assert render(tmp_path).exit_code == 0
    assert "FOSDEM&#39;18" in (tmp_path / INTRO).read_text()
    (tmp_path / "events/settings.toml").write_text('output = "."\ntargets = ["page"]\n')
    result = render(tmp_path, "2018")
    assert result.exit_code == 1
    assert (tmp_path / "README.md").read_text() == "mine\n"


def test_an_unknown_target_is_wrong_usage(project: Path) -> None:
    (project / "events/settings.toml").write_text('targets = ["pag"]\n')
    result = render(project)
    assert result.exit_code == 2
    assert result.stderr == "devroom-gen: there is no target `pag`\n   = help: did you mean `page`?\n"


def test_the_same_day_gives_the_same_bytes(project: Path) -> None:
    assert render(project, *OPEN, "--output", "a").exit_code == 0
    assert render(project, *OPEN, "--output", "b").exit_code == 0
    assert read_tree(project / "a") == read_tree(project / "b") == read_tree(project / "site")


def start(root: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "devroom_gen", "render", "--project", str(root), *OPEN, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.slow
def test_several_runs_at_once_leave_what_one_leaves(project: Path) -> None:
    expected = read_tree(project / "site")
    for _ in range(3):
        shutil.rmtree(project / "site")
        runs = [start(project, *(["2016"] if number % 2 else [])) for number in range(4)]
        for each in runs:
            out, err = each.communicate(timeout=120)
            assert each.returncode == 0, (out + err).decode()
        assert read_tree(project / "site") == expected


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a run is killed as a process that was forked")
def test_a_run_killed_at_any_moment_leaves_whole_files(tmp_path: Path) -> None:
    """Two states of 500 records take turns in one output folder, so that there is always something to be replaced."""
    old, new = (_many(tmp_path / name, name) for name in ("Old", "New"))
    out = tmp_path / "out"
    assert render(tmp_path / "Old", "--output", out, *OPEN).exit_code == 0
    chance = random.Random(1)
    for number in range(100):
        _render_and_kill(tmp_path / ("New", "Old")[number % 2], out, chance.random() * 0.4)
        for name, text in _pages(out).items():
            assert text in (old[name], new[name]), name
    result = render(tmp_path / "New", "--output", out, *OPEN)
    assert (result.exit_code, result.stdout) == (0, "")
    assert _pages(out) == new
    assert render(tmp_path / "New", "--output", out, "--check", "--strict", *OPEN).exit_code == 0


def _render_and_kill(root: Path, out: Path, after: float) -> None:
    child = os.fork()
    if child == 0:
        render(root, "--output", out, *OPEN)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _pages(folder: Path) -> dict[str, str]:
    """Read all pages of a folder; what begins with a dot is the memory, or was about to be a page."""
    return {name: text for name, text in read_tree(folder).items() if not name.rpartition("/")[2].startswith(".")}


def _many(root: Path, name: str) -> dict[str, str]:
    """Write five hundred small records, and give the pages that they make."""
    for number in range(500):
        text = f'name = "{name}"\nyear = 2017\ndate = 2017-02-04\nvenue = "ULB"\npitch = ["{name} text."]\n'
        path = root / f"events/s{number:03}/2017.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "events/settings.toml").write_text('targets = ["page"]\n')
    result = run("render", "--project", root, *OPEN)
    assert result.exit_code == 0, result.output
    return _pages(root / "site")
