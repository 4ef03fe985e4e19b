"""Rules about the fields of worksheets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.canvases import CANVASES
from curriculum.catalog import Catalog
from curriculum.findings import suggest
from curriculum.rules import Fault, rule
from curriculum.rules.calls import calls_of

_FIELDS = ("write", "choose", "tick", "scale", "canvas")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FEWEST = 2


@rule
def canvases_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every canvas is one that the engine can draw.

    Bad: `{{ canvas("strategic-triangel", "mine") }}`
    Good: `{{ canvas("strategic-triangle", "mine") }}`
    """
    for path, call, given in calls_of(catalog, "canvas"):
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
    for path, call, given in calls_of(catalog, *_FIELDS):
        spots = CANVASES[given["kind"]].spots if given.get("kind") in CANVASES else ()
        for name in [given["name"], *(f"{given['name']}-{spot.name}" for spot in spots)]:
            first = taken.setdefault((path, name), call.line)
            if first != call.line:
                message = f"the field name `{name}` is used twice"
                hint = f"give one of them another name; the first is on line {first}"
                yield Fault(path, call.line, message, hint)


@rule
def field_names_are_kebab_case(catalog: Catalog) -> Iterator[Fault]:
    """The name of a field is in kebab-case.

    Bad: `{{ write("My goal", "Your goal") }}`
    Good: `{{ write("my-goal", "Your goal") }}`
    """
    for path, call, given in calls_of(catalog, *_FIELDS):
        if not _NAME.fullmatch(given["name"]):
            message = f"`{given['name']}` cannot be the name of a field"
            yield Fault(path, call.line, message, "use small letters, digits and single hyphens")


@rule
def fields_have_labels(catalog: Catalog) -> Iterator[Fault]:
    """Every field says what it asks for, and a choice offers at least two answers.

    Bad: `{{ tick("agreed", "") }}`
    Good: `{{ tick("agreed", "We agree") }}`
    """
    for path, call, given in calls_of(catalog, "write", "choose", "tick", "scale"):
        if not given["label"].strip():
            message = f"the field `{given['name']}` has no label"
            yield Fault(path, call.line, message, "ask a plain question")
        options = given.get("options", ["", ""])
        if len(options) < _FEWEST:
            message = f"the choice `{given['name']}` has fewer than two answers"
            yield Fault(path, call.line, message, 'write `["one", "another"]`, or use `tick`')
