"""Makes the disk hold the pages of a project: locks its output folders, renders what does not lie there, and writes it."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from devroom_gen.diagnostics import codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, arrange, has_errors
from devroom_gen.output.cache import (
    Cache,
    CachedPages,
    CachedProject,
    CachedSeries,
    cache_file,
    read_cache,
    write_cache,
)
from devroom_gen.output.fingerprints import take_fingerprint, take_series_fingerprint
from devroom_gen.output.folder import OutputFolder
from devroom_gen.output.lock import lock_folders
from devroom_gen.output.plan import Action
from devroom_gen.output.result import BuildOptions, BuildResult, explain_file, explain_os_error
from devroom_gen.project.digests import UNKNOWN, digest_file, digest_parts
from devroom_gen.project.layout import Project, RecordFile, by_series
from devroom_gen.record.output_pattern import split_pattern

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
    """Make the disk hold the pages of the wanted ones of all records. A record with errors writes nothing.

    The project is locked, and the folder of `--output`, before anything is compared; a run that only checks locks nothing.
    """
    with ExitStack() as stack:
        if not options.is_check:
            named = [Path(split_pattern(".", options.output)[0])] if options.output else []
            try:
                stack.enter_context(lock_folders([project.root, *named], reporter.on_wait))
            except OSError as error:
                return BuildResult(diagnostics=[explain_os_error(error, project.root)])
        return _Run(project, by_series(everything), by_series(wanted), today, options, reporter).run()


@dataclass(repr=False, eq=False)
class _Run:
    """One run. `current` are the series that lie on the disk as they would be rendered, `results` those that were rendered.

    `rendered` and `all_editions` are what the next run may rely on: what was rendered without a finding and lies there.
    """

    project: Project
    everything: Mapping[str, Sequence[RecordFile]]
    wanted: Mapping[str, Sequence[RecordFile]]
    today: date
    options: BuildOptions
    reporter: Reporter
    folders: dict[str, OutputFolder] = field(default_factory=dict)
    names: dict[str, OutputFolder] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    results: "dict[str, SeriesResult]" = field(default_factory=dict)
    rendered: dict[str, CachedSeries] = field(default_factory=dict)
    all_editions: CachedProject | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.is_whole = self.everything == self.wanted
        caches = self.options.caches if self.is_whole else None
        self.cache_path = cache_file(caches, self.project.root, self.options.output) if caches else None
        self.cache = read_cache(self.cache_path) if self.cache_path else Cache({})
        self.above = self._take_fingerprint() if self.cache_path else None
        self.fingerprints = {name: self._take_series_fingerprint(name) for name in self.everything}
        self.current = {name: each for name, each in self.cache.series.items() if self._is_current(name, each)}

    def _take_fingerprint(self) -> str | None:
        return take_fingerprint(self.project, [str(self.project.root), self.options.output or ""])

    def _take_series_fingerprint(self, name: str, digest: Callable[[str], str] = digest_file) -> str | None:
        if self.above is None:
            return None
        return take_series_fingerprint(self.above, self.project.settings(name), self.everything[name], digest)

    def _is_current(self, name: str, cached: CachedSeries) -> bool:
        is_known = name in self.everything and cached.is_current(self.fingerprints.get(name), self.today)
        return is_known and self._is_held(cached.pages)

    def run(self) -> BuildResult:
        self.render()
        self.render_all_editions()
        return self.finish()

    @cached_property
    def renderer(self) -> "SeriesRenderer":
        """The renderer, which is made only where something is to be rendered."""
        from devroom_gen.output.series import SeriesRenderer

        return SeriesRenderer(self.project, self.today, self.options.output, self.options.caches)

    def _folder(self, path: str | Path) -> OutputFolder:
        """Return a folder by one of its names, which may lead there by links."""
        name = str(path)
        if name not in self.names:
            real = os.path.realpath(name)
            if real not in self.folders:
                self.folders[real] = OutputFolder(Path(name), self.owners, self.options, self.today)
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
                pages = self._write(result.pages)
                read = defaultdict(lambda: UNKNOWN, result.read)
                fingerprint = self._take_series_fingerprint(name, read.__getitem__)
                is_sure = fingerprint == self.fingerprints[name] and not result.diagnostics
                if is_sure and fingerprint and pages is not None:
                    self.rendered[name] = result.to_cache(fingerprint, pages)
                self.results[name] = result._replace(pages=[], read={})
                done += result.editions
                self.reporter.on_step(done, sum(len(job.wanted) for job in jobs))

    def _render(self, jobs: "Sequence[Job]") -> "Iterator[SeriesResult]":
        if jobs:
            from devroom_gen.project.pool import count_workers, run_jobs

            workers = self.options.workers or count_workers(sum(len(job.files) for job in jobs))
            work = self.renderer.render
            yield from chain(map(work, jobs[:1]), run_jobs(work, jobs[1:], workers))

    def _keep(self, pages: Iterable[CachedPages]) -> None:
        for each in pages:
            self._folder(each.folder).keep(each)

    def _write(self, pages: "Iterable[EditionPages]") -> tuple[CachedPages, ...] | None:
        """Write pages, and return their digests; nothing where one does not lie on the disk now."""
        by_folder: dict[str, list[EditionPages]] = defaultdict(list)
        for each in pages:
            by_folder[str(each.folder)].append(each)
        written = [self._folder(name).write(editions) for name, editions in by_folder.items()]
        return None if None in written else tuple(each for editions in written for each in editions or ())

    def render_all_editions(self) -> None:
        """Write what shows all editions, where nothing is wrong with any record."""
        if any(each.summaries is None or each.has_broken for each in self.results.values()):
            return
        known = (self.current.get(name) or self.results.get(name) for name in self.everything)
        summaries = [each.summaries for each in known if each and each.summaries]
        above, cached = self.above, self.cache.all_editions
        settings = take_series_fingerprint(above, self.project.settings(""), ()) if above else None
        fingerprint = digest_parts([settings, *summaries]) if settings else None
        if cached and cached.fingerprint == fingerprint and self._is_held(cached.pages):
            self.all_editions = cached
            self._keep(cached.pages)
            return
        pages, found = self.renderer.site.render_project(summaries)
        self.diagnostics += found
        written = self._write(pages)
        if fingerprint and written is not None and not found:
            self.all_editions = CachedProject(fingerprint, written)

    def finish(self) -> BuildResult:
        """Remove or tell orphans, write the manifests and the cache, and return what was found and done."""
        found = [*self.diagnostics, *(each for result in self.results.values() for each in result.diagnostics)]
        is_sound = not has_errors([*found, *(each for folder in self.folders.values() for each in folder.diagnostics)])
        for folder in self.folders.values():
            folder.finish(folder.orphans(is_whole=self.is_whole) if is_sound else [])
            found += [*folder.diagnostics, *self._explain(folder)]
        if self.cache_path and not self.options.is_check:
            self._remember(self.cache_path)
        return self._tell(arrange(found))

    def _remember(self, path: Path) -> None:
        """Write what the next run may rely on, unless templates or the like were changed while this one ran."""
        cache = Cache({**self.current, **self.rendered}, self.all_editions)
        if cache != self.cache and self._take_fingerprint() == self.above:
            write_cache(path, cache)

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

        owners = {folder.owner(step.path) for step in folder.open_steps if step.action is Action.UPDATE}
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

    def _tell(self, diagnostics: list[Diagnostic]) -> BuildResult:
        result = BuildResult(diagnostics=diagnostics)
        result.editions = sum(each.editions for each in self.current.values())
        result.editions += sum(each.editions for each in self.results.values())
        for folder in sorted(self.folders.values(), key=lambda each: each.path):
            result.folders.append(folder.path)
            result.written += folder.counts[Action.CREATE] + folder.counts[Action.UPDATE]
            result.unchanged += folder.counts[Action.KEEP]
            result.kept += folder.counts[Action.REFUSE]
            result.removed += folder.removed
            result.changes += [(folder.path, step) for step in folder.open_steps]
        return result
