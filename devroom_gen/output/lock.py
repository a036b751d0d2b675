"""Locks output folders, so that no two runs write into one of them at the same time."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from time import sleep

try:
    import fcntl
except ImportError:  # Windows: two runs at once may forget pages of each other, and lose none
    fcntl = None  # type: ignore[assignment]

PATIENCE = 600.0
"""Seconds to wait for another run: what takes longer hangs."""
_PAUSE = 0.05


def lock_folder(folder: Path, on_wait: Callable[[Path], None]) -> int | None:
    """Lock a folder, which is made where it is missing, and return what unlocks it once it is closed.

    `on_wait` is called when another run holds the lock. Raises `OSError` where the folder cannot be made or opened, or
    the other run takes longer than `PATIENCE`.
    """
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        if fcntl is None:
            return None
        handle = os.open(folder, os.O_RDONLY)
        try:
            _wait(handle, folder, on_wait)
            if folder.exists() and os.path.samestat(os.fstat(handle), folder.stat()):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # who held the lock has removed the folder, as nothing was in it


def _wait(handle: int, folder: Path, on_wait: Callable[[Path], None]) -> None:
    for turn in range(max(1, int(PATIENCE / _PAUSE))):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if turn == 0:
                on_wait(folder)
            sleep(_PAUSE)
        else:
            return
    raise TimeoutError(errno.ETIMEDOUT, "another run has been writing there for too long", str(folder))
