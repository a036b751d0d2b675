"""Targets: sets of templates, one folder each, whose tree is the tree of what they emit. Renders nothing.

In a target's folder,

- `target.toml` holds its settings;
- `_parts/` holds templates that others include;
- `_project/` holds templates of what belongs to the project and not to one edition;
- a name with `{intro}` in it is the page of that section, and the braces become its two-digit number;
- a name with `{section}` in it is written for each section that has no template of its own: `06-travel`;
- everything else is a page of every edition.
"""

import os
import re
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from devroom_gen.project.listing import list_files
from devroom_gen.project.source_files import read_regular
from devroom_gen.render.environment import BUILTIN

SETTINGS = "target.toml"
PARTS, PROJECT = "_parts/", "_project/"
_SECTION = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


class Template(NamedTuple):
    """One template: its path below the target, and the section that it is the page of."""

    path: str
    section: str | None = None

    @property
    def is_of_project(self) -> bool:
        return self.path.startswith(PROJECT)

    def page_path(self, number: int | None = None, name: str | None = None) -> str:
        """Return the path of the page that this template makes."""
        put = f"{number:02}" if number else ""
        if self.section == "section":
            put = f"{put}-{name}"
        return _SECTION.sub(put, self.path.removeprefix(PROJECT))


@dataclass(frozen=True)
class Target:
    """One target: its name, and the folders that hold the templates of all targets, the project's own first."""

    name: str
    roots: tuple[Path, ...]
    builtin_root: Path

    @cached_property
    def templates(self) -> tuple[Template, ...]:
        """List the templates that make pages."""
        found = {path for root in self.roots for path in list_templates(root / self.name, self._within(root))}
        made = (path for path in sorted(found) if path != SETTINGS and not path.startswith(PARTS))
        return tuple(Template(path, match[1] if (match := _SECTION.search(path)) else None) for path in made)

    @cached_property
    def sources(self) -> dict[str, Path]:
        """The files that templates can name: of the target, then of all; `builtin/` leads to those of the program."""
        builtin = self._named([self.builtin_root])
        return {f"{BUILTIN}/{path}": file for path, file in builtin.items()} | self._named(self.roots)

    def _named(self, roots: Sequence[Path]) -> dict[str, Path]:
        last_first = [
            *((root, root) for root in reversed(roots)),
            *((root / self.name, root) for root in reversed(roots)),
        ]
        listed = (list_templates(folder, self._within(root)) for folder, root in last_first)
        return {path: file for files in listed for path, file in files.items()}

    def _within(self, root: Path) -> Path:
        """Return the folder that links below a root may not leave: the program's own, or the project."""
        return root if root == self.builtin_root else root.parent

    @cached_property
    def has_own(self) -> bool:
        """Whether some template that could be reached did not come with the program."""
        own = (root for root in self.roots if root != self.builtin_root)
        return any(own_paths(root, self.builtin_root, self._read) for root in own)

    @cached_property
    def _contents(self) -> dict[Path, bytes]:
        return {}

    def _read(self, file: Path) -> bytes:
        """Read a template, once for a run, so that what was found to be built in is what is rendered."""
        if file not in self._contents:
            self._contents[file] = _content(file)
        return self._contents[file]

    def load(self, name: str) -> tuple[str, str] | None:
        """Return the text of a template, and the path of its file; nothing where there is no such template."""
        file = self.sources.get(name)
        return (self._read(file).decode(), str(file)) if file else None


def _content(path: Path) -> bytes:
    """Read a template, whatever line endings a checkout gave it."""
    return read_regular(path).replace(b"\r\n", b"\n")


def own_paths(root: Path, builtin: Path, read: Callable[[Path], bytes] = _content) -> list[str]:
    """List the files of a project's folder of templates, less those that equal the built-in of the same path."""
    files = list_templates(root, root.parent).items()
    return [path for path, file in files if not ((builtin / path).is_file() and read(file) == read(builtin / path))]


def template_paths(root: Path) -> list[str]:
    """List the files of a folder of templates by their paths below it."""
    return list(list_templates(root, root.parent))


def list_templates(folder: Path, within: Path) -> dict[str, Path]:
    """List the files below a folder by their paths there. What is not listed here is never loaded."""
    return {path: Path(place) for path, place in list_files(folder, within).files.items() if not _is_special(place)}


def _is_special(place: str) -> bool:
    """Whether it is there and no file, as a pipe; what cannot be reached is told when it is read."""
    with suppress(OSError):
        return not stat.S_ISREG(os.stat(place).st_mode)  # noqa: PTH116
    return False
