"""Rules about the clock times and the order of agendas."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from curriculum import agendas
from curriculum.agendas import Block, minute_of
from curriculum.catalog import Catalog, Entry
from curriculum.rules import Fault, rule
from curriculum.rules.agendas import named
from curriculum.rules.minutes import far
from curriculum.schema import Agenda

_DAY = 24 * 60


def _line(entry: Entry[Agenda], block: Block, key: str) -> int:
    return entry.line("days", block.day - 1, "sessions", block.number, key)


def _neighbors(agenda: Agenda) -> Iterator[tuple[Block, Block]]:
    """Yield each block with the one before it on the same day."""
    for before, block in pairwise(agendas.blocks(agenda)):
        if before.day == block.day:
            yield before, block


@rule
def sessions_stand_in_order(catalog: Catalog) -> Iterator[Fault]:
    """The sessions of a day stand in the order in which they begin.

    Bad: a session at "11:00" above one at "09:00"
    Good: a session at "09:00" above one at "11:00"
    """
    for entry in catalog.agendas.values():
        for before, block in _neighbors(entry.value):
            if minute_of(block.start) < minute_of(before.start):
                message = f"the session at {block.start} stands below the one at {before.start}"
                yield Fault(entry.path, _line(entry, block, "start"), message, "put it above")


@rule
def sessions_do_not_overlap(catalog: Catalog) -> Iterator[Fault]:
    """A session begins when the one before it has ended, and ends before midnight.

    Bad: 90 minutes from "09:00", and a session at "10:00"
    Good: 90 minutes from "09:00", and a session at "10:30"
    """
    for entry in catalog.agendas.values():
        for before, block in _neighbors(entry.value):
            start = minute_of(before.start)
            if start <= minute_of(block.start) < start + before.session.minutes:
                message = (
                    f"the session begins at {block.start}; the one before it ends at {before.end}"
                )
                hint = f'write `start: "{before.end}"`, or shorten the one before'
                yield Fault(entry.path, _line(entry, block, "start"), message, hint)
        for block in agendas.blocks(entry.value):
            if minute_of(block.start) + block.session.minutes > _DAY:
                message = f"the session runs past midnight, to {block.end}"
                yield Fault(entry.path, _line(entry, block, "minutes"), message, "shorten it")


@rule
def agenda_prerequisites_come_first(catalog: Catalog) -> Iterator[Fault]:
    """In an agenda a module comes after those it requires, or they are assumed.

    With `use: short_session` each module stands alone, so prerequisites are only advice.

    Bad: `prototype-this-week` on day one, `find-the-right-problem`, which it requires, on day two
    Good: `find-the-right-problem` on day one, `prototype-this-week` on day two
    """
    for entry in catalog.agendas.values():
        before = set(entry.value.assumes)
        for where, id_ in named(entry.value) if entry.value.use == "session" else ():
            module = catalog.modules.get(id_)
            for other in module.value.requires if module and id_ not in before else []:
                if other in before or not catalog.knows("modules", other):
                    continue
                message = f"`{id_}` requires `{other}`, which does not come before it"
                hint = f"teach `{other}` earlier, or put it into `assumes`"
                yield Fault(entry.path, entry.line(*where), message, hint)
            before.add(id_)


@rule
def blocks_fit_their_run_sheets(catalog: Catalog) -> Iterator[Fault]:
    """An agenda gives a module as long as its run sheet takes, within 20 %.

    Bad: a block of 45 minutes for a session of 90
    Good: a block of 90 minutes, or two of 45
    """
    for entry in catalog.agendas.values():
        lines: dict[str, int] = {}
        for where, id_ in named(entry.value):
            lines.setdefault(id_, entry.line(*where[:-1], "minutes"))
        for id_, line in lines.items():
            module = catalog.modules.get(id_)
            steps = agendas.run_sheet_of(module.value, entry.value.use) if module else []
            wanted = sum(step.minutes for step in steps)
            given = agendas.taught_minutes(entry.value, id_)
            if wanted and far(given, wanted):
                message = f"`{id_}` gets {given} minutes; its run sheet takes {wanted}"
                hint = f"give it {wanted} minutes, in one block or several"
                yield Fault(entry.path, line, message, hint)
