"""A record that lies beside pages: in `events/` above them or below. It is used without being named, and said."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.errors import UsageError
from devroom_gen.linter.suppressions import Suppressions, find_suppressions
from devroom_gen.project.layout import Project, RecordFile, by_series, find_project, project_of
from devroom_gen.project.loaded import BrokenRecord, Loaded, Record
from devroom_gen.project.loader import Loader
from devroom_gen.project.source_files import shown_path
from devroom_gen.rules.expected.from_record import from_facts
from devroom_gen.rules.expected.model import Expected


class Beside(NamedTuple):
    """The project beside some pages, the record of it that they are judged by, and why there is none."""

    project: Project | None = None
    records: Sequence[RecordFile] = ()
    record: str = ""
    expected: Expected | None = None
    suppressions: Suppressions | None = None
    reason: str = ""

    def is_part(self, path: str) -> bool:
        """Whether a file belongs to the project itself and is no page: what lies in `events/`."""
        if self.project is None or not self.records:
            return False
        return path.endswith(".toml") and Path(path).resolve().is_relative_to(self.project.events.resolve())

    def choose(self, year: int | None, today: date) -> "Beside":
        """Take the record of a year, or the latest where the pages tell none, if only one series has it."""
        if self.project is None or not self.records:
            return self
        series = by_series(self.records)
        of_year = [file for files in series.values() for file in files if file.year == year]
        latest = [files[-1] for files in series.values()]
        fitting = of_year or ([] if year else latest)
        if len(fitting) != 1:
            what = f"of {year} " if year else ""
            count = "is no record" if not fitting else f"are {len(fitting)} records"
            return self._replace(reason=f"there {count} {what}beside the pages: name one by `--record`")
        return self._take(fitting[0], today)

    def _take(self, file: RecordFile, today: date) -> "Beside":
        assert self.project
        loaded = Loader(self.project, today).load([file])
        own = loaded.everything[0]
        shown = shown_path(file.place)
        if isinstance(own, BrokenRecord):
            return self._replace(reason=f"`{shown}` has errors and was not used: see `devroom-gen validate {shown}`")
        suppressions = find_suppressions(self.project.root, loaded)
        return self._replace(record=shown, expected=_expect(own, loaded), suppressions=suppressions)

    def drop_ignored(self, found: list[Diagnostic], looked_at: Sequence[str]) -> list[Diagnostic]:
        """Drop what the settings over the record ignore."""
        if self.suppressions is None:
            return found
        return self.suppressions._replace(marked={}, looked_at=looked_at).drop_suppressed(found)


NOTHING_BESIDE = Beside()


def find_beside(paths: Sequence[Path]) -> Beside:
    """Find the project that some pages lie in, or that lies in the folder that is looked at."""
    for path in paths:
        project = find_project(path if path.is_dir() else path.parent)
        if project and (records := [file for file in project.records() if file.year]):
            return Beside(project, records)
    return NOTHING_BESIDE


def take_record(path: Path, today: date, found: list[Diagnostic]) -> Expected | None:
    """Read a record and its series; where it cannot be read, that is reported and no page is checked."""
    if not path.is_file():
        raise UsageError(f"`{path}` is not a record", "name a file such as `events/2018.toml`")
    project = project_of(path)
    loaded = Loader(project, today).load([project.record(path)])
    found += loaded.diagnostics
    own = loaded.everything[0]
    return None if isinstance(own, BrokenRecord) else _expect(own, loaded)


def _expect(own: Record, loaded: Loaded) -> Expected:
    return from_facts(own.event, own.facts, own.edition, own.locate, [each.facts for each in loaded.around])
