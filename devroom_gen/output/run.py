"""Renders all series that are not known to be as they should be, and tells what became of their pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from devroom_gen.diagnostics.codes import output as codes
from devroom_gen.diagnostics.diagnostic import Diagnostic, arrange, has_errors
from devroom_gen.output.cache_entry import Index, keep_run, write_entry
from devroom_gen.output.output_folders import Gathering, Stock, Written, tell_orphan, tell_steps
from devroom_gen.output.parallel import Stopped, count_workers, run_jobs
from devroom_gen.output.plan import Action
from devroom_gen.output.result import Change, Rendering, Wish, find_whole
from devroom_gen.output.series import Batch, Press
from devroom_gen.output.site import PROJECT, Sheaf
from devroom_gen.output.up_to_date import Recollected
from devroom_gen.project.layout import Project, RecordFile, by_series
from devroom_gen.project.source_files import shown_path

Progress = Callable[[int, int], None]


def print_pages(
    project: Project,
    everything: Sequence[RecordFile],
    files: Sequence[RecordFile],
    today: date,
    wish: Wish,
    recollected: Recollected | None = None,
    on_step: Progress | None = None,
    written: Written | None = None,
) -> Rendering:
    """Render the pages of some of all records and write what differs, less what is recollected as clean.

    `written` are pages that this run wrote before it had to begin again.
    """
    with Gathering(wish, today, written) as gathering:
        run = _Run(project, by_series(everything), by_series(files), today, wish, gathering, recollected)
        run.keep_clean()
        run.print_series(on_step)
        run.print_project()
        return run.finish()


@dataclass
class _Run:
    project: Project
    everything: dict[str, list[RecordFile]]
    files: dict[str, list[RecordFile]]
    today: date
    wish: Wish
    gathering: Gathering
    recollected: Recollected | None
    rows: dict[str, list[str]] | None = field(default_factory=dict)
    index: Index = Index.READ
    places: dict[Path, set[str]] = field(default_factory=dict)
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    rendering: Rendering = field(default_factory=Rendering)
    is_sound: bool = True
    is_shared_broken: bool = False

    def __post_init__(self) -> None:
        self.press = Press(self.project, self.today, self.wish.output, self.wish.cache)
        self.is_whole = self.everything == self.files
        self.clean = self.recollected.clean if self.recollected else {}

    def keep_clean(self) -> None:
        """Take over what is known of series that are as they were."""
        for name, each in self.clean.items():
            for folder, owners in each.owners().items():
                self.gathering.keep(folder, owners)
            self.rendering.editions += each.editions
            self.rendering.diagnostics += each.findings
            self.add_rows(name, each.rows)

    def print_series(self, on_step: Progress | None) -> None:
        """Render all series: the first one here, so that the others find templates compiled and settings read."""
        jobs = [(series, files) for series, files in self.files.items() if series not in self.clean]
        count, whole = sum(len(files) for _, files in jobs), sum(map(len, self.files.values()))
        workers = self.wish.workers or count_workers(count)
        results = chain(map(self._print, jobs[:1]), run_jobs(self._print, jobs[1:], workers))
        for batch in results:
            if isinstance(batch, Stopped):
                self.rendering.diagnostics.append(_tell_stopped(batch.job[1]))
                self.is_sound = False
            else:
                self.take(batch)
            if on_step:
                on_step(self.rendering.editions, whole)

    def _print(self, job: tuple[str, list[RecordFile]]) -> Batch:
        series, files = job
        return self.press.print_series(files, self.everything.get(series, files))

    def take(self, batch: Batch) -> None:
        self.gathering.take(batch.sheaves)
        self.rendering.editions += batch.editions
        self.rendering.diagnostics += batch.diagnostics
        for folder, below in batch.places.items():
            self.places.setdefault(folder, set()).update(below)
        self.is_sound = self.is_sound and not has_errors(batch.about_records)
        self.is_shared_broken = self.is_shared_broken or self._is_shared_broken(batch)
        if self.recollected and (entry := write_entry(batch)):
            self.entries[batch.series] = entry
        self.add_rows(batch.series, batch.rows)

    def _is_shared_broken(self, batch: Batch) -> bool:
        """Whether a file of several series cannot be read: the first that read it tells it for all."""
        broken = {each.path for each in batch.diagnostics if has_errors([each]) and not each.code.is_suppressible}
        return bool(broken) and not broken <= {shown_path(file.path) for file in self.files[batch.series]}

    def add_rows(self, series: str, rows: str | None) -> None:
        if rows is None:
            self.rows = None
        elif self.rows is not None:
            self.rows.setdefault(series, []).append(rows)

    def print_project(self) -> None:
        """Render what shows all editions, where nothing is wrong with any record."""
        if not self.is_sound or not self.press.needs_all_records():
            return
        named = {file.id for files in self.files.values() for file in files}
        for series, files in self.everything.items():
            others = [file for file in files if file.id not in named]
            if others:
                self.add_rows(series, self.press.look_at_series(others, files))
        if self.rows is not None and not self._keep_index(self.rows):
            everything = [file for files in self.everything.values() for file in files]
            pages = self.press.print_project(chain.from_iterable(self.rows.values()), everything)
            self.index = Index.RECALLED if pages.is_recalled else Index.READ
            self.gathering.take(pages.sheaves)
            self.rendering.diagnostics += pages.diagnostics

    def _keep_index(self, rows: dict[str, list[str]]) -> bool:
        """Leave pages of all editions as they are, where nothing that they ask has changed."""
        known = self.recollected
        if (
            known is None
            or known.index_rows is None
            or rows != {each: [text] for each, text in known.index_rows.items()}
        ):
            return False
        places = [(Path(folder), path) for folder, path, _ in known.index]
        if any(self.gathering.is_taken(folder, path) for folder, path in places):
            return False
        for folder, path in places:
            self.gathering.keep(folder, {path: PROJECT})
        self.index = Index.KEPT
        return True

    def finish(self) -> Rendering:
        found = self.rendering.diagnostics
        is_sound = not has_errors(found)
        for stock in self.gathering.stocks.values():
            below = ("",) if self.is_whole else tuple(name for name in self.places.get(stock.folder, ()) if name)
            orphans = stock.orphans(below) if is_sound else []
            found += tell_steps(stock, self._stale_by_day(stock))
            left = self.gathering.finish(stock, orphans)
            found += (tell_orphan(stock, step) for step in left)
            is_sound = is_sound and not left
            self._count(stock)
        found += self.gathering.diagnostics
        if self.recollected and not self.wish.is_check and not self.gathering.diagnostics:
            entries = {} if self.is_shared_broken else self.entries
            keep_run(
                self.recollected,
                entries,
                self.gathering,
                index=self.index,
                is_settled=is_sound and not has_errors(found),
            )
        self.rendering.diagnostics = arrange(found)
        return self.rendering

    def _count(self, stock: Stock) -> None:
        counts = stock.counts
        self.rendering.folders = sorted([*self.rendering.folders, stock.folder])
        self.rendering.written += counts[Action.CREATE] + counts[Action.UPDATE]
        self.rendering.unchanged += counts[Action.KEEP]
        self.rendering.kept += counts[Action.REFUSE]
        self.rendering.changes += (
            Change(stock.folder / step.path, step.standing, step.text, step.action is Action.REFUSE)
            for step in stock.left
        )

    def _stale_by_day(self, stock: Stock) -> Iterator[bool]:
        """Tell of each page that would be updated whether it is what its own day would have made it."""
        then: dict[date, dict[str, str]] = {}
        for step in stock.left:
            if step.action is Action.UPDATE:
                day = stock.memory.day(step.path)
                if day and day != self.today and day not in then:
                    then[day] = self._texts(stock, day)
                yield bool(day) and then.get(day or self.today, {}).get(step.path) == step.standing

    def _texts(self, stock: Stock, day: date) -> dict[str, str]:
        """Render for another day the series whose pages would be updated."""
        owners = {stock.owners[step.path] for step in stock.left if step.action is Action.UPDATE}
        press, sheaves, rows = Press(self.project, day, self.wish.output), list[Sheaf](), list[str]()
        for files in self.everything.values():
            if PROJECT in owners or any(file.id in owners for file in files):
                batch = press.print_series(files, files)
                sheaves += batch.sheaves
                rows += [batch.rows] if batch.rows else []
        if PROJECT in owners:
            everything = [file for files in self.everything.values() for file in files]
            sheaves += press.print_project(rows, everything).sheaves
        return {path: text for each in sheaves if each.folder == stock.folder for path, text in each.texts.items()}


def _tell_stopped(files: Sequence[RecordFile]) -> Diagnostic:
    return Diagnostic(
        code=codes.WORKER_STOPPED,
        location=find_whole(files[0].path.parent),
        message=f"these {len(files)} editions are not rendered: the process that did it was stopped",
        help="run again; if it was for want of memory, name one series after the other: `devroom-gen render SERIES`",
    )
