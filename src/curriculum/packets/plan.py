"""Which packets there are, and which parts stand in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from curriculum import schema
from curriculum.agendas import modules_of
from curriculum.catalog import FACILITATOR_PARTS, Catalog, Entry
from curriculum.packets.packet import PAPERS, ROLES, Kind, Packet, PacketPart, Paper
from curriculum.paths import named_modules
from curriculum.schema.base import Role

PUBLISHED: tuple[Kind, ...] = ("module", "path")
"""The kinds that a site offers; the others are made on request."""
BOOK = "whole-curriculum"


def plan(
    catalog: Catalog,
    kinds: Iterable[Kind] = PUBLISHED,
    papers: Iterable[Paper] = PAPERS,
    sizes: Iterable[bool] = (False,),
) -> list[Packet]:
    """Return every packet of the given kinds; roles whose parts are equal share one.

    `sizes` says whether to plan normal print (False), large print (True) or both. A packet without
    any part, such as that of a module nobody has written yet, is not planned, but for an agenda's.
    """
    makers: dict[Kind, Callable[[Catalog], Iterator[Packet]]] = {
        "module": _modules,
        "path": _paths,
        "case": _cases,
        "track": _tracks,
        "agenda": _agendas,
        "book": _books,
    }
    sheets = [(paper, large) for large in sizes for paper in papers]
    return [
        replace(packet, paper=paper, large_print=large)
        for kind in kinds
        for packet in makers[kind](catalog)
        for paper, large in sheets
    ]


def offered(catalog: Catalog) -> list[Packet]:
    """Return the packets that a site offers: modules and paths, and modules in large print too."""
    return [*plan(catalog), *plan(catalog, ("module",), sizes=(True,))]


def _modules(catalog: Catalog) -> Iterator[Packet]:
    for module in catalog.in_order():
        parts = _by_role(catalog, module.value.audience, [module])
        yield from _packets(catalog, "module", module.id, parts)


def _paths(catalog: Catalog) -> Iterator[Packet]:
    for path in catalog.paths.values():
        modules = _known(catalog, named_modules(path.value))
        short = path.value.use == "short_session"
        parts = _by_role(catalog, path.value.audience, modules, short=short)
        yield from _packets(catalog, "path", path.id, parts)


def _tracks(catalog: Catalog) -> Iterator[Packet]:
    for track in catalog.ordered_tracks():
        parts = _by_role(catalog, ROLES, catalog.modules_of(track.id))
        yield from _packets(catalog, "track", track.id, parts)


def _agendas(catalog: Catalog) -> Iterator[Packet]:
    for agenda in catalog.agendas.values():
        roles: tuple[Role, ...] = (*agenda.value.audience, "facilitator")
        short = agenda.value.use == "short_session"
        parts = _by_role(catalog, roles, _known(catalog, modules_of(agenda.value)), short=short)
        packets = list(_packets(catalog, "agenda", agenda.id, parts))
        # Where no module is fixed, whoever runs it still needs the run sheet and the name tents.
        stem = _stem(catalog, "agenda", agenda.id)
        yield from packets or [Packet("agenda", agenda.id, ROLES[-1:], "a4", (), stem=stem)]


def _cases(catalog: Catalog) -> Iterator[Packet]:
    for case in catalog.cases.values():
        parts = [PacketPart(case.id, part, path) for part, path in case.parts.items()]
        readers = tuple(part for part in parts if part.part == "case")
        groups = ((ROLES[:-1], readers), (ROLES[-1:], tuple(parts)))
        for roles, chosen in groups:
            if chosen:
                yield Packet(
                    "case", case.id, roles, "a4", chosen, stem=_stem(catalog, "case", case.id)
                )


def _books(catalog: Catalog) -> Iterator[Packet]:
    """Yield the whole curriculum: every module, and after them the cases that none of them tells."""
    by_role = _by_role(catalog, ROLES, catalog.in_order())
    told = {part.path for part in by_role["facilitator"]}
    for role, parts in by_role.items():
        rest = tuple(
            PacketPart(case.id, part, path)
            for case in sorted(catalog.cases.values(), key=lambda case: case.value.title)
            for part, path in case.parts.items()
            if not told & set(case.parts.values()) and (part == "case" or role == "facilitator")
        )
        by_role[role] = (*parts, *rest)
    yield from _packets(catalog, "book", BOOK, by_role)


def _known(catalog: Catalog, ids: Iterable[str]) -> list[Entry[schema.Module]]:
    return [catalog.modules[id_] for id_ in ids if id_ in catalog.modules]


def _packets(
    catalog: Catalog, kind: Kind, id_: str, parts_of: Mapping[Role, tuple[PacketPart, ...]]
) -> Iterator[Packet]:
    """Yield one packet for each set of roles that get the same parts."""
    shared: dict[tuple[bool, tuple[PacketPart, ...]], list[Role]] = {}
    for role, parts in parts_of.items():
        if parts:
            shared.setdefault((role == "facilitator", parts), []).append(role)
    for (_, parts), roles in shared.items():
        yield Packet(kind, id_, tuple(roles), "a4", parts, stem=_stem(catalog, kind, id_))


def _by_role(
    catalog: Catalog,
    roles: Iterable[Role],
    modules: Sequence[Entry[schema.Module]],
    *,
    short: bool = False,
) -> dict[Role, tuple[PacketPart, ...]]:
    """Return what each role gets of some modules, the roles in their usual order."""
    ordered = sorted(set(roles), key=ROLES.index)
    return {role: _parts(catalog, role, modules, short=short) for role in ordered}


def _stem(catalog: Catalog, kind: Kind, id_: str) -> str:
    """Return what a packet's name begins with: never the same for two kinds."""
    if kind in {"module", "book"} or (kind == "path" and id_ not in catalog.modules):
        return id_
    return f"modules-of-{id_}" if kind == "track" else f"{kind}-{id_}"


def _parts(
    catalog: Catalog, role: Role, modules: Iterable[Entry[schema.Module]], *, short: bool
) -> tuple[PacketPart, ...]:
    """Return what a role gets of some modules: each file once, nothing of the facilitator's.

    Where the short sessions are used, a case is printed in its short form if it has one.
    """
    parts: dict[str, PacketPart] = {}
    for module in modules:
        audience = module.value.audience.get(role)
        for declared in audience.parts if audience else []:
            shortened = short and declared == "case" and catalog.part_path(module, "short-case")
            part = "short-case" if shortened else declared
            path = catalog.part_path(module, part)
            hidden = part in FACILITATOR_PARTS and role != "facilitator"
            if path and not hidden:
                parts.setdefault(path, PacketPart(module.id, part, path))
    return tuple(parts.values())
