"""Whether a record keeps its schema, with every mistake at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from curriculum.findings import Finding, suggest
from curriculum.schema import Authored
from curriculum.source import Path, Record

T = TypeVar("T", bound=Authored)

# pydantic's own words name Python's types; these say the same to somebody who writes YAML.
_MAPPING = ("it should be a mapping", "write `key: value` lines, or `{key: value}`")
_WORDS = {
    "string_type": (
        "it should be text",
        "write plain text; put it in quotes if it looks like a number or a date",
    ),
    "int_type": ("it should be a whole number", "write it without quotes"),
    "bool_type": ("it should be true or false", "write `true` or `false`, without quotes"),
    "list_type": ("it should be a list", "write `[one, two]`, or lines that begin with `- `"),
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
}
_PATTERNS = {
    r"\S": "write some text",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "use small letters, digits and single hyphens",
    r"^\d{4}-\d{2}-\d{2}$": 'write the day as "2026-11-22", in quotes',
    r"^([01]\d|2[0-3]):[0-5]\d$": 'write the time as "09:30", in quotes',
    r"^https?://[^\s<>\"]+$": "write the whole address, with `https://`",
    r"^[A-Z]{2}$": "use the two capital letters of ISO 3166-1, such as `CO`",
    r"^\d{4}(-\d{2}){0,2}$": 'write the year as "2018", or the day as "2018-11-15"',
    r"^(day|week)$": "write `day` or `week`",
    r"^(session|short_session)$": "write `session` or `short_session`",
}
_DETAILS = re.compile(r" after validation| or instance of \w+")
_LONGEST = 60
_MOST = 100
"""So many mistakes of one file are told at once; nobody reads more."""


def validate(model: type[T], record: Record, at: Path = ()) -> tuple[T | None, list[Finding]]:
    """Return the value that a record (or the part of it `at` a path) describes, or its mistakes."""
    value = record.value
    for step in at:
        value = value[step]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, list(_findings(model, record, at, error.errors(include_url=False)))


def remains(model: type[T], record: Record) -> T:
    """Return what is left of a record with mistakes: its good fields, and no others.

    Reading one of the others raises AttributeError, so that no rule takes a default for the truth.
    """
    bad: set[str | int] = set()
    try:
        model.model_validate(record.value)
    except ValidationError as error:
        bad = {each["loc"][0] if each["loc"] else "" for each in error.errors(include_url=False)}
    good: dict[str, Any] = {
        name: TypeAdapter(field.rebuild_annotation()).validate_python(record.value[name])
        for name, field in model.model_fields.items()
        if name in record.value and name not in bad
    }
    left: T = model.model_construct(**good)  # type: ignore[assignment]  # it is a `model`
    for name in bad:
        left.__dict__.pop(str(name), None)
    return left


def _findings(
    model: type[Authored], record: Record, at: Path, errors: list[ErrorDetails]
) -> Iterator[Finding]:
    seen: set[tuple[Path, str]] = set()
    for error in errors[:_MOST]:
        where = _existing(record, (*at, *error["loc"]))
        steps = (str(step + 1 if isinstance(step, int) else step) for step in where[len(at) :])
        name = f"`{'.'.join(steps)}`".replace("``", "the entry")
        rule, message, hint = _words(model, error, name)
        if (where, rule) not in seen:
            seen.add((where, rule))
            yield Finding(record.path, record.line(where), rule, message, hint)


def _existing(record: Record, where: Path) -> Path:
    """Drop the steps that pydantic adds for unions; they are no part of the file."""
    kept: list[str | int] = []
    value: Any = record.value
    for step in where:
        if _has(value, step):
            value = value[step]
            kept.append(step)
        elif step == where[-1] and isinstance(value, dict) and isinstance(step, str):
            # The key that is missing has its name, but no value to go on with.
            kept.append(step)
    return tuple(kept)


def _has(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _words(model: type[Authored], error: ErrorDetails, name: str) -> tuple[str, str, str]:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return "keys-are-known", *_unknown_key(model, str(error["loc"][-1]))
    if kind == "missing":
        return "fields-are-present", f"{name} is missing", "add it; the guide says what it means"
    if kind == "literal_error":
        hint = suggest(str(error["input"]), _quoted(context["expected"]))
        hint = hint or f"use {context['expected']}"
        return "values-are-valid", f"{name} cannot be {_shown(error)}", hint.replace("'", "`")
    if kind == "string_pattern_mismatch":
        hint = _PATTERNS.get(context["pattern"], f"it must match `{context['pattern']}`")
        return "values-are-valid", f"{name} cannot be {_shown(error)}", hint
    said = error["msg"].replace("Value error, ", "")
    what, hint = _WORDS.get(kind, (said, context.get("hint", "")))
    what = _DETAILS.sub(
        "", what.replace("String", "it").replace("Input", "it").replace("List", "it")
    )
    return "values-are-valid", f"{name}: {what[:1].lower()}{what[1:]}", hint


def _unknown_key(model: type[Authored], key: str) -> tuple[str, str]:
    message = f"the key `{key}` is not known here"
    if " " in key:
        return message, "put the text before it in quotes: in `{ }` a comma begins a new key"
    return message, suggest(key, _all_fields(model)) or "see `curriculum schema` for the keys"


def _shown(error: ErrorDetails) -> str:
    """Return what somebody wrote, fit to stand in a message."""
    given = " ".join(str(error["input"]).replace("`", "'").split())
    return f"`{given[:_LONGEST]}{'…' if len(given) > _LONGEST else ''}`" if given else "empty"


def _quoted(expected: str) -> list[str]:
    return [word.strip("' ") for word in expected.replace(" or ", ",").split(",")]


@cache
def _all_fields(model: type[Authored]) -> set[str]:
    """Return the field names of a model and of every model in it, for `did you mean`."""
    schema = model.model_json_schema(by_alias=True)
    parts = [schema, *schema.get("$defs", {}).values()]
    return {name for part in parts for name in part.get("properties", {})}
