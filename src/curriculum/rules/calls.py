"""Rules about what macro calls name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from curriculum.calls import Call
from curriculum.catalog import FACILITATOR_PARTS, PART_FILES, Catalog, Entry
from curriculum.findings import suggest
from curriculum.kinds import yaml_of
from curriculum.macros import arguments
from curriculum.rules import Fault, firm_rule, rule
from curriculum.rules.lookup import KINDS, hint_for
from curriculum.schema import Case

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


def calls_to(catalog: Catalog, *names: str) -> Iterator[tuple[str, Call, dict[str, Any]]]:
    """Yield each call of some macros with its file and its arguments."""
    for path, calls in catalog.calls.items():
        for call in calls:
            if call.name in names:
                yield path, call, arguments(call)


def _case(catalog: Catalog, path: str, id_: str) -> Entry[Case] | None:
    """Return the case that a macro in a file means: the one named, the file's, or its module's."""
    return catalog.cases.get(id_) if id_ else catalog.case_told_at(path)


def _belongs(path: str, name: str) -> bool:
    """Whether a file stands in the folder of a module or a case, whose YAML may have mistakes.

    That the YAML is missing is told of the folder, not of each call in it.
    """
    return yaml_of(path).endswith(f"/{name}")


@firm_rule
def macro_names_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every module, case, framework, path, agenda and term that a macro names exists.

    Bad: `{{ term("pilott") }}`
    Good: `{{ term("pilot") }}`
    """
    for path, call, given in calls_to(catalog, *_KINDS):
        kind, id_ = _KINDS[call.name], given["id"]
        if (id_ or call.name not in _OF_A_MODULE | _OF_A_CASE) and not catalog.knows(kind, id_):
            message = f"`{call.name}` names the {KINDS[kind][0]} `{id_}`, which does not exist"
            yield Fault(path, call.line, message, hint_for(catalog, kind, id_))


@firm_rule
def citations_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every work that `cite` names is a reference, or a source of the case it names or stands in.

    Bad: `{{ cite("more-1995") }}`, `{{ cite("baltimore-citistat/sun3a") }}`
    Good: `{{ cite("moore-1995") }}`, `{{ cite("baltimore-citistat/sun03a") }}`
    """
    for path, call, given in calls_to(catalog, "cite"):
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
    told = catalog.case_at(path)
    sources = told.value.sources if told else {}
    # Nobody knows the sources of a case whose own file has mistakes.
    is_damaged = not told and _belongs(path, "case.yml")
    if is_damaged or key in sources or catalog.knows("references", key):
        return None
    what = "neither a source of this case nor a reference" if told else "no reference"
    hint = suggest(key, sources) or hint_for(catalog, "references", key)
    return f"`{key}`, which is {what}", hint


@firm_rule
def macros_stand_where_they_work(catalog: Catalog) -> Iterator[Fault]:
    """A macro that prints a module's or a case's own content stands in its files.

    Bad: `{{ objectives() }}` in `content/about.md`
    Good: `{{ objectives() }}` in `modules/foundations/did-it-work/educator-guide.md`
    """
    for path, call, given in calls_to(catalog, *_OF_A_MODULE, *_OF_A_CASE):
        if given.get("id"):
            continue
        in_module = _belongs(path, "module.yml")
        if call.name in _OF_A_MODULE and not in_module:
            hint = 'name a module: `packet("id")`' if call.name == "packet" else "take it out"
            yield Fault(path, call.line, f"`{call.name}` works only in a module's folder", hint)
        elif call.name in _OF_A_CASE and not _tells(catalog, path):
            message = f"`{call.name}` works only in a case's folder, or in a module with a `case`"
            yield Fault(path, call.line, message, 'name the case with `id="…"`')


def _tells(catalog: Catalog, path: str) -> bool:
    """Whether a file is about a case; True where the YAML that says so has mistakes of its own."""
    module = catalog.module_at(path)
    if module:
        return bool(module.value.case)
    return any(_belongs(path, name) for name in ("module.yml", "case.yml"))


@rule
def run_sheets_exist(catalog: Catalog) -> Iterator[Fault]:
    """`run_sheet` prints the `full` session or the `short` one, and that one is written.

    Bad: `{{ run_sheet("short") }}` in a module without `short_session`
    Good: `{{ run_sheet() }}`
    """
    for path, call, given in calls_to(catalog, "run_sheet"):
        version, module = given["version"], catalog.module_at(path)
        if version not in {"full", "short"}:
            message = f"`run_sheet` has no version `{version}`"
            yield Fault(path, call.line, message, 'write `run_sheet()` or `run_sheet("short")`')
        elif version == "short" and module and not module.value.short_session:
            message = "`run_sheet` prints the short session, which the module does not have"
            yield Fault(path, call.line, message, "write `short_session` in `module.yml`")


@firm_rule
def exhibits_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every exhibit that a text shows is one of its case.

    Bad: `{{ exhibit(3) }}` where `case.yml` has two
    Good: `{{ exhibit(2) }}`
    """
    for path, call, given in calls_to(catalog, "exhibit"):
        told, number = _case(catalog, path, given["id"]), given["number"]
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
    for path, call, given in calls_to(catalog, "exhibit"):
        told, number = _case(catalog, path, given["id"]), given["number"]
        exhibits = told.value.exhibits if told else []
        shown = exhibits[number - 1] if 1 <= number <= len(exhibits) else None
        if shown and shown.after and path.rpartition("/")[2] not in held:
            message = f"exhibit {number} shows what came after the decision"
            yield Fault(path, call.line, message, "show it in `epilogue.md`")
