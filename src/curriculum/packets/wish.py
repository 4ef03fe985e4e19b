"""Which packets somebody asked for on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from curriculum.catalog import FACILITATOR_PARTS, Catalog
from curriculum.findings import suggest
from curriculum.packets.packet import (
    PAPERS,
    PARTICIPANTS,
    ROLES,
    Format,
    Kind,
    Packet,
    PacketPart,
    Paper,
)
from curriculum.packets.plan import plan
from curriculum.schema.base import Role

KINDS: tuple[Kind, ...] = ("module", "path", "case", "track", "agenda")
"""The kinds that are asked for by an id."""


@dataclass(frozen=True)
class Wish:
    """What was asked for."""

    named: Mapping[Kind, tuple[str, ...]] = field(default_factory=dict)
    """Ids of modules, paths, cases, tracks and agendas."""
    parts: tuple[str, ...] = ()
    """Parts such as `story-of-self/worksheet`, for one packet of one's own."""
    book: bool = False
    """Whether the whole curriculum is wanted as one book."""
    audience: Role | None = None
    paper: Paper | None = None
    large_print: bool = False
    crop_marks: bool = False
    format: Format = "pdf"


@dataclass(frozen=True)
class Problem:
    """Why a wish cannot be granted, and what to do about it."""

    message: str
    hint: str


def wanted(catalog: Catalog, wish: Wish) -> list[Packet] | Problem:
    """Return the packets that a wish is about: all that a site offers where it names none."""
    unknown = _unknown(catalog, wish)
    if unknown:
        return unknown
    packets = [*_planned(catalog, wish), *_books(catalog, wish)]
    if wish.parts:
        chosen = _chosen(catalog, wish)
        if isinstance(chosen, Problem):
            return chosen
        packets += chosen
    packets = [
        replace(packet, crop_marks=wish.crop_marks, format=wish.format)
        for packet in packets
        if wish.paper in {None, packet.paper} and wish.audience in {None, *packet.roles}
    ]
    return packets or _nothing(catalog, wish)


def _nothing(catalog: Catalog, wish: Wish) -> Problem:
    """Say for which roles there are packets of what was named, or that there are none yet."""
    named = [id_ for ids in wish.named.values() for id_ in ids] or ["the curriculum"]
    who = f"{_listed(named)} {'has' if len(named) == 1 else 'have'}"
    packets = [*_planned(catalog, wish), *_books(catalog, wish)]
    roles = [role for role in ROLES if any(role in packet.roles for packet in packets)]
    if not roles:
        return Problem(f"{who} no packet", "write one of its parts first, such as a worksheet")
    hint = "choose one of these with `--audience`, or leave the option out"
    return Problem(f"{who} packets for {_listed(roles)}", hint)


def _listed(names: Sequence[str]) -> str:
    *most, last = [name if " " in name else f"`{name}`" for name in names]
    return f"{', '.join(most)} and {last}" if most else last


def _unknown(catalog: Catalog, wish: Wish) -> Problem | None:
    for kind, ids in wish.named.items():
        known = getattr(catalog, f"{kind}s")
        for id_ in ids:
            if id_ not in known:
                hint = suggest(id_, known) or f"`curriculum check` says what is wrong with a {kind}"
                return Problem(f"there is no {kind} `{id_}`", hint)
    return None


def _planned(catalog: Catalog, wish: Wish) -> list[Packet]:
    sizes = (wish.large_print,)
    if not any(wish.named.values()):
        return [] if wish.parts or wish.book else plan(catalog, sizes=sizes)
    kinds = [kind for kind, ids in wish.named.items() if ids]
    return [
        packet
        for packet in plan(catalog, kinds, sizes=sizes)
        if packet.id in wish.named[packet.kind]
    ]


def _books(catalog: Catalog, wish: Wish) -> list[Packet]:
    return plan(catalog, ("book",), sizes=(wish.large_print,)) if wish.book else []


def _chosen(catalog: Catalog, wish: Wish) -> list[Packet] | Problem:
    """Return one packet on each paper, with the parts in the order in which they were named."""
    known = parts_by_name(catalog)
    for name in wish.parts:
        problem = _refusal(name, known, wish.audience)
        if problem:
            return problem
    parts: dict[str, PacketPart] = {}
    for name in wish.parts:
        parts.setdefault(known[name].path, known[name])
    roles = (wish.audience,) if wish.audience else _shared(catalog, parts.values())
    packet = Packet("selection", "my-packet", roles, "a4", tuple(parts.values()), wish.large_print)
    return [replace(packet, paper=paper) for paper in PAPERS]


def _shared(catalog: Catalog, parts: Iterable[PacketPart]) -> tuple[Role, ...]:
    """Return the participants for whom all chosen modules are; all of them where there are none."""
    owners = {part.owner for part in parts} & catalog.modules.keys()
    audiences = [catalog.modules[owner].value.audience for owner in owners]
    shared = (role for role in PARTICIPANTS if all(role in each for each in audiences))
    return tuple(shared) or PARTICIPANTS


def parts_by_name(catalog: Catalog) -> dict[str, PacketPart]:
    """Return every part that can be named: of a module, or of a case by itself."""
    modules = {
        f"{module.id}/{part}": PacketPart(module.id, part, path)
        for module in catalog.in_order()
        for part, path in catalog.parts_of(module)
    }
    cases = {
        f"{case.id}/{part}": PacketPart(case.id, part, path)
        for case in catalog.cases.values()
        for part, path in case.parts.items()
    }
    return {**cases, **modules}


def _refusal(name: str, known: Mapping[str, PacketPart], audience: str | None) -> Problem | None:
    if name not in known:
        return Problem(f"there is no part `{name}`", _near(name, known))
    if known[name].part in FACILITATOR_PARTS and audience != "facilitator":
        return Problem(f"`{name}` is for facilitators only", "add `--audience facilitator`")
    return None


def _near(name: str, known: Iterable[str]) -> str:
    """Return which part may have been meant: of this module or case where it has any."""
    owner, _, part = name.partition("/")
    own = [other.partition("/")[2] for other in known if other.partition("/")[0] == owner]
    if not own:
        return suggest(name, known) or "write it as `ID/PART`, such as `story-of-self/worksheet`"
    meant = get_close_matches(part, own, n=1)
    if meant:
        return f"did you mean `{owner}/{meant[0]}`?"
    return f"name one of its parts: {', '.join(f'`{owner}/{other}`' for other in own)}"
