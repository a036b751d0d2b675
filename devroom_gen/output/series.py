"""Renders a project series by series: from records to pages, findings, and what is worth remembering. Writes nothing."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from devroom_gen.diagnostics.codes.suppression import UNUSED_SUPPRESSION
from devroom_gen.diagnostics.diagnostic import Diagnostic, has_errors
from devroom_gen.linter.record_runner import examine, raised_codes
from devroom_gen.linter.suppressions import find_suppressions
from devroom_gen.output.cache.fingerprints import Stamp
from devroom_gen.output.cache.valid_days import Days, steady_days
from devroom_gen.output.site import Row, Sheaf, Site
from devroom_gen.project.layout import Project, RecordFile
from devroom_gen.project.loader import Loader, Record
from devroom_gen.render.renderer import Renderer
from devroom_gen.render.view import ForgottenError


class Batch(NamedTuple):
    """What became of the records of one series: plain values, which may come from another process.

    `rows` is what pages of all editions ask of these, as JSON, and none where some edition could not be read; `places`
    are the folders of editions below output folders.
    """

    series: str
    editions: int
    sheaves: list[Sheaf]
    places: dict[Path, set[str]]
    beside: dict[str, Stamp | None]
    rows: str | None
    steady: Days
    about_records: list[Diagnostic]
    about_pages: list[Diagnostic]

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [*self.about_records, *self.about_pages]


class ProjectPages(NamedTuple):
    """The pages that show all editions; `is_recalled` says that what series told of theirs was enough for them."""

    sheaves: list[Sheaf]
    diagnostics: list[Diagnostic]
    is_recalled: bool


@dataclass
class Press:
    """Renders one project for one day; settings, conferences and templates are read once for all series."""

    project: Project
    today: date
    output: str | None = None
    caches: Path | None = None
    _renderers: dict[str, Renderer | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._loader = Loader(self.project, self.today)

    def print_series(self, files: Sequence[RecordFile], listed: Sequence[RecordFile]) -> Batch:
        """Render the records of one series; `listed` are all of its records."""
        site, records = self._load(files, listed)
        early = len(self._loader.diagnostics)
        suppressions = find_suppressions(self._loader, records)
        told = suppressions.drop_suppressed(examine(self._loader, records), raised_codes)
        found = [each for each in told if not _is_of_others(each, records)]
        bad = {each.path for each in found if has_errors([each])}
        good = [record for record in records if record.facts and record.path not in bad]
        for record in good:
            site.add(record)
        return Batch(
            series=files[0].series,
            editions=len(good),
            sheaves=site.sheaves,
            places=site.editions,
            beside=site.beside,
            rows=_write_rows(site, records),
            steady=steady_days([record.facts for record in records if record.facts], self.today),
            about_records=found,
            about_pages=suppressions.drop_suppressed([*self._loader.diagnostics[early:], *site.diagnostics]),
        )

    def look_at_series(self, files: Sequence[RecordFile], listed: Sequence[RecordFile]) -> str | None:
        """Return what pages of all editions need of some records of a series, or nothing where one cannot be read."""
        return _write_rows(*self._load(files, listed))

    def needs_all_records(self) -> bool:
        """Whether some page shows all editions."""
        return self._site(()).needs_all_records()

    def print_project(self, rows: Iterable[str], everything: Sequence[RecordFile]) -> ProjectPages:
        """Render what shows all editions: from what was asked of them before, and from all records where that fails."""
        site, is_recalled = self._site(()), True
        try:
            site.add_recalled_pages(_read_rows(rows))
        except ForgottenError:
            is_recalled = False
            site.add_project_pages(self._loader.load(everything, everything))
        return ProjectPages(site.sheaves, site.diagnostics, is_recalled)

    def _load(self, files: Sequence[RecordFile], listed: Sequence[RecordFile]) -> tuple[Site, list[Record]]:
        self._loader.diagnostics.clear()
        return self._site(files), self._loader.load(files, listed)

    def _site(self, files: Sequence[RecordFile]) -> Site:
        compiled = self.caches / "templates" if self.caches else None
        return Site(self.project, self._loader, self.output, files, compiled, self._renderers)


def _write_rows(site: Site, records: Sequence[Record]) -> str | None:
    if not all(record.facts for record in records):
        return None
    return json.dumps(site.recollect(records), separators=(",", ":"))


def _read_rows(texts: Iterable[str]) -> list[Row]:
    """Read what was told of series; of what is damaged nothing is known."""
    try:
        rows = [row for text in texts for row in json.loads(text)]
        is_whole = all([type(part) for part in row] == [str, int, dict] for row in rows)
    except (ValueError, TypeError, RecursionError) as error:
        raise ForgottenError("rows") from error
    if not is_whole:
        raise ForgottenError("rows")
    return rows


def _is_of_others(diagnostic: Diagnostic, records: Sequence[Record]) -> bool:
    """Tell of a suppression in settings: it may be of use to another series."""
    is_useless = diagnostic.code is UNUSED_SUPPRESSION
    return is_useless and diagnostic.path not in {record.path for record in records}
