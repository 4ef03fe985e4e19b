"""How long work says how far it is."""

from __future__ import annotations

import io

import pytest

from curriculum import progress
from curriculum.progress import Progress


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        """Whether somebody looks on: always."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands at its only entry."""
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_a_terminal_has_one_line_that_moves(clock: list[float]) -> None:
    """Each step overwrites the line, with what is being done; the last one ends it."""
    stream = Terminal()
    told = Progress("packets", stream)
    told.step(1, 2, "soil")
    clock[0] += 14
    told.step(2, 2, "water")
    assert (
        "\r\x1b[2Kpackets 1 of 2, 0 s soil\r\x1b[2Kpackets 2 of 2, 14 s water\n"
        == stream.getvalue()
    )


def test_a_long_name_does_not_break_the_line() -> None:
    """A line on a terminal stays within 118 characters."""
    stream = Terminal()
    Progress("packets", stream).step(1, 2, "x" * 500)
    assert 118 == len(stream.getvalue())


def test_elsewhere_lines_are_plain_and_rare(clock: list[float]) -> None:
    """A log gets a line every five seconds and at the end, without marks."""
    stream = io.StringIO()
    told = Progress("packets", stream)
    for number in range(1, 13):
        clock[0] += 1
        told.step(number, 12)
    assert (
        "packets 1 of 12, 1 s\npackets 6 of 12, 6 s\npackets 11 of 12, 11 s\npackets 12 of 12, 12 s\n"
        == stream.getvalue()
    )


def test_progress_goes_beside_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    """What is said goes to standard error, so that results can be piped."""
    Progress("packets").step(1, 1)
    assert ("", "packets 1 of 1, 0 s\n") == capsys.readouterr()
