"""Runs one function over many jobs in several processes, where the system can copy a process. Results come in order."""

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Generic, TypeVar

J = TypeVar("J")
R = TypeVar("R")

_PIPE = 1 << 20
"""Bytes that a worker may be ahead of whoever takes its results."""


@dataclass(frozen=True, slots=True)
class Stopped(Generic[J]):
    """A job that has no result: its worker was stopped from outside, or for want of memory."""

    job: J


def count_processors() -> int:
    """Give the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_jobs(work: Callable[[J], R], jobs: Sequence[J], workers: int) -> Iterator[R | Stopped[J]]:
    """Give the result of each job. What a worker raises is raised here; when it is stopped, the others go on."""
    if workers < 2 or not hasattr(os, "fork"):
        yield from map(work, jobs)
        return
    running = [_Worker(work, jobs[first::workers]) for first in range(workers)]
    try:
        for number, job in enumerate(jobs):
            worker = running[number % workers]
            was_alive = worker.is_alive
            result = worker.next_result() if was_alive else work(job)
            yield Stopped(job) if was_alive and not worker.is_alive else result
    finally:
        for worker in running:
            worker.stop()


class _Worker:
    """A copy of this process that does some jobs, and hands over each result through a pipe."""

    def __init__(self, work: Callable[[Any], Any], jobs: Sequence[Any]) -> None:
        reading, writing = os.pipe()
        self.is_alive = True
        self._process = os.fork()
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
        self._results.close()
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)


def _do(work: Callable[[Any], Any], jobs: Sequence[Any], writing: int) -> None:
    """Do all jobs of a worker, and end its process: nothing of what the first process had begun is ended twice."""
    code = 1
    try:
        _widen(writing)
        with os.fdopen(writing, "wb") as results:
            for job in jobs:
                try:
                    answer = (False, work(job))
                except Exception as error:  # noqa: BLE001 - it is raised again where the result is taken
                    answer = (True, error)
                pickle.dump(answer, results, pickle.HIGHEST_PROTOCOL)
                results.flush()
        code = 0
    except BaseException:  # noqa: BLE001 - a pipe that nobody reads any more, or an interruption
        pass
    finally:
        os._exit(code)


def _widen(pipe: int) -> None:
    import fcntl

    if hasattr(fcntl, "F_SETPIPE_SZ"):
        try:
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
        except OSError:  # more than this system allows
            return
