"""Runs one function over many jobs in several processes, where that pays. Results come in the order of the jobs."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

J = TypeVar("J")
R = TypeVar("R")

JOBS_PER_WORKER = 100
"""Records from which on another process pays: with fewer, starting it takes longer than it saves."""


def count_workers(records: int) -> int:
    """Return the number of processes that pay for so many records; fewer than two mean this one alone."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(processors, records // JOBS_PER_WORKER)


def run_jobs(work: Callable[[J], R], jobs: Sequence[J], workers: int) -> Iterator[R]:
    """Yield the result of each job; what `work` raises is raised here.

    Where processes cannot be started, or one of them is killed, what is left is done in this process.
    """
    done = 0
    if workers > 1 and hasattr(os, "fork"):
        from concurrent.futures.process import BrokenProcessPool

        try:
            for result in _run_in_pool(work, jobs, workers):
                done += 1
                yield result
        except (BrokenProcessPool, MemoryError):
            pass
        except OSError:  # no more processes or files for this person: those that could start have nothing to do
            _stop_workers()
    yield from map(work, jobs[done:])


def _run_in_pool(work: Callable[[J], R], jobs: Sequence[J], workers: int) -> Iterator[R]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(workers, get_context("fork"), _begin, (work,))
    gc.freeze()  # what is there now stays shared with the copies: a collection would write into all of it
    try:
        yield from pool.map(_run, jobs)
    finally:
        gc.unfreeze()
        pool.shutdown(cancel_futures=True)  # who is in the middle of a job ends it: a killed one leaves half a result


def _stop_workers() -> None:
    from multiprocessing import active_children

    for worker in active_children():
        worker.kill()
        worker.join()


_work: Callable[[Any], Any]
"""What a worker does: it has the function from before it was forked, so that nothing of it need be pickled."""


def _begin(work: Callable[[Any], Any]) -> None:
    """Prepare a worker: the first process answers an interruption, and no worker outlives it."""
    import signal
    from threading import Thread

    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)


def _run(job: Any) -> Any:
    return _work(job)
