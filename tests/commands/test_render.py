"""`render` as a person runs it: exit codes, what is said where, and what is on the disk afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from devroom_gen.output.manifest import MANIFEST
from tests.sites import ENVIRONMENT, INTRO, read_tree, render, write_record

TOPICS = "_posts/2015-01-02-topics.md"
OUT = "site/singlepaged"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project with two editions, as the working directory."""
    monkeypatch.chdir(tmp_path)
    write_record(tmp_path, "2016")
    write_record(tmp_path, "2017")
    return tmp_path


def written(folder: Path) -> dict[str, str]:
    return {path: text for path, text in read_tree(folder).items() if not path.startswith("events/")}


def intros(folder: Path) -> list[str]:
    return sorted(path for path in read_tree(folder) if path.endswith(INTRO))


def test_all_editions_are_rendered_and_a_second_run_changes_nothing(project: Path) -> None:
    first = render(project)
    assert first.exit_code == 0
    assert first.stdout == ""
    assert first.stderr.startswith("2 editions: ")
    assert intros(project) == [f"{OUT}/2016/{INTRO}", f"{OUT}/2017/{INTRO}"]
    before = written(project)
    second = render(project)
    assert second.exit_code == 0
    assert "2 editions: 0 pages written" in second.stderr
    assert written(project) == before


def test_a_named_edition_alone_is_rendered(project: Path) -> None:
    assert render(project, "2017").exit_code == 0
    assert intros(project) == [f"{OUT}/2017/{INTRO}"]


def test_a_series_names_all_of_its_editions(project: Path) -> None:
    write_record(project, "rust/2018", name="Rust")
    write_record(project, "rust/2019", name="Rust")
    assert render(project, "rust").exit_code == 0
    assert intros(project) == [f"{OUT}/rust/2018/{INTRO}", f"{OUT}/rust/2019/{INTRO}"]


def test_an_unknown_edition_is_wrong_usage_with_a_suggestion(project: Path) -> None:
    result = render(project, "2071")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == "devroom-gen: there is no edition `2071`\n   = help: did you mean `2017`?\n"
    assert written(project) == {}


def test_the_year_alone_suggests_its_series(project: Path) -> None:
    write_record(project, "rust/2019")
    assert "did you mean `rust/2019`?" in render(project, "2019").stderr


def test_an_empty_project_is_wrong_usage(tmp_path: Path) -> None:
    assert render(tmp_path).exit_code == 2
    (tmp_path / "events").mkdir()
    assert render(tmp_path).exit_code == 2


def test_one_bad_record_never_hides_the_others(project: Path) -> None:
    write_record(project, "2018", name=7)
    result = render(project)
    assert result.exit_code == 1
    assert "events/2018.toml" in result.stdout
    assert result.stderr.startswith("2 editions: ")
    assert result.stderr.rstrip().endswith("1 error")
    assert intros(project) == [f"{OUT}/2016/{INTRO}", f"{OUT}/2017/{INTRO}"]
    assert not any("2018" in path for path in written(project))


def test_where_all_records_are_bad_nothing_is_written(tmp_path: Path) -> None:
    write_record(tmp_path, "2018", name=7)
    assert render(tmp_path).exit_code == 1
    assert written(tmp_path) == {}


def test_output_takes_the_place_of_the_folder(project: Path) -> None:
    assert render(project, "--output", "public").exit_code == 0
    assert intros(project) == [f"public/singlepaged/2016/{INTRO}", f"public/singlepaged/2017/{INTRO}"]
    assert (project / "public" / MANIFEST).exists()


def test_output_is_meant_from_where_one_stands(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "events/inner").mkdir()
    monkeypatch.chdir(project / "events/inner")
    assert render(project, "2017", "--output", "here").exit_code == 0
    assert intros(project) == [f"events/inner/here/singlepaged/2017/{INTRO}"]


