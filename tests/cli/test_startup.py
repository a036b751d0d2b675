"""Start-up is part of the product: nothing heavy is imported on the way to what does not need it."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.sites import write_record

HEAVY = ("jinja2", "markdown_it", "pydantic", "rich", "tomli_w", "toml_rs")
HEAVY_OF_PROSE = ("claims", "rules.expected", "linter.prose_runner", "rules.prose")
"""Parts of this project that only texts are read with."""
ONLY_FOR_FINDINGS = ("linter.ignore_comments", "toml.positions")
"""Parts of this project that are needed once something is wrong with a record."""
HEAVY_OF_RENDERING = {"jinja2", "pydantic", "toml_rs", *HEAVY_OF_PROSE}
PROGRAM = """\
import sys
from devroom_gen.__main__ import main
sys.argv[0] = "devroom-gen"
code = 0
try:
    main()
except SystemExit as end:
    code = end.code
names = {name.partition(".")[0] for name in sys.modules} | {name.partition(".")[2] for name in sys.modules}
print(code or 0, *sorted(names & set(HEAVY)), sep=",", file=sys.stderr)
"""


def imported(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """Run a command line in a process of its own; give its exit code and which heavy packages it imported."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            PROGRAM.replace("set(HEAVY)", f"set({(*HEAVY, *HEAVY_OF_PROSE, *ONLY_FOR_FINDINGS)!r})"),
            *arguments,
        ],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    code, *names = done.stderr.splitlines()[-1].split(",")
    return int(code), set(names)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"]])
def test_help_and_version_import_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    assert imported(tmp_path, *arguments) == (0, set())


def test_completion_of_editions_reads_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_record(tmp_path, "2017")
    monkeypatch.setenv("_DEVROOM_GEN_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "devroom-gen render ")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert imported(tmp_path) == (0, set())


@pytest.mark.parametrize("command", ["render", "validate", "new"])
def test_help_of_a_command_imports_nothing_of_ours(tmp_path: Path, command: str) -> None:
    code, names = imported(tmp_path, command, "--help")
    assert code == 0
    assert names <= {"pydantic"}  # Typer's own: it looks for pydantic's types among the parameters of a command


@pytest.mark.parametrize("command", ["render", "validate"])
def test_good_records_need_no_positions(tmp_path: Path, command: str) -> None:
    write_record(tmp_path, "2017")
    code, names = imported(tmp_path, command)
    assert code == 0
    assert not names & {"markdown_it", "rich", *ONLY_FOR_FINDINGS}
    assert names >= {*HEAVY_OF_PROSE}


def test_nothing_changed_imports_nothing_heavy(tmp_path: Path) -> None:
    write_record(tmp_path, "2017")
    write_record(tmp_path, "rust/2018", pitch=["We meet on {date}."])
    assert imported(tmp_path, "render") == (0, HEAVY_OF_RENDERING)
    assert imported(tmp_path, "render") == (0, set())
    assert imported(tmp_path, "render", "--check", "--today", date.today().isoformat()) == (0, set())
    assert imported(tmp_path, "render", "--output", str(tmp_path / "out")) == (0, HEAVY_OF_RENDERING)
    assert imported(tmp_path, "render", "--output", str(tmp_path / "out")) == (0, set())
