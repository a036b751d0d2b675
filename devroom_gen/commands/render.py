"""`render`: makes the disk hold the pages of all editions, or of the named ones; or tells in what it does not."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from devroom_gen.batches import Batch, Press, by_series
from devroom_gen.codes import output as codes
from devroom_gen.commands.gathering import Gathering, Stock, tell_orphan, tell_steps
from devroom_gen.commands.outcome import Change, Rendering, Wish, find_whole
from devroom_gen.diagnostic import Diagnostic, arrange, has_errors
from devroom_gen.output.planning import Action
from devroom_gen.parallel import Stopped, count_processors, run_jobs
from devroom_gen.project import Project, RecordFile
from devroom_gen.site import PROJECT, Row, Sheaf

Progress = Callable[[int, int], None]
PAYING = 100
"""Records for each worker: with fewer, starting it takes longer than it saves."""


def render(
    project: Project, files: Sequence[RecordFile], today: date, wish: Wish, on_step: Progress | None = None
) -> Rendering:
    """Render the pages of these records and write what differs. A record with errors writes nothing."""
    with Gathering(wish, today) as gathering:
        run = _Run(project, project.records(), files, today, wish, gathering)
        run.print_series(on_step)
        run.print_project()
        return run.finish()


class _Run:
    def __init__(
        self,
        project: Project,
        everything: Sequence[RecordFile],
        files: Sequence[RecordFile],
        today: date,
        wish: Wish,
        gathering: Gathering,
    ) -> None:
        self.press = Press(project, today, wish.output)
        self.project, self.today, self.wish, self.gathering = project, today, wish, gathering
        self.files, self.everything = files, dict(by_series(everything))
        self.is_whole = len(files) == len(everything)
        self.is_sound = True
        self.rows: list[Row] | None = []
        self.places: dict[Path, set[str]] = {}
        self.rendering = Rendering()

    def print_series(self, on_step: Progress | None) -> None:
        """Render all series: the first one here, so that the others find templates compiled and settings read."""
        jobs = list(by_series(self.files))
        workers = self.wish.workers or min(count_processors(), (len(self.files) + 1) // PAYING)
        results = chain(map(self._print, jobs[:1]), run_jobs(self._print, jobs[1:], workers))
        for batch in results:
            if isinstance(batch, Stopped):
                self.rendering.diagnostics.append(_tell_stopped(batch.job[1]))
                self.is_sound = False
            else:
                self.take(batch)
            if on_step:
                on_step(self.rendering.editions, len(self.files))

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
        self.add_rows(batch.rows)

    def add_rows(self, rows: list[Row] | None) -> None:
        if rows is None:
            self.rows = None
        elif self.rows is not None:
            self.rows += rows

    def print_project(self) -> None:
        """Render what shows all editions, where nothing is wrong with any record."""
        if not self.is_sound or not self.press.needs_all_records():
            return
        named = {file.id for file in self.files}
        for files in self.everything.values():
            others = [file for file in files if file.id not in named]
            if others:
                self.add_rows(self.press.look_at_series(others, files))
        if self.rows is not None:
            sheaves, found = self.press.print_project(
                self.rows, [file for files in self.everything.values() for file in files]
            )
            self.gathering.take(sheaves)
            self.rendering.diagnostics += found

    def finish(self) -> Rendering:
        found = self.rendering.diagnostics
        is_sound = not has_errors(found)
        found += self.gathering.diagnostics
        self.gathering.diagnostics = []
        for stock in self.gathering.stocks.values():
            below = ("",) if self.is_whole else tuple(name for name in self.places.get(stock.folder, ()) if name)
            orphans = stock.orphans(below) if is_sound else []
            found += tell_steps(stock, self._stale_by_day(stock))
            left = self.gathering.finish(stock, orphans)
            found += (tell_orphan(stock, step) for step in left)
            self._count(stock)
        self.rendering.diagnostics = arrange([*found, *self.gathering.diagnostics])
        return self.rendering

    def _count(self, stock: Stock) -> None:
        counts = stock.counts
        self.rendering.folders.append(stock.folder)
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
        press, sheaves, rows = Press(self.project, day, self.wish.output), list[Sheaf](), list[Row]()
        for files in self.everything.values():
            if PROJECT in owners or any(file.id in owners for file in files):
                batch = press.print_series(files, files)
                sheaves += batch.sheaves
                rows += batch.rows or []
        if PROJECT in owners:
            sheaves += press.print_project(rows, [file for files in self.everything.values() for file in files])[0]
        return {path: text for each in sheaves if each.folder == stock.folder for path, text in each.texts.items()}


def _tell_stopped(files: Sequence[RecordFile]) -> Diagnostic:
    return Diagnostic(
        code=codes.WORKER_STOPPED,
        location=find_whole(files[0].path.parent),
        message=f"these {len(files)} editions are not rendered: the process that did it was stopped",
        help="run again; if it was for want of memory, name one series after the other: `devroom-gen render SERIES`",
    )