def test_output_may_be_a_pattern_and_absolute(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert render(project, "--output", f"{elsewhere}/{{edition}}/pages").exit_code == 0
    assert intros(elsewhere) == [f"2016/pages/{INTRO}", f"2017/pages/{INTRO}"]
    assert written(project) == {}


def test_in_a_shared_folder_the_newest_edition_is_shown(project: Path) -> None:
    (project / "events/settings.toml").write_text('output = "."\n')
    assert render(project).exit_code == 0
    assert "FOSDEM&#39;17" in (project / INTRO).read_text()
    assert render(project, "2016").exit_code == 0
    assert "FOSDEM&#39;16" in (project / INTRO).read_text()


def test_two_editions_in_one_file_are_an_error(project: Path) -> None:
    (project / "events/settings.toml").write_text('output = "."\n')
    write_record(project, "rust/2017", topics={"items": ["Schedulers"]})
    result = render(project)
    assert result.exit_code == 1
    assert "error[DG503] same-path: `2017` and `rust/2017` would both be written here" in result.stdout
    assert result.stdout.count("DG503") == 1
    assert not (project / TOPICS).exists()
    assert render(project, "rust/2017").exit_code == 0
    assert (project / TOPICS).exists()


def test_a_persons_file_is_kept_until_force(project: Path) -> None:
    page = project / OUT / "2017" / INTRO
    page.parent.mkdir(parents=True)
    page.write_text("mine")
    result = render(project)
    assert result.exit_code == 1
    difference, _, findings = result.stdout.partition("error[")
    assert difference.startswith(f"--- {OUT}/2017/{INTRO}\ton disk\n+++ {OUT}/2017/{INTRO}\trendered\n@@ -1 +1,")
    assert "\n-mine\n\\ No newline at end of file\n+---\n+title: " in difference
    assert f"error[{findings}" == (
        "error[DG501] foreign-file: the file was edited by hand, or `render` did not write it: it is kept\n"
        f"  --> {OUT}/2017/{INTRO}\n"
        "   = help: move your change into the record, then use `--force` to replace the file\n\n"
    )
    assert "1 kept as edited" in result.stderr
    assert page.read_text() == "mine"
    assert render(project, "--force").exit_code == 0
    assert "devroom" in page.read_text()
    assert render(project).exit_code == 0


def test_a_folder_where_a_page_belongs_is_told_as_such(project: Path) -> None:
    (project / OUT / "2017" / INTRO).mkdir(parents=True)
    result = render(project, "--force")
    assert result.exit_code == 1
    assert result.stdout == (
        "error[DG501] foreign-file: a folder stands where the page belongs\n"
        f"  --> {OUT}/2017/{INTRO}\n"
        "   = help: give the folder another name\n\n"
    )


def test_a_damaged_memory_writes_nothing(project: Path) -> None:
    render(project)
    before = written(project)
    write_record(project, "2017", name="Other")
    (project / "site" / MANIFEST).write_text("{")
    result = render(project)
    assert result.exit_code == 1
    assert result.stdout == (
        "error[DG504] unreadable-manifest: what was written to `site` is not known: it is damaged\n"
        f"  --> site/{MANIFEST}\n"
        "   = help: take the file from your version control, or delete it and use `--force`\n\n"
    )
    assert written(project) == {**before, f"site/{MANIFEST}": "{"}


def test_a_file_where_the_output_folder_belongs_is_told(project: Path) -> None:
    (project / "site").write_text("mine")
    result = render(project)
    assert result.exit_code == 1
    assert "error[DG502] cannot-write: cannot write: " in result.stdout
    assert "\n  --> site\n" in result.stdout
    assert written(project) == {"site": "mine"}


def test_a_file_where_a_folder_of_pages_belongs_is_told(project: Path) -> None:
    (project / "site/singlepaged").mkdir(parents=True)
    (project / "site/singlepaged/2017").write_text("mine")
    result = render(project)
    assert result.exit_code == 1
    assert "error[DG502] cannot-write: cannot write: " in result.stdout
    assert "--> site/singlepaged/2017/" in result.stdout
    assert (project / "site/singlepaged/2017").read_text() == "mine"
    (project / "site/singlepaged/2017").unlink()
    assert render(project).exit_code == 0


def test_the_order_of_editions_changes_nothing(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    one, other = (tmp_path_factory.mktemp(name) for name in ("one", "other"))
    assert render(project, "2016", "2017", "--output", one).exit_code == 0
    assert render(project, "2017", "2016", "--output", other).exit_code == 0
    assert read_tree(one) == read_tree(other)


def _run_on_terminal(folder: Path) -> tuple[str, str]:
    """Run `render` with a terminal on stderr; give what is shown there, and stdout."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "devroom_gen", "render", "--project", str(folder)],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, **ENVIRONMENT},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    out, _ = process.communicate(timeout=60)
    os.close(ours)
    return shown.decode(), out.decode()


def test_progress_is_shown_on_a_terminal_alone(tmp_path: Path) -> None:
    for number in range(50):
        write_record(tmp_path, f"series{number:02}/2017")
    shown, out = _run_on_terminal(tmp_path)
    assert out == ""
    assert "\r 50 %  25 of 50 editions" in shown
    last = shown.splitlines()[-1].rpartition("\r")[2]
    assert last.startswith("50 editions: ")
    assert "\r" not in render(tmp_path).stderr


def test_a_short_run_shows_no_progress(project: Path) -> None:
    shown, _ = _run_on_terminal(project)
    assert "%" not in shown
