"""Which processes make packets, and how they end: all done, lost for want of memory, or stopped."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import resource_tracker

from curriculum.packets.work import Fault, Job, Outcome, work

RECYCLE = 40
"""How many packets a worker makes before a fresh one takes its place."""
LOST = Fault("its process ended; there may not be enough memory")


def rendered(jobs: list[Job], workers: int, executor: Executor | None) -> Iterator[Outcome]:
    """Yield what comes of each job, in whatever order: by an executor, or by some processes."""
    if executor:
        yield from _gathered(executor, jobs)
    elif workers <= 1 or len(jobs) <= 1:
        with _resting_collector():
            yield from map(work, jobs)
    else:
        # Fresh workers for each batch; `max_tasks_per_child` can stop for ever in Python 3.11.
        batch = RECYCLE * workers
        for start in range(0, len(jobs), batch):
            yield from _batch(jobs[start : start + batch], workers)


def _batch(jobs: list[Job], workers: int) -> Iterator[Outcome]:
    lost = []
    with _pool(min(workers, len(jobs))) as pool:
        for name, outcome, seconds in _gathered(pool, jobs):
            if outcome == LOST:
                lost.append(name)
            else:
                yield name, outcome, seconds
    # A worker that dies takes its neighbors' work with it: each lost packet gets its own process.
    for job in (job for job in jobs if job.name in lost):
        with _pool(1) as pool:
            yield from _gathered(pool, [job])


@contextmanager
def _pool(workers: int) -> Iterator[Executor]:
    """Give some processes; they are ended at once where anything, such as Ctrl+C, cuts the work short."""
    resource_tracker.ensure_running()  # beginning it would unblock the signal
    earlier = set(multiprocessing.active_children())
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)
    try:
        yield pool
    except BaseException:
        for child in set(multiprocessing.active_children()) - earlier:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Set up a worker: who presses Ctrl+C stops the command, and the command stops its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    rest_collector()


def rest_collector() -> None:
    """Turn the garbage collector off: `render` calls it when there is enough to collect."""
    gc.freeze()
    gc.disable()


@contextmanager
def _resting_collector() -> Iterator[None]:
    """Let the collector rest in this process, and tidy up afterwards."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            gc.collect()


def _gathered(executor: Executor, jobs: Iterable[Job]) -> Iterator[Outcome]:
    futures: dict[Future[Outcome], str] = {}
    for job in jobs:
        try:
            with _deaf():
                future = executor.submit(work, job)
            futures[future] = job.name
        except BrokenExecutor:
            yield job.name, LOST, 0.0
    for future in as_completed(futures):
        try:
            yield future.result()
        except BrokenExecutor:
            yield futures[future], LOST, 0.0


@contextmanager
def _deaf() -> Iterator[None]:
    """Hold Ctrl+C back while workers begin: each inherits that, and is not stopped half begun."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
