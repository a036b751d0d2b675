"""Standard streams that are full or closed, and days that the environment states."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ENVIRONMENT, run, write_record

FULL = Path("/dev/full")
LOUD = [["validate"], ["list"], ["render", "--diff"], ["templates"], ["--help"]]
NEEDS_SHELL = pytest.mark.skipif(os.name == "nt", reason="only a POSIX shell closes streams")


def run_shell(folder: Path, arguments: list[str], redirection: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a shell with its streams redirected."""
    command = f'"{sys.executable}" -m devroom_gen {" ".join(arguments)} {redirection}'
    return subprocess.run(
        command, shell=True, cwd=folder, env={**os.environ, **ENVIRONMENT}, capture_output=True, text=True, timeout=60
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_record(tmp_path, "2017", date="TBD")
    return tmp_path


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", LOUD, ids=" ".join)
def test_a_full_disk_below_standard_output_is_not_reported_as_a_bug(project: Path, arguments: list[str]) -> None:
    done = run_shell(project, arguments, f"> {FULL}")
    assert done.returncode == 2
    assert done.stderr == "devroom-gen: standard output cannot be written: no space left on device\n"


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["render", "--bogus"], 2), (["validate", "nowhere"], 2), (["bogus"], 2), (["lint"], 2), (["explain", "X"], 2)],
    ids=str,
)
def test_wrong_usage_is_wrong_usage_although_nobody_can_be_told(project: Path, arguments: list[str], code: int) -> None:
    for redirection in (f"2> {FULL}", f"> {FULL} 2> {FULL}", "2>&-", ">&- 2>&-"):
        assert run_shell(project, arguments, redirection).returncode == code


@NEEDS_SHELL
def test_an_interruption_while_the_program_is_imported_ends_it_in_silence() -> None:
    program = (
        "import sys, devroom_gen.__main__ as program\n"
        "class Finder:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'devroom_gen.cli.app': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Finder())\n"
        "sys.argv = ['devroom-gen', 'list']\n"
        "program.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (130, "")


@NEEDS_SHELL
@pytest.mark.parametrize("redirection", [">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", [["validate"], ["render"], ["--help"]], ids=" ".join)
def test_a_closed_stream_stops_nothing(project: Path, arguments: list[str], redirection: str) -> None:
    done = run_shell(project, arguments, redirection)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@NEEDS_SHELL
def test_a_reader_that_stops_early_sees_no_complaint(project: Path) -> None:
    done = run_shell(project, ["schema"], "| head -1")
    assert done.returncode == 0
    assert done.stdout == "{\n"
    assert done.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [["list", "--project"], ["validate"], ["render", "--output"], ["new", "2019", "--project"], ["lint"]],
    ids=" ".join,
)
def test_a_path_that_is_too_long_is_wrong_usage(
    project: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(project)
    result = run(*arguments, "a" * 300)
    assert result.exit_code == 2
    assert result.stderr.startswith("devroom-gen: `")
    assert result.stderr.endswith("` cannot be reached: file name too long\n")


@pytest.mark.parametrize("day", ["20180204", "2018-W05-7", "2018-13-01", "today", "", "٢٠١٨-02-04"])
def test_a_day_is_written_in_one_way(project: Path, day: str) -> None:
    result = run("list", "--project", project, "--today", day)
    assert result.exit_code == 2
    assert result.stderr == (
        f"devroom-gen: `{day}` is not a day\n   = help: write year-month-day: `--today 2018-02-04`\n"
    )


@pytest.mark.parametrize("epoch", ["abc", "2018-02-04", "9" * 30, "1.5"])
def test_an_epoch_is_seconds(project: Path, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("list", "--project", project)
    assert result.exit_code == 2
    assert result.stderr == (
        f"devroom-gen: `{epoch}` in SOURCE_DATE_EPOCH is not a moment\n"
        "   = help: set it to seconds since 1970: `SOURCE_DATE_EPOCH=1517702400`\n"
    )


def test_an_epoch_is_a_day_in_utc(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1486339199")
    assert "past" not in run("list", "--project", project).stdout  # the last second of the weekend
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1486339200")
    assert "past" in run("list", "--project", project).stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_version_that_nobody_can_read_ends_without_a_traceback() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "devroom_gen", "--version"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["explain"], ["explain", "DG311"], ["explain", "DG101"]])
def test_manuals_are_missed_politely_without_docstrings(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-OO", "-m", "devroom_gen", *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "DG" in done.stdout
