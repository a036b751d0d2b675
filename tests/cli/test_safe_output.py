"""What a stranger wrote into a record, a page or the name of a file reaches no terminal and no workflow as a command."""

import re
from pathlib import Path

import pytest

from tests.sites import render, run, write_record

COMMANDS = ("::stop-commands::x", "  ::error::x", "##[error]x", "::add-mask::y")
PROSE = "\n".join(COMMANDS)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project whose record and pages try to command a workflow, as the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    write_record(tmp_path, "2017", pitch=["Welcome.", PROSE], title="##[group]x")
    (tmp_path / "events/settings.toml").write_text('targets = ["page"]\n')
    render(tmp_path)
    page = tmp_path / "site/page/2017/README.md"
    page.write_text(f"{PROSE}\n{page.read_text()}")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("render", "--check"),
        ("render", "--diff"),
        ("render", "::error::no"),
        ("list",),
        ("validate",),
        ("validate", "--fix", "--diff"),
        ("validate", "--output-format", "full"),
        ("validate", "::error::no"),
        ("lint", "site"),
        ("lint", "site", "--output-format", "concise"),
        ("templates", "--copy", "##[x]"),
        ("explain", "::error::no"),
    ],
)
def test_a_workflow_is_given_no_command_of_a_stranger(project: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    for line in f"{result.stdout}\n{result.stderr}".splitlines():
        ours = re.match(r"::(error|warning|notice) file=", line)
        assert ours or not line.lstrip().startswith("::"), line
        assert ours or "##[" not in line, line
