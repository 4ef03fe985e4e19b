"""How YAML and Markdown texts become values that remember their lines."""

from __future__ import annotations

import pytest

from curriculum.source import (
    MAX_BYTES,
    MAX_DEPTH,
    Record,
    decode,
    front_matter,
    read_yaml,
    walk_strings,
)


def _value(text: str) -> object:
    record, findings = read_yaml("a.yml", text)
    assert [] == findings
    assert record is not None
    return record.value


def _messages(text: str) -> list[str]:
    record, findings = read_yaml("a.yml", text)
    assert record is None
    return [f"{finding.line}: {finding.message} [{finding.rule}]" for finding in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: NO", "NO"),
        ("a: 010", "010"),
        ("a: 1:30", "1:30"),
        ("a: 2026-11-22", "2026-11-22"),
        ("a: 1.10", 1.10),
        ('a: "1.10"', "1.10"),
        ("a: 12", 12),
        ("a: -3", -3),
        ("a: true", True),
        ("a: True", "True"),
        ("a: ~", None),
        ("a:", None),
        ("a: 1e3", "1e3"),
        ("a: 0x10", "0x10"),
    ],
)
def test_scalars_are_read_by_yaml_1_2(text: str, expected: object) -> None:
    """Countries, times, versions and dates stay what their author wrote."""
    assert {"a": expected} == _value(text)


def test_every_part_has_its_line() -> None:
    """A key, an item and an item's key each know where they stand."""
    record, _ = read_yaml("a.yml", "a: 1\nb:\n  - x\n  - c: 2\n    d: 3\n")
    assert record is not None
    assert {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1): 4,
        ("b", 1, "c"): 4,
        ("b", 1, "d"): 5,
    } == record.lines


def test_a_part_without_a_line_has_the_line_around_it() -> None:
    """A missing field is reported where its parent begins."""
    record = Record("a.yml", {}, {(): 1, ("b",): 7})
    assert 7 == record.line(("b", "c", 3))
    assert 1 == record.line(("x",))
    assert 1 == Record("a.yml", {}).line(("x",))


def test_front_matter_counts_lines_of_the_file() -> None:
    """Lines of front matter are those of the Markdown file."""
    record, _ = read_yaml("a.md", "title: x\nsummary: y\n", first_line=2)
    assert record is not None
    assert 3 == record.line(("summary",))


def test_the_first_line_is_kept() -> None:
    """Editors look for the schema in it, and a rule checks it."""
    record, _ = read_yaml("a.yml", "# a remark  \na: 1\n")
    assert record is not None
    assert "# a remark" == record.first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", "1: anchor `&x` is not allowed here [yaml-is-plain]"),
        ("a: *x\n", "1: alias `*x` is not allowed here [yaml-is-plain]"),
        ("a: !!int 1\n", "1: tag `tag:yaml.org,2002:int` is not allowed here [yaml-is-plain]"),
        ("a: !x {b: 1}\n", "1: tag `!x` is not allowed here [yaml-is-plain]"),
        ("<<: {a: 1}\n", "1: merge key `<<` is not allowed here [yaml-is-plain]"),
        ("a: 1\n---\nb: 1\n", "2: a second document (`---`) is not allowed here [yaml-is-plain]"),
        ("? [a]\n: 1\n", "1: a list or mapping as a key is not allowed here [yaml-is-plain]"),
        ("a: 1\na: 2\n", "2: the key `a` stands here twice [keys-are-unique]"),
        ("", "1: the file is empty [yaml-is-a-mapping]"),
        ("- a\n", "1: the file is not a mapping of keys to values [yaml-is-a-mapping]"),
        ("a: [1\n", "1: this is not YAML: did not find expected ',' or ']' [yaml-is-valid]"),
        ('a: "b\n\n\n', "1: this is not YAML: found unexpected end of stream [yaml-is-valid]"),
    ],
)
def test_what_is_not_plain_is_refused_at_its_line(text: str, expected: str) -> None:
    """Anchors, tags, merge keys, second documents and broken YAML are findings."""
    assert expected in _messages(text)


def test_depth_is_bounded() -> None:
    """A bomb of brackets is refused before it is built."""
    assert f"nesting deeper than {MAX_DEPTH} levels" in _messages("a: " + "[" * 5000)[0]


def test_a_character_that_yaml_forbids_is_a_finding() -> None:
    """The reader's own errors have no mark, but they are findings too."""
    assert _messages("a: \x01\n")[0].startswith("1: this is not YAML: ")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"\xef\xbb\xbfa: 1\r\nb: 2\r", "a: 1\nb: 2\n"),
        ("é".encode(), "é"),
    ],
)
def test_byte_order_marks_and_line_ends_are_accepted(raw: bytes, expected: str) -> None:
    """Files from any editor read the same."""
    assert (expected, []) == decode("a.md", raw)


@pytest.mark.parametrize(
    ("raw", "rule", "line"),
    [
        (b"a\n\xff", "files-are-utf-8", 2),
        (b"a\n\n\x00", "characters-are-visible", 3),
        ("a\n\u202e".encode(), "characters-are-visible", 2),
        (b"a" * (MAX_BYTES + 1), "files-are-small", 1),
    ],
)
def test_unreadable_files_are_findings(raw: bytes, rule: str, line: int) -> None:
    """Latin-1, NUL, bidirectional overrides and huge files are refused with their line."""
    text, (finding,) = decode("a.md", raw)
    assert ("", rule, line) == (text, finding.rule, finding.line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: 1\n---\n# T\n", ("a: 1", 3)),
        ("---\na: 1\n...\n", ("a: 1", 3)),
        ("---\na: 1\n", ("", 0)),
        ("# T\n---\n", ("", 0)),
        ("", ("", 0)),
    ],
)
def test_front_matter_stands_between_two_lines(text: str, expected: tuple[str, int]) -> None:
    """A rule that is not closed is a line in the text, no front matter."""
    assert expected == front_matter(text)


def test_every_string_is_walked() -> None:
    """Marks are looked for in lists and mappings at any depth."""
    value = {"a": "x", "b": [1, "y", {"c": "z"}], "d": None}
    assert [(("a",), "x"), (("b", 1), "y"), (("b", 2, "c"), "z")] == list(walk_strings(value))
