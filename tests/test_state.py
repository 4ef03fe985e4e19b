"""The state of a curriculum: what changes it, when nobody can tell, and what is remembered by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum.caches import digest_of
from curriculum.state import Known, state_of

PLAIN = """\
site_name: Small
site_url: !ENV [SMALL_URL, "https://example.org/"]
theme: {name: material, custom_dir: overrides}
plugins:
  - curriculum: {edition: "1"}
  - macros: {module_name: macros/main, include_dir: ""}
markdown_extensions: [tables, {toc: {permalink: true}}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A curriculum with one page."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("# Here\n")
    (tmp_path / "mkdocs.yml").write_text(PLAIN)
    return tmp_path


def test_it_stays_while_nothing_changes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading it twice gives the same; a variable that no `!ENV` names does not matter."""
    first = state_of(root)
    monkeypatch.setenv("ANOTHER_URL", "x")
    (root / "notes.txt").write_text("beside the curriculum")
    assert first
    assert first == state_of(root)


@pytest.mark.parametrize(
    "path",
    ["content/index.md", "content/new.md", "modules/a.md", "macros/main.py", "overrides/home.html"],
)
def test_every_source_is_part_of_it(root: Path, path: str) -> None:
    """A change to texts, macros, overrides or mkdocs.yml is another state."""
    before = state_of(root)
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text("something else\n")
    assert state_of(root) not in {before, ""}


def test_parts_do_not_run_into_each_other() -> None:
    """What moves from the end of one file to the beginning of the next is a change."""
    assert digest_of([b"ab", b"c"]) not in {digest_of([b"a", b"bc"]), digest_of([b"abc"])}


def test_a_variable_that_the_site_reads_is_part_of_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site's address comes from the environment here."""
    before = state_of(root)
    monkeypatch.setenv("SMALL_URL", "https://example.com/")
    assert state_of(root) not in {before, ""}


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("  - macros:", "  - git-dates\n  - macros:"),
        ("[tables,", "[pymdownx.snippets, tables,"),
        ("site_name: Small", "site_name: Small\nhooks: [here.py]"),
        ("site_name: Small", "site_name: Small\nINHERIT: ../other.yml"),
        ("site_name: Small", "site_name: Small\ndocs_dir: elsewhere"),
        ("macros/main", "elsewhere"),
        ('include_dir: ""', "include_yaml: [x.yml]"),
        ("overrides}", "elsewhere}"),
        (PLAIN, "- a list"),
        (PLAIN, "a: [broken"),
    ],
)
def test_nobody_can_tell_what_unknown_parts_read(root: Path, was: str, becomes: str) -> None:
    """A site with such a part has no state, so nothing is taken from an earlier time."""
    (root / "mkdocs.yml").write_text(PLAIN.replace(was, becomes))
    assert state_of(root) == ""


def test_without_a_site_there_is_no_state(tmp_path: Path) -> None:
    """A folder without mkdocs.yml has none."""
    assert state_of(tmp_path) == ""


def test_keys_are_remembered_for_one_state_only(root: Path) -> None:
    """What was learned comes back with the same state, is added to, and is gone with another."""
    Known(root, "packets", "one").keep([("a", "1")])
    Known(root, "packets", "one").keep([(("b", 2), "2")])
    again = Known(root, "packets", "one")
    assert [again.key("a"), again.key(("b", 2)), again.key("c")] == ["1", "2", None]
    assert Known(root, "packets", "two").key("a") is None
    assert Known(root, "office", "one").key("a") is None


def test_without_a_state_nothing_is_remembered(root: Path) -> None:
    """An empty state is not a state like any other."""
    Known(root, "packets", "").keep([("a", "1")])
    assert Known(root, "packets", "").key("a") is None


def test_plugins_may_be_a_mapping(root: Path) -> None:
    """MkDocs takes both, and an option in either may read other files."""
    rows = (
        '  - curriculum: {edition: "1"}\n  - macros: {module_name: macros/main, include_dir: ""}\n'
    )
    as_mapping = PLAIN.replace(rows, rows.replace("- ", ""))
    assert as_mapping != PLAIN
    (root / "mkdocs.yml").write_text(as_mapping)
    assert state_of(root)
    (root / "mkdocs.yml").write_text(as_mapping.replace("macros/main", "words/main"))
    assert "" == state_of(root)


@pytest.mark.parametrize("text", ["", "[]", '{"state": "one"}', '{"state": "one", "keys": [1]}'])
def test_a_damaged_memory_is_no_memory(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """What cannot be read is composed again."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    Known(root, "packets", "one").keep([("a", "1")])
    for file in (tmp_path / "kept").rglob("packets.json"):
        file.write_text(text)
    assert Known(root, "packets", "one").key("a") is None


def test_a_memory_that_cannot_be_written_is_no_mistake(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no room, all is composed again the next time."""
    (tmp_path / "kept").write_text("a file, not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    Known(root, "packets", "one").keep([("a", "1")])
    assert Known(root, "packets", "one").key("a") is None
