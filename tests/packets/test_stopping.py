"""Ctrl+C ends a command with one line, and harms nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

from folders import read, small_at

RUN = (sys.executable, "-c", "from curriculum.cli import main; main()")
MADE = "stopped; what was made before is complete"
PUBLISHED = "nothing was published; the last good site is as it was"


def stopped(root: Path, *arguments: str) -> tuple[int, list[str]]:
    """Press Ctrl+C when the first packet is made; return the exit code and what is said after that."""
    process = subprocess.Popen(
        [*RUN, *arguments],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=_hearing,  # noqa: PLW1509  (no threads here)
        text=True,
    )
    assert process.stderr
    begun = list(takewhile(lambda line: " 1 of " not in line, process.stderr))
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate()[1].splitlines()
    assert [] == begun
    return process.returncode, said


def _hearing() -> None:
    """Hear Ctrl+C also where the tests themselves run in the background of a shell."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_packets_stop_at_once(tmp_path: Path, jobs: str) -> None:
    """One line and 130; each file that is there is whole, and made again it is the same."""
    root, output = small_at(tmp_path / "small"), tmp_path / "out"
    arguments = ("packets", "--output", str(output), "--jobs", jobs)
    assert (130, [MADE]) == stopped(root, *arguments)
    before = read(output)
    assert before
    subprocess.run([*RUN, *arguments], cwd=root, check=True, capture_output=True)
    after = read(output)
    assert len(before) < len(json.loads(after["packets.json"]))
    assert before == {name: after[name] for name in before}


def test_a_build_stops_at_once(tmp_path: Path) -> None:
    """One line and 130; nothing is published, and nothing half made is left."""
    root = small_at(tmp_path / "small")
    assert (130, [PUBLISHED]) == stopped(root, "build")
    assert not (root / "site").exists()
    assert [] == [path.name for path in (root / ".releases").iterdir() if path.name[:4] == ".new"]
