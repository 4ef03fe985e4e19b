"""How long work tells how far it is: one line that moves on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TextIO


class Progress:
    """Counts finished things and says so: `packets 12 of 96, 14 s`."""

    def __init__(self, what: str, stream: TextIO | None = None) -> None:
        self.what = what
        self.stream = stream or sys.stderr
        self.started = time.monotonic()
        self._last = 0.0

    def step(self, number: int, total: int, name: str = "") -> None:
        """Say that `number` of `total` are done; plain lines come at most every five seconds."""
        now = time.monotonic()
        text = f"{self.what} {number} of {total}, {now - self.started:.0f} s"
        if self.stream.isatty():
            end = "\n" if number == total else ""
            self.stream.write(f"\r\x1b[2K{text} {name}"[:118] + end)
        elif number == total or now - self._last >= 5:  # noqa: PLR2004  (seconds)
            self._last = now
            self.stream.write(f"{text}\n")
        self.stream.flush()
