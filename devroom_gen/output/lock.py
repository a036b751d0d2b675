"""Locks for runs that write, so that no two of them write into one folder at the same time."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import sleep

try:
    import fcntl
except ImportError:  # Windows: two runs at once may forget pages of each other, and lose none
    fcntl = None  # type: ignore[assignment]

PATIENCE = 600.0
"""Seconds to wait for another run: what takes longer hangs."""
_PAUSE = 0.05


@contextlib.contextmanager
def lock_folders(folders: Iterable[Path], on_wait: Callable[[Path], None]) -> Iterator[None]:
    """Hold folders, each once by whatever name, in one order; one that is missing is made, and removed if it stays empty.

    `on_wait` is called when another run holds one. Raises `OSError` where that takes longer than `PATIENCE`, too.
    """
    with contextlib.ExitStack() as stack:
        for name in sorted({os.path.realpath(folder) for folder in folders}):
            stack.enter_context(_lock(Path(name), on_wait))
        yield


@contextlib.contextmanager
def _lock(folder: Path, on_wait: Callable[[Path], None]) -> Iterator[None]:
    if fcntl is None:
        yield
        return
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    handle = _wait(folder, on_wait)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # it holds something, as it should
            for path in made:
                path.rmdir()
        os.close(handle)


def _wait(folder: Path, on_wait: Callable[[Path], None]) -> int:
    for turn in range(max(1, int(PATIENCE / _PAUSE))):
        folder.mkdir(parents=True, exist_ok=True)  # who held the lock before may have removed it
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            if turn == 0:
                on_wait(folder)
            sleep(_PAUSE)
        except OSError:  # a file system without locks
            return handle
        else:
            if folder.exists() and os.path.samestat(os.fstat(handle), folder.stat()):
                return handle
            os.close(handle)
    raise TimeoutError(errno.ETIMEDOUT, "another run has been writing there for too long", str(folder))
