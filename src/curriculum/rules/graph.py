"""Rules about prerequisites."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from curriculum.catalog import Catalog
from curriculum.rules import Fault, rule
from curriculum.rules.lookup import listed, unknown


@rule
def prerequisites_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every module in `requires` and `recommends` exists.

    Bad: `requires: [should-we-colaborate]`
    Good: `requires: [should-we-collaborate]`
    """
    for entry in catalog.modules.values():
        for key in ("requires", "recommends"):
            yield from unknown(catalog, entry, "modules", listed(key, getattr(entry.value, key)))


@rule
def prerequisites_have_no_cycle(catalog: Catalog) -> Iterator[Fault]:
    """No module requires itself, directly or through others.

    Bad: `a` requires `b`, and `b` requires `a`
    Good: `b` requires `a`
    """
    graph = {id_: list(module.value.requires) for id_, module in catalog.modules.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        # graphlib lists each node before the one that requires it; read it the other way round.
        order = list(reversed(cycle))
        module = catalog.modules[order[0]]
        line = module.line("requires", module.value.requires.index(order[1]))
        way = " → ".join(f"`{id_}`" for id_ in order)
        yield Fault(module.path, line, f"these modules require each other: {way}", "take one out")
