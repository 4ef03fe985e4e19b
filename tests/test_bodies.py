"""The cache of Markdown bodies: fast when it knows a text, harmless when it is broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curriculum import bodies
from curriculum.bodies import KeptBodies
from curriculum.body import Body, read_body
from curriculum.calls import read_calls
from curriculum.macros import SIGNATURES

TEXT = "---\ntitle: x\n---\n# A\n\n![b](c.svg) [d](e.md) <b>{x}\n"


def _read(root: Path) -> Body:
    kept = KeptBodies(root)
    body = kept.read("a.md", TEXT)
    kept.keep()
    return body


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading Markdown anew fails."""

    def fail(_path: str, _text: str) -> Body:
        raise AssertionError

    monkeypatch.setattr(bodies, "read_body", fail)


def test_a_text_is_read_once(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The second time the same body comes from the cache, at any path."""
    assert read_body("a.md", TEXT) == _read(tmp_path)
    request.getfixturevalue("unread")
    assert read_body("a.md", TEXT) == _read(tmp_path)
    assert "b.md" == KeptBodies(tmp_path).read("b.md", TEXT).path


@pytest.mark.parametrize(
    "change",
    [
        lambda kept: {**kept, "engine": "another"},
        lambda kept: {**kept, "bodies": []},
        lambda kept: [kept],
        lambda kept: {"engine": kept["engine"]},
        lambda kept: {**kept, "bodies": {key: {} for key in kept["bodies"]}},
        lambda kept: {**kept, "bodies": {key: [] for key in kept["bodies"]}},
        lambda kept: {
            **kept,
            "bodies": {key: {**row, "words": "x"} for key, row in kept["bodies"].items()},
        },
        lambda kept: {
            **kept,
            "bodies": {key: {**row, "links": [[1, 2, 3]]} for key, row in kept["bodies"].items()},
        },
        lambda kept: {
            **kept,
            "bodies": {key: {**row, "links": [["a"]]} for key, row in kept["bodies"].items()},
        },
    ],
)
def test_a_broken_cache_is_no_cache(tmp_path: Path, change: object) -> None:
    """Whatever stands in the file, the body is the right one."""
    _read(tmp_path)
    file = tmp_path / "bodies.json"
    file.write_text(json.dumps(change(json.loads(file.read_text()))))  # type: ignore[operator]
    assert read_body("a.md", TEXT) == _read(tmp_path)
    assert read_body("a.md", TEXT) == _read(tmp_path)


def test_a_broken_row_is_mended(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The next run finds the right one."""
    _read(tmp_path)
    file = tmp_path / "bodies.json"
    right = file.read_bytes()
    file.write_bytes(right.replace(b'"words": ', b'"words": "x", "w": '))
    _read(tmp_path)
    assert right == file.read_bytes()
    request.getfixturevalue("unread")
    _read(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "null", "\xff"])
def test_a_cache_that_is_not_json_is_no_cache(tmp_path: Path, text: str) -> None:
    """A half-written file does no harm."""
    (tmp_path / "bodies.json").write_text(text, encoding="latin-1")
    assert read_body("a.md", TEXT) == _read(tmp_path)


def test_a_folder_that_cannot_be_written_is_no_mistake(tmp_path: Path) -> None:
    """Without a place for a cache everything is read all the same."""
    (tmp_path / "cache").write_text("a file in the way")
    assert read_body("a.md", TEXT) == _read(tmp_path / "cache" / "x")


def test_texts_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    """The file does not grow for ever."""
    _read(tmp_path)
    kept = KeptBodies(tmp_path)
    kept.read("a.md", "# B\n")
    kept.keep()
    whole = json.loads((tmp_path / "bodies.json").read_text())
    assert 1 == len(whole["bodies"])
    assert ["bodies.json"] == [path.name for path in tmp_path.iterdir()]


CALLS = 'a {{ cite("x") }}\n{{ scale("n", "L", low="a", high="b") }}\n'


def test_calls_are_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time the same calls come from the cache."""
    kept = KeptBodies(tmp_path)
    expected = read_calls("a.md", CALLS, SIGNATURES)
    assert expected == kept.calls("a.md", CALLS, SIGNATURES)
    kept.keep()
    monkeypatch.setattr(bodies, "read_calls", None)
    assert expected == KeptBodies(tmp_path).calls("a.md", CALLS, SIGNATURES)


def test_wrong_calls_are_told_each_time(tmp_path: Path) -> None:
    """A text with a finding is never taken from the cache."""
    for _ in range(2):
        kept = KeptBodies(tmp_path)
        assert 1 == len(kept.calls("a.md", "{{ nothing() }}", SIGNATURES)[1])
        kept.keep()


@pytest.mark.parametrize(
    "row", [{}, [], {"pieces": 1}, {"pieces": [["a"]]}, {"pieces": [[1, 2, 3, 4]]}]
)
def test_a_broken_cache_of_calls_is_none(tmp_path: Path, row: object) -> None:
    """Whatever stands there, the text is parsed."""
    kept = KeptBodies(tmp_path)
    expected = kept.calls("a.md", CALLS, SIGNATURES)
    kept.keep()
    file = tmp_path / "bodies.json"
    whole = json.loads(file.read_text())
    whole["bodies"] = dict.fromkeys(whole["bodies"], row)
    file.write_text(json.dumps(whole))
    assert expected == KeptBodies(tmp_path).calls("a.md", CALLS, SIGNATURES)


def test_what_was_read_before_was_not_too_much(tmp_path: Path) -> None:
    """A text that is known need not be measured again; another one is."""
    too_long = "a\n" * 100_000
    _read(tmp_path)
    kept = KeptBodies(tmp_path)
    assert [] == kept.too_much("a.md", TEXT)
    assert [f.rule for f in kept.too_much("b.md", too_long)] == ["markdown-is-plain"]
