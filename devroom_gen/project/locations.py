"""Where pages go: the output folder, and the folder of an edition below it, by the pattern `output` of the settings."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from devroom_gen.project.layout import Project
from devroom_gen.record.output_pattern import split_pattern

if TYPE_CHECKING:
    from devroom_gen.record.settings import Settings


@dataclass(frozen=True)
class Locations:
    """The output folders of one project; `output` is what `--output` names, from the working directory."""

    project: Project
    output: str | None = None
    _known: dict[str, tuple[Path, str]] = field(default_factory=dict)

    def find(self, settings: "Settings", target: str, edition: str) -> tuple[Path, str]:
        """Return the output folder and the path below it at which a target of an edition is written."""
        folder, below = self._split(settings)
        return folder, below.replace("{target}", target).replace("{edition}", edition).strip("/")

    def has_place_for_each(self, settings: "Settings") -> bool:
        """Whether each edition has a folder of its own, and not all of them one."""
        return "{edition}" in self._split(settings)[1]

    def find_mistake(self, place: tuple[Path, str]) -> str | None:
        """Return why the settings may not name a place: pages stay in the project, and are not templates or conferences.

        What `--output` names is meant as it is.
        """
        if self.output is not None:
            return None
        real = Path(os.path.realpath(place[0] / place[1]))
        if not real.is_relative_to(os.path.realpath(self.project.root)):
            return "leads out of the project"
        inputs = (self.project.templates(), self.project.conferences())
        inside = next((each.name for each in inputs if real.is_relative_to(os.path.realpath(each))), None)
        return f"leads into `{inside}/`" if inside else None

    def lead(self, start: tuple[Path, str], goal: tuple[Path, str]) -> str:
        """Return the path that leads from one place to another, with `/`."""
        (folder, above), (root, below) = start, goal
        if folder is root and below.startswith(f"{above}/".lstrip("/")) and ".." not in below:  # ten times as fast
            return below[len(above) :].lstrip("/")
        return Path(os.path.relpath(root / below, folder / above)).as_posix()

    def _split(self, settings: "Settings") -> tuple[Path, str]:
        pattern = settings.output or "."
        if pattern not in self._known:
            folder, below = split_pattern(pattern, self.output)
            base = self.project.root if self.output is None else Path.cwd()
            self._known[pattern] = base / folder, below
        return self._known[pattern]
