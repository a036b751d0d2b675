"""One bad record per file, with what is said about it beside it: `NAME.toml` is `events/2018.toml`, a folder `NAME` is a project."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from devroom_gen.cli.app import app

BAD_RECORDS = Path(__file__).parent / "bad_records"
CASES = sorted(path for path in BAD_RECORDS.iterdir() if path.is_dir() or path.suffix == ".toml")

FOREIGN_WORDS = re.compile(
    r"Input should|Extra inputs|Field required|Value error|validation error|pydantic|type=|TOML parse error"
    r"|expected `|expected nothing|, expected |unsupported|Traceback|jinja|Undefined|<class|\x1b",
    re.IGNORECASE,
)
"""What pydantic, Jinja, Python and the parser would say."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_is_told_and_writes_nothing(case: Path, project: Path, check_golden: Callable[[Path, str], None]) -> None:
    if case.is_dir():
        shutil.copytree(case, project, dirs_exist_ok=True)
    else:
        (project / "events").mkdir()
        shutil.copy(case, project / "events" / "2018.toml")
    before = sorted(project.rglob("*"))

    validated = CliRunner().invoke(app, ["validate"])
    rendered = CliRunner().invoke(app, ["render"])

    check_golden(case.with_suffix(".txt"), validated.stdout)
    assert (validated.exit_code, rendered.exit_code) == (1, 1)
    assert "error[" in rendered.stdout
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_is_told_in_words_of_our_own(case: Path) -> None:
    text = case.with_suffix(".txt").read_text("utf-8")
    ours = "".join(line + "\n" for line in text.splitlines() if re.match(r"(error|warning|note)\[|   = |  \w", line))
    assert not FOREIGN_WORDS.findall(ours)


def test_every_expectation_belongs_to_a_case() -> None:
    assert {path.stem for path in BAD_RECORDS.glob("*.txt")} == {path.stem for path in CASES}
