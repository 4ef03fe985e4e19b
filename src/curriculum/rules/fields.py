"""Rules about the fields of worksheets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.canvases import CANVASES
from curriculum.catalog import Catalog
from curriculum.findings import suggest
from curriculum.forms import FIELDS, ids_of
from curriculum.rules import Fault, firm_rule, rule
from curriculum.rules.calls import calls_to

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FEWEST = 2


@firm_rule
def canvases_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every canvas is one that the engine can draw.

    Bad: `{{ canvas("strategic-triangel", "mine") }}`
    Good: `{{ canvas("strategic-triangle", "mine") }}`
    """
    for path, call, given in calls_to(catalog, "canvas"):
        if given["kind"] not in CANVASES:
            known = ", ".join(f"`{kind}`" for kind in CANVASES)
            hint = suggest(given["kind"], CANVASES) or f"known canvases: {known}"
            yield Fault(path, call.line, f"there is no canvas `{given['kind']}`", hint)


@rule
def field_names_are_unique(catalog: Catalog) -> Iterator[Fault]:
    """Every field of a file has a name of its own, under which the reader's answer is kept.

    Bad: `{{ write("goal", "Your goal") }}` and, below, `{{ tick("goal", "Agreed") }}`
    Good: `{{ write("goal", "Your goal") }}` and, below, `{{ tick("agreed", "Agreed") }}`
    """
    taken: dict[tuple[str, str], int] = {}
    for path, call, given in calls_to(catalog, *FIELDS):
        # A choice has an id for each answer, a canvas a field for each place.
        more = (id_.partition("-")[2] for id_ in ids_of(call.name, given))
        names = dict.fromkeys([given["name"], *more])
        twice = next((name for name in names if (path, name) in taken), None)
        if twice is not None:
            message = f"the field name `{twice}` is used twice"
            hint = f"give one of them another name; the first is on line {taken[path, twice]}"
            yield Fault(path, call.line, message, hint)
        for name in names:
            taken.setdefault((path, name), call.line)


@rule
def field_names_are_kebab_case(catalog: Catalog) -> Iterator[Fault]:
    """The name of a field is in kebab-case.

    Bad: `{{ write("My goal", "Your goal") }}`
    Good: `{{ write("my-goal", "Your goal") }}`
    """
    for path, call, given in calls_to(catalog, *FIELDS):
        if not _NAME.fullmatch(given["name"]):
            message = f"`{given['name']}` cannot be the name of a field"
            yield Fault(path, call.line, message, "use small letters, digits and single hyphens")


@rule
def fields_have_labels(catalog: Catalog) -> Iterator[Fault]:
    """Every field says what it asks for, and a choice offers at least two answers.

    Bad: `{{ tick("agreed", "") }}`
    Good: `{{ tick("agreed", "We agree") }}`
    """
    for path, call, given in calls_to(catalog, "write", "choose", "tick", "scale"):
        if not given["label"].strip():
            message = f"the field `{given['name']}` has no label"
            yield Fault(path, call.line, message, "ask a plain question")
        options = given.get("options", ["", ""])
        if len(options) < _FEWEST:
            message = f"the choice `{given['name']}` has fewer than two answers"
            yield Fault(path, call.line, message, 'write `["one", "another"]`, or use `tick`')
