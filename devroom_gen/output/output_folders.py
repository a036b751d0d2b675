"""Takes pages as they are rendered, compares them with the disk, writes what differs, and keeps what is to be told."""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

from devroom_gen.diagnostics.codes import output as codes
from devroom_gen.diagnostics.diagnostic import Diagnostic
from devroom_gen.output.cache.fingerprints import Stamp, is_racy, take_stamp, take_stamps
from devroom_gen.output.manifest import JOURNAL, MEMORY, Memory, UnreadableMemoryError, digest, read_memory
from devroom_gen.output.plan import Action, Plan, Step, plan
from devroom_gen.output.result import Wish, find_whole, tell_file
from devroom_gen.output.site import Sheaf
from devroom_gen.output.writer import Writer
from devroom_gen.project.source_files import shown_path


@dataclass(kw_only=True)
class Stock:
    """One output folder: what is remembered of it, who owns its pages, and the steps that are still to be told."""

    folder: Path
    memory: Memory
    writer: Writer
    owners: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    counts: Counter[Action] = field(default_factory=Counter)
    left: list[Step] = field(default_factory=list)
    stamps: dict[str, dict[str, Stamp | None]] = field(default_factory=dict)
    begun: dict[str, Stamp | None] = field(default_factory=dict)
    has_failed: bool = False

    def memory_stamps(self, now: int) -> dict[str, Stamp | None]:
        """Return the stamps of what is remembered: as it was read, or as it was written while others waited."""
        return take_stamps(self.begun, now) if self.writer.has_written else self.begun

    def gone(self) -> list[str]:
        """Return the pages that are remembered and that no edition makes: one that comes back is an orphan."""
        return [str(self.folder / path) for path in self.memory.entries if path not in self.owners]

    def orphans(self, below: tuple[str, ...]) -> list[Step]:
        """Return the pages that were written once and that no edition makes any more, in some folders."""
        gone = {path: entry for path, entry in self.memory.entries.items() if path not in self.owners}
        steps = Plan(self.folder, (), Memory(gone)).orphans()
        return [step for step in steps if step.path.startswith(below)]


Written: TypeAlias = dict[tuple[Path, str], Action]
"""Pages that a run wrote, by folder and path, and what was done with them."""


class OverlapError(Exception):
    """A page would take the place of one that was counted without being rendered: all must be looked at."""

    def __init__(self, path: str, written: Written) -> None:
        super().__init__(path)
        self.written = written


