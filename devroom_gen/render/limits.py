"""Time and memory that a page of a stranger's template may take, whatever it does, as the system counts them.

The budget of the sandbox finds what is large before it is made, and says so at its line. This is for what it does not
find: an operation that takes more than it looks. Where a system knows no such limits, the budget is all there is.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

MAX_SECONDS = 2.0
"""Seconds of processor time: a page takes some thousandths."""
MAX_MEMORY = 512 * 1024 * 1024
"""Bytes beyond what the program has when a page begins."""


class OutOfTimeError(OverflowError):
    """A page took more time than any needs."""


@contextmanager
def limit_page() -> Iterator[None]:
    """Bound what is done inside. Raises `OverflowError` for time, `MemoryError` for memory."""
    with _limit_memory(), _limit_time():
        yield


@contextmanager
def _limit_time() -> Iterator[None]:
    fired: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        fired.append(number)
        raise OutOfTimeError

    try:
        before: Any = signal.signal(signal.SIGVTALRM, stop)
    except (AttributeError, ValueError):  # a system without it, or a thread beside the main one
        yield
        return
    signal.setitimer(signal.ITIMER_VIRTUAL, MAX_SECONDS, MAX_SECONDS)
    try:
        yield
    except Exception as error:
        if fired:  # whatever it became on its way out
            raise OutOfTimeError from error
        raise
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _limit_memory() -> Iterator[None]:
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    except (ImportError, OSError):
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * os.sysconf("SC_PAGE_SIZE") + MAX_MEMORY
    known = [each for each in (soft, hard) if each != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([most, *known]), hard))
    try:
        yield
    finally:
        with suppress(ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
