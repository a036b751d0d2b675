"""`validate`: says all that is wrong with records, and writes nothing."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from devroom_gen.diagnostics.diagnostic import Diagnostic, arrange
from devroom_gen.errors import UsageError
from devroom_gen.linter.record_runner import examine, raised_codes
from devroom_gen.linter.registry import EVERYTHING, Selection
from devroom_gen.linter.suppressions import Suppressions, find_suppressions, unite
from devroom_gen.project.layout import SETTINGS, Project, RecordFile, by_series, find_project
from devroom_gen.project.loader import Loader
from devroom_gen.project.lookup import choose_project
from devroom_gen.project.pool import count_workers, run_jobs
from devroom_gen.project.source_files import shown_path


class Validation(NamedTuple):
    """What a run found, and in how many records it looked."""

    diagnostics: list[Diagnostic]
    records: int


def validate(
    project: Project | None,
    paths: Sequence[Path],
    today: date,
    selection: Selection = EVERYTHING,
    *,
    texts: Mapping[str, str] = MappingProxyType({}),
) -> Validation:
    """Validate all records of a project, or the named files and folders; `texts` are read in the place of files."""
    found: list[Diagnostic] = []
    count = 0
    for owner, files in _group(project, paths).items():
        found += _look_at(Loader(owner, today, texts), files, is_whole=not paths)
        count += len(files)
    return Validation(diagnostics=arrange(selection.keep(found)), records=count)


def _look_at(loader: Loader, files: Sequence[RecordFile], *, is_whole: bool) -> list[Diagnostic]:
    """Look at records series by series, in several processes where that pays; then at what suppresses findings in any."""
    records = [file for file in files if file.path.name != SETTINGS]
    listed = by_series(records if is_whole else loader.project.records())
    over = {file.series for file in files if file.path.name == SETTINGS}
    found = [each for series in over for each in loader.settings(series).diagnostics]
    found += loader.check_beside() if is_whole else ()
    suppressions: list[Suppressions] = []
    jobs = [(each, listed.get(series, each)) for series, each in by_series(records).items()]
    work = partial(_look_at_series, loader)
    for told, own in run_jobs(work, jobs, count_workers(len(records))):
        found += told
        suppressions.append(own)
    known = unite(loader.project.root, suppressions)
    return known.drop_suppressed(found, raised_codes, is_whole=is_whole)


def _look_at_series(
    loader: Loader, job: tuple[list[RecordFile], list[RecordFile]]
) -> tuple[list[Diagnostic], Suppressions]:
    loaded = loader.load(*job)
    return examine(loaded), find_suppressions(loader.project.root, loaded)


def _group(project: Project | None, paths: Sequence[Path]) -> dict[Project, list[RecordFile]]:
    """Bring named files to their projects; a file outside of any is a project of its own."""
    if not paths:
        project = project or choose_project(None)
        return {project: project.records()}
    groups: dict[Project, list[RecordFile]] = {}
    for path in paths:
        if not path.exists():
            raise UsageError(f"`{path}` does not exist", _near_record(path))
        owner = find_project(path if path.is_dir() else path.parent) or Project(path.resolve().parent)
        inside = os.path.realpath(path)
        below = [record for record in owner.records() if Path(os.path.realpath(record.path)).is_relative_to(inside)]
        files = below if path.is_dir() and path.suffix != ".toml" else [owner.record(path)]
        if not files:
            raise UsageError(f"there are no records in `{path}`", "name the folder `events`, or a record in it")
        groups.setdefault(owner, []).extend(file for file in files if file not in groups.get(owner, []))
    return groups


def _near_record(path: Path) -> str | None:
    """Return the file of the edition that a person named instead of a file."""
    project = find_project(Path.cwd())
    near = [each for each in project.records() if each.id == path.as_posix()] if project else []
    return f"type `devroom-gen validate {shown_path(near[0].path)}`" if near else None
