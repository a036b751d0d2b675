"""Shell completion, asked for as a shell does: the words so far come in environment variables, the answers on stdout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from devroom_gen.linter.registry import all_codes
from tests.sites import write_record

PROGRAM = "import sys; sys.argv[0] = 'devroom-gen'; from devroom_gen.__main__ import main; main()"


def ask(folder: Path, **variables: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


def complete(folder: Path, line: str) -> list[str]:
    """Return what bash is offered for the last word of a line."""
    count = len(line.split(" ")) - 1
    return ask(folder, _DEVROOM_GEN_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(count))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for edition in ("rust/2018", "rust/2019", "hpc/2018"):
        write_record(tmp_path, edition)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("devroom-gen va", ["validate"]),
        ("devroom-gen render ", ["hpc", "hpc/2018", "rust", "rust/2018", "rust/2019"]),
        ("devroom-gen render ru", ["rust", "rust/2018", "rust/2019"]),
        ("devroom-gen list rust/2018 rust/", ["rust/2019"]),
        ("devroom-gen new rust/2020 --from rust/", ["rust/2018", "rust/2019"]),
        ("devroom-gen explain DG20", [f"DG20{number}" for number in range(1, 10)]),
        ("devroom-gen explain dg206", ["dg206"]),
        ("devroom-gen explain unknown-k", ["unknown-key"]),
        ("devroom-gen validate --select DG206,DG40", [f"DG206,DG40{number}" for number in range(1, 7)]),
        ("devroom-gen validate --ignore duplicate-o", ["duplicate-organizer"]),
        ("devroom-gen validate --output-format s", ["sarif"]),
        ("devroom-gen templates --copy page/R", ["page/README.md"]),
        ("devroom-gen validate --st", ["--strict"]),
    ],
)
def test_what_is_offered(project: Path, line: str, offered: list[str]) -> None:
    assert complete(project, line) == offered


def test_the_project_that_is_named_is_the_one_that_is_read(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert complete(elsewhere, "devroom-gen render ") == []
    assert complete(elsewhere, f"devroom-gen render --project {project} h") == ["hpc", "hpc/2018"]


def test_a_record_that_is_broken_is_offered_too(project: Path) -> None:
    (project / "events/hpc/2018.toml").write_text("name =", encoding="utf-8")
    assert complete(project, "devroom-gen render hpc/") == ["hpc/2018"]


def test_all_codes_are_offered_with_their_names(tmp_path: Path) -> None:
    lines = ask(
        tmp_path,
        _DEVROOM_GEN_COMPLETE="complete_fish",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        _TYPER_COMPLETE_ARGS="devroom-gen explain ",
    )
    assert lines == [f"{code.id}\t{code.name}" for code in all_codes()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_gets_its_script(tmp_path: Path, shell: str) -> None:
    assert any("_DEVROOM_GEN_COMPLETE" in line for line in ask(tmp_path, _DEVROOM_GEN_COMPLETE=f"source_{shell}"))
