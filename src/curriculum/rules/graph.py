"""Rules about prerequisites."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from curriculum.catalog import Catalog
from curriculum.rules import Fault, rule
from curriculum.rules.lookup import listed, unknown

_LONGEST = 12
"""A cycle of more steps is told without its middle."""


@rule
def prerequisites_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every module in `requires` and `recommends` exists.

    Bad: `requires: [should-we-colaborate]`
    Good: `requires: [should-we-collaborate]`
    """
    for entry in catalog.modules.values():
        for key in ("requires", "recommends"):
            named = listed(key, getattr(entry.value, key))
            yield from unknown(catalog, entry, "modules", named, but=entry.id)


@rule
def prerequisites_have_no_cycle(catalog: Catalog) -> Iterator[Fault]:
    """No module requires itself, directly or through others.

    Bad: `a` requires `b`, and `b` requires `a`
    Good: `b` requires `a`
    """
    graph = {id_: list(module.value.requires) for id_, module in catalog.modules.items()}
    told: set[str] = set()
    for start in graph if _has_cycle(graph) else ():
        cycle = [] if start in told else _way_back(graph, start)
        for number, id_ in enumerate(cycle):
            if id_ in told:
                continue
            told.add(id_)
            order = [*cycle[number:], *cycle[:number], id_]
            module = catalog.modules[id_]
            line = module.line("requires", module.value.requires.index(order[1]))
            message = f"these modules require each other: {_shown(order)}"
            yield Fault(module.path, line, message, "take one out")


def _has_cycle(graph: dict[str, list[str]]) -> bool:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return True
    return False


def _way_back(graph: dict[str, list[str]], start: str) -> list[str]:
    """Return the shortest way from a module through what it requires to itself; empty if there is none."""
    came: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in graph.get(here, ()):
            if there == start:
                way = [here]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if there not in came:
                came[there] = here
                waiting.append(there)
    return []


def _shown(order: list[str]) -> str:
    """Return a cycle as people read it, without the middle of one that nobody would read."""
    names = [f"`{id_}`" for id_ in order]
    if len(names) > _LONGEST:
        names[_LONGEST - 2 : -1] = [f"… {len(names) - _LONGEST + 1} more …"]
    return " → ".join(names)
