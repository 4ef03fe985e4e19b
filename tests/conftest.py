"""What many tests need: drawn folders, the small curriculum on a disk, and a clean environment."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from curricula import LEAST, base
from folders import MKDOCS, drawn, small_at, write

__all__ = ["MKDOCS", "drawn", "small_at", "write"]


@pytest.fixture
def tree(tmp_path: Path) -> Callable[[str], Path]:
    """Write a drawn folder tree and return its root."""

    def tree(drawing: str) -> Path:
        write(tmp_path, drawn(drawing))
        return tmp_path

    return tree


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Path]:
    """Write the small curriculum with some changes, ready for MkDocs, and return its root."""

    def small(changes: Mapping[str, Any] | None = None, *, mkdocs: str = MKDOCS) -> Path:
        return small_at(tmp_path / "small", changes, mkdocs=mkdocs)

    return small


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small curriculum as files, with the working directory in it, as people run commands."""
    monkeypatch.delenv("CI", raising=False)
    write(tmp_path, base() | {"mkdocs.yml": LEAST})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def _calm(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Keep what a build writes into the environment, the caches and the logging out of the next test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "caches"))
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    yield
    logging.getLogger("mkdocs").handlers.clear()
