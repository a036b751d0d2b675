"""Targets: sets of templates, one folder each, whose tree is the tree of what they emit. Renders nothing.

In a target's folder,

- `target.toml` holds its settings;
- `_parts/` holds templates that others include;
- `_project/` holds templates of what belongs to the project and not to one edition;
- a name with `{intro}` in it is the page of that section, and the braces become its two-digit number;
- a name with `{section}` in it is written for each section that has no template of its own: `06-travel`;
- everything else is a page of every edition.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from devroom_gen.record.target import TargetSettings
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
    """One target: its name, its settings, and the folders that hold the templates of all targets, a person's own first."""

    name: str
    roots: tuple[Path, ...]
    builtin_root: Path
    settings: TargetSettings

    @cached_property
    def templates(self) -> tuple[Template, ...]:
        """List the templates that make pages."""
        made = (path for path in self.paths() if path != SETTINGS and not path.startswith(PARTS))
        return tuple(Template(path, match[1] if (match := _SECTION.search(path)) else None) for path in made)

    def paths(self) -> list[str]:
        """List all files of the target that are in effect."""
        return sorted({path for root in self.roots for path in template_paths(root / self.name)})

    @property
    def search(self) -> tuple[Path, ...]:
        """Return the folders in which templates look for others: the target's, then those that hold all targets."""
        return (*(root / self.name for root in self.roots), *self.roots)

    @property
    def builtin_search(self) -> tuple[Path, ...]:
        """Return the folders in which templates find what is named with `builtin/`."""
        return (self.builtin_root / self.name, self.builtin_root)

    @cached_property
    def has_own(self) -> bool:
        """Whether some template that could be reached did not come with the program."""
        return any(own_paths(root, self.builtin_root) for root in self.roots if root != self.builtin_root)

    def find(self, path: str) -> Path | None:
        """Return the file that a template is read from."""
        name, _, below = path.partition("/")
        search, path = (self.builtin_search, below) if name == BUILTIN else (self.search, path)
        return next((file for folder in search if (file := folder / path).is_file()), None)


def own_paths(folder: Path, builtin: Path) -> list[str]:
    """List the files of a folder, less those that equal the built-in of the same path."""
    return [path for path in template_paths(folder) if not _is_same(folder / path, builtin / path)]


def template_paths(folder: Path) -> list[str]:
    """List the files of a folder by their paths below it; hidden files and what editors leave behind are none."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and not path.name.endswith("~"))
    return sorted(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))


def _is_same(own: Path, builtin: Path) -> bool:
    """Compare two templates, whatever line endings a checkout gave them."""
    return builtin.is_file() and _content(own) == _content(builtin)


def _content(path: Path) -> bytes:
    return path.read_bytes().replace(b"\r\n", b"\n")
