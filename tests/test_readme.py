"""What the README and its companions show is what comes out, and their commands run."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from devroom_gen import __version__
from devroom_gen.cli.app import app
from devroom_gen.commands.validate import validate
from devroom_gen.diagnostics.diagnostic import has_errors
from devroom_gen.diagnostics.formats.full import report
from tests import ROOT
from tests.picture import draw, words

BLOCK = re.compile(r"<!-- (?P<name>[^\n]+) -->\n```\w+\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(ROOT.rglob("*.md"))
    if not {".venv", "site", "golden"} & set(path.relative_to(ROOT).parts)
    and re.fullmatch(r"README|CONTRIBUTING|CHANGELOG", path.stem)
}
"""What people read who come to this repository."""
README = PAGES["README.md"]
BLOCKS = {
    match["name"]: match["body"]
    for page in ("README.md", "events/README.md", "templates/README.md")
    for match in BLOCK.finditer(PAGES[page])
}
ADDRESS = "https://github.com/OWNER/devroom-gen"
"""The address of the repository, with a placeholder for its owner."""
PICTURE = ROOT / ".github" / "findings.svg"
RUNNING = "README_IS_RUNNING"
"""Set while the README's commands are run, so that the tests that they start do not run them again."""


def run(*arguments: str) -> tuple[int, str, str]:
    outcome = CliRunner(env={"COLUMNS": "100", "_TYPER_FORCE_DISABLE_TERMINAL": "1"}).invoke(app, arguments)
    return outcome.exit_code, outcome.stdout, outcome.stderr


def project(folder: Path, **files: str) -> Path:
    """Make a project of files; `events_2027` is the text of `events/2027.toml`."""
    for name, text in files.items():
        path = folder.joinpath(*name.split("_")).with_suffix(".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_it_is_short() -> None:
    assert README.count("\n") <= 300


def anchors(text: str) -> set[str]:
    """Return the anchors that a forge gives to the headings of a page, and those that the page states itself."""
    headings = [heading.lower() for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)]
    slugs = [re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in headings]
    return {*slugs, *re.findall(r'<a id="([^"]+)">', text)}


@pytest.mark.parametrize("name", PAGES)
def test_every_local_link_leads_somewhere(name: str) -> None:
    text = re.sub(r"^```.*?^```$|^    [^\n]*$|`[^`\n]*`", "", PAGES[name], flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(((?!https?:|\{)[^)]+)\)|(?:src|href)=\"((?!https?:)[^\"]+)\"", text):
        path, _, anchor = "".join(target).partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), target
        assert not anchor or anchor in anchors(file.read_text(encoding="utf-8")), target


def test_the_changelog_begins_with_this_version() -> None:
    assert re.findall(r"^## (.+)$", PAGES[".github/CHANGELOG.md"], re.MULTILINE)[0] == __version__


def test_the_address_of_the_repository_is_one_placeholder() -> None:
    found = {match for text in PAGES.values() for match in re.findall(r"github\.com/([\w-]+/devroom-gen)\b", text)}
    assert found == {"OWNER/devroom-gen"}


def test_excerpt_of_the_record_stands_in_it() -> None:
    record = (ROOT / "events/hpc/2017.toml").read_text(encoding="utf-8")
    for paragraph in BLOCKS["excerpt of events/hpc/2017.toml"].split("\n\n"):
        for line in paragraph.strip().splitlines():
            assert f"{line}\n" in record


def test_excerpt_of_the_page_stands_in_it(tmp_path: Path) -> None:
    path = "singlepaged/hpc/2017/_posts/2015-01-01-intro.md"
    code, _, _ = run("render", "hpc/2017", "--project", str(ROOT), "--output", str(tmp_path))
    page = (tmp_path / path).read_text(encoding="utf-8")
    assert code == 0
    for paragraph in BLOCKS[f"excerpt of {path}"].strip().split("\n\n"):
        assert f"{paragraph}\n" in page


def test_findings_are_those_of_the_broken_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project(tmp_path, events_2027=BLOCKS["broken record"]))
    code, shown, _ = run("validate")
    assert (code, shown.split()) == (1, words(PICTURE.read_text(encoding="utf-8")))


