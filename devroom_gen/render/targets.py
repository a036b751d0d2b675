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
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from devroom_gen.record.settings import TargetSettings
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
        return sorted({path for root in self.roots for path in list_templates(root / self.name, self._within(root))})

    @cached_property
    def sources(self) -> dict[str, Path]:
        """The files that templates can name, and no others: those of the target, then those of all targets.

        What is named with `builtin/` comes from the program, whatever has taken its place.
        """
        builtin = (self.builtin_root / self.name, self.builtin_root)
        own = [(root / self.name, root) for root in self.roots]
        found = {f"{BUILTIN}/{path}": file for path, file in self._list(builtin, self.builtin_root).items()}
        for root, folders in zip(reversed(self.roots), reversed(own), strict=True):
            found |= self._list(folders[1:], root)
        for root, folders in zip(reversed(self.roots), reversed(own), strict=True):
            found |= self._list(folders[:1], root)
        return found

    def _list(self, folders: Sequence[Path], root: Path) -> dict[str, Path]:
        within = self._within(root)
        return {path: file for folder in reversed(folders) for path, file in list_templates(folder, within).items()}

    def _within(self, root: Path) -> Path:
        """Return the folder that links below a root may not leave: the program's own, or the project."""
        return root if root == self.builtin_root else root.parent

    @cached_property
    def has_own(self) -> bool:
        """Whether some template that could be reached did not come with the program."""
        own = [root for root in self.roots if root != self.builtin_root]
        files = {root: list_templates(root, self._within(root)) for root in own}
        return any(not self._is_builtin(file, path) for root in own for path, file in files[root].items())

    def _is_builtin(self, file: Path, path: str) -> bool:
        builtin = self.builtin_root / path
        return builtin.is_file() and self._read(file) == self._read(builtin)

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
        file = self.find(name)
        return (self._read(file).decode(), str(file)) if file else None

    def find(self, path: str) -> Path | None:
        """Return the file that a template is read from."""
        return self.sources.get(path)


def own_paths(root: Path, builtin: Path) -> list[str]:
    """List the files of a project's folder of templates, less those that equal the built-in of the same path."""
    found = list_templates(root, root.parent)
    return [path for path, file in found.items() if not _is_same(file, builtin / path)]


def template_paths(root: Path) -> list[str]:
    """List the files of a folder of templates by their paths below it."""
    return list(list_templates(root, root.parent))


def list_templates(folder: Path, within: Path) -> dict[str, Path]:
    """List the files below a folder by their paths there; hidden files and what editors leave behind are not templates.

    Links are followed as long as they do not lead out of `within`. What is not listed here is never loaded.
    """
    found: dict[str, Path] = {}
    seen: set[str] = set()
    limit = os.path.join(os.path.realpath(within), "")  # noqa: PTH118 - with a separator at its end
    for above, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(above)
        if real in seen or not f"{real}{os.sep}".startswith(limit):
            folders.clear()
            continue
        seen.add(real)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(above, name) for name in names if not name.startswith(".") and not name.endswith("~")):
            if path.is_file() and os.path.realpath(path).startswith(limit):
                found[path.relative_to(folder).as_posix()] = path
    return dict(sorted(found.items()))


def _is_same(own: Path, builtin: Path) -> bool:
    """Compare two templates, whatever line endings a checkout gave them."""
    return builtin.is_file() and _content(own) == _content(builtin)


def _content(path: Path) -> bytes:
    return path.read_bytes().replace(b"\r\n", b"\n")
