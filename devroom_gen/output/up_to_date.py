"""What the last run of `render` left to be done: compares its cache with the disk, and writes the next one.

The unit is the series. It is clean when its records, their settings, templates and conferences, the program, the phases
of its editions and its pages are as they were; then it is not read again. Imports neither pydantic nor Jinja.
"""

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from devroom_gen.diagnostics.diagnostic import Diagnostic, arrange
from devroom_gen.output.cache.diagnostics import read_finding
from devroom_gen.output.cache.fingerprints import Stamp, are_same, is_same, take_stamp, take_stamps
from devroom_gen.output.cache.store import find_file, find_program, read_cache
from devroom_gen.output.result import Rendering, Wish
from devroom_gen.project.layout import SETTINGS, Project, RecordFile


class CleanSeries(NamedTuple):
    """A series that need not be read: what is kept of it, and its findings."""

    entry: dict[str, Any]
    findings: list[Diagnostic]

    @property
    def editions(self) -> int:
        editions: int = self.entry["editions"]
        return editions

    def count_pages(self) -> int:
        return sum(len(pages) for _, _, pages in self.entry["pages"])

    def owners(self) -> dict[Path, dict[str, str]]:
        """Return the owner of each of its pages by folder and path."""
        found: dict[str, dict[str, str]] = {}
        for owner, folder, pages in self.entry["pages"]:
            found.setdefault(folder, {}).update((path, owner) for _, path, _ in pages)
        return {Path(folder): owners for folder, owners in found.items()}

    @property
    def rows(self) -> str:
        """Return what is asked of its editions, as it was written."""
        return str(self.entry.get("rows"))

    def has_all(self) -> bool:
        """Whether nothing is missing that a run needs to go on from here."""
        pages = self.entry["pages"]
        named = (name for owner, _, each in pages for name in (owner, *(path for _, path, _ in each)))
        return all(isinstance(name, str) for name in named)


@dataclass(kw_only=True)
class Recollected:
    """The state of all inputs before a run, and which series are clean."""

    where: list[str | None]
    file: Path
    now: int
    program: list[Any]
    here: str
    ground: dict[str, Stamp | None]
    records: dict[str, dict[str, Stamp | None]]
    clean: dict[str, CleanSeries] = field(default_factory=dict)
    folders: list[Path] = field(default_factory=list)
    index: list[tuple[str, str, Stamp]] = field(default_factory=list)
    index_rows: dict[str, str] | None = None
    """What was asked of each series for pages of all editions that stand on the disk; none where that told not all."""
    is_complete: bool = False

    def forget_clean(self) -> None:
        """Take nothing for clean."""
        self.clean.clear()
        self.index_rows = None

    def forget_damaged(self) -> None:
        """Take no series for clean of which something is missing that a run needs."""
        self.clean = {name: each for name, each in self.clean.items() if each.has_all()}

    def rendering(self) -> Rendering:
        """Tell what a run would tell that found everything as it should be."""
        pages = sum(each.count_pages() for each in self.clean.values())
        return Rendering(
            editions=sum(each.editions for each in self.clean.values()),
            unchanged=pages + len(self.index),
            folders=self.folders,
            diagnostics=arrange(finding for each in self.clean.values() for finding in each.findings),
        )


def recollect_run(project: Project, files: Sequence[RecordFile], today: date, wish: Wish) -> Recollected | None:
    """Find out what need not be done again for all records of a project; nothing where no cache is wanted or safe."""
    if wish.cache is None or _has_linked_folders(project):
        return None
    records: dict[str, dict[str, Stamp | None]] = {}
    now = time.time_ns()
    for file in files:
        records.setdefault(file.series, {})[file.place] = take_stamp(file.place, now)
    here = str(Path.cwd())
    where = [str(project.root), None if wish.output is None else here, wish.output]
    recollected = Recollected(
        where=where,
        file=find_file(wish.cache, where),
        now=now,
        program=find_program(),
        here=here,
        ground={**take_stamps(_ground(project, records), now), **dict.fromkeys(_folders(project))},
        records=records,
    )
    cache = read_cache(recollected.file)
    if cache is not None:
        try:
            _compare(recollected, cache, today)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            recollected.forget_clean()  # another program's, or another time's
            recollected.is_complete = False
    return recollected


def _ground(project: Project, series: Iterable[str]) -> list[str]:
    """List the files that all editions may depend on, and those that would be read if they were there."""
    folders = {project.events}
    for name in series:
        above = project.events
        for part in name.split("/") if name else ():
            above = above / part
            folders.add(above)
    found = [str(folder / SETTINGS) for folder in sorted(folders)]
    for top in (project.conferences(), project.templates()):
        for folder, _, names in os.walk(top):
            found += [str(Path(folder, name)) for name in names]
    return found


def _folders(project: Project) -> list[str]:
    """List the folders that are a target, or stand where a file belongs: what is in them does not matter here."""
    tops = (project.conferences(), project.templates())
    return [f"{folder}{os.sep}" for top in tops for folder, _, _ in os.walk(top)]


def _has_linked_folders(project: Project) -> bool:
    """Whether templates lie in folders that are reached by links: what changes behind them would not be seen."""
    return any(Path(folder, name).is_symlink() for folder, names, _ in os.walk(project.templates()) for name in names)


def _compare(recollected: Recollected, cache: Mapping[str, Any], today: date) -> None:
    if cache["where"] != recollected.where or cache["program"] != recollected.program:
        return
    if not are_same(cache["ground"], recollected.ground):
        return
    now, day = recollected.now, today.isoformat()
    if not all(is_same(path, stamp, take_stamp(path, now)) for path, stamp in cache["memories"].items()):
        return
    for name, entry in cache["series"].items():
        series = _read_series(entry, recollected, cache, name, day)
        if series:
            recollected.clean[name] = series
    recollected.folders = [Path(folder) for folder in cache["folders"]]
    recollected.index = [(str(folder), str(path), stamp) for folder, path, stamp in cache["index"]]
    is_whole = recollected.clean.keys() == cache["series"].keys() == recollected.records.keys()
    is_settled = cache["is_settled"] and are_same(cache["gone"], take_stamps(cache["gone"], now))
    is_standing = is_settled and _are_standing(recollected.index, now)
    if is_standing and cache["is_recalled"]:
        recollected.index_rows = {name: str(entry["rows"]) for name, entry in cache["series"].items()}
    recollected.is_complete = is_whole and is_standing


def _read_series(
    entry: dict[str, Any], recollected: Recollected, cache: Mapping[str, Any], name: str, day: str
) -> CleanSeries | None:
    first, last = entry["days"]
    is_clean = (
        first <= day <= last
        and isinstance(entry["editions"], int)
        and all(isinstance(folder, str) for _, folder, _ in entry["pages"])
        and (not entry["findings"] or cache["here"] == recollected.here)
        and are_same(entry["records"], recollected.records.get(name, {}))
        and are_same(entry["beside"], take_stamps(entry["beside"], recollected.now))
        and all(_are_standing(pages, recollected.now) for _, _, pages in entry["pages"])
    )
    if not is_clean:
        return None
    return CleanSeries(entry=entry, findings=[read_finding(each) for each in entry["findings"]])


def _are_standing(pages: Sequence[tuple[str, str, Stamp]], now: int) -> bool:
    return all(
        is_same(place, stamp, take_stamp(place, now)) for folder, path, stamp in pages for place in [f"{folder}/{path}"]
    )
