"""Renders a project series by series: from records to pages, findings and summaries. Writes nothing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from devroom_gen.diagnostics.diagnostic import Diagnostic, Severity, has_errors
from devroom_gen.facts.valid_days import steady_days
from devroom_gen.linter.record_runner import judge
from devroom_gen.output.cache import CachedPages, CachedSeries
from devroom_gen.project.digests import digest_file, digest_or_unknown, digest_text, digest_zone
from devroom_gen.project.layout import Project, RecordFile
from devroom_gen.project.loaded import Loaded, Record
from devroom_gen.project.loader import Loader
from devroom_gen.project.locations import Locations
from devroom_gen.record.settings import TargetSettings
from devroom_gen.render.finder import Targets, check_titles
from devroom_gen.render.hand_kept import check_hand_kept, check_place
from devroom_gen.render.site import EditionPages, SiteRenderer


class Job(NamedTuple):
    """A series: all of its records, and those of them whose pages are wanted."""

    series: str
    files: Sequence[RecordFile]
    wanted: Sequence[RecordFile]


class SeriesResult(NamedTuple):
    """What became of one series.

    `summaries`, as JSON, is absent where a record could not be read; `read` has the digests of the records as they were read,
    `zones` and `hand_kept` those of what was looked at beside them; `has_broken` says that some record has errors; notes are told by `validate`.
    """

    series: str
    editions: int
    pages: list[EditionPages]
    summaries: str | None
    days: tuple[date, date]
    read: dict[str, str]
    zones: dict[str, str]
    hand_kept: dict[str, str]
    has_broken: bool
    diagnostics: list[Diagnostic]

    def to_cache(self, fingerprint: str, pages: Sequence[CachedPages]) -> CachedSeries:
        """Return what another run may rely on, once these pages lie on the disk."""
        first, last = (day.isoformat() for day in self.days)
        summaries = self.summaries or ""
        return CachedSeries(
            fingerprint, first, last, self.editions, summaries, tuple(pages), self.zones, self.hand_kept
        )


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
        loaded, found, suppressions = judge(self._loader, job.wanted, job.files)
        bad = {each.path for each in found if has_errors([each])}
        good = [record for record in loaded.records if record.path not in bad]
        newest = max(job.wanted, key=lambda file: file.year or 0, default=None)
        rendered = [(record, self.site.render(record, is_newest=record.file == newest)) for record in good]
        targets = [(record, *target) for record, each in rendered for target in each.targets]
        places = [(folder, name) for _, target, folder in targets for name in target.beside]
        hand_kept = {str(above / name) for folder, name in places for above in (folder, self._project.root)}
        digests = {path: digest_or_unknown(digest_file, path) for path in hand_kept}
        about_pages = [each for _, made in rendered for each in made.diagnostics]
        about_pages += (each for record, target, folder in targets for each in self._check(record, target, folder))
        about = suppressions.drop_suppressed(about_pages)
        return SeriesResult(
            series=job.series,
            editions=len(good),
            pages=[pages for _, each in rendered for pages in each.pages],
            summaries=self._summarize(job, loaded),
            days=steady_days([record.facts for record in loaded.records], self._today),
            read={each.file.place: digest_text(each.document.source.text) for each in loaded.records},
            zones={zone: digest_or_unknown(digest_zone, zone) for zone in _zones(loaded.records)},
            hand_kept=digests,
            has_broken=has_errors(found),
            diagnostics=[each for each in (*found, *about) if each.severity is not Severity.NOTE],
        )

    def _check(self, record: Record, target: TargetSettings, folder: Path) -> Iterator[Diagnostic]:
        yield from check_titles(record, record.facts, target.title_pattern)
        yield from check_hand_kept(record.facts, target.beside, folder)
        yield from check_place(target.beside, folder, self._project.root)

    def _summarize(self, job: Job, loaded: Loaded) -> str | None:
        """Return the summaries of a whole series, the records that are not wanted too; none where one is broken."""
        known = [*loaded.records, *loaded.around]
        return self.site.summarize(known) if len(known) == len(job.files) else None


def _zones(records: Iterable[Record]) -> set[str]:
    stated = {call.zone for each in records for _, call in each.event.all_calls if call.zone}
    return stated | {each.edition.conference.zone for each in records}
