"""Which routes a learning path has, how long they take, and what every one of them teaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations, islice, product
from math import comb, prod

from curriculum.catalog import Catalog, Entry
from curriculum.schema import Choice, LearningPath, Module, PathStep

CAP = 512
"""The most routes that are expanded; a path with more is a finding."""

Steps = tuple[str, ...]


@dataclass(frozen=True)
class Route:
    """One way through a path: its modules in order and its length."""

    steps: Steps
    minutes: int


@dataclass(frozen=True)
class Outcomes:
    """The modules of a path by whether every route has them, in the path's order."""

    always: Steps
    """On every route."""
    depends: Steps
    """On some routes only: they depend on the reader's choice."""


def number_of_routes(path: LearningPath) -> int:
    """Return how many ways lead through a path, without walking them."""
    return prod(_ways(step) for step in path.steps)


def _ways(step: PathStep | Choice) -> int:
    if isinstance(step, Choice):
        return comb(len(step.options), step.choose)
    return 2 if step.optional else 1


def _alternatives(step: PathStep | Choice) -> Iterator[Steps]:
    """Yield what a reader may do at a step: the modules of each alternative."""
    if isinstance(step, PathStep):
        yield (step.module,)
        if step.optional:
            yield ()
        return
    for options in combinations(step.options, step.choose):
        yield tuple(chain.from_iterable(option.modules for option in options))


def expand(path: LearningPath, minutes: Callable[[str], int]) -> tuple[Route, ...]:
    """Return every route through a path, at most `CAP`; `minutes` gives the length of a module."""
    alternatives = [tuple(islice(_alternatives(step), CAP)) for step in path.steps]
    walks = islice(product(*alternatives), CAP)
    routes = (tuple(chain.from_iterable(walk)) for walk in walks)
    return tuple(Route(steps, sum(minutes(step) for step in steps)) for steps in routes)


def step_minutes(catalog: Catalog, path: LearningPath, module: str) -> int:
    """Return how many minutes a module takes on a path; 0 where the module is not known.

    The full session counts as long as the slowest of the path's roles needs for it; the short
    session as long as its rows.
    """
    entry = catalog.modules.get(module)
    if not entry:
        return 0
    if path.use == "short_session":
        return sum(step.minutes for step in entry.value.short_session)
    audience = entry.value.audience
    needed = [audience[role].minutes for role in path.audience if role in audience]
    return max(needed, default=entry.value.minutes)


def routes(catalog: Catalog, path: LearningPath) -> tuple[Route, ...]:
    """Return every route through a path of this catalog, at most `CAP`."""
    return expand(path, lambda module: step_minutes(catalog, path, module))


def minutes_range(found: tuple[Route, ...]) -> tuple[int, int]:
    """Return the minutes of the shortest and of the longest route."""
    lengths = [route.minutes for route in found] or [0]
    return min(lengths), max(lengths)


def named_modules(path: LearningPath) -> tuple[str, ...]:
    """Return every module that stands on a path, once, in its order."""
    named: list[str] = []
    for step in path.steps:
        if isinstance(step, PathStep):
            named.append(step.module)
        else:
            named += chain.from_iterable(option.modules for option in step.options)
    return tuple(dict.fromkeys(named))


def outcomes(path: LearningPath, found: tuple[Route, ...]) -> Outcomes:
    """Split the modules of a path into those on every route and those on some."""
    shared = set.intersection(*(set(route.steps) for route in found)) if found else set()
    named = named_modules(path)
    return Outcomes(
        tuple(id_ for id_ in named if id_ in shared),
        tuple(id_ for id_ in named if id_ not in shared),
    )


def missing_before(route: Route, assumed: frozenset[str], entry: Entry[Module]) -> list[str]:
    """Return what a module requires that comes neither before it on a route nor is assumed."""
    before = route.steps[: route.steps.index(entry.id)]
    return [id_ for id_ in entry.value.requires if id_ not in before and id_ not in assumed]
