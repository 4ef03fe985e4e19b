"""Rules about what agendas name."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.agendas import blocks, run_sheet_of
from curriculum.catalog import Catalog
from curriculum.rules import Fault, rule
from curriculum.rules.lookup import listed, unknown
from curriculum.rules.parts import lacks_part
from curriculum.schema import Agenda
from curriculum.source import Path as Where


def named(agenda: Agenda) -> Iterator[tuple[Where, str]]:
    """Yield every module that an agenda teaches with the place where it stands."""
    for block in blocks(agenda):
        if block.session.module:
            yield ("days", block.day - 1, "sessions", block.number, "module"), block.session.module


@rule
def agenda_modules_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every module that an agenda names exists.

    Bad: `module: data-routine`
    Good: `module: data-routines`
    """
    for entry in catalog.agendas.values():
        yield from unknown(catalog, entry, "modules", named(entry.value))
        yield from unknown(catalog, entry, "modules", listed("assumes", entry.value.assumes))


@rule
def agenda_modules_suit_their_readers(catalog: Catalog) -> Iterator[Fault]:
    """Every module in an agenda has parts for each role in the room and is not a draft.

    Bad: `audience: [mayor]` and a module that names no parts for mayors
    Good: `audience: [mayor]` and modules that all have parts for mayors
    """
    for entry in catalog.agendas.values():
        for where, id_ in named(entry.value):
            module = catalog.modules.get(id_)
            if not module:
                continue
            for role in entry.value.audience:
                if role not in module.value.audience:
                    message = f"the module `{id_}` has no parts for the role `{role}`"
                    hint = f"add `{role}` to its `audience`, or leave the module out"
                    yield Fault(entry.path, entry.line(*where), message, hint)
            if module.value.status in {"draft", "archived"}:
                message = f"the module `{id_}` has the status `{module.value.status}`"
                yield Fault(entry.path, entry.line(*where), message, "leave it out")


@rule
def agenda_modules_have_run_sheets(catalog: Catalog) -> Iterator[Fault]:
    """Every module in an agenda with `use: short_session` has a short session.

    Bad: `use: short_session` and a module without `short_session`
    Good: `use: short_session` and modules that all have one
    """
    for entry in catalog.agendas.values():
        for where, id_ in named(entry.value):
            module = catalog.modules.get(id_)
            if module and not run_sheet_of(module.value, entry.value.use):
                message = f"the module `{id_}` has no short session"
                yield Fault(entry.path, entry.line(*where), message, "write one, or leave it out")


@rule
def agenda_parts_exist(catalog: Catalog) -> Iterator[Fault]:
    """A part that a session of an agenda uses belongs to the module it names and is written.

    Bad: `{start: "09:00", minutes: 30, do: Read the case, mode: alone, part: case}`
    Good: the same with `module: data-routines`, which tells a case
    """
    for entry in catalog.agendas.values():
        for block in blocks(entry.value):
            part, id_ = block.session.part, block.session.module
            line = entry.line("days", block.day - 1, "sessions", block.number, "part")
            module = catalog.modules.get(id_ or "")
            if part and not id_:
                message = f"the session uses the part `{part}` of no module"
                yield Fault(entry.path, line, message, "name the `module`, or take the part out")
            elif part and module and lacks_part(catalog, module, part):
                message = f"the module `{id_}` has no part `{part}`"
                yield Fault(entry.path, line, message, "name a part that it has")
