"""The reference documentation is fresh and complete, and one command refreshes it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import jinja2
import pytest
from typer.testing import CliRunner

from devroom_gen.cli.app import app
from devroom_gen.diagnostics.formats import Format
from devroom_gen.facts.model import Facts
from devroom_gen.facts.placeholders import PLACEHOLDERS
from devroom_gen.linter.registry import all_codes
from devroom_gen.project.builtin import builtin_templates
from devroom_gen.project.layout import target_names
from tests import ROOT
from tests.reference import MIXED, PARTS, WHOLE, stale_files
from tests.reference.lists import commands
from tests.reference.names import print_names
from tests.sites import ENVIRONMENT

TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in (*MIXED, *WHOLE)}
WHOLE_TEXT = "\n".join(TEXTS.values())


def test_every_file_is_fresh() -> None:
    stale = [path.relative_to(ROOT).as_posix() for path, _ in stale_files(ROOT)]
    assert stale == [], "run `python -m tests.reference`"


@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_printed_somewhere(name: str) -> None:
    assert f"<!-- begin {name}: printed by `python -m tests.reference` -->\n\n{PARTS[name]()}" in WHOLE_TEXT


def test_every_command_and_option_is_there() -> None:
    for command in commands():
        result = CliRunner().invoke(app, [command, "--help"], env=ENVIRONMENT)
        options = set(re.findall(r"--[a-z-]+", result.stdout)) - {"--help"}
        part = re.split(f"### `devroom-gen {command}[ `]", TEXTS["devroom_gen/cli/README.md"])[1].partition("\n### ")[0]
        assert options == set(re.findall(r"\| `(--[a-z-]+)", part)), command


def test_every_option_of_the_program_itself_is_there() -> None:
    shown = CliRunner().invoke(app, ["--help"], env=ENVIRONMENT).stdout
    for option in re.findall(r"^  (?:-h, )?(--[a-z-]+)", shown, re.MULTILINE):
        assert f"`devroom-gen {option}`" in TEXTS["devroom_gen/cli/README.md"], option


def test_every_format_is_there() -> None:
    assert [name for name in Format if f"| `{name}` |" not in TEXTS["devroom_gen/cli/README.md"]] == []


def test_every_code_is_there_once() -> None:
    reference = TEXTS["devroom_gen/rules/README.md"]
    for code in all_codes():
        assert reference.count(f"\n### {code.id} {code.name}\n") == reference.count(f"](#{code.id.lower()}) ") == 1


def test_every_placeholder_and_target_is_there() -> None:
    plain = [name for name in PLACEHOLDERS if name.rpartition(".")[2] not in {"long", "short", "iso", "weekday", "day"}]
    assert [name for name in plain if f"| `{{{name}}}` |" not in TEXTS["events/README.md"]] == []
    targets = target_names([builtin_templates()])
    assert [name for name in targets if f"| `{name}` |" not in TEXTS["templates/README.md"]] == []


def test_every_name_of_a_template_is_there() -> None:
    printed = set(re.findall(r"^\| `([\w.\[\]]+)` ", print_names(), re.MULTILINE))
    tops = {name.partition(".")[0].removesuffix("[]") for name in printed}
    assert tops == set(Facts._fields)
    assert {"call.closes", "milestones[].was[]", "organizers[].people[].url", "date.is_known"} <= printed


def test_every_filter_of_our_own_is_there() -> None:
    part = TEXTS["templates/README.md"].partition("## Filters\n")[2].partition("\n## ")[0]
    described = set(re.findall(r"^\| `(\w+)[`(]", part, re.MULTILINE))
    files = [path for path in builtin_templates().rglob("*") if path.is_file() and path.suffix != ".toml"]
    code = [
        each for path in files for each in re.findall(r"\{[{%].*?[%}]\}", path.read_text(encoding="utf-8"), re.DOTALL)
    ]
    used = {name for each in code for name in re.findall(r"\| *(\w+)", each)}
    assert described == used - set(jinja2.Environment().filters)


def test_one_command_refreshes_all(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    for name in (
        "devroom_gen",
        "events",
        "templates",
        "tests/reference",
        "tests/__init__.py",
        "README.md",
        "pyproject.toml",
    ):
        source = ROOT / name
        ignored = shutil.ignore_patterns("__pycache__")
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=ignored)
        else:
            shutil.copy(source, tmp_path / name)
    (tmp_path / "events/event.schema.json").write_text("{}\n")
    page = tmp_path / "templates/README.md"
    page.write_bytes(page.read_bytes().replace(b"| `title` | text |", b"| `title` | number |"))

    def run(*arguments: str) -> tuple[int, list[str]]:
        command = [sys.executable, "-m", "tests.reference", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60)
        assert done.stderr == ""
        return done.returncode, done.stdout.splitlines()

    assert run("--check") == (1, ["templates/README.md is stale", "events/event.schema.json is stale"])
    assert run() == (0, ["templates/README.md refreshed", "events/event.schema.json refreshed"])
    assert run("--check") == (0, [])
    assert page.read_bytes() == (ROOT / "templates/README.md").read_bytes()