class Gathering:
    """The pages of one run. With `is_check` nothing is written."""

    def __init__(self, wish: Wish, today: date, written: Written | None = None) -> None:
        self._wish = wish
        self._today = today
        self.stocks: dict[Path, Stock] = {}
        self.diagnostics: list[Diagnostic] = []
        self._unreadable: set[Path] = set()
        self._before: Written = written or {}
        self._written: Written = {}
        self._has_kept = False

    def __enter__(self) -> "Gathering":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for stock in self.stocks.values():
            stock.writer.release()

    def take(self, sheaves: Iterable[Sheaf]) -> None:
        """Take the pages of one series, and let go of their texts."""
        for folder, texts in self._own(sheaves).items():
            stock = self.stocks[folder]
            steps = plan(folder, texts, stock.memory, force=self._wish.force).steps
            stock.counts.update(self._done(stock, step) for step in steps)
            told = {Action.REFUSE} if not self._wish.is_check else set(Action) - {Action.KEEP}
            stock.left += [step for step in steps if step.action in told]
            if not self._wish.is_check:
                self._write(stock, steps)
                if self._wish.cache:
                    _stamp(stock, steps)

    def is_taken(self, folder: Path, path: str) -> bool:
        """Whether a page is somebody's already."""
        stock = self._stock(folder)
        return stock is None or path in stock.owners

    def keep(self, folder: Path, owners: Mapping[str, str]) -> None:
        """Count pages, each with its owner, that are known to be on the disk as they should be."""
        if stock := self._stock(folder):
            self._has_kept = True
            stock.owners.update(owners)
            stock.kept.update(owners)
            stock.counts[Action.KEEP] += len(owners)

    def finish(self, stock: Stock, orphans: list[Step]) -> list[Step]:
        """Remove orphans where that is wished, remember all that was written, and give the orphans that are left."""
        removed = [step for step in orphans if self._may_prune(stock, step)]
        if not self._wish.is_check and not stock.has_failed:
            try:
                stock.writer.remove(removed)
                stock.writer.close()
            except OSError as error:
                self._failed(stock, error)
        return [step for step in orphans if step not in removed]

    def _done(self, stock: Stock, step: Step) -> Action:
        """Return what was done with a page; one that this run wrote before it began again stands there already."""
        place = (stock.folder, step.path)
        if self._has_kept and step.action in (Action.CREATE, Action.UPDATE) and not self._wish.is_check:
            self._written[place] = step.action
        return self._before.get(place, step.action) if step.action is Action.KEEP else step.action

    def _own(self, sheaves: Iterable[Sheaf]) -> dict[Path, dict[str, str]]:
        """Return the texts of each folder; none of an owner's, where one would take the place of another's."""
        texts: dict[Path, dict[str, str]] = {}
        for sheaf in sheaves:
            stock = self._stock(sheaf.folder)
            if stock is None:
                continue
            taken = next((path for path in sheaf.texts if stock.owners.get(path, sheaf.owner) != sheaf.owner), None)
            if taken is not None and taken in stock.kept:
                raise OverlapError(taken, self._written)
            if taken is None:
                stock.owners.update(dict.fromkeys(sheaf.texts, sheaf.owner))
                texts.setdefault(sheaf.folder, {}).update(sheaf.texts)
            else:
                self.diagnostics.append(_same_path(sheaf.folder / taken, stock.owners[taken], sheaf.owner))
        return texts

    def _stock(self, folder: Path) -> Stock | None:
        if folder not in self.stocks and folder not in self._unreadable:
            begun = take_stamps((folder / MEMORY, folder / JOURNAL), time.time_ns()) if self._wish.cache else {}
            try:
                memory = read_memory(folder)
            except UnreadableMemoryError as error:
                self._unreadable.add(folder)
                self.diagnostics.append(_unreadable(folder, error))
            else:
                writer = Writer(folder, memory, self._today)
                self.stocks[folder] = Stock(folder=folder, memory=memory, writer=writer, begun=begun)
        return self.stocks.get(folder)

    def _write(self, stock: Stock, steps: Iterable[Step]) -> None:
        if not stock.has_failed:
            try:
                stock.writer.write(steps)
            except OSError as error:
                self._failed(stock, error)

    def _failed(self, stock: Stock, error: OSError) -> None:
        stock.has_failed = True
        is_file = isinstance(error, FileExistsError | NotADirectoryError)
        reason = "a file stands where a folder belongs" if is_file else (error.strerror or type(error).__name__).lower()
        place = find_whole(Path(error.filename or stock.folder))
        self.diagnostics.append(Diagnostic(code=codes.CANNOT_WRITE, location=place, message=f"cannot write: {reason}"))

    def _may_prune(self, stock: Stock, step: Step) -> bool:
        is_ours = self._wish.force or stock.memory.knows(step.path, step.standing)
        return self._wish.prune and is_ours and not self._wish.is_check


def _stamp(stock: Stock, steps: Iterable[Step]) -> None:
    """Take stamps of pages right after they were compared or written; none of one that is not as it should be."""
    for step in steps:
        stamp = take_stamp(f"{stock.folder}/{step.path}", sys.maxsize)
        if step.action is Action.REFUSE or stock.has_failed:
            stamp = None
        elif stamp and step.action is not Action.KEEP and stamp[0] != len(step.text.encode()):
            stamp = None  # somebody else has written it in the meantime
        elif stamp and step.action is Action.KEEP and is_racy(stamp, time.time_ns()):
            stamp[4] = digest(step.text)
        stock.stamps.setdefault(stock.owners[step.path], {})[step.path] = stamp


def tell_orphan(stock: Stock, step: Step) -> Diagnostic:
    """Say of a page that no edition makes it any more."""
    is_edited = not stock.memory.knows(step.path, step.standing)
    return tell_file(codes.ORPHAN, stock.folder / step.path, is_edited=is_edited)


def tell_steps(stock: Stock, is_stale_by_day: Iterator[bool]) -> Iterator[Diagnostic]:
    """Say in what the disk differs; of each page that would be updated, whether only the day made it stale."""
    for step in stock.left:
        code = {Action.CREATE: codes.MISSING_PAGE, Action.REFUSE: codes.FOREIGN_FILE}.get(step.action)
        if code is None:
            code = codes.STALE_BY_DAY if next(is_stale_by_day) else codes.STALE_PAGE
        yield tell_file(code, stock.folder / step.path)


def _unreadable(folder: Path, error: UnreadableMemoryError) -> Diagnostic:
    return Diagnostic(
        code=codes.UNREADABLE_MEMORY,
        location=find_whole(folder / MEMORY),
        message=f"what was written to `{shown_path(folder)}` is not known: {error}",
        help="take the file from your version control, or delete it and use `--force`",
    )


def _same_path(path: Path, first: str, second: str) -> Diagnostic:
    return Diagnostic(
        code=codes.SAME_PATH,
        location=find_whole(path),
        message=f"`{first}` and `{second}` would both be written here",
        help='put `{edition}` into `output` of the settings, as in "site/{target}/{edition}"',
    )
