"""Which files of a disk are read, and what is said about the others without opening them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curriculum import tree
from curriculum.rules.reading import ON_DISK
from curriculum.tree import read_files, read_tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A curriculum of one page."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_bytes(b"# Home\n")
    return tmp_path


def _rules(root: Path) -> list[tuple[str, str]]:
    return [(finding.path, finding.rule) for finding in read_tree(root).findings]


def test_plain_files_below_content_and_modules_are_read(root: Path) -> None:
    """Nothing else of the repository is."""
    (root / "README.md").write_bytes(b"x")
    (root / "modules" / "a").mkdir(parents=True)
    (root / "modules" / "a" / "track.yml").write_bytes(b"y")
    assert {"content/index.md": b"# Home\n", "modules/a/track.yml": b"y"} == read_files(root)
    assert [] == _rules(root)


def test_links_and_pipes_are_findings_and_not_followed(root: Path) -> None:
    """Neither a file, nor a folder, nor the top folder may be a link."""
    (root / "content" / "a.md").symlink_to("/etc/passwd")
    (root / "content" / "b").symlink_to("/etc")
    os.mkfifo(root / "content" / "c.md")
    (root / "modules").symlink_to("/etc")
    files = [f"content/{name}" for name in ("a.md", "b", "c.md")]
    assert [
        *((file, "files-are-files") for file in files),
        ("modules", "files-are-files"),
    ] == _rules(root)
    assert ["content/index.md"] == list(read_files(root))


def test_names_that_are_no_text_are_findings(root: Path) -> None:
    """Bytes that no other system could read."""
    (root / "content" / os.fsdecode(b"\xff.md")).write_bytes(b"x")
    assert [("content/\N{REPLACEMENT CHARACTER}.md", "names-are-portable")] == _rules(root)


def test_trees_are_bounded(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too deep, too large and too many are findings; the rest is read."""
    deep = root / "content" / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.setattr(tree, "MAX_DEPTH", 2)
    assert [("content/a/b", "folders-are-shallow")] == _rules(root)
    monkeypatch.setattr(tree, "MAX_BYTES", 3)
    assert ("content/index.md", "files-are-small") in _rules(root)
    monkeypatch.setattr(tree, "MAX_FILES", 0)
    assert "files-are-few" in [rule for _, rule in _rules(root)]


def test_what_was_left_out_is_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By name, so that nobody is told it is missing; where the reading broke off, it may be anything."""
    (root / "content" / "a.md").symlink_to("index.md")
    (root / "content" / "b.md").write_bytes(b"x" * 9)
    monkeypatch.setattr(tree, "MAX_BYTES", 8)
    assert {"content/a.md", "content/b.md"} == read_tree(root).left_out
    monkeypatch.setattr(tree, "MAX_FILES", 0)
    assert {"content", "modules"} <= read_tree(root).left_out


@pytest.mark.parametrize("name", [".index.md.swp", ".DS_Store", "index.md~", ".#index.md"])
def test_what_an_editor_leaves_is_not_read(root: Path, name: str) -> None:
    """An open text must not stop its own preview."""
    (root / "content" / name).write_bytes(b"\x00")
    assert ({"content/index.md": b"# Home\n"}, []) == tuple(read_tree(root))


def test_what_cannot_be_read_is_a_finding(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's reason is told, and the other files are read."""

    def refuse(_path: Path, _flags: int) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tree, "read_regular", refuse)
    (finding,) = read_tree(root).findings
    assert ("files-are-readable", "the file cannot be read: Permission denied") == (
        finding.rule,
        finding.message,
    )


def test_what_vanishes_or_becomes_a_link_is_not_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor takes its copy away, or a link takes the file's place, after the folder was listed."""
    (root / "content/other.md").write_text("secret")
    (root / "content/zz.md").write_text("a copy")
    read = tree.read_regular

    def raced(file: Path, flags: int) -> bytes:
        if file.name == "other.md":
            file.rename(root / "secret")
            file.symlink_to(root / "secret")
            (root / "content/zz.md").unlink()
        return read(file, flags)

    monkeypatch.setattr(tree, "read_regular", raced)
    found = read_tree(root)
    assert ["content/index.md"] == list(found.files)
    assert [("content/other.md", "files-are-readable")] == [
        (finding.path, finding.rule) for finding in found.findings
    ]


def test_a_folder_that_cannot_be_read_is_a_finding(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for a file."""

    def refuse(_path: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tree.os, "scandir", refuse)
    assert [("content", "files-are-readable")] == _rules(root)


def test_every_rule_about_the_disk_is_in_the_register() -> None:
    """`curriculum rules` explains each of them."""
    assert {
        "addresses-do-not-vanish",
        "files-are-few",
        "files-are-files",
        "files-are-readable",
        "folders-are-shallow",
        "reviews-are-kept",
        "site-is-configured",
    } == set(ON_DISK)
