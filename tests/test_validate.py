"""Whether mistakes in a record are said to people who write YAML, at their line."""

from __future__ import annotations

import pytest

from curriculum import schema
from curriculum.schema import Authored
from curriculum.source import read_yaml
from curriculum.validate import validate


def _said(model: type[Authored], text: str) -> list[str]:
    record, _ = read_yaml("a.yml", text)
    assert record is not None
    _, findings = validate(model, record)
    return [f"{f.line}: {f.message} [{f.rule}] {f.hint}".rstrip() for f in findings]


def test_a_good_record_is_a_value() -> None:
    """Nothing is wrong, so there is a value and no finding."""
    record, _ = read_yaml("a.yml", "id: x\nterm: X\ndefinition: An x.\n")
    assert record is not None
    value, findings = validate(schema.Term, record)
    assert (schema.Term(id="x", term="X", definition="An x."), []) == (value, findings)


def test_a_part_of_a_record_is_validated_at_its_own_lines() -> None:
    """The entries of a list are validated one by one."""
    record, _ = read_yaml("a.yml", "terms:\n  - {id: x, term: X, definition: An x.}\n  - id: y\n")
    assert record is not None
    _, findings = validate(schema.Term, record, ("terms", 1))
    assert [
        (3, "`term` is missing"),
        (3, "`definition` is missing"),
    ] == [(f.line, f.message) for f in findings]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("terms: 1", "the key `terms` is not known here [keys-are-known] did you mean `term`?"),
        (
            "zzz: 1",
            "the key `zzz` is not known here [keys-are-known] see `curriculum schema` for the keys",
        ),
        (
            "a b: 1",
            "the key `a b` is not known here [keys-are-known] put the text before it in quotes: in `{ }` a comma begins a new key",
        ),
        (
            "see_also: x",
            "`see_also`: it should be a list [values-are-valid] write `[one, two]`, or lines that begin with `- `",
        ),
        (
            "see_also: [A_b]",
            "`see_also.1` cannot be `A_b` [values-are-valid] use small letters, digits and single hyphens",
        ),
        (
            "see_also: [3]",
            "`see_also.1`: it should be text [values-are-valid] write plain text; put it in quotes if it looks like a number or a date",
        ),
    ],
)
def test_mistakes_are_said_in_yaml_words(line: str, expected: str) -> None:
    """No message names a type of Python."""
    text = f"id: x\nterm: X\ndefinition: An x.\n{line}\n"
    assert [f"4: {expected}"] == _said(schema.Term, text)


def test_a_choice_with_a_mistake_is_not_taken_for_a_step() -> None:
    """Only the mistakes of what was meant are reported."""
    text = "title: t\nsummary: s\naudience: [mayor]\nbudget: 9\nsteps:\n  - {choose: 1, promt: x, options: []}\n  - 5\n"
    assert [
        "6: `steps.1.prompt` is missing",
        "6: `steps.1.options`: it should have at least 2 items, not 0",
        "6: the key `promt` is not known here",
        "7: `steps.2`: it should be a mapping",
    ] == [said.partition(" [")[0] for said in _said(schema.LearningPath, text)]


def test_closed_words_are_suggested_or_listed() -> None:
    """A word near to a known one is suggested; for another all are listed."""
    text = "title: t\nsummary: s\nquestion: q\ncolor: {}\nposition: 1\nmodules: [a]\n"
    assert ["4: `color` cannot be `tael` [values-are-valid] did you mean `teal`?"] == _said(
        schema.Track, text.format("tael")
    )
    (listed,) = _said(schema.Track, text.format("x"))
    assert listed.endswith(
        "use `slate`, `plum`, `teal`, `amber`, `moss`, `brick`, `ocean` or `olive`"
    )


def test_the_same_mistake_is_said_once() -> None:
    """A number that is neither whole nor decimal is one mistake, not one for each kind."""
    text = "coordinates: [a, 1]\n"
    said = [line for line in _said(schema.Case, text) if "coordinates" in line]
    assert ["1: `coordinates.1`: it should be a valid number [values-are-valid]"] == said


def test_days_are_days_of_the_calendar() -> None:
    """A day that does not exist is refused, with its reason."""
    said = _said(schema.Change, 'date: "2026-02-30"\nedition: "1"\nwhat: x\n')
    assert said[0].startswith("1: `date`: day ")


def test_long_values_are_cut_in_messages() -> None:
    """A message stays readable whatever was written."""
    (said,) = _said(schema.Term, f"id: {'A' * 55}x\nterm: X\ndefinition: {'y' * 5000}\n")[:1]
    assert len(said) < 200
