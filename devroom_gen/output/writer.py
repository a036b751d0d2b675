"""Writes files whole or not at all. What stands on the disk is old or new at any moment, never half of each."""

import contextlib
import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from devroom_gen.output.manifest import (
    JOURNAL,
    MEMORY,
    Entry,
    Memory,
    UnreadableMemoryError,
    digest,
    journal_text_of,
    read_memory,
    write_text_of,
)
from devroom_gen.output.plan import Action, Plan, Step
from devroom_gen.project.atomic_write import _NEIGHBOUR, write_whole

try:
    import fcntl
except ImportError:  # Windows: two runs at once may forget pages of each other, and lose none
    fcntl = None  # type: ignore[assignment]


def write(plan: Plan, today: date, *, removed: Sequence[Step] = ()) -> None:
    """Carry out a plan, and remove pages that no edition makes any more. Raises `OSError` at the first failure."""
    with Writer(plan.folder, plan.memory, today) as writer:
        writer.write(plan.steps)
        writer.remove(removed)


class Writer:
    """Writes into one output folder, some pages after others, and remembers them.

    Both the old and the new text of pages are in the journal before the first of them is touched, and the new ones
    alone in the memory after the last: a run that is killed leaves no page of ours that would pass for a person's.
    """

    def __init__(self, folder: Path, memory: Memory, today: date) -> None:
        self.folder = folder
        self._today = today
        self._known = memory.entries
        self._new: dict[str, Entry] = {}
        self._gone: set[str] = set()
        self._must_settle = not memory.is_whole
        self._lock: int | None = None
        self.is_alone = True
        """Nothing was remembered by another run since this one began."""
        self.has_written = False

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self.close()
        finally:
            self.release()

    def write(self, steps: Iterable[Step]) -> None:
        """Write the pages of some steps; those that are kept are remembered, too."""
        made = {step.path: self._entry(step) for step in steps if step.action is not Action.REFUSE}
        new = {path: entry for path, entry in made.items() if self._known.get(path) != entry}
        todo = [step for step in steps if step.action in (Action.CREATE, Action.UPDATE)]
        if todo:
            self._open()
            touched = {step.path: self._both(step.path, made[step.path]) for step in todo}
            _append(self.folder / JOURNAL, journal_text_of(touched))
        for step in todo:
            write_whole(f"{self.folder}/{step.path}", step.text)
        self._new.update(new)

    def remove(self, steps: Iterable[Step]) -> None:
        """Remove pages, and the folders that are empty without them."""
        for step in steps:
            self._open()
            _remove(self.folder, step.path)
            self._gone.add(step.path)

    def close(self) -> None:
        """Remember what was written."""
        if not (self._new or self._gone or self._must_settle):
            return
        self._open()
        entries = {path: entry for path, entry in {**self._known, **self._new}.items() if path not in self._gone}
        write_whole(self.folder / MEMORY, write_text_of(Memory(entries)))
        (self.folder / JOURNAL).unlink(missing_ok=True)

    def digest_of(self, path: str) -> str:
        """Return the digest of the text that a page should have, once its steps were written."""
        return (self._new.get(path) or self._known[path]).digests[-1]

    def release(self) -> None:
        """Let other runs write into the folder."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _open(self) -> None:
        """Wait until no other run writes into the folder, keep others waiting, and read what they remembered."""
        if self.has_written:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        if fcntl is not None:
            self._lock = os.open(self.folder, os.O_RDONLY)
            fcntl.flock(self._lock, fcntl.LOCK_EX)
        try:
            memory = read_memory(self.folder)
        except UnreadableMemoryError as error:  # it was damaged while we waited
            raise OSError(errno.EIO, str(error), str(self.folder / MEMORY)) from error
        if not memory.is_whole:
            _sweep(self.folder, memory.entries)
        planned, self._known = self._known, memory.entries
        self.is_alone = planned == self._known
        self.has_written = True
        _drop_half_line(self.folder / JOURNAL)

    def _entry(self, step: Step) -> Entry:
        """Remember a page for today; one that is unchanged, for the day that is remembered."""
        old = self._known.get(step.path)
        new = digest(step.text)
        if step.action is Action.KEEP and old and new in old.digests:
            return old if old.digests == (new,) else Entry(old.day, (new,))
        return Entry(self._today, (new,))

    def _both(self, path: str, new: Entry) -> Entry:
        old: Mapping[str, None] = dict.fromkeys(self._known[path].digests if path in self._known else ())
        return Entry(new.day, tuple({**old, **dict.fromkeys(new.digests)}))


def _append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _drop_half_line(path: Path) -> None:
    """Let the next line of a journal begin one: a run that was killed may have left half of its last."""
    with contextlib.suppress(FileNotFoundError), path.open("r+b") as file:
        content = file.read()
        file.truncate(content.rfind(b"\n") + 1)


def _remove(folder: Path, path: str) -> None:
    (folder / path).unlink(missing_ok=True)
    for parent in (folder / path).parents:
        if parent == folder:
            break
        try:
            parent.rmdir()
        except FileNotFoundError:  # another run was here
            continue
        except OSError:  # it holds something
            break


def _sweep(folder: Path, pages: Iterable[str]) -> None:
    """Remove the neighbours that a run left behind when it was killed, where none can be another's that still runs."""
    if fcntl is None:
        return
    for each in {folder, *((folder / path).parent for path in pages)}:
        for left in each.glob(f"{_NEIGHBOUR}*.tmp"):
            left.unlink(missing_ok=True)
