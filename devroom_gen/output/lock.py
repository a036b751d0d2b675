"""Locks output folders, so that no two runs write into one of them at the same time."""

import contextlib
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


class Lock:
    """The lock of a folder, which is made where it is missing, and removed again where nothing was written into it.

    `on_wait` is called when another run holds the lock. Raises `OSError` where the folder cannot be made or opened, or
    the other run takes longer than `PATIENCE`.
    """

    def __init__(self, folder: Path, on_wait: Callable[[Path], None]) -> None:
        self._made = [path for path in (folder, *folder.parents) if not path.exists()]
        self._handle: int | None = None
        if fcntl is None:
            return
        while not self._is_held(folder):
            folder.mkdir(parents=True, exist_ok=True)
            self.close()
            self._handle = os.open(folder, os.O_RDONLY)
            self._wait(self._handle, folder, on_wait)

    def release(self) -> None:
        """Let other runs write into the folder."""
        with contextlib.suppress(OSError):  # it holds something, as it should
            for path in self._made:
                path.rmdir()
        self.close()

    def close(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _is_held(self, folder: Path) -> bool:
        """Whether the folder that is locked still has its name: who held the lock before may have removed it."""
        return self._handle is not None and folder.exists() and os.path.samestat(os.fstat(self._handle), folder.stat())

    def _wait(self, handle: int, folder: Path, on_wait: Callable[[Path], None]) -> None:
        for turn in range(max(1, int(PATIENCE / _PAUSE))):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if turn == 0:
                    on_wait(folder)
                sleep(_PAUSE)
            else:
                return
        self.close()
        raise TimeoutError(errno.ETIMEDOUT, "another run has been writing there for too long", str(folder))
