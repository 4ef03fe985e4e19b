"""Rules about what macro calls name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from curriculum.calls import Call
from curriculum.catalog import FACILITATOR_PARTS, PART_FILES, Catalog, Entry
from curriculum.findings import suggest
from curriculum.macros import SIGNATURES
from curriculum.rules import Fault, rule
from curriculum.rules.lookup import KINDS, hint_for
from curriculum.schema import Case, Module

_KINDS = {
    "module": "modules",
    "case": "cases",
    "framework": "frameworks",
    "path": "paths",
    "agenda": "agendas",
    "term": "terms",
    "packet": "modules",
    "timeline": "cases",
    "facts": "cases",
    "exhibit": "cases",
}
_OF_A_MODULE = {"objectives", "key_points", "run_sheet", "materials", "packet"}
_OF_A_CASE = {"timeline", "facts", "exhibit"}


def arguments(call: Call) -> dict[str, Any]:
    """Return what a call passes, by the name of each parameter, with the defaults filled in."""
    # The call fits its signature, or it would not be in the catalog: `bind` would cost ten times as much.
    names, defaults = _parameters(call.name)
    return {**defaults, **dict(zip(names, call.arguments, strict=False)), **dict(call.keywords)}


@cache
def _parameters(macro: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Return the names of a macro's parameters, and the values of those that may be left out."""
    given = SIGNATURES[macro].parameters
    defaults = {
        name: each.default for name, each in given.items() if each.default is not each.empty
    }
    return tuple(given), defaults


def calls_of(catalog: Catalog, *names: str) -> Iterator[tuple[str, Call, dict[str, Any]]]:
    """Yield each call of some macros with its file and its arguments."""
    for path, calls in catalog.calls.items():
        for call in calls:
            if call.name in names:
                yield path, call, arguments(call)


def module_at(catalog: Catalog, path: str) -> Entry[Module] | None:
    """Return the module in whose folder a file stands."""
    parts = path.split("/")
    return catalog.modules.get(parts[2]) if parts[0] == "modules" and len(parts) > 3 else None  # noqa: PLR2004


def case_at(catalog: Catalog, path: str, id_: str = "") -> Entry[Case] | None:
    """Return the case that a macro in a file means: the one named, the file's, or its module's."""
    if id_:
        return catalog.cases.get(id_)
    if path.startswith("content/cases/"):
        return catalog.cases.get(path.split("/")[2])
    module = module_at(catalog, path)
    return catalog.cases.get(module.value.case or "") if module else None


@rule
def macro_names_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every module, case, framework, path, agenda and term that a macro names exists.

    Bad: `{{ term("pilott") }}`
    Good: `{{ term("pilot") }}`
    """
    for path, call, given in calls_of(catalog, *_KINDS):
        kind, id_ = _KINDS[call.name], given["id"]
        if (id_ or call.name not in _OF_A_MODULE | _OF_A_CASE) and not catalog.knows(kind, id_):
            message = f"`{call.name}` names the {KINDS[kind][0]} `{id_}`, which does not exist"
            yield Fault(path, call.line, message, hint_for(catalog, kind, id_))


@rule
def citations_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every work that `cite` names is a reference, or a source of the case it names or stands in.

    Bad: `{{ cite("more-1995") }}`, `{{ cite("baltimore-citistat/sun3a") }}`
    Good: `{{ cite("moore-1995") }}`, `{{ cite("baltimore-citistat/sun03a") }}`
    """
    for path, call, given in calls_of(catalog, "cite"):
        owner, _, key = given["id"].rpartition("/")
        wrong = _from_case(catalog, owner, key) if owner else _from_here(catalog, path, key)
        if wrong:
            yield Fault(path, call.line, f"`cite` names {wrong[0]}", wrong[1])


def _from_case(catalog: Catalog, owner: str, key: str) -> tuple[str, str] | None:
    """Return what is wrong with citing a source of a named case, and a hint."""
    if not catalog.knows("cases", owner):
        return f"the case `{owner}`, which does not exist", hint_for(catalog, "cases", owner)
    told = catalog.cases.get(owner)
    if told and key not in told.value.sources:
        hint = suggest(key, told.value.sources) or f"its sources are in `{told.path}`"
        return f"the source `{key}`, which the case `{owner}` does not have", hint
    return None


