"""How packets are made on a Dask cluster: the same work, by workers that are set up alike."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from curriculum.packets.cache import tools

WAIT = 10
"""Seconds within which a scheduler must answer and know a worker."""


SCHEMES = ("tcp://", "tls://")
_WRITTEN = "addresses are written like `tcp://10.0.0.1:8786`"


class ClusterError(Exception):
    """A cluster that cannot be used: why, and a hint."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class Cluster(Executor):
    """An executor of a cluster, one packet at a time in each worker; a lost worker's work is done by another."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Send work to the cluster; its future breaks where the cluster could not do it."""
        sent = self._executor.submit(_alone, fn, *args, **kwargs)
        answer: Future[Any] = Future()
        sent.add_done_callback(lambda done: _pass_on(done, answer))
        return answer


_ONE = threading.Lock()


def _alone(fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    """Do some work while no other thread of the worker does: what WeasyPrint says is heard by all."""
    with _ONE:
        return fn(*args, **kwargs)


def _pass_on(done: Future[Any], answer: Future[Any]) -> None:
    if done.cancelled():
        answer.set_exception(BrokenExecutor("the scheduler was lost"))
    elif error := done.exception():
        answer.set_exception(BrokenExecutor(str(error)))
    else:
        answer.set_result(done.result())


@contextmanager
def cluster(address: str, root: Path) -> Iterator[Executor]:
    """Give the executor of a cluster by its scheduler's address, such as `tcp://10.0.0.1:8786`.

    Raises ClusterError where no scheduler answers, and where a worker has other versions or fonts
    than this machine or cannot see the curriculum: its packets would not be the same.
    """
    if not address.startswith(SCHEMES):
        message = f"`{address}` is no address of a scheduler"
        raise ClusterError(message, _WRITTEN)
    try:
        from distributed import Client  # noqa: PLC0415  (an extra)
    except ImportError as error:
        message = "a scheduler needs the package `distributed`"
        raise ClusterError(message, "pip install 'mkdocs-curriculum[cluster]'") from error
    try:
        # A client that never found its scheduler would wait for it again when it is forgotten.
        asyncio.run(_call(address))
        client = Client(address, timeout=WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
    except Exception as error:  # whatever else listens there answers in its own way
        message = f"no scheduler answers at `{address}`"
        raise ClusterError(message, _WRITTEN) from error
    with client:
        _compare(client, root, address)
        yield Cluster(client.get_executor(pure=False))  # type: ignore[no-untyped-call]


async def _call(address: str) -> None:
    """Open a connection and close it; raises OSError or ValueError where that is not possible."""
    from distributed import Security  # noqa: PLC0415  (an extra)
    from distributed.comm.core import connect  # noqa: PLC0415

    words = Security().get_connection_args("client")  # type: ignore[no-untyped-call]
    async with asyncio.timeout(WAIT):  # something else that listens there may never answer
        comm = await connect(address, timeout=WAIT, **words)  # type: ignore[no-untyped-call]
    await comm.close()


def _compare(client: Any, root: Path, address: str) -> None:
    """Stop where a worker would make other packets than this machine."""
    try:
        client.wait_for_workers(1, timeout=WAIT)
        workers = client.run(_setup, str(root))
    except Exception as error:
        message = f"the workers of `{address}` cannot make packets: {error}"
        hint = "install this version of `mkdocs-curriculum` for each worker"
        raise ClusterError(message, hint) from error
    for worker, (same, seen) in workers.items():
        if same != tools():
            message = f"the worker `{worker}` has other versions or fonts than this machine"
            raise ClusterError(message, "set up all of them from the same lock file")
        if not seen:
            message = f"the worker `{worker}` cannot see `{root}`"
            raise ClusterError(message, "images are read from there: share the folder")


def _setup(root: str) -> tuple[str, bool]:
    """Return what shapes packets where this runs, and whether the curriculum is there."""
    return tools(), Path(root).is_dir()
