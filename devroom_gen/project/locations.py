"""Where pages go: the output folder, and the folder of an edition below it, by the pattern `output` of the settings."""

from dataclasses import dataclass
from pathlib import Path

from devroom_gen.project.layout import Project
from devroom_gen.record.output_pattern import split_pattern
from devroom_gen.record.settings import Settings


@dataclass(frozen=True)
class Locations:
    """The output folders of one project; `output` is what `--output` names, from the working directory."""

    project: Project
    output: str | None = None

    def find(self, settings: Settings, target: str, edition: str) -> tuple[Path, str]:
        """Return the output folder and the path below it at which a target of an edition is written."""
        folder, below = split_pattern(settings.output or ".", self.output)
        base = self.project.root if self.output is None else Path.cwd()
        return base / folder, below.replace("{target}", target).replace("{edition}", edition).strip("/")

    def has_place_for_each(self, settings: Settings) -> bool:
        """Whether each edition has a folder of its own, and not all of them one."""
        return "{edition}" in split_pattern(settings.output or ".", self.output)[1]
