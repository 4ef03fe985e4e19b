"""What is said of two states of a curriculum: each file of `changes/` holds two and the words they give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from curricula import base, catalog_of, changed
from curriculum.assemble import assemble
from curriculum.changes import Change, Changes, changes
from curriculum.cli import main
from curriculum.macros import SIGNATURES
from curriculum.notice import NOTHING, as_markdown, as_words, escaped
from curriculum.tree import read_files
from trees import Tree, plant, trees

CASES = sorted(Path(__file__).parent.glob("changes/*.yml"))


def words_of(before: dict[str, Any], after: dict[str, Any]) -> str:
    """Return what is said of two changes of the small curriculum."""
    olds, news = (catalog_of(changed(base(), each)) for each in (before, after))
    return as_words(changes(olds, news))


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_changes_are_told_in_words(file: Path) -> None:
    """Broken promises first, then what is new, moved, changed and gone."""
    case = yaml.safe_load(file.read_text("utf-8"))
    assert case["words"] == words_of(case.get("before", {}), case["after"])


@pytest.mark.parametrize("tree", list(trees("bad")), ids=lambda tree: tree.name)
def test_whatever_is_wrong_there_are_words(tree: Tree, tmp_path: Path) -> None:
    """A broken contribution is compared too, in both directions, and its titles stay words."""
    bad, _ = assemble(read_files(plant(tmp_path, tree.changes)), SIGNATURES)
    good = catalog_of(base())
    for before, after in ((good, bad), (bad, good)):
        found = changes(before, after)
        assert as_words(found).isprintable() or "\n" in as_words(found)
        as_markdown(found).encode()


def test_nothing_is_told_where_nothing_changed() -> None:
    """Line ends, exceptions from rules and the list of changes itself are no change for readers."""
    module = "modules/garden/soil/module.yml"
    allow = "allow: [{rule: titles-agree, reason: A pun}]\nchanges:"
    after = {module: [{"find": "changes:", "put": allow}]}
    assert f"{NOTHING}\n" == words_of({}, {}) == words_of({}, after)
    assert f"{NOTHING}\n" == as_markdown(Changes())


HOSTILE = [
    "@everyone look",
    "see #12 and GH-12 and owner/repo#3",
    "https://example.org and www.example.org and HTTP://x.example",
    "a.person@example.org",
    "[click](https://example.org) ![](https://example.org/x.png)",
    "<script>alert(1)</script> <img src=x> <!-- -->",
    "&lt;b&gt; &#64;everyone",
    "`code` ``` **bold** _x_ ~~y~~ | a | b |",
    "# Title\n\n- item\n\n| a |\n|---|",
    "\\@everyone \\[a\\](b)",
    "[x]: https://example.org\n\n[x]",
    "$x$ :tada: \x1b[31mred",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_what_people_wrote_does_nothing_in_markdown(title: str) -> None:
    """No link, picture, HTML, mark or mention comes of a title, in whichever sentence it stands."""
    made = Changes((title,), (Change("changed", "Module", title, title, (title,)),))
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.parse(as_markdown(made))
    inner = {child.type for token in tokens for child in token.children or []}
    assert inner <= {"text"}
    blocks = {token.type for token in tokens}
    assert blocks <= {
        *("paragraph_open", "paragraph_close", "heading_open", "heading_close", "inline"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    }


@given(some.text(max_size=60))
@settings(deadline=None)
def test_markdown_shows_the_words_as_they_are(words: str) -> None:
    """Blanks are drawn together; nothing else is lost, and nothing is left that a host links."""
    inline = MarkdownIt("commonmark", {"html": True}).parseInline(escaped(words))[0]
    seen = "".join(child.content for child in inline.children or [])
    bare = seen.replace("\N{ZERO WIDTH SPACE}", "")
    line = " ".join(words.split()).replace("\N{ZERO WIDTH SPACE}", "")
    assert len(bare) <= len(line)
    assert [mark for mark in bare if mark.isalnum()] == [mark for mark in line if mark.isalnum()]
    for mark in ("@", "#"):
        assert seen.count(mark) == seen.count(f"{mark}\N{ZERO WIDTH SPACE}")
    assert "://" not in seen


def test_lines_for_a_terminal_are_short_and_tame() -> None:
    """Titles may be long and hold marks that a terminal would obey."""
    made = Changes(("a\x1b[31m " * 40,), (Change("gone", "Module", "x\ny", "z"),))
    lines = as_words(made).split("\n")
    assert max(map(len, lines)) <= 88
    assert "\x1b" not in as_words(made)
    assert "  Module “x y”, z" in lines


def test_the_command_compares_with_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """BEFORE is the other state; the exit is 0 even where a promise is broken."""
    case = yaml.safe_load(CASES[0].read_text("utf-8"))
    for name, change in (("before", case.get("before", {})), ("after", case["after"])):
        plant(tmp_path / name, change)
        (tmp_path / name / "mkdocs.yml").write_text("site_name: x\n")
    monkeypatch.chdir(tmp_path / "after")
    told = CliRunner().invoke(main, ["changes", "../before"])
    assert (0, case["words"]) == (told.exit_code, told.stdout)
    told = CliRunner().invoke(main, ["changes", "--format", "markdown", "../before"])
    assert "### Broken promises" in told.stdout


def test_a_folder_without_a_curriculum_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a hint how to get one."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ["changes", "nowhere"])
    assert 2 == told.exit_code
    assert "`nowhere` holds no curriculum" in told.stderr


def test_mistakes_in_the_other_state_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is said of those files may be wrong; the rest of the comparison stands."""
    plant(tmp_path / "before", {"modules/garden/soil/module.yml": "title: [\n"})
    plant(tmp_path / "after", {"content/about.md": "# About\n\nUs.\n"})
    (tmp_path / "after/mkdocs.yml").write_text("site_name: x\n")
    monkeypatch.chdir(tmp_path / "after")
    told = CliRunner().invoke(main, ["changes", "../before"])
    assert (
        "`../before` has 1 finding in reading its files; "
        "what is said about those files may be wrong\n"
        "  hint: `curriculum check` there says which they are\n"
    ) == told.stderr
    assert "For readers: 1 new.\n\nNew\n  Page “About”, about/\n" == told.stdout
    assert "" == CliRunner().invoke(main, ["changes", "."]).stderr
