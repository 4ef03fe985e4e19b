"""How values are said in words."""

from __future__ import annotations

import pytest

from curriculum import words
from curriculum.schema import Reference, ReferenceName


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (150, "2 hours 30 minutes"),
    ],
)
def test_minutes_are_said_as_people_say_them(minutes: int, expected: str) -> None:
    """Hours and minutes, each in the right number."""
    assert expected == words.minutes_words(minutes)


def test_clock_times_pass_midnight() -> None:
    """A late end is early the next day."""
    assert "10:05" == words.clock("09:50", 15)
    assert "00:05" == words.clock("23:50", 15)


def test_days_are_said_in_full() -> None:
    """Nobody has to guess which number is the month."""
    assert "2 November 2026" == words.day_words("2026-11-02")


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-11-22", 12, "2027-11-22"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-30", 1, "2024-02-29"),
    ],
)
def test_months_end_where_they_end(day: str, months: int, expected: str) -> None:
    """A review that is due on the 31st is due on the last of a shorter month."""
    assert expected == words.months_after(day, months)


@pytest.mark.parametrize(
    ("size", "expected"), [(1, "1 KB"), (312_400, "312 KB"), (1_440_000, "1.4 MB")]
)
def test_sizes_are_round(size: int, expected: str) -> None:
    """As browsers show them."""
    assert expected == words.size_words(size)


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "1 file"), (0, "0 files"), (1200, "1,200 files")]
)
def test_nouns_follow_their_number(count: int, expected: str) -> None:
    """One file, many files."""
    assert expected == words.count_words(count, "file")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"author": [{"family": "Moore"}], "issued": "1995"}, "Moore 1995"),
        ({"author": [{"family": "Ansell"}, {"family": "Gash"}]}, "Ansell and Gash"),
        (
            {"author": [{"family": "A"}, {"family": "B"}, {"family": "C"}], "issued": "2011-05"},
            "A and others 2011",
        ),
        ({"editor": [{"literal": "A Press"}]}, "A Press"),
        ({"author": [{"given": "Plato"}]}, "Plato"),
        ({"author": [{"suffix": "Jr."}]}, ""),
        ({"publisher": "A house"}, "A house"),
        ({}, "A title"),
    ],
)
def test_a_citation_is_short(fields: dict[str, object], expected: str) -> None:
    """Authors, else editors, else the publisher, else the title."""
    work = Reference.model_validate({"id": "x", "type": "book", "title": "A title", **fields})
    assert expected == words.author_year(work)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"literal": "A Press"}, "A Press"),
        ({"family": "Moore", "given": "Mark H."}, "Moore, Mark H."),
        ({"family": "King", "given": "Martin Luther", "suffix": "Jr."}, "King, Martin Luther, Jr."),
        ({"given": "Plato"}, "Plato"),
    ],
)
def test_a_name_in_a_list_begins_with_the_family(fields: dict[str, str], expected: str) -> None:
    """As lists of sources print it."""
    assert expected == words.full_name(ReferenceName(**fields))
