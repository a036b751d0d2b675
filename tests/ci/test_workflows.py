"""The workflows and the action: valid, pinned, and with no finding of a tool that looks for weak ones."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from devroom_gen import __version__
from tests import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
ACTIONS = sorted((GITHUB / "actions").rglob("action.yml"))
USES = re.compile(r"^ *(?:- )?uses: (?P<what>[^\s@]+)@(?P<version>\S+)(?P<comment>.*)$", re.MULTILINE)
SNIPPET = re.compile(r"^```yaml\n(?P<text>name:.*?)^```$", re.MULTILINE | re.DOTALL)


def _read(path: Path) -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return workflow


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_is_valid(path: Path) -> None:
    _run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", path)


@pytest.mark.parametrize("path", [*WORKFLOWS, *ACTIONS], ids=lambda path: path.stem)
def test_every_action_is_pinned_by_its_commit_and_says_its_version(path: Path) -> None:
    uses = list(USES.finditer(path.read_text(encoding="utf-8")))
    assert uses
    for match in uses:
        assert re.fullmatch(r"[0-9a-f]{40}", match["version"]), match["what"]
        assert re.fullmatch(r"  # v\d+\.\d+\.\d+", match["comment"]), match["what"]


def test_one_action_has_one_commit_everywhere() -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for path in (*WORKFLOWS, *ACTIONS, ROOT / "README.md", *GITHUB.rglob("README.md"))
    ]
    pinned = {(match["what"], match["version"]) for text in texts for match in USES.finditer(text)}
    assert len({what for what, _ in pinned}) == len(pinned)


def test_zizmor_finds_nothing(tmp_path: Path) -> None:
    program = Path(sys.executable).parent / "zizmor"
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for page in (ROOT / "README.md", GITHUB / "actions/devroom-gen/README.md"):
        for number, match in enumerate(SNIPPET.finditer(page.read_text(encoding="utf-8"))):
            text = match["text"].replace("/devroom-gen@main", f"/devroom-gen@{'0' * 40}")  # there is no tag yet
            (folder / f"{page.parent.name}-{number}.yml").write_text(text, encoding="utf-8")
    assert len(list(folder.iterdir())) == 3
    _run(program, "--offline", "--no-progress", GITHUB, tmp_path)


def test_only_the_job_that_publishes_has_an_identity() -> None:
    release = _read(GITHUB / "workflows/release.yml")
    assert release["permissions"] == {}
    jobs = release["jobs"]
    assert [name for name, job in jobs.items() if "id-token" in job["permissions"]] == ["publish"]
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert set(jobs["publish"]["needs"]) == set(jobs) - {"publish"}
    assert not [step for step in jobs["publish"]["steps"] if "run" in step]


def test_the_tag_is_compared_with_the_version(tmp_path: Path) -> None:
    (step,) = [each for each in _read(GITHUB / "workflows/release.yml")["jobs"]["build"]["steps"] if "name" in each]
    for tag, code in ((f"v{__version__}", 0), ("v9.9.9", 1)):
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=ROOT, env={"PATH": "/usr/bin:/bin", "GITHUB_REF_NAME": tag}, timeout=60)
        assert done.returncode == code


def test_ci_runs_what_contributors_run() -> None:
    for path in WORKFLOWS:
        assert [step["run"] for step in _read(path)["jobs"]["check"]["steps"] if "run" in step] == [".ci/run"]
