"""Makes the disk hold the pages of a project: locks its output folders, renders what does not lie there, and writes it."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, arrange, has_errors
from devroom_gen.output.cache import Cache, CachedPages, CachedProject, CachedSeries, cache_file, read_cache
from devroom_gen.output.fingerprints import ABOVE, digest_parts, take_fingerprints
from devroom_gen.output.folder import OutputFolder
from devroom_gen.output.plan import Action
from devroom_gen.output.result import BuildOptions, BuildResult, Change, explain_file
from devroom_gen.project.layout import Project, RecordFile, by_series

if TYPE_CHECKING:
    from devroom_gen.output.series import Job, SeriesRenderer, SeriesResult
    from devroom_gen.render.site import EditionPages


class Reporter(NamedTuple):
    """Who is told how far a run has come, in editions, and for which folder it waits."""

    on_step: Callable[[int, int], None] = lambda done, whole: None
    on_wait: Callable[[Path], None] = lambda folder: None


SILENT = Reporter()


def build(
    project: Project,
    everything: Sequence[RecordFile],
    wanted: Sequence[RecordFile],
    today: date,
    options: BuildOptions,
    reporter: Reporter = SILENT,
) -> BuildResult:
    """Make the disk hold the pages of the wanted ones of all records. A record with errors writes nothing."""
    run = _Run(project, everything, wanted, today, options, reporter)
    try:
        run.open_folders()
        run.render()
        run.render_project()
        return run.finish()
    finally:
        for folder in run.folders.values():
            folder.release()


class _Run:
    """One run. `current` are the series that lie on the disk as they would be rendered, `results` those that were rendered."""

    def __init__(
        self,
        project: Project,
        everything: Sequence[RecordFile],
        wanted: Sequence[RecordFile],
        today: date,
        options: BuildOptions,
        reporter: Reporter,
    ) -> None:
        self.project = project
        self.everything = by_series(everything)
        self.wanted = by_series(wanted)
        self.is_whole = self.everything == self.wanted
        self.today = today
        self.options = options
        self.reporter = reporter
        self.folders: dict[str, OutputFolder] = {}
        self.names: dict[str, OutputFolder] = {}
        self.results: dict[str, SeriesResult] = {}
        self.project_pages: Sequence[EditionPages] | None = None
        self.diagnostics: list[Diagnostic] = []
        caches = options.caches if self.is_whole else None
        self.cache_path = cache_file(caches, project.root, options.output) if caches else None
        self.cache = read_cache(self.cache_path) if self.cache_path else Cache({})
        self.fingerprints = self._take_fingerprints()
        self.current = {name: each for name, each in self.cache.series.items() if self._is_current(name, each)}

    def _take_fingerprints(self) -> Mapping[str, str]:
        options = [str(self.project.root), self.options.output or ""]
        return take_fingerprints(self.project, options, self.everything) if self.cache_path else {}

    def _is_current(self, name: str, cached: CachedSeries) -> bool:
        return name in self.everything and cached.is_current(self.fingerprints.get(name), self.today)

    @cached_property
    def renderer(self) -> "SeriesRenderer":
        """The renderer, which is made only where something is to be rendered."""
        from devroom_gen.output.series import SeriesRenderer

        return SeriesRenderer(self.project, self.today, self.options.output, self.options.caches)

    def open_folders(self) -> None:
        """Open all folders in one order, so that no two runs wait for each other; then see what lies in them."""
        named = {pages.folder for each in self.current.values() for pages in each.pages}
        jobs = self._jobs()
        named |= {str(path) for job in jobs for path in self.renderer.find_folders(job)}
        named |= {pages.folder for pages in (self.cache.project.pages if self.cache.project and not jobs else ())}
        for path in sorted(named, key=os.path.realpath):
            self._folder(path)
        self.current = {name: each for name, each in self.current.items() if self._is_held(each.pages)}

    def _folder(self, path: str | Path) -> OutputFolder:
        """Return a folder by one of its names, which may lead there by links."""
        name = str(path)
        if name not in self.names:
            real = os.path.realpath(name)
            if real not in self.folders:
                self.folders[real] = OutputFolder(Path(name), self.options, self.today)
                self.folders[real].open(self.reporter.on_wait)
            self.names[name] = self.folders[real]
        return self.names[name]

    def _is_held(self, pages: Iterable[CachedPages]) -> bool:
        return all(self._folder(each.folder).holds(each) for each in pages)

    def _jobs(self) -> "list[Job]":
        """Return what is to be rendered: wanted editions, and summaries of others where pages show all editions."""
        names = [name for name in self.everything if name not in self.current]
        if not names:
            return []
        from devroom_gen.output.series import Job

        jobs = [Job(name, self.everything[name], self.wanted.get(name, [])) for name in names]
        return [job for job in jobs if job.wanted or self.renderer.site.has_project_pages()]

    def render(self) -> None:
        """Write the pages of all series in their order, as they are rendered: the first one here, so that others find
        templates compiled and settings read."""
        jobs = self._jobs()
        results = self._render(jobs)
        names, done = {job.series for job in jobs}, 0
        for name in self.everything:
            if name in self.current:
                self._keep(self.current[name].pages)
            elif name in names:
                result = next(results)
                self._write(result.pages)
                self.results[name] = result.without_texts()
                done += result.editions
                self.reporter.on_step(done, sum(len(job.wanted) for job in jobs))

    def _render(self, jobs: "Sequence[Job]") -> "Iterator[SeriesResult]":
        if jobs:
            from devroom_gen.output.pool import count_workers, run_jobs

            workers = self.options.workers or count_workers(sum(len(job.files) for job in jobs))
            work = self.renderer.render
            yield from chain(map(work, jobs[:1]), run_jobs(work, jobs[1:], workers))

    def _keep(self, pages: Iterable[CachedPages]) -> None:
        for each in pages:
            folder = self._folder(each.folder)
            if folder.claim(each.owner, each.digests):
                folder.keep(each)

    def _write(self, pages: "Iterable[EditionPages]") -> None:
        for each in pages:
            folder = self._folder(each.folder)
            if folder.claim(each.owner, each.texts):
                folder.write(each.texts)

    def render_project(self) -> None:
        """Write what shows all editions, where nothing is wrong with any record."""
        fingerprint, cached = self._project_fingerprint(), self.cache.project
        if fingerprint is None:
            return
        if cached and cached.fingerprint == fingerprint and self._is_held(cached.pages):
            self._keep(cached.pages)
        else:
            self.project_pages, found = self.renderer.site.render_project(self._summaries())
            self._write(self.project_pages)
            self.diagnostics += found

    def _project_fingerprint(self) -> str | None:
        """Return the fingerprint of what pages of all editions depend on; none where a record has errors."""
        if any(each.summaries is None or each.has_broken for each in self.results.values()):
            return None
        return digest_parts([self.fingerprints.get(ABOVE, ""), *self._summaries()])

    def _summaries(self) -> list[str]:
        known = (self.current.get(name) or self.results.get(name) for name in self.everything)
        return [each.summaries for each in known if each and each.summaries]

    def finish(self) -> BuildResult:
        """Remove or tell orphans, write the manifests and the cache, and return what was found and done."""
        found = [*self.diagnostics, *(each for result in self.results.values() for each in result.diagnostics)]
        is_sound = not has_errors([*found, *(each for folder in self.folders.values() for each in folder.diagnostics)])
        for folder in self.folders.values():
            orphans = folder.orphans(self._below(folder)) if is_sound else []
            folder.finish(orphans)
            found += [*folder.diagnostics, *self._explain(folder)]
        if self.cache_path and not self.options.is_check and (self.results or self.project_pages is not None):
            self._remember(self.cache_path)
        return self._tell(arrange(found))

    def _below(self, folder: OutputFolder) -> tuple[str, ...]:
        """Return the parts of a folder in which pages that nobody owns are orphans: all, or those of wanted editions."""
        if self.is_whole:
            return ("",)
        pages = (each for result in self.results.values() for each in result.pages)
        return tuple({each.below for each in pages if each.below and self._folder(each.folder) is folder})

    def _explain(self, folder: OutputFolder) -> Iterator[Diagnostic]:
        """Explain in what the disk differs; of a page that would be updated, whether only the day made it stale."""
        then: dict[date, Mapping[str, str]] = {}
        for step in folder.open_steps:
            code = {Action.CREATE: codes.MISSING_PAGE, Action.REFUSE: codes.FOREIGN_FILE}.get(step.action)
            if code is None:
                day = folder.manifest.day(step.path)
                if day and day != self.today and day not in then:
                    then[day] = self._texts_of_day(folder, day)
                was_right = day is not None and then.get(day, {}).get(step.path) == step.standing
                code = codes.STALE_BY_DAY if was_right else codes.STALE_PAGE
            yield explain_file(code, folder.path, step.path)

    def _texts_of_day(self, folder: OutputFolder, day: date) -> dict[str, str]:
        """Render for another day what would be updated in a folder."""
        from devroom_gen.output.series import Job, SeriesRenderer
        from devroom_gen.render.site import PROJECT

        owners = {folder.owners[step.path] for step in folder.open_steps if step.action is Action.UPDATE}
        renderer = SeriesRenderer(self.project, day, self.options.output)
        results = [
            renderer.render(Job(name, files, files))
            for name, files in self.everything.items()
            if PROJECT in owners or any(file.id in owners for file in files)
        ]
        pages = [each for result in results for each in result.pages]
        if PROJECT in owners:
            pages += renderer.site.render_project([result.summaries for result in results if result.summaries])[0]
        return {path: text for each in pages if each.folder == folder.path for path, text in each.texts.items()}

    def _remember(self, path: Path) -> None:
        """Write what the next run may rely on: series without findings, whose inputs are still what they were."""
        from devroom_gen.output.cache import write_cache

        still = self._take_fingerprints()
        series = dict(self.current)
        for name, result in self.results.items():
            pages, fingerprint = self._digests(result.pages), self.fingerprints.get(name)
            if fingerprint and fingerprint == still.get(name) and pages is not None and not result.diagnostics:
                first, last = (day.isoformat() for day in result.days)
                summaries, beside = result.summaries or "", (result.zones, result.hand_kept)
                series[name] = CachedSeries(fingerprint, first, last, result.editions, summaries, pages, *beside)
        project, fingerprint = self.cache.project, self._project_fingerprint()
        if self.project_pages is not None:
            pages = self._digests(self.project_pages)
            is_sure = fingerprint and pages is not None and not self.diagnostics
            project = CachedProject(fingerprint, pages) if is_sure and fingerprint and pages is not None else None
        write_cache(path, Cache(series, project))

    def _digests(self, pages: "Iterable[EditionPages]") -> tuple[CachedPages, ...] | None:
        """Return the digests of pages as they lie on the disk; none where one is not as it should be."""
        found: list[CachedPages] = []
        for each in pages:
            folder = self._folder(each.folder)
            digests = folder.digests
            if not all(path in digests and folder.owners.get(path) == each.owner for path in each.texts):
                return None
            found.append(CachedPages(each.owner, str(each.folder), {path: digests[path] for path in each.texts}))
        return tuple(found)

    def _tell(self, diagnostics: list[Diagnostic]) -> BuildResult:
        result = BuildResult(diagnostics=diagnostics)
        result.editions = sum(each.editions for each in self.current.values())
        result.editions += sum(each.editions for each in self.results.values())
        for folder in sorted(self.folders.values(), key=lambda each: each.path):
            result.folders.append(folder.path)
            result.written += folder.counts[Action.CREATE] + folder.counts[Action.UPDATE]
            result.unchanged += folder.counts[Action.KEEP]
            result.kept += folder.counts[Action.REFUSE]
            for step in folder.open_steps:
                is_kept = step.action is Action.REFUSE
                result.changes.append(Change(folder.path / step.path, step.standing, step.text, is_kept))
        return result
