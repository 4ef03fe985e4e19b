"""Hostile, broken and good contributions: what `curriculum check` says about each, and how soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from curriculum.examine import examine
from curriculum.findings import as_text
from trees import Tree, plant, trees

BAD, GOOD = list(trees("bad")), list(trees("good"))
LONGEST = 2.0


def _told(root: Path) -> str:
    return "".join(as_text(finding) + "\n" for finding in examine(root)[1])


@pytest.mark.parametrize("tree", BAD, ids=lambda tree: tree.name)
def test_a_bad_contribution_is_told_what_is_wrong(tree: Tree, tmp_path: Path) -> None:
    """Every mistake with its file, its line and a hint, word for word, within two seconds."""
    root = plant(tmp_path, tree.changes)
    begun = time.process_time()
    told = _told(root)
    assert time.process_time() - begun < LONGEST
    assert tree.findings == told
    assert told


@pytest.mark.parametrize("tree", GOOD, ids=lambda tree: tree.name)
def test_a_good_contribution_is_told_nothing(tree: Tree, tmp_path: Path) -> None:
    """What is unusual, but right, has no finding."""
    assert _told(plant(tmp_path, tree.changes)) == ""


def test_there_are_many() -> None:
    """At least 120 bad ones, in every family."""
    assert len(BAD) >= 120
    assert {tree.name.partition(":")[0] for tree in BAD} == {
        "assets",
        "encodings",
        "graph",
        "links",
        "macros",
        "markdown",
        "paths",
        "yaml",
    }