def _from_here(catalog: Catalog, path: str, key: str) -> tuple[str, str] | None:
    """Return what is wrong with citing a reference, or a source of the case told in this file."""
    in_case = path.startswith("content/cases/")
    told = case_at(catalog, path) if in_case else None
    sources = told.value.sources if told else {}
    # Nobody knows the sources of a case whose own file has mistakes.
    if (in_case and not told) or key in sources or catalog.knows("references", key):
        return None
    what = "neither a source of this case nor a reference" if told else "no reference"
    hint = suggest(key, sources) or hint_for(catalog, "references", key)
    return f"`{key}`, which is {what}", hint


@rule
def macros_stand_where_they_work(catalog: Catalog) -> Iterator[Fault]:
    """A macro that prints a module's or a case's own content stands in its files.

    Bad: `{{ objectives() }}` in `content/about.md`
    Good: `{{ objectives() }}` in `modules/foundations/did-it-work/educator-guide.md`
    """
    for path, call, given in calls_of(catalog, *_OF_A_MODULE, *_OF_A_CASE):
        if given.get("id"):
            continue
        in_module, in_case = path.startswith("modules/"), path.startswith("content/cases/")
        module = module_at(catalog, path)
        if call.name in _OF_A_MODULE and not in_module:
            hint = 'name a module: `packet("id")`' if call.name == "packet" else "take it out"
            yield Fault(path, call.line, f"`{call.name}` works only in a module's folder", hint)
        elif call.name in _OF_A_CASE and not in_case and not (in_module and _tells(module)):
            message = f"`{call.name}` works only in a case's folder, or in a module with a `case`"
            yield Fault(path, call.line, message, 'name the case with `id="…"`')


def _tells(module: Entry[Module] | None) -> bool:
    """Whether a module tells a case; True for one with mistakes, which is reported already."""
    return not module or bool(module.value.case)


@rule
def run_sheets_exist(catalog: Catalog) -> Iterator[Fault]:
    """`run_sheet` prints the `full` session or the `short` one, and that one is written.

    Bad: `{{ run_sheet("short") }}` in a module without `short_session`
    Good: `{{ run_sheet() }}`
    """
    for path, call, given in calls_of(catalog, "run_sheet"):
        version, module = given["version"], module_at(catalog, path)
        if version not in {"full", "short"}:
            message = f"`run_sheet` has no version `{version}`"
            yield Fault(path, call.line, message, 'write `run_sheet()` or `run_sheet("short")`')
        elif version == "short" and module and not module.value.short_session:
            message = "`run_sheet` prints the short session, which the module does not have"
            yield Fault(path, call.line, message, "write `short_session` in `module.yml`")


@rule
def exhibits_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every exhibit that a text shows is one of its case.

    Bad: `{{ exhibit(3) }}` where `case.yml` has two
    Good: `{{ exhibit(2) }}`
    """
    for path, call, given in calls_of(catalog, "exhibit"):
        told, number = case_at(catalog, path, given["id"]), given["number"]
        count = len(told.value.exhibits) if told else 0
        if told and not 1 <= number <= count:
            message = f"there is no exhibit {number}; the case `{told.id}` has {count}"
            yield Fault(path, call.line, message, f"add it to `{told.path}`, or take the call out")


@rule
def endings_are_held_back(catalog: Catalog) -> Iterator[Fault]:
    """No text that participants read before the discussion shows an exhibit from after it.

    Bad: `{{ exhibit(2) }}` in a case's `index.md` where exhibit 2 has `after: true`
    Good: `{{ exhibit(2) }}` in its `epilogue.md`
    """
    held = {PART_FILES[part] for part in FACILITATOR_PARTS if part in PART_FILES} | {"epilogue.md"}
    for path, call, given in calls_of(catalog, "exhibit"):
        told, number = case_at(catalog, path, given["id"]), given["number"]
        exhibits = told.value.exhibits if told else []
        shown = exhibits[number - 1] if 1 <= number <= len(exhibits) else None
        if shown and shown.after and path.rpartition("/")[2] not in held:
            message = f"exhibit {number} shows what came after the decision"
            yield Fault(path, call.line, message, "show it in `epilogue.md`")
