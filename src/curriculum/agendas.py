"""When everything in an agenda happens, what the facilitator does by the clock, and what to pack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from curriculum.catalog import Catalog
from curriculum.schema import Agenda, AgendaSession, Material, Module, SessionStep
from curriculum.words import clock


@dataclass(frozen=True)
class Block:
    """One session of an agenda with its clock times."""

    day: int
    """The day or week, from 1."""
    number: int
    """Its place in the day, from 0."""
    start: str
    end: str
    session: AgendaSession


@dataclass(frozen=True)
class Cue:
    """One line of the facilitator's run sheet: what to do from when to when."""

    day: int
    start: str
    end: str
    do: str
    mode: str
    module: str = ""
    """The module's id, where the line belongs to one."""
    part: str = ""


@dataclass(frozen=True)
class Packed:
    """One thing to bring: how many in all, and for which modules."""

    item: str
    per: str
    amount: int
    modules: tuple[str, ...]


def minute_of(start: str) -> int:
    """Return a clock time as minutes after midnight."""
    hour, minute = start.split(":")
    return int(hour) * 60 + int(minute)


def blocks(agenda: Agenda) -> tuple[Block, ...]:
    """Return every session of an agenda with the time at which it ends."""
    return tuple(
        Block(day, number, session.start, clock(session.start, session.minutes), session)
        for day, each in enumerate(agenda.days, 1)
        for number, session in enumerate(each.sessions)
    )


def run_sheet_of(module: Module, use: str) -> list[SessionStep]:
    """Return the rows of a module's full or short session, as an agenda or a path uses it."""
    return module.short_session if use == "short_session" else module.session


def cues_of(steps: Sequence[SessionStep], start: str = "09:00") -> tuple[Cue, ...]:
    """Return the rows of one session with clock times from its start."""
    begins = [sum(step.minutes for step in steps[:number]) for number in range(len(steps))]
    return tuple(
        Cue(
            1,
            clock(start, at),
            clock(start, at + step.minutes),
            step.do,
            step.mode,
            "",
            step.part or "",
        )
        for at, step in zip(begins, steps, strict=True)
    )


def modules_of(agenda: Agenda) -> tuple[str, ...]:
    """Return every module that an agenda teaches, once, in its order."""
    named = (block.session.module for block in blocks(agenda))
    return tuple(dict.fromkeys(id_ for id_ in named if id_))


def taught_minutes(agenda: Agenda, module: str) -> int:
    """Return how long an agenda teaches a module, over all the blocks that do."""
    taught = (block.session for block in blocks(agenda) if block.session.module == module)
    return sum(session.minutes for session in taught)


def run_sheet(catalog: Catalog, agenda: Agenda) -> tuple[Cue, ...]:
    """Return what the facilitator does by the clock, over all days.

    A module's rows are stretched to the time that the agenda gives it, and go on in its next
    block where it has several; a block with no module is one line.
    """
    cues: list[Cue] = []
    for block in blocks(agenda):
        entry = catalog.modules.get(block.session.module or "")
        steps = run_sheet_of(entry.value, agenda.use) if entry else []
        if steps:
            cues += _module_cues(agenda, block, steps)
        else:
            cues.append(_plain_cue(block))
    return tuple(cues)


def _plain_cue(block: Block) -> Cue:
    session = block.session
    module, part = session.module or "", session.part or ""
    return Cue(block.day, block.start, block.end, session.do, session.mode, module, part)


def _module_cues(agenda: Agenda, block: Block, steps: Sequence[SessionStep]) -> Iterator[Cue]:
    module = block.session.module or ""
    given = taught_minutes(agenda, module)
    earlier = sum(
        other.session.minutes
        for other in blocks(agenda)
        if other.session.module == module and (other.day, other.number) < (block.day, block.number)
    )
    planned = sum(step.minutes for step in steps)
    done = 0
    for step in steps:
        begins = round(done * given / planned) - earlier
        done += step.minutes
        ends = round(done * given / planned) - earlier
        start, end = max(begins, 0), min(ends, block.session.minutes)
        if start < end:
            times = clock(block.start, start), clock(block.start, end)
            yield Cue(block.day, *times, step.do, step.mode, module, step.part or "")


def packing_list(catalog: Catalog, agenda: Agenda, people: int | None = None) -> tuple[Packed, ...]:
    """Return what to bring for a number of people (the agenda's `group` where none is given).

    What each person gets is used up, so it adds up over the modules. What a table or the room
    needs, and what is said to be `reused`, serves again, so the largest amount is enough.
    """
    group = people or agenda.group
    found: dict[tuple[str, str], Packed] = {}
    for id_ in modules_of(agenda):
        entry = catalog.modules.get(id_)
        for material in entry.value.materials if entry else []:
            key = (material.item, material.per)
            amount = needed(material, group, agenda.tables_of)
            before = found.get(key, Packed(*key, 0, ()))
            adds_up = material.per == "person" and not material.reused
            total = before.amount + amount if adds_up else max(before.amount, amount)
            modules = tuple(dict.fromkeys((*before.modules, id_)))
            found[key] = Packed(*key, total, modules)
    order = ("person", "table", "room")
    return tuple(sorted(found.values(), key=lambda packed: order.index(packed.per)))


def needed(material: Material, people: int, tables_of: int) -> int:
    """Return how many of a thing are needed for a number of people at tables of a size."""
    count = {"person": people, "table": ceil(people / tables_of), "room": 1}[material.per]
    return count * material.amount
