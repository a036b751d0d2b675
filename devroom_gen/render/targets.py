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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from devroom_gen.record.scalars import Line, Model, Name
from devroom_gen.record.settings import Section

SETTINGS = "target.toml"
PARTS, PROJECT = "_parts/", "_project/"
_SECTION = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


class TargetSettings(Model):
    """`target.toml`: what the readers of a target's pages need."""

    about: Line = Field(description="what the target is for, in one line")
    front_matter: Literal["plain", "html"] = Field(
        "plain", description="`html` where the reader prints front matter into HTML without escaping it"
    )
    title_pattern: Line | None = Field(None, description="what titles of sections must match to keep their colours")
    beside: Mapping[Line, Mapping[Line, Line]] = Field(
        {}, description="files of the person's own beside the pages, and the facts that their keys repeat"
    )
    section: Mapping[Name, Section] = Field({}, description="how each section looks unless the settings say otherwise")


@dataclass(frozen=True, slots=True)
class Template:
    """One template: its path below the target, and the section that it is the page of."""

    path: str
    section: str | None = None

    @property
    def is_of_project(self) -> bool:
        return self.path.startswith(PROJECT)

    def page_path(self, number: int | None = None, name: str | None = None) -> str:
        """Give the path of the page that this template makes."""
        put = f"{number:02}" if number else ""
        if self.section == "section":
            put = f"{put}-{name}"
        return _SECTION.sub(put, self.path.removeprefix(PROJECT))


@dataclass(frozen=True)
class Target:
    """One target: its name, its settings, and the folders in which its templates lie, a person's own first."""

    name: str
    folders: tuple[Path, ...]
    builtin: Path | None
    settings: TargetSettings

    @cached_property
    def templates(self) -> tuple[Template, ...]:
        """List the templates that make pages."""
        made = (path for path in self.paths() if path != SETTINGS and not path.startswith(PARTS))
        return tuple(Template(path, match[1] if (match := _SECTION.search(path)) else None) for path in made)

    def paths(self) -> list[str]:
        """List all files of the target that are in effect."""
        return sorted({path.relative_to(folder).as_posix() for folder in self.folders for path in _files(folder)})

    @property
    def search(self) -> tuple[Path, ...]:
        """Give the folders in which templates look for others: the target's, then those that hold all targets."""
        return (*self.folders, *(folder.parent for folder in self.folders))

    def find(self, path: str) -> Path | None:
        """Give the file that a template is read from."""
        return next((file for folder in self.search if (file := folder / path).is_file()), None)

    def overrides(self) -> Sequence[str]:
        """List the person's own templates, less those that equal the built-in of the same path."""
        own = [folder for folder in self.folders if folder != self.builtin]
        paths = sorted({path.relative_to(folder).as_posix() for folder in own for path in _files(folder)})
        return [path for path in paths if not self._is_builtin(path)]

    def _is_builtin(self, path: str) -> bool:
        if self.builtin is None or not (self.builtin / path).is_file():
            return False
        own = self.find(path)
        return own is not None and own.read_bytes() == (self.builtin / path).read_bytes()


def target_names(folders: Sequence[Path]) -> list[str]:
    """List the targets that have templates in any of these folders."""
    found = (path for folder in folders if folder.is_dir() for path in folder.iterdir())
    return sorted({path.name for path in found if path.is_dir() and path.name[0] not in "._"})


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
