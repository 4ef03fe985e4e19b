"""A Dask cluster makes the same packets, also when one of its workers dies."""

from __future__ import annotations

import gc
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from distributed import Client

from curriculum.packets import cluster as clusters
from curriculum.packets.cluster import ClusterError, cluster
from curriculum.packets.document import PrintDocument
from curriculum.packets.make import Workshop, make

Compose = Callable[[str], PrintDocument]
NAMES = tuple(
    f"{id_}.{role}.{paper}.pdf"
    for id_ in ("piers", "arches")
    for role in ("mayor.team-member", "senior-official", "facilitator")
    for paper in ("a4", "letter")
)
PATIENCE = 30


@dataclass
class Running:
    """A scheduler and its workers, each a process of its own."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """A scheduler and two workers on this machine; all of them are ended by their ids."""
    started = []

    def start(kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        run = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--host", "127.0.0.1"]
        with (tmp_path / f"{kind}-{len(started)}.log").open("wb") as log:
            process = subprocess.Popen(
                [*run, "--no-dashboard", *arguments], stdout=log, stderr=log, cwd=tmp_path
            )
        started.append(process)
        return process

    try:
        file = tmp_path / "scheduler.json"
        scheduler = start("scheduler", "--port", "0", "--scheduler-file", str(file))
        address = _address(file)
        alike = ("--no-nanny", "--nthreads", "1", "--local-directory", str(tmp_path))
        workers = [start("worker", address, *alike) for _ in range(2)]
        with Client(address, timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
            assert set(client.run(os.getpid).values()) == {worker.pid for worker in workers}
        yield Running(address, scheduler, workers)
    finally:
        for process in reversed(started):
            process.kill()
            process.wait(PATIENCE)


def _address(file: Path) -> str:
    """Return a scheduler's address once it has written it down."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if file.exists() and (text := file.read_text("utf-8")):
            return str(json.loads(text)["address"])
        time.sleep(0.05)
    message = f"no scheduler wrote {file}"
    raise TimeoutError(message)


def test_a_cluster_makes_the_same_bytes(
    composed: Compose, workshop: Workshop, running: Running
) -> None:
    """Twelve packets by two workers are those of this process; then by one, after the other died."""
    documents = [composed(name) for name in NAMES]
    here, findings = make(documents, workshop)
    assert findings == []

    def kill(number: int, total: int, _name: str, _seconds: float) -> None:
        if number == total // 2:
            running.workers[0].kill()
            running.workers[0].wait(PATIENCE)

    with cluster(running.address, workshop.root) as executor:
        for name, progress in (("two", None), ("one", kill)):
            shop = replace(workshop, cache=workshop.cache / name, output=workshop.output / name)
            there, findings = make(documents, shop, progress, executor)
            assert findings == []
            assert [result.state for result in there] == ["made"] * len(NAMES)
            assert [result.sha256 for result in there] == [result.sha256 for result in here]
            for packet in NAMES:
                local = (workshop.output / packet).read_bytes()
                assert (shop.output / packet).read_bytes() == local
    assert [worker.poll() is None for worker in running.workers] == [False, True]


def test_a_lost_cluster_is_a_finding(
    composed: Compose, workshop: Workshop, running: Running
) -> None:
    """Without a worker for a packet, or without its scheduler, the packet is named; nothing hangs."""
    with cluster(running.address, workshop.root) as executor:
        running.scheduler.kill()
        made, findings = make([composed(NAMES[0])], workshop, executor=executor)
    assert [result.state for result in made] == ["failed"]
    assert "its process ended" in findings[0].message


def test_a_strange_worker_is_refused(
    workshop: Workshop, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other versions, or a folder that a worker cannot see, would give other packets."""
    with (
        pytest.raises(ClusterError, match="cannot see"),
        cluster(running.address, workshop.root / "nowhere"),
    ):
        pass
    monkeypatch.setattr(clusters, "tools", lambda: "others")
    with (
        pytest.raises(ClusterError, match="other versions or fonts"),
        cluster(running.address, workshop.root),
    ):
        pass


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of something that takes a call and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "tls://127.0.0.1:9", "silent"])
def test_a_scheduler_that_does_not_answer_is_refused(
    workshop: Workshop, address: str, silent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong address is said with how addresses are written, and leaves nobody waiting."""
    monkeypatch.setattr(clusters, "WAIT", 1)
    left: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", left.append)
    with (
        pytest.raises(ClusterError, match="no scheduler answers") as refused,
        cluster(silent if address == "silent" else address, workshop.root),
    ):
        pass
    assert "tcp://" in refused.value.hint
    del refused
    gc.collect()
    assert [] == left


@pytest.mark.parametrize("address", ["foo", "10.0.0.1:8786", "nonsense://x"])
def test_what_is_no_address_is_refused_at_once(
    workshop: Workshop, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is called."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(ClusterError, match=f"`{address}` is no address") as refused,
        cluster(address, workshop.root),
    ):
        pass
    assert refused.value.hint == "addresses are written like `tcp://10.0.0.1:8786`"


def test_the_package_is_asked_for(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the hint is the line that installs it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(ClusterError, match="distributed") as refused,
        cluster("tcp://127.0.0.1:9", workshop.root),
    ):
        pass
    assert refused.value.hint == "pip install 'mkdocs-curriculum[cluster]'"
