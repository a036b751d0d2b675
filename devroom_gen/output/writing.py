"""Writes files whole or not at all. What stands on the disk is old or new at any moment, never half of each."""

import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from devroom_gen.output.memory import MEMORY, Entry, Memory, digest, read_memory, write_text_of
from devroom_gen.output.planning import Action, Plan, Step

try:
    import fcntl
except ImportError:  # Windows: two runs at once may forget pages of each other, and lose none
    fcntl = None  # type: ignore[assignment]


def write(plan: Plan, today: date, *, removed: Sequence[Step] = ()) -> None:
    """Carry out a plan, and remove pages that no edition makes any more. Raises `OSError` at the first failure.

    Both the old and the new text of each page are remembered before the first page is touched, and the new one alone
    after the last: a run that is killed leaves no page of ours that would pass for a person's.
    """
    todo = plan.chosen(Action.CREATE, Action.UPDATE)
    made = [step for step in plan.steps if step.action is not Action.REFUSE]
    if not todo and not removed and all(plan.memory.is_settled(step.path, step.text) for step in made):
        return
    plan.folder.mkdir(parents=True, exist_ok=True)
    with _alone_in(plan.folder):
        known = read_memory(plan.folder).entries
        new = {step.path: _entry(step, known, today) for step in made}
        if todo:
            both = {path: Entry(entry.day, _merged(known.get(path), entry)) for path, entry in new.items()}
            _write_memory(plan.folder, {**known, **both}, known)
        for step in todo:
            write_whole(plan.folder / step.path, step.text)
        for step in removed:
            _remove(plan.folder, step.path)
        gone = {step.path for step in removed}
        kept = {path: entry for path, entry in {**known, **new}.items() if path not in gone}
        _write_memory(plan.folder, kept, None)


def write_whole(path: Path, text: str, *, replace: bool = True) -> None:
    """Write a file through a neighbour that takes its place; without `replace`, a file that exists is an error.

    Raises `OSError`, of which `FileExistsError` is one; it names the file that was meant, never the neighbour.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(path, text, replace)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _write_beside(path: Path, text: str, replace: bool) -> None:
    handle, name = tempfile.mkstemp(prefix=".devroom-gen-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(_mode(path))
        if replace:
            os.replace(name, path)
        else:
            os.link(name, path)
            os.unlink(name)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _entry(step: Step, known: Mapping[str, Entry], today: date) -> Entry:
    """Remember a page for today; one that is unchanged, for the day that is remembered."""
    old = known.get(step.path)
    new = digest(step.text)
    if step.action is Action.KEEP and old and new in old.digests:
        return Entry(old.day, (new,))
    return Entry(today, (new,))


def _merged(old: Entry | None, new: Entry) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(old.digests if old else ()), *new.digests)))


def _write_memory(folder: Path, entries: Mapping[str, Entry], known: Mapping[str, Entry] | None) -> None:
    if entries != known:
        write_whole(folder / MEMORY, write_text_of(Memory(entries)))


def _remove(folder: Path, path: str) -> None:
    (folder / path).unlink(missing_ok=True)
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other run writes into a folder, and keep others waiting."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _mode(path: Path) -> int:
    """Keep the mode of a file that is replaced; give a new one what the process gives its files."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
