"""Finds a project, its records and its settings on the disk. Reads no file."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from devroom_gen.project.builtin import builtin_templates
from devroom_gen.project.listing import list_files

EVENTS = "events"
SETTINGS = "settings.toml"
_YEAR = re.compile(r"[0-9]{4}")


class RecordFile(NamedTuple):
    """One file that should hold an edition, by its identity: `2018`, `rust/2018`, and its place as text."""

    id: str
    place: str

    @property
    def path(self) -> Path:
        return Path(self.place)  # ten thousand of these take longer than to look whether the files have changed

    @property
    def series(self) -> str:
        return self.id.rpartition("/")[0]

    @property
    def stem(self) -> str:
        return self.id.rpartition("/")[2]

    @property
    def year(self) -> int | None:
        """Return the year that the file's name states."""
        return int(self.stem) if _YEAR.fullmatch(self.stem) else None


def by_series(files: Iterable[RecordFile]) -> dict[str, list[RecordFile]]:
    """Group records by their series, both in their order."""
    series: dict[str, list[RecordFile]] = {}
    for file in sorted(files, key=lambda file: (file.series, file.id)):
        series.setdefault(file.series, []).append(file)
    return series


@dataclass(frozen=True, slots=True)
class Project:
    """The folder that holds `events/`, and what lies in it."""

    root: Path

    @property
    def events(self) -> Path:
        return self.root / EVENTS

    def records(self) -> list[RecordFile]:
        """List all records; a link that leads out of the project is one that cannot be read. Raises `OSError`."""
        files, strays = list_files(self.events, self.root)
        found = [(path[:-5], place) for path, place in files.items() if path.endswith(".toml")]
        found += [(path.removesuffix(".toml") or EVENTS, place) for path, place in strays.items()]
        return sorted(RecordFile(id, place) for id, place in found if id.rpartition("/")[2] != "settings")

    def record(self, path: Path) -> RecordFile:
        """Return the identity of a file below `events/`; a file elsewhere is known by its own name."""
        try:
            # The folder may be reached by a link, but a file that is one keeps its own name; a link to itself has no end.
            folder = Path(os.path.realpath(path.parent))
            inside = (folder / path.name).relative_to(os.path.realpath(self.events))
        except ValueError:
            inside = Path(path.name)
        return RecordFile(inside.with_suffix("").as_posix(), str(path))

    def settings(self, series: str) -> list[Path]:
        """List the settings files over one series, the project's first."""
        folders = [self.events]
        for part in series.split("/") if series else ():
            folders.append(folders[-1] / part)
        return [path for folder in folders if os.path.lexists(path := folder / SETTINGS)]

    def conferences(self) -> Path:
        """Return the folder in which a project keeps data files of conferences of its own."""
        return self.root / "conferences"

    def templates(self) -> Path:
        """Return the folder in which a project keeps templates of its own."""
        return self.root / "templates"

    def template_folders(self) -> tuple[Path, ...]:
        """Return the folders of templates, the project's own first; those of the repository itself are built in."""
        own, builtin = self.templates(), builtin_templates()
        is_own = own.is_dir() and own.resolve() != builtin.resolve()
        return (own, builtin) if is_own else (builtin,)


def target_names(folders: Sequence[Path]) -> list[str]:
    """List the targets that have templates in any of these folders."""
    found = (path for folder in folders if folder.is_dir() for path in folder.iterdir())
    return sorted({path.name for path in found if path.is_dir() and path.name[0] not in "._"})


def find_project(start: Path) -> Project | None:
    """Find the nearest folder at or above a place that holds `events/`."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if folder.name == EVENTS and folder.is_dir():
            return Project(folder.parent)
        if (folder / EVENTS).is_dir():
            return Project(folder)
    return None


class LooseRecords(Project):
    """A folder of records that belongs to no project: one series, named by nothing but its years."""

    __slots__ = ()

    @property
    def events(self) -> Path:
        return self.root

    def records(self) -> list[RecordFile]:
        """List the records of the folder itself."""
        return sorted(self.record(path) for path in self.root.glob("*.toml") if _YEAR.fullmatch(path.stem))


def project_of(path: Path) -> Project:
    """Return the project that a record belongs to; a record outside of any belongs to its folder."""
    project = find_project(path.parent)
    if project and path.resolve().is_relative_to(project.events.resolve()):
        return project
    return LooseRecords(path.resolve().parent)