def test_stale_findings_are_those_of_the_stale_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "index.md").write_text(BLOCKS["stale page"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown, judged = run(*BLOCKS["lint"].split()[1:])
    assert (code, shown.strip()) == (1, BLOCKS["stale findings"].strip())
    assert judged.startswith("judged as FOSDEM 2027, Rust devroom, Sunday 31 January 2027\n")


def test_the_picture_shows_the_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(project(tmp_path, events_2027=BLOCKS["broken record"]))
    found = [each for each in validate(None, [Path("events")], date(2026, 11, 1)).diagnostics if has_errors([each])]
    drawn = draw(report(found, colour=True))
    if request.config.getoption("--rewrite-goldens"):
        PICTURE.write_text(drawn, encoding="utf-8")
    assert words(PICTURE.read_text(encoding="utf-8")) == words(drawn)


def test_examples_of_records_have_nothing_to_fix(tmp_path: Path) -> None:
    of_conference = BLOCKS["record of another conference"]
    for name, files in {
        "plain": {"events_2027": BLOCKS["record"], "events_settings": BLOCKS["settings"]},
        "inline": {"events_2027": of_conference},
        "phases": {"events_2027": BLOCKS["record of phases"]},
        "named": {
            "events_2027": of_conference.partition("[conference]")[0],
            "events_settings": 'conference = "conf"\n',
            "conferences_conf": BLOCKS["conference"],
        },
    }.items():
        folder = project(tmp_path / name, **files)
        assert run("validate", "--strict", "--project", str(folder)) == (0, "", "1 record: no problems found\n"), name
        assert run("render", "--project", str(folder))[0] == 0, name


def test_settings_and_template_show_on_the_page(tmp_path: Path) -> None:
    folder = project(tmp_path, events_2027=BLOCKS["record"], events_settings=BLOCKS["settings"])
    (folder / "templates/page").mkdir(parents=True)
    (folder / "templates/page/README.md").write_text(BLOCKS["template"], encoding="utf-8")
    assert run("render", "--project", str(folder))[0] == 0
    page = (folder / "site/page/2027/README.md").read_text(encoding="utf-8")
    assert "## Travel\n\nTake the tram to the campus in Brussels.\n" in page
    assert page.endswith("\n*Made by volunteers.*\n")
    assert (folder / "site/singlepaged/2027/_posts/2015-01-05-travel.md").is_file()


def test_pages_follow_the_day(tmp_path: Path) -> None:
    def submission(today: str) -> str:
        run("render", "hpc/2018", "--project", str(ROOT), "--output", str(tmp_path), "--today", today)
        return next(tmp_path.rglob("*-submissions.md")).read_text(encoding="utf-8")

    assert "fa-sign-in" in submission("2017-11-25")
    assert "fa-sign-in" not in submission("2017-12-02")
    assert "hpc,_big_data,_and_data_science" in submission("2017-12-15")


def test_workflow_works_for_a_folder_of_records(tmp_path: Path) -> None:
    steps = yaml.safe_load(BLOCKS["workflow"])["jobs"]["records"]["steps"]
    lines = [step["run"].split() for step in steps if "run" in step]
    assert lines[0] == ["pip", "install", f"git+{ADDRESS}"]
    shutil.copytree(ROOT / "events", tmp_path / "events")
    assert [line[:2] for line in lines[1:]] == [["devroom-gen", "validate"], ["devroom-gen", "render"]]
    for line in lines[1:]:
        assert run(*line[1:], "--project", str(tmp_path))[0] == 0, line
    assert run("render", "--check", "--project", str(tmp_path))[0] == 0


def test_installing_without_a_clone_takes_the_address() -> None:
    lines = BLOCKS["install without a clone"].splitlines()
    assert [line.split("git+")[1].split()[0] for line in lines] == [ADDRESS, ADDRESS]


# -- the commands themselves ------------------------------------------------------------------------------------------

IGNORED = (".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "site", "build", "dist", "*.egg-info")
CLEAN = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV", "PYTEST_ADDOPTS"}}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A fresh copy of the repository, with the running Python as `python3`."""
    shutil.copytree(ROOT, tmp_path / "clone", ignore=shutil.ignore_patterns(*IGNORED))
    (tmp_path / "bin").mkdir()
    base = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    python = tmp_path / "bin/python3"
    python.write_text(f'#!/bin/sh\nexec "{base}" "$@"\n')
    python.chmod(0o755)
    return tmp_path / "clone"


def shell(command: str, folder: Path, **variables: str) -> str:
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        env=CLEAN | {"PATH": path} | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a POSIX shell")
def test_first_command_and_first_editions(clone: Path) -> None:
    records = [path for path in (clone / "events").rglob("*.toml") if path.stem.isdecimal()]
    shell(BLOCKS["pages"], clone)
    assert len(list((clone / "site").rglob("2015-01-01-intro.md"))) == len(records) == 5
    shell(BLOCKS["first edition"] + BLOCKS["next edition"], clone)
    week = BLOCKS["next week"].replace("../devroom-gen/", f"../{clone.name}/")
    assert "2028" in shell(week, clone.parent / "my-devroom")
    assert len(list((clone.parent / "my-devroom/site").rglob("2015-01-01-intro.md"))) == 1
    assert (clone.parent / "my-devroom/events/2028.toml").is_file()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a POSIX shell")
@pytest.mark.skipif(RUNNING in os.environ, reason="the README's test command is what runs this test")
def test_second_command(clone: Path) -> None:
    quick = {RUNNING: "tests", "PYTEST_ADDOPTS": "-m 'not slow'"}
    closing = shell(BLOCKS["tests"], clone, **quick).strip().splitlines()[-1]
    assert re.fullmatch(r"\d+ passed.* in .*", closing)
