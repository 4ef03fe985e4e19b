"""Calendar files: the times of the agenda on the days that somebody chose."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from click.testing import CliRunner

from curricula import base, catalog_of, changed
from curriculum.catalog import Catalog
from curriculum.commands.agenda import command
from curriculum.exports.calendar import calendar_of
from curriculum.settings import Settings
from folders import small_at

SETTINGS = Settings(
    name="Small", url="https://example.org/small/", edition="2026.1", date="2026-11-22"
)
WARSAW = ZoneInfo("Europe/Warsaw")


def events(text: str) -> list[icalendar.Event]:
    """Return the events of a calendar."""
    return icalendar.Calendar.from_ical(text).events


def test_sessions_are_events_and_breaks_are_gaps(catalog: Catalog) -> None:
    """Floating times from the agenda; module, part, way of working and address in the description."""
    soil, water = events(calendar_of(catalog, SETTINGS, catalog.agendas["day"], date(2027, 3, 1)))
    assert soil["summary"] == "Soil"
    assert (soil.start, soil.end) == (datetime(2027, 3, 1, 9), datetime(2027, 3, 1, 10))  # noqa: DTZ001
    assert soil["uid"] == "day-2027-03-01-1-0@example.org"
    assert soil["dtstamp"].dt.isoformat() == "2026-11-22T00:00:00+00:00"
    assert water.start == datetime(2027, 3, 1, 10, 15)  # noqa: DTZ001
    lines = str(water["description"]).split("\n")
    assert lines[1:] == [
        "Case",
        "Everyone together",
        "https://example.org/small/modules/garden/water/",
    ]


def test_weeks_follow_each_other_weekly() -> None:
    """The second week of a virtual course is seven days later; a session may end after midnight."""
    texts = changed(
        base(),
        {
            "content/agendas/day.yml": [
                {"find": "days:\n", "put": "every: week\ndays:\n"},
                {
                    "find": "module: water, part: case}\n",
                    "put": "module: water, part: case}\n  - title: Late\n    sessions:\n"
                    '      - {start: "23:30", minutes: 60, do: Look back, mode: plenary}\n',
                },
            ]
        },
    )
    catalog = catalog_of(texts)
    last = events(calendar_of(catalog, SETTINGS, catalog.agendas["day"], date(2027, 3, 1)))[-1]
    assert last.start == datetime(2027, 3, 8, 23, 30)  # noqa: DTZ001
    assert last.end == datetime(2027, 3, 9, 0, 30)  # noqa: DTZ001
    assert last["url"] == "https://example.org/small/agendas/day/"


def test_a_zone_is_described_in_the_file(catalog: Catalog) -> None:
    """Clock times stay what the agenda says when the clocks change between two days."""
    text = calendar_of(catalog, SETTINGS, catalog.agendas["day"], date(2027, 3, 28), WARSAW)
    assert text.count("BEGIN:VTIMEZONE") == 1
    soil = events(text)[0]
    assert soil.start.isoformat() == "2027-03-28T09:00:00+02:00"
    assert soil.end - soil.start == timedelta(hours=1)


def test_the_same_start_gives_the_same_bytes(catalog: Catalog) -> None:
    """Nothing in the file tells when it was made."""
    made = {
        calendar_of(catalog, SETTINGS, catalog.agendas["day"], date(2027, 3, 1), WARSAW)
        for _ in range(2)
    }
    assert len(made) == 1


def test_the_command_writes_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address and the edition's day come from mkdocs.yml."""
    monkeypatch.chdir(small_at(tmp_path / "small"))
    target = tmp_path / "day.ics"
    done = CliRunner().invoke(
        command,
        ["day", "--start", "2027-03-01", "--zone", "Europe/Warsaw", "--output", str(target)],
    )
    assert done.exit_code == 0, done.output
    assert "2 sessions from 2027-03-01" in done.output
    first = events(target.read_bytes().decode())[0]
    assert first["uid"] == "day-2027-03-01-1-0@example.org"
    assert first["dtstamp"].dt.date() == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["dey", "--start", "2027-03-01"], "there is no agenda `dey`\n  hint: did you mean `day`?"),
        (["zzz", "--start", "2027-03-01"], "hint: there are `day`"),
        (["day", "--start", "1 March"], "`1 March` is not a day"),
        (
            ["day", "--start", "2027-03-01", "--zone", "Europe/Warsow"],
            "did you mean `Europe/Warsaw`?",
        ),
        (
            ["day", "--start", "2027-03-01", "--zone", "?"],
            "zones are named like `America/New_York`",
        ),
    ],
)
def test_what_is_not_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    """An unknown agenda, day or zone ends with 2 and a hint, and nothing is written."""
    monkeypatch.chdir(small_at(tmp_path / "small"))
    done = CliRunner().invoke(command, [*arguments, "--output", "day.ics"])
    assert done.exit_code == 2
    assert said in done.output
    assert not Path("day.ics").exists()
