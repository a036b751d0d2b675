"""What a stranger wrote into a record, a page or the name of a file reaches no terminal and no workflow as a command."""

import os
import re
import subprocess
import sys
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


NASTY = "\x1b]0;x\x07\u202e\x1b[31m"
"""A title for the window, red letters and a turn of direction: what a terminal would carry out."""


@pytest.fixture
def nasty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project in which everything that can be named is named to harm a terminal that is there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    write_record(tmp_path, "2017", pitch=["Welcome to the 3nd {edtion}."])
    for folder in (f"events/s{NASTY}", f"templates/t{NASTY}", "conferences"):
        (tmp_path / folder).mkdir(parents=True)
    for path in (f"events/s{NASTY}/2018.toml", f"events/{NASTY}.toml", f"conferences/{NASTY}.toml"):
        (tmp_path / path).write_text("x = \n")
    (tmp_path / f"templates/t{NASTY}/{NASTY}.md").write_text("{{ nope.x }}")
    (tmp_path / f"{NASTY}.md").write_text(f"# FOSDEM 2017 {NASTY}\n\nSunday, 4 February 2017, 3nd edition {NASTY}\n")
    (tmp_path / "site/singlepaged/2017").mkdir(parents=True)
    (tmp_path / f"site/singlepaged/2017/{NASTY}").write_text(NASTY)
    return tmp_path


EVERY_COMMAND = [
    ["validate"], ["validate", "--diff"], ["validate", "--output-format", "concise"], ["validate", NASTY], ["validate", "--select", NASTY],
    ["render"], ["render", "--check"], ["render", "--diff"], ["render", NASTY], ["render", "--today", NASTY], ["list"], ["list", NASTY],
    ["templates"], ["templates", "--copy", NASTY], ["new", f"s{NASTY}/2019"], ["new", NASTY], ["lint", "."], ["lint", f"{NASTY}.md"],
    ["lint", ".", "--record", NASTY], ["explain", NASTY], ["validate", "--project", NASTY], ["render", "--output", f"x{NASTY}"],
]  # fmt: skip
RUN_ALL = """
from devroom_gen.cli.app import app
for arguments in {commands!r}:
    try:
        app(arguments)
    except SystemExit as end:
        assert end.code in (0, 1, 2), (arguments, end.code)
print("done")
"""


@pytest.mark.skipif(os.name == "nt", reason="this system has neither such names nor such terminals")
def test_a_terminal_is_given_only_what_it_shows(nasty: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", RUN_ALL.format(commands=EVERY_COMMAND)]
    with subprocess.Popen(command, cwd=nasty, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "dumb"}):
        os.close(theirs)
        shown = read_terminal(ours)
    assert shown.endswith("done\r\n"), shown
    assert [line for line in shown.split("\r\n") if not line.isprintable()] == []


def read_terminal(terminal: int) -> str:
    """Return all that is written to a terminal until it is closed."""
    pieces: list[bytes] = []
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # how Linux says that the other end is closed
            piece = b""
        if not piece:
            os.close(terminal)
            return b"".join(pieces).decode()
        pieces.append(piece)
