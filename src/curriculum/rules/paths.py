"""Rules about what learning paths name."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum import paths
from curriculum.catalog import Catalog
from curriculum.rules import Fault, rule
from curriculum.rules.lookup import listed, unknown
from curriculum.schema import LearningPath, PathStep
from curriculum.source import Path as Where


def _named(path: LearningPath) -> Iterator[tuple[Where, str]]:
    """Yield every module on a path with the place where it stands."""
    for number, step in enumerate(path.steps):
        if isinstance(step, PathStep):
            yield ("steps", number, "module"), step.module
            continue
        for place, option in enumerate(step.options):
            yield from listed("modules", option.modules, "steps", number, "options", place)


@rule
def path_modules_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every module that a learning path names exists.

    Bad: `- {module: data-routine}`
    Good: `- {module: data-routines}`
    """
    for entry in catalog.paths.values():
        yield from unknown(catalog, entry, "modules", _named(entry.value))
        yield from unknown(catalog, entry, "modules", listed("assumes", entry.value.assumes))


@rule
def path_modules_suit_their_readers(catalog: Catalog) -> Iterator[Fault]:
    """Every module on a learning path has parts for each role that the path is for.

    Bad: `audience: [mayor]` and a module that names no parts for mayors
    Good: `audience: [senior-official]` and modules that all have parts for senior officials
    """
    for entry in catalog.paths.values():
        for where, id_ in _named(entry.value):
            module = catalog.modules.get(id_)
            for role in entry.value.audience if module else []:
                if module and role not in module.value.audience:
                    message = f"the module `{id_}` has no parts for the role `{role}`"
                    hint = f"add `{role}` to its `audience`, or leave the module out"
                    yield Fault(entry.path, entry.line(*where), message, hint)


@rule
def path_modules_are_ready(catalog: Catalog) -> Iterator[Fault]:
    """No module on a learning path is a draft or archived.

    Bad: a step with a module whose `status` is `draft`
    Good: a step with a module whose `status` is `pilot`
    """
    for entry in catalog.paths.values():
        for where, id_ in _named(entry.value):
            module = catalog.modules.get(id_)
            status = module.value.status if module else ""
            if status in {"draft", "archived"}:
                message = f"the module `{id_}` has the status `{status}`"
                hint = "leave it out until it is ready" if status == "draft" else "take it out"
                yield Fault(entry.path, entry.line(*where), message, hint)


@rule
def path_modules_have_short_sessions(catalog: Catalog) -> Iterator[Fault]:
    """Every module on a learning path with `use: short_session` has a short session.

    Bad: `use: short_session` and a module without `short_session`
    Good: `use: short_session` and modules that all have one
    """
    for entry in catalog.paths.values():
        for where, id_ in _named(entry.value):
            module = catalog.modules.get(id_)
            if entry.value.use == "short_session" and module and not module.value.short_session:
                message = f"the module `{id_}` has no short session"
                yield Fault(entry.path, entry.line(*where), message, "write one, or leave it out")


@rule
def choices_leave_something_out(catalog: Catalog) -> Iterator[Fault]:
    """A choice on a learning path takes fewer options than it offers.

    Bad: `choose: 2` with two options
    Good: `choose: 1` with two options
    """
    for entry in catalog.paths.values():
        for number, step in enumerate(entry.value.steps):
            if not isinstance(step, PathStep) and step.choose >= len(step.options):
                message = f"`choose` is {step.choose}, with {len(step.options)} options"
                hint = "offer more options, or write the modules as steps"
                yield Fault(entry.path, entry.line("steps", number, "choose"), message, hint)


@rule
def paths_have_few_routes(catalog: Catalog) -> Iterator[Fault]:
    """A learning path has at most 512 routes, so that each can be checked.

    Bad: ten steps with `optional: true`
    Good: two of them, and a choice
    """
    for entry in catalog.paths.values():
        count = paths.number_of_routes(entry.value)
        if count > paths.CAP:
            message = f"the path has {count:,} routes; only {paths.CAP} are checked"
            hint = "make fewer steps optional, or divide the path"
            yield Fault(entry.path, entry.line("steps"), message, hint)
