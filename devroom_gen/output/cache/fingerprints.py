"""Tells whether a file is still what it was, without reading it where that is safe.

A stamp is the state of a file as the system reports it. A file that was changed just before its stamp was taken could
change again within one tick of the clock and keep its stamp (git calls that racy): such a stamp carries a digest, and
so does one from the future, of a clock that was turned.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISREG
from typing import TypeAlias

Stamp: TypeAlias = list[int | str]
"""Size, time of change of the content and of the file, number of the file, and a digest or an empty text."""

_MOST = 10_000_000
"""Bytes of a file that is worth reading for its digest."""
_TICK, _COARSE_TICK = 100_000_000, 2_000_000_000
"""Nanoseconds within which two changes may have one time, at least; coarse where times have no part below milliseconds."""


def take_stamp(path: str | Path, now: int, digest: str | None = None) -> Stamp | None:
    """Take the stamp of a file, nothing where there is none. `digest` is that of what is meant to stand there."""
    try:
        state = os.stat(path)  # noqa: PTH116 - this runs for every record and page
    except (OSError, ValueError):
        return None
    stamp: Stamp = [state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino, ""]
    if not S_ISREG(state.st_mode) or state.st_size > _MOST:
        stamp[4] = _never()  # a pipe would wait for somebody who writes
    elif is_racy(stamp, now):
        stamp[4] = digest or digest_of_file(path)
    return stamp


def is_racy(stamp: Stamp, now: int) -> bool:
    """Whether a file could have changed again after its stamp was taken, and have the same one."""
    changed = max(int(stamp[1]), int(stamp[2]))
    tick = _TICK if int(stamp[1]) % 1_000_000 else _COARSE_TICK
    return changed > now - tick


def is_same(path: str | Path, old: Stamp | None, new: Stamp | None) -> bool:
    """Whether the file of a new stamp is that of an old one."""
    if old is None or new is None:
        return old is new
    return old[:4] == new[:4] and (not old[4] or old[4] == (new[4] or digest_of_file(path)))


def are_same(old: dict[str, Stamp | None], new: dict[str, Stamp | None]) -> bool:
    """Compare the stamps of all files of a group; one that came or went makes a difference."""
    return old.keys() == new.keys() and all(is_same(path, stamp, new[path]) for path, stamp in old.items())


def take_stamps(paths: Iterable[str | Path], now: int) -> dict[str, Stamp | None]:
    """Take the stamps of several files."""
    return {str(path): take_stamp(path, now) for path in paths}


def digest_of_file(path: str | Path) -> str:
    """Return the SHA-256 of a file."""
    from hashlib import sha256

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return sha256(file.read()).hexdigest()
    except OSError:
        return _never()


def _never() -> str:
    """Return a text that equals no digest, not even another of its kind: what has it is looked at each time."""
    return f"unknown {os.urandom(8).hex()}"
