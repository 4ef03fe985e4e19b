"""What a command says when somebody stops it with Ctrl+C: one line, and the exit code that shells know."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

STOPPED = 130
"""128 and the number of the signal, as shells say it."""


@contextmanager
def stoppable(words: str) -> Iterator[None]:
    """Say some words when the command is stopped, on a line of their own."""
    try:
        yield
    except KeyboardInterrupt:
        line = "\n" if sys.stderr.isatty() else ""  # behind `^C` and a line that moves
        click.echo(f"{line}{words}", err=True)
        raise SystemExit(STOPPED) from None
