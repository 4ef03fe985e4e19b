"""How one command is measured: in a process of its own, by its CPU seconds."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path


def run(code: str, *arguments: str, ends: tuple[int, ...] = (0,)) -> tuple[float, str]:
    """Run Python in a fresh process; return its CPU seconds, children included, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in ends:
        sys.exit(f"a measured command failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def edit(file: Path) -> None:
    """Add a line to a file."""
    file.write_text(file.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
