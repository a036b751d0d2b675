"""The tools that are compared: how each is given its content, and the command that renders it. Each gives the same text."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import tomli_w

from tests.benchmarks.corpus import Edition, make_editions, write_project

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS, SHARED = HERE / "peers", HERE / "peers/shared"


class Tool(Protocol):
    """One tool. `prepare` fills a folder, `command` renders it into an output folder, `touch` changes one edition."""

    @property
    def name(self) -> str: ...

    def is_there(self) -> bool: ...

    def prepare(self, folder: Path, count: int) -> None: ...

    def command(self, folder: Path, output: Path) -> Sequence[str | Path]: ...

    def touch(self, folder: Path, run: int) -> None: ...


@dataclass(frozen=True)
class Ours:
    """This project: records with placeholders, and the data file of a conference."""

    python: Path = Path(sys.executable)
    name: str = "devroom-gen"
    targets: tuple[str, ...] = ("page",)
    options: tuple[str, ...] = ()

    def is_there(self) -> bool:
        return True

    def prepare(self, folder: Path, count: int) -> None:
        write_project(folder, count, self.targets)

    def command(self, folder: Path, output: Path) -> Sequence[str | Path]:
        pattern = f"{output}/{{edition}}" if self.targets == ("page",) else f"{output}/{{target}}/{{edition}}"
        return [self.python, "-m", "devroom_gen", "render", "--project", folder, "--output", pattern, *self.options]

    def touch(self, folder: Path, run: int) -> None:
        path = sorted((folder / "events").rglob("2*.toml"))[0]
        _replace_first(path, run)


@dataclass(frozen=True)
class Peer:
    """Any other tool: one file for each edition, in which a person has written all words and links."""

    name: str
    program: Path
    suffix: str

    def is_there(self) -> bool:
        return self.program.exists()

    def prepare(self, folder: Path, count: int) -> None:
        shutil.copytree(PEERS / self.name, folder)
        for edition in make_editions(count):
            path = folder / "content" / edition.series / f"{edition.year}{self.suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.write(edition), encoding="utf-8")

    def write(self, edition: Edition) -> str:
        return tomli_w.dumps({"r": edition.filled}, multiline_strings=True)

    def command(self, folder: Path, output: Path) -> Sequence[str | Path]:
        raise NotImplementedError

    def touch(self, folder: Path, run: int) -> None:
        path = sorted((folder / "content").rglob(f"2*{self.suffix}"))[0]
        _replace_first(path, run)


class Plain(Peer):
    """The script that a newcomer writes."""

    def command(self, folder: Path, output: Path) -> Sequence[str | Path]:
        return [self.program, folder / "render.py", folder / "content", SHARED, output]


class Bare(Plain):
    """The libraries of this project alone; the models are those of the plain script."""

    def prepare(self, folder: Path, count: int) -> None:
        super().prepare(folder, count)
        shutil.copy(PEERS / "plain/render.py", folder / "plain.py")


class Pelican(Peer):
    """Pelican, with a reader of TOML files, which its own metadata cannot replace: they are flat."""

    def prepare(self, folder: Path, count: int) -> None:
        super().prepare(folder, count)
        for template in SHARED.iterdir():
            shutil.copy(template, folder / "theme/templates")

    def command(self, folder: Path, output: Path) -> Sequence[str | Path]:
        return [self.program, folder / "content", "-s", folder / "settings.py", "-o", output, "-q"]


class Hugo(Peer):
    """Hugo, with TOML front matter and templates of plain text."""

    def write(self, edition: Edition) -> str:
        head = {"title": edition.filled["title"], "date": edition.filled["date"], "params": {"r": edition.filled}}
        return f"+++\n{tomli_w.dumps(head, multiline_strings=True)}+++\n"

    def command(self, folder: Path, output: Path) -> Sequence[str | Path]:
        return [self.program, "build", "--quiet", "-s", folder, "-d", output]


class Eleventy(Peer):
    """Eleventy, with TOML front matter read by smol-toml, and Nunjucks."""

    def prepare(self, folder: Path, count: int) -> None:
        super().prepare(folder, count)
        (folder / "_includes").mkdir()
        for template in SHARED.iterdir():
            shutil.copy(template, folder / "_includes")
        head = '---\npermalink = "README.md"\n---\n'
        text = '{% set editions = collections.editions %}\n{% include "index.md" %}\n'
        (folder / "content/index.njk").write_text(head + text, encoding="utf-8")
        (folder / "node_modules").symlink_to(self.program.parent.parent)

    def write(self, edition: Edition) -> str:
        head = {"permalink": f"{edition.filled['path']}/README.md", "r": edition.filled}
        return f'---\n{tomli_w.dumps(head, multiline_strings=True)}---\n{{% include "page.md" %}}\n'

    def command(self, folder: Path, output: Path) -> Sequence[str | Path]:
        return ["env", "-C", folder, self.program, "--quiet", f"--output={output}"]


def all_tools(installed: Path) -> list[Tool]:
    """Return all tools, those that are not installed too; `installed` holds `venv/` and `npm/`."""
    programs = installed / "venv/bin"
    return [
        Ours(),
        Plain("plain", Path(sys.executable), ".toml"),
        Bare("bare", Path(sys.executable), ".toml"),
        Hugo("hugo", _hugo(installed), ".md"),
        Pelican("pelican", programs / "pelican", ".toml"),
        Eleventy("eleventy", installed / "npm/node_modules/.bin/eleventy", ".njk"),
    ]


def _hugo(installed: Path) -> Path:
    """Return the program itself: the wheel's own command starts Python before it."""
    found = sorted((installed / "venv").glob("lib/python*/site-packages/hugo/binaries/hugo"))
    return found[0] if found else installed / "hugo"


def _replace_first(path: Path, run: int) -> None:
    """Change one word of the first topic, to another one in each run."""
    text = path.read_text(encoding="utf-8")
    before, mark, after = text.partition('lead = "We look for talks on')
    path.write_text(f"{before}{mark} {run} things{after[after.index(':') :]}", encoding="utf-8")
