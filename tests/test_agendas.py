"""When everything in an agenda happens, what the facilitator does, and what to pack."""

from __future__ import annotations

from typing import Any

from curricula import base, catalog_of, changed, report
from curriculum import agendas
from curriculum.agendas import Block, Cue, Packed
from curriculum.catalog import Catalog
from curriculum.schema import Agenda

MODULE = "modules/garden/soil/module.yml"
SESSION = """session:
  - {minutes: 20, mode: alone, do: Feel, part: worksheet}
  - {minutes: 40, mode: pairs, do: Talk}
"""


def _catalog() -> Catalog:
    text = base()[MODULE]
    before, _, rest = text.partition("session:")
    after = rest.partition("contributions")[2]
    return catalog_of(changed(base(), {MODULE: f"{before}{SESSION}contributions{after}"}))


def _session(start: str, minutes: int, **fields: object) -> dict[str, object]:
    return {"start": start, "minutes": minutes, "do": "x", "mode": "plenary", **fields}


def _agenda(*days: list[dict[str, object]], **fields: Any) -> Agenda:
    made = [{"title": "d", "sessions": sessions} for sessions in days]
    base_fields = {"title": "t", "summary": "s", "audience": ["mayor"], "group": 10, "tables_of": 4}
    return Agenda.model_validate({**base_fields, **fields, "days": made})


def test_every_block_has_its_end() -> None:
    """Days count from one, blocks from the morning."""
    agenda = _agenda([_session("09:00", 95)], [_session("23:30", 45)])
    first, second = agendas.blocks(agenda)
    assert Block(1, 0, "09:00", "10:35", agenda.days[0].sessions[0]) == first
    assert (2, 0, "00:15") == (second.day, second.number, second.end)


def test_a_run_sheet_goes_by_the_clock() -> None:
    """The rows of a module get their times; a break is one line."""
    agenda = _agenda([_session("09:00", 60, module="soil"), _session("10:00", 15, mode="break")])
    assert (
        Cue(1, "09:00", "09:20", "Feel", "alone", "soil", "worksheet"),
        Cue(1, "09:20", "10:00", "Talk", "pairs", "soil"),
        Cue(1, "10:00", "10:15", "x", "break"),
    ) == agendas.run_sheet(_catalog(), agenda)


def test_rows_are_stretched_and_go_on_in_the_next_block() -> None:
    """A module of 60 minutes in two blocks of 36 takes a fifth longer, without a gap."""
    agenda = _agenda([_session("09:00", 36, module="soil")], [_session("14:00", 36, module="soil")])
    assert (
        Cue(1, "09:00", "09:24", "Feel", "alone", "soil", "worksheet"),
        Cue(1, "09:24", "09:36", "Talk", "pairs", "soil"),
        Cue(2, "14:00", "14:36", "Talk", "pairs", "soil"),
    ) == agendas.run_sheet(_catalog(), agenda)


def test_a_module_that_is_not_known_is_one_line() -> None:
    """The agenda's own words stand in for its rows."""
    agenda = _agenda([_session("09:00", 60, module="sun", part="case")])
    expected = Cue(1, "09:00", "10:00", "x", "plenary", "sun", "case")
    assert (expected,) == agendas.run_sheet(_catalog(), agenda)


def test_what_people_get_adds_up_and_what_is_used_again_does_not() -> None:
    """Printed sheets are counted for each module, flip charts and pens once."""
    more = """materials:
  - {item: Timer, per: room}
  - {item: Chart, per: table, amount: 2}
  - {item: Worksheet, per: person}
  - {item: Pen, per: person, reused: true}
"""
    water = "modules/garden/water/module.yml"
    soil = base()[MODULE].replace(
        "materials:\n",
        more.replace("amount: 2", "amount: 1").replace("  - {item: Worksheet, per: person}\n", ""),
    )
    texts = changed(
        base(), {water: base()[water].replace("session:", f"{more}session:", 1), MODULE: soil}
    )
    agenda = _agenda(
        [
            _session("09:00", 60, module="soil"),
            _session("10:00", 60, module="water"),
            _session("11:00", 60, module="sun"),
        ]
    )
    catalog = catalog_of(texts)
    assert (
        Packed("Pen", "person", 10, ("soil", "water")),
        Packed("Worksheet", "person", 20, ("soil", "water")),
        Packed("Chart", "table", 6, ("soil", "water")),
        Packed("Timer", "room", 1, ("soil", "water")),
    ) == agendas.packing_list(catalog, agenda)
    assert 2 == agendas.packing_list(catalog, agenda, people=4)[2].amount


def test_modules_and_their_minutes_are_counted_once() -> None:
    """A module in two blocks is one module with the minutes of both."""
    agenda = _agenda(
        [
            _session("09:00", 30, module="soil"),
            _session("10:00", 20),
            _session("11:00", 20, module="soil"),
        ]
    )
    assert ("soil",) == agendas.modules_of(agenda)
    assert 50 == agendas.taught_minutes(agenda, "soil")
    assert 570 == agendas.minute_of("09:30")


def test_the_first_block_of_a_day_has_no_neighbor() -> None:
    """A morning on the second day is no overlap with the evening before."""
    day = """  - title: Two
    sessions:
      - {start: "08:00", minutes: 60, do: Soil, mode: alone}
"""
    text = base()["content/agendas/day.yml"]
    assert "" == report(changed(base(), {"content/agendas/day.yml": text + day}))


def test_one_session_has_clock_times_from_its_start() -> None:
    """A module's own page shows its run sheet as if it began at nine."""
    steps = _catalog().modules["soil"].value.session
    assert (
        Cue(1, "09:00", "09:20", "Feel", "alone", "", "worksheet"),
        Cue(1, "09:20", "10:00", "Talk", "pairs"),
    ) == agendas.cues_of(steps)
