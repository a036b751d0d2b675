"""Writes pages whole or not at all, and the manifest of what was written. What stands on the disk is old or new, never half of each."""

import contextlib
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from devroom_gen.output.manifest import JOURNAL, MANIFEST, Entry, Manifest, digest, journal_text, manifest_text
from devroom_gen.output.plan import Action, Step, read_page
from devroom_gen.project.atomic_write import remove_leftovers, write_all, write_whole

_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)


class Writer:
    """Writes into one output folder, which no other run does at the same time.

    Both the old and the new digest of pages are in the journal before the first of them is touched, and the new ones
    alone in the manifest after the last: after a run that was killed, no page of ours passes for one edited by hand.
    """

    def __init__(self, folder: Path, manifest: Manifest, today: date) -> None:
        self._folder = folder
        self._today = today
        self._known = manifest.entries
        self._new: dict[str, Entry] = {}
        self._gone: set[str] = set()
        self._is_resumed = not manifest.is_whole
        self._journal: int | None = None

    def write(self, steps: Iterable[Step]) -> list[Step]:
        """Write the pages of some steps, and return these as they were done; a page that was edited meanwhile is refused."""
        done = [step for step in steps if step.action is not Action.REFUSE]
        entries = {step.path: self._entry(step) for step in done}
        todo = [step for step in done if step.action in (Action.CREATE, Action.UPDATE)]
        if todo:
            self._begin({step.path: self._both(step.path, entries[step.path]) for step in todo})
        refused = [step for step in todo if not self._write_page(step)]
        for step in refused:
            del entries[step.path]
        self._new.update((path, entry) for path, entry in entries.items() if self._known.get(path) != entry)
        return [step._replace(action=Action.REFUSE) if step in refused else step for step in steps]

    def digest(self, path: str) -> str:
        """Return the digest of a page that was written, or found as it should be."""
        return (self._new.get(path) or self._known[path]).digests[-1]

    def remove(self, steps: Iterable[Step]) -> None:
        """Remove pages, and the folders that are empty without them."""
        for step in steps:
            _remove(self._folder, step.path)
            self._gone.add(step.path)

    def close(self) -> None:
        """Write the manifest, where it says something new."""
        if not (self._new or self._gone or self._is_resumed or self._journal is not None):
            return
        if self._is_resumed:
            remove_leftovers({self._folder, *((self._folder / path).parent for path in self._known)})
        entries = {path: entry for path, entry in {**self._known, **self._new}.items() if path not in self._gone}
        write_whole(self._folder / MANIFEST, manifest_text(Manifest(entries)))
        self.leave()
        (self._folder / JOURNAL).unlink(missing_ok=True)

    def leave(self) -> None:
        """Let go of the journal, which tells the next run what was begun."""
        if self._journal is not None:
            os.close(self._journal)
            self._journal = None

    def _begin(self, touched: dict[str, Entry]) -> None:
        if self._journal is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            _drop_half_line(self._folder / JOURNAL)
            self._journal = os.open(self._folder / JOURNAL, _APPEND, 0o666)
        write_all(self._journal, journal_text(touched).encode())

    def _write_page(self, step: Step) -> bool:
        path = f"{self._folder}/{step.path}"
        if step.action is Action.UPDATE and read_page(path) not in (step.standing, None):
            return False
        try:
            write_whole(path, step.text, replace=step.action is Action.UPDATE or os.path.islink(path))  # noqa: PTH114
        except FileExistsError:  # which a file in the place of a folder raises, too
            if not os.path.lexists(path):
                raise
            return False
        return True

    def _entry(self, step: Step) -> Entry:
        """Enter a page for today; one that is unchanged, for the day that is known."""
        old, new = self._known.get(step.path), digest(step.text)
        if step.action is Action.KEEP and old and new in old.digests:
            return old if old.digests == (new,) else Entry(old.day, (new,))
        return Entry(self._today, (new,))

    def _both(self, path: str, new: Entry) -> Entry:
        old = self._known[path].digests if path in self._known else ()
        return Entry(new.day, tuple(dict.fromkeys((*old, *new.digests))))


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
