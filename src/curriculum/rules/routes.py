"""Rules that hold on every route of a learning path."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum import paths
from curriculum.catalog import Catalog, Entry
from curriculum.rules import Fault, rule
from curriculum.schema import LearningPath, PathStep
from curriculum.words import minutes_words


def _line(entry: Entry[LearningPath], id_: str) -> int:
    """Return the line of the step with a module."""
    for number, step in enumerate(entry.value.steps):
        if isinstance(step, PathStep):
            if step.module == id_:
                return entry.line("steps", number)
            continue
        for place, option in enumerate(step.options):
            if id_ in option.modules:
                return entry.line("steps", number, "options", place)
    return entry.line("steps")  # pragma: no cover  (every module of a route stands in a step)


@rule
def path_prerequisites_come_first(catalog: Catalog) -> Iterator[Fault]:
    """On every route of a learning path a module comes after those it requires, or they are assumed.

    With `use: short_session` each module stands alone, so prerequisites are only advice.

    Bad: `prototype-this-week` on a route without `find-the-right-problem`, which it requires
    Good: the same with `find-the-right-problem` as an earlier step or in `assumes`
    """
    for entry in catalog.paths.values():
        seen: set[tuple[str, str]] = set()
        for route in paths.routes(catalog, entry.value):
            for id_, missing in _missing(catalog, entry.value, route):
                if (id_, missing) not in seen:
                    seen.add((id_, missing))
                    way = ", ".join(f"`{step}`" for step in route.steps)
                    message = f"`{id_}` requires `{missing}`, which the route {way} does not have before it"
                    hint = f"put `{missing}` earlier on every route, or into `assumes`"
                    yield Fault(entry.path, _line(entry, id_), message, hint)


def _missing(catalog: Catalog, path: LearningPath, route: paths.Route) -> Iterator[tuple[str, str]]:
    if path.use == "short_session":
        return
    assumed = frozenset(path.assumes)
    for id_ in route.steps:
        module = catalog.modules.get(id_)
        for missing in paths.missing_before(route, assumed, module) if module else []:
            if catalog.knows("modules", missing):
                yield id_, missing


@rule
def routes_pass_once(catalog: Catalog) -> Iterator[Fault]:
    """No route of a learning path has a module twice.

    Bad: `- {module: data-routines}` as the first step and as the last
    Good: `- {module: data-routines}` once
    """
    for entry in catalog.paths.values():
        seen: set[str] = set()
        for route in paths.routes(catalog, entry.value):
            for number, id_ in enumerate(route.steps):
                if id_ in route.steps[:number] and id_ not in seen:
                    seen.add(id_)
                    message = f"a route has the module `{id_}` twice"
                    yield Fault(entry.path, _line(entry, id_), message, "keep one of them")


@rule
def paths_fit_their_budget(catalog: Catalog) -> Iterator[Fault]:
    """The longest route of a learning path takes at most its `budget`.

    Bad: `budget: 120` and two modules of 90 minutes
    Good: `budget: 180` and two modules of 90 minutes
    """
    for entry in catalog.paths.values():
        _, longest = paths.minutes_range(paths.routes(catalog, entry.value))
        budget = entry.value.budget
        if longest > budget:
            message = f"the longest route takes {minutes_words(longest)}; `budget` is {minutes_words(budget)}"
            hint = f"leave out {minutes_words(longest - budget)}, or write `budget: {longest}`"
            yield Fault(entry.path, entry.line("budget"), message, hint)
