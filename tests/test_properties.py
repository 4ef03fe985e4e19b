"""No text of a contributor makes the engine raise: mistakes are findings."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from curricula import base, report
from curriculum.body import read_body
from curriculum.source import decode, read_yaml

PATHS = sorted(base())
WORDS = some.sampled_from(
    ["soil", "water", "drought", "", "x", "A b", "team", "case", "briefing", "short_session", "0"]
)
SCALARS = some.one_of(
    WORDS,
    some.integers(-5, 2000),
    some.booleans(),
    some.none(),
    some.text(max_size=8),
    some.floats(),
)
VALUES = some.recursive(
    SCALARS,
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            WORDS | some.sampled_from(["parts", "minutes", "module", "choose"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(some.sampled_from(PATHS), some.binary(max_size=300))
def test_any_bytes_in_any_file_are_findings_at_worst(path: str, raw: bytes) -> None:
    """A file may hold anything."""
    report({**base(), path: raw})


@QUICK
@given(some.sampled_from(PATHS), some.integers(0, 40), some.text(max_size=40))
def test_any_line_may_be_anything(path: str, line: int, text: str) -> None:
    """One line of a good file replaced by any text."""
    lines = base()[path].split("\n")
    lines[line % len(lines)] = text
    report({**base(), path: "\n".join(lines).encode("utf-8", "replace")})


@QUICK
@given(some.sampled_from([p for p in PATHS if p.endswith(".yml")]), some.integers(0, 40), VALUES)
def test_any_field_may_have_any_value(path: str, line: int, value: object) -> None:
    """One field of a good file replaced by any value, in flow style."""
    lines = base()[path].split("\n")
    number = line % len(lines)
    key, colon, _ = lines[number].partition(":")
    lines[number] = f"{key}{colon} {json.dumps(value)}"
    report({**base(), path: "\n".join(lines)})


MACROS = some.sampled_from(
    [
        "module",
        "case",
        "term",
        "cite",
        "exhibit",
        "run_sheet",
        "timeline",
        "write",
        "choose",
        "canvas",
        "packet",
    ]
)


@QUICK
@given(
    some.sampled_from([p for p in PATHS if p.endswith(".md")]),
    MACROS,
    some.lists(VALUES, max_size=4),
)
def test_any_macro_may_be_called_with_anything(path: str, macro: str, values: list[object]) -> None:
    """Arguments of any kind, anywhere."""
    arguments = ", ".join(json.dumps(value).replace("NaN", "0") for value in values)
    report({**base(), path: f"# T\n\n{{{{ {macro}({arguments}) }}}}\n"})


@QUICK
@given(some.text(alphabet="#[]()!`*_<>{}%\\\n -:|x\"'&;=", max_size=200))
def test_any_markdown_can_be_read(text: str) -> None:
    """Marks in any order are read, and lines stay within the file."""
    body = read_body("a.md", text)
    found = [*body.headings, *body.links, *body.images, *body.markup, *body.attributes]
    assert all(1 <= item.line <= text.count("\n") + 1 for item in found)


@QUICK
@given(some.text(alphabet="abc:-[]{}&*!?|>'\"#%@\n \t,0", max_size=120))
def test_any_yaml_is_a_record_or_findings(text: str) -> None:
    """Never both, never neither."""
    record, findings = read_yaml("a.yml", text)
    assert (record is None) == bool(findings)


@QUICK
@given(some.binary(max_size=100))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    """What is not text gives a finding."""
    text, findings = decode("a.md", raw)
    assert not (text and findings)
