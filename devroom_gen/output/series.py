"""Renders a project series by series: from records to pages, findings and summaries. Writes nothing."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from devroom_gen.diagnostics.codes.suppression import UNUSED_SUPPRESSION
from devroom_gen.diagnostics.diagnostic import Diagnostic, has_errors
from devroom_gen.facts.summary import read_summary, summarize
from devroom_gen.facts.valid_days import Days, steady_days
from devroom_gen.linter.record_runner import examine, raised_codes
from devroom_gen.linter.suppressions import find_suppressions
from devroom_gen.output.fingerprints import PROJECT, digest_file, digest_or_unknown, digest_zone
from devroom_gen.project.layout import Project, RecordFile
from devroom_gen.project.loaded import Loaded, Record
from devroom_gen.project.loader import Loader
from devroom_gen.project.locations import Locations
from devroom_gen.project.source_files import read_source
from devroom_gen.render.finder import Targets, check_titles, explain_failure
from devroom_gen.render.hand_kept import check_hand_kept
from devroom_gen.render.renderer import Page, Renderer, TemplateError
from devroom_gen.text.source import SourceText


class Job(NamedTuple):
    """A series: all of its records, and those of them whose pages are wanted."""

    series: str
    files: Sequence[RecordFile]
    wanted: Sequence[RecordFile]


class EditionPages(NamedTuple):
    """The pages that one owner, an edition or the project, has in one output folder: texts by their paths below it."""

    owner: str
    folder: Path
    texts: Mapping[str, str]


class SeriesResult(NamedTuple):
    """What became of one series.

    `folders` are those of its editions below output folders; `summaries`, as JSON, is absent where a record could not be
    read; `zones` and `hand_kept` have the digests of what was looked at beside the records.
    """

    series: str
    editions: int
    pages: list[EditionPages]
    folders: set[tuple[Path, str]]
    summaries: str | None
    days: Days
    zones: dict[str, str]
    hand_kept: dict[str, str]
    about_records: list[Diagnostic]
    about_pages: list[Diagnostic]

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [*self.about_records, *self.about_pages]

    def without_texts(self) -> "SeriesResult":
        """Let go of the texts of pages, once they are written."""
        return self._replace(pages=[each._replace(texts=dict.fromkeys(each.texts, "")) for each in self.pages])


class SeriesRenderer:
    """Renders one project for one day; settings, conferences and templates are read once for all series."""

    def __init__(self, project: Project, today: date, output: str | None = None, caches: Path | None = None) -> None:
        self._project = project
        self._today = today
        self._loader = Loader(project, today)
        self._targets = Targets(project, self._loader, caches)
        self._locations = Locations(project, output)

    def render(self, job: Job) -> SeriesResult:
        """Render the wanted records of one series."""
        loaded = self._loader.load(job.wanted, job.files)
        suppressions = find_suppressions(self._project.root, loaded)
        told = suppressions.drop_suppressed(examine(loaded), raised_codes)
        found = [each for each in told if not _is_of_others(each, loaded)]
        bad = {each.path for each in found if has_errors([each])}
        good = [record for record in loaded.records if record.path not in bad]
        made = _SeriesPages(self._targets, self._locations, job)
        for record in good:
            made.add(record)
        return SeriesResult(
            series=job.series,
            editions=len(good),
            pages=made.pages,
            folders=made.folders,
            summaries=self._summarize(job, loaded),
            days=steady_days([record.facts for record in loaded.records], self._today),
            zones={zone: digest_or_unknown(digest_zone, zone) for record in loaded.records for zone in _zones(record)},
            hand_kept=made.hand_kept,
            about_records=found,
            about_pages=suppressions.drop_suppressed(made.diagnostics),
        )

    def find_folders(self, job: Job) -> set[Path]:
        """Find the output folders of a series: those of its settings, and of records that may have settings of their own."""
        over = self._loader.settings(job.series).value
        settings = [over] if over and job.wanted else []
        stating = [file for file in job.wanted if "output" in _read_raw(file)]
        settings += [record.edition.settings for record in self._loader.load(stating, job.files).records]
        found = {self._locations.find(each, "", "")[0] for each in settings}
        return found | {folder for _, folder, _, _ in self._project_targets()}

    def has_project_pages(self) -> bool:
        """Whether some target has pages of all editions."""
        return any(True for _ in self._project_targets())

    def render_project(self, summaries: Sequence[str]) -> tuple[list[EditionPages], list[Diagnostic]]:
        """Render the pages of all editions from the summaries of all series."""
        rows = [row for text in summaries for row in json.loads(text)]
        rows.sort(key=lambda row: (-int(row["year"]["text"]), row["series"]))
        pages: list[EditionPages] = []
        found: list[Diagnostic] = []
        for renderer, folder, below, words in self._project_targets():
            editions = [read_summary(row) | {"path": row["paths"][renderer.target.name]} for row in rows]
            try:
                made = list(renderer.render_project(editions, words))
            except TemplateError as error:
                found.append(explain_failure(renderer.target, error, PROJECT))
            else:
                pages.append(_place(PROJECT, folder, below, made))
        return pages, found

    def _summarize(self, job: Job, loaded: Loaded) -> str | None:
        """Return the summaries of a whole series, the records that are not wanted too; none where one is broken."""
        targets = list(self._project_targets())
        others = [file for file in job.files if file not in job.wanted] if targets else []
        rest = self._loader.load(others, job.files)
        if not (loaded.is_whole and rest.is_whole):
            return None
        summaries = [self._summary(record, targets) for record in (*loaded.records, *rest.records)]
        return json.dumps(summaries, separators=(",", ":"))

    def _summary(self, record: Record, targets: Sequence[tuple[Renderer, Path, str, dict[str, str]]]) -> dict[str, Any]:
        paths: dict[str, str] = {}
        for renderer, folder, below, _ in targets:
            name = renderer.target.name
            root, path = self._locations.find(record.edition.settings, name, record.file.id)
            paths[name] = Path(os.path.relpath(root / path, folder / below)).as_posix()
        return summarize(record.facts) | {"paths": paths}

    def _project_targets(self) -> Iterator[tuple[Renderer, Path, str, dict[str, str]]]:
        """Yield the targets that have pages of all editions, the place of those pages, and their fixed words."""
        settings = self._loader.settings("").value
        for name in (settings.targets or ()) if settings else ():
            renderer, _ = self._targets.find(name)
            if settings and renderer and renderer.has_project_pages:
                yield renderer, *self._locations.find(settings, name, ""), settings.fixed_words


class _SeriesPages:
    """The pages of one series as they are rendered."""

    def __init__(self, targets: Targets, locations: Locations, job: Job) -> None:
        self._targets = targets
        self._locations = locations
        self._newest = max(job.wanted, key=lambda file: file.year or 0, default=None)
        self.pages: list[EditionPages] = []
        self.folders: set[tuple[Path, str]] = set()
        self.hand_kept: dict[str, str] = {}
        self.diagnostics: list[Diagnostic] = []

    def add(self, record: Record) -> None:
        """Render one edition with all of its targets; where editions share one folder, the newest is shown there."""
        settings = record.edition.settings
        if record.file != self._newest and not self._locations.has_place_for_each(settings):
            return
        for name in settings.targets or ():
            renderer, found = self._targets.find(name)
            self.diagnostics += found
            if renderer:
                folder, below = self._locations.find(settings, name, record.file.id)
                try:
                    pages = list(renderer.render(record.facts))
                except TemplateError as error:
                    self.diagnostics.append(explain_failure(renderer.target, error, record.file.id))
                else:
                    self.pages.append(_place(record.file.id, folder, below, pages))
                    self.folders.add((folder, f"{below}/".lstrip("/")))
                    self._check(record, renderer, folder / below)

    def _check(self, record: Record, renderer: Renderer, folder: Path) -> None:
        target = renderer.target.settings
        for path in (str(folder / name) for name in target.beside):
            self.hand_kept[path] = digest_or_unknown(digest_file, path)
        self.diagnostics += check_titles(record, record.facts, target.title_pattern)
        self.diagnostics += check_hand_kept(record.facts, target.beside, folder)


def _read_raw(file: RecordFile) -> str:
    source = read_source(file.place)
    return source.text if isinstance(source, SourceText) else ""


def _place(owner: str, folder: Path, below: str, pages: Sequence[Page]) -> EditionPages:
    return EditionPages(owner, folder, {f"{below}/{page.path}".lstrip("/"): page.text for page in pages})


def _zones(record: Record) -> Iterator[str]:
    yield record.edition.conference.zone
    if record.event.call and record.event.call.zone:
        yield record.event.call.zone


def _is_of_others(diagnostic: Diagnostic, loaded: Loaded) -> bool:
    """Whether it is a suppression in settings that may be of use to another series."""
    is_unused = diagnostic.code is UNUSED_SUPPRESSION
    return is_unused and diagnostic.path not in {record.path for record in loaded.everything}
