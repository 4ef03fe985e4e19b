"""What is kept between two runs, and that trouble with a cache never stops a run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from curriculum.caches import prune, refresh


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with a file that was of use today and one that was of use long ago."""
    (tmp_path / "ab").mkdir()
    for name in ("ab/new", "old"):
        (tmp_path / name).touch()
    os.utime(tmp_path / "old", (0, 0))
    return tmp_path


def names(folder: Path) -> list[str]:
    """Return the names of what is left."""
    return sorted(file.name for file in folder.rglob("*") if not file.is_dir())


def test_what_was_of_no_use_is_forgotten(kept: Path) -> None:
    """At any depth; what was of use today stays."""
    os.utime(kept / "ab/new", (0, 0))
    refresh(kept / "ab/new")
    prune(kept)
    assert ["new"] == names(kept)


def test_a_file_that_is_gone_stops_nothing(kept: Path) -> None:
    """As when two runs forget the same file: the rest is forgotten all the same."""
    (kept / "ab/a").symlink_to(kept / "gone")
    prune(kept)
    assert ["a", "new"] == names(kept)


def test_a_cache_that_can_only_be_read_stops_nothing(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files stay, and their time as well."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr("os.utime", refuse)
    refresh(kept / "old")
    prune(kept)
    assert ["new", "old"] == names(kept)


def test_no_cache_is_no_mistake(tmp_path: Path) -> None:
    """Nothing is kept yet, so nothing is forgotten."""
    prune(tmp_path / "none")
    refresh(tmp_path / "none")
    assert [] == names(tmp_path)
