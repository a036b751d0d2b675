"""Renders a project series by series: from records to pages, findings and summaries. Writes nothing."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from devroom_gen.diagnostics.codes import UNUSED_SUPPRESSION
from devroom_gen.diagnostics.diagnostic import Diagnostic, has_errors
from devroom_gen.facts.valid_days import Days, steady_days
from devroom_gen.linter.record_runner import examine, raised_codes
from devroom_gen.linter.suppressions import find_suppressions
from devroom_gen.output.fingerprints import digest_file, digest_or_unknown, digest_zone, read_regular
from devroom_gen.project.layout import Project, RecordFile
from devroom_gen.project.loaded import Loaded, Record
from devroom_gen.project.loader import Loader
from devroom_gen.project.locations import Locations
from devroom_gen.record.settings import TargetSettings
from devroom_gen.render.finder import Targets, check_titles
from devroom_gen.render.hand_kept import check_hand_kept
from devroom_gen.render.site import EditionPages, SiteRenderer


class Job(NamedTuple):
    """A series: all of its records, and those of them whose pages are wanted."""

    series: str
    files: Sequence[RecordFile]
    wanted: Sequence[RecordFile]


class SeriesResult(NamedTuple):
    """What became of one series.

    `summaries`, as JSON, is absent where a record could not be read; `zones` and `hand_kept` have the digests of what was
    looked at beside the records; `has_broken` says that some record has errors.
    """

    series: str
    editions: int
    pages: list[EditionPages]
    summaries: str | None
    days: Days
    zones: dict[str, str]
    hand_kept: dict[str, str]
    has_broken: bool
    diagnostics: list[Diagnostic]

    def without_texts(self) -> "SeriesResult":
        """Let go of the texts of pages, once they are written."""
        return self._replace(pages=[each._replace(texts=dict.fromkeys(each.texts, "")) for each in self.pages])


class SeriesRenderer:
    """Renders one project for one day; settings, conferences and templates are read once for all series."""

    def __init__(self, project: Project, today: date, output: str | None = None, caches: Path | None = None) -> None:
        self._project = project
        self._today = today
        self._loader = Loader(project, today)
        self._locations = Locations(project, output)
        self.site = SiteRenderer(Targets(project, self._loader, caches), self._locations)

    def render(self, job: Job) -> SeriesResult:
        """Render the wanted records of one series."""
        loaded = self._loader.load(job.wanted, job.files)
        suppressions = find_suppressions(self._project.root, loaded)
        found = suppressions.drop_suppressed(examine(loaded), raised_codes)
        found = [each for each in found if not _is_of_others(each, loaded)]
        bad = {each.path for each in found if has_errors([each])}
        good = [record for record in loaded.records if record.path not in bad]
        newest = max(job.wanted, key=lambda file: file.year or 0, default=None)
        rendered = [(record, self.site.render(record, is_newest=record.file == newest)) for record in good]
        targets = [(record, *target) for record, each in rendered for target in each.targets]
        hand_kept = [str(folder / name) for _, target, folder in targets for name in target.beside]
        digests = {path: digest_or_unknown(digest_file, path) for path in hand_kept}
        about_pages = [each for _, made in rendered for each in made.diagnostics]
        about_pages += (each for record, target, folder in targets for each in _check(record, target, folder))
        return SeriesResult(
            series=job.series,
            editions=len(good),
            pages=[pages for _, each in rendered for pages in each.pages],
            summaries=self._summarize(job, loaded),
            days=steady_days([record.facts for record in loaded.records], self._today),
            zones={zone: digest_or_unknown(digest_zone, zone) for record in loaded.records for zone in _zones(record)},
            hand_kept=digests,
            has_broken=has_errors(found),
            diagnostics=[*found, *suppressions.drop_suppressed(about_pages)],
        )

    def find_folders(self, job: Job) -> set[Path]:
        """Find the output folders of a series: those of its settings, and of records that may have settings of their own."""
        over = self._loader.settings(job.series).value
        settings = [over] if over and job.wanted else []
        stating = [file for file in job.wanted if _may_state(file, b"output")]
        settings += [record.edition.settings for record in self._loader.load(stating, job.files).records]
        return {self._locations.find(each, "", "")[0] for each in settings} | self.site.project_folders()

    def _summarize(self, job: Job, loaded: Loaded) -> str | None:
        """Return the summaries of a whole series, the records that are not wanted too; none where one is broken."""
        others = [file for file in job.files if file not in job.wanted] if self.site.has_project_pages() else []
        rest = self._loader.load(others, job.files)
        is_whole = loaded.is_whole and rest.is_whole
        return self.site.summarize([*loaded.records, *rest.records]) if is_whole else None


def _check(record: Record, target: TargetSettings, folder: Path) -> Iterator[Diagnostic]:
    yield from check_titles(record, record.facts, target.title_pattern)
    yield from check_hand_kept(record.facts, target.beside, folder)


def _may_state(file: RecordFile, word: bytes) -> bool:
    """Whether a record holds a word; one that cannot be read is told of elsewhere."""
    try:
        return word in read_regular(file.place)
    except (OSError, ValueError):
        return False


def _zones(record: Record) -> Iterator[str]:
    yield record.edition.conference.zone
    if record.event.call and record.event.call.zone:
        yield record.event.call.zone


def _is_of_others(diagnostic: Diagnostic, loaded: Loaded) -> bool:
    """Whether it is a suppression in settings that may be of use to another series."""
    is_unused = diagnostic.code is UNUSED_SUPPRESSION
    return is_unused and diagnostic.path not in {record.path for record in loaded.everything}
