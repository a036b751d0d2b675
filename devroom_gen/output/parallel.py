"""Runs one function over many jobs in several processes, where the system can copy a process. Results come in order."""

import contextlib
import gc
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO, Generic, NamedTuple, TypeVar

J = TypeVar("J")
R = TypeVar("R")

PAYING = 100
"""Records for each worker: with fewer, starting it takes longer than it saves."""
_PIPE = 1 << 20
"""Bytes that a worker may be ahead of whoever takes its results."""


class Stopped(NamedTuple, Generic[J]):
    """A job that has no result: its worker was stopped from outside, or for want of memory."""

    job: J


def count_processors() -> int:
    """Return the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def count_workers(records: int) -> int:
    """Return the number of processes that pay for so many records; fewer than two stand for this one alone."""
    return min(count_processors(), records // PAYING)


def run_jobs(work: Callable[[J], R], jobs: Sequence[J], workers: int) -> Iterator[R | Stopped[J]]:
    """Return the result of each job. What a worker raises is raised here; when it is stopped, the others go on."""
    if workers < 2 or not hasattr(os, "fork"):
        yield from map(work, jobs)
        return
    running: list[_Worker] = []
    gc.freeze()  # what is there now stays shared with the copies: a collection would write into all of it
    try:
        with contextlib.suppress(OSError):  # no more processes or files for this person: the rest is done here
            for first in range(workers):
                running.append(_Worker(work, jobs[first::workers]))  # noqa: PERF401 - those that run must be known
        for number, job in enumerate(jobs):
            worker = running[number % workers] if number % workers < len(running) else None
            was_alive = worker is not None and worker.is_alive
            result = worker.next_result() if worker and was_alive else work(job)
            yield Stopped(job) if worker and was_alive and not worker.is_alive else result
    finally:
        gc.unfreeze()
        for worker in running:
            worker.stop()


class _Worker:
    """A copy of this process that does some jobs, and hands over each result through a pipe."""

    def __init__(self, work: Callable[[Any], Any], jobs: Sequence[Any]) -> None:
        reading, writing = os.pipe()
        self.is_alive = True
        try:
            self._process = os.fork()
        except OSError:
            os.close(reading)
            os.close(writing)
            raise
        if self._process == 0:
            os.close(reading)
            _do(work, jobs, writing)
        os.close(writing)
        self._results: BinaryIO = os.fdopen(reading, "rb")

    def next_result(self) -> Any:
        try:
            is_error, result = pickle.load(self._results)
        except (EOFError, pickle.UnpicklingError):
            self.is_alive = False
            return None
        if is_error:
            raise result
        return result

    def stop(self) -> None:
        """End the process, whatever it does or ignores: it writes no page, so that it leaves none half written."""
        self._results.close()
        with contextlib.suppress(ProcessLookupError, ChildProcessError):  # a system that was told to forget children
            if os.waitpid(self._process, os.WNOHANG) == (0, 0):  # else its number may be another's by now
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)


def _do(work: Callable[[Any], Any], jobs: Sequence[Any], writing: int) -> None:
    """Do all jobs of a worker, and end its process: nothing of what the first process had begun is ended twice."""
    code = 1
    try:
        _widen(writing)
        with os.fdopen(writing, "wb") as results:
            for job in jobs:
                results.write(_answer(work, job))
                results.flush()
        code = 0
    except BaseException:  # noqa: BLE001 - a pipe that nobody reads any more, an interruption, or want of memory
        pass
    finally:
        os._exit(code)


def _answer(work: Callable[[Any], Any], job: Any) -> bytes:
    """Return the result of a job, or what it raises, as it goes through a pipe."""
    try:
        return pickle.dumps((False, work(job)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - it is raised again where the result is taken
        try:
            answer = pickle.dumps((True, error), pickle.HIGHEST_PROTOCOL)
            pickle.loads(answer)
        except Exception:  # noqa: BLE001 - some can be written and not read
            answer = pickle.dumps((True, RuntimeError(f"{type(error).__name__}: {error}")))
        return answer


def _widen(pipe: int) -> None:
    import fcntl

    if hasattr(fcntl, "F_SETPIPE_SZ"):
        try:
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
        except OSError:  # more than this system allows
            return
