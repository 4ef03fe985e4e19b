"""Small curricula as values: how tests build them, change them and read what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from curriculum import rules
from curriculum.assemble import assemble
from curriculum.catalog import Catalog
from curriculum.findings import as_text
from curriculum.macros import SIGNATURES

CASES = Path(__file__).parent / "cases"
LEAST = "site_name: x\ntheme: material\nplugins: [curriculum, macros]\n"
"""A mkdocs.yml with which nothing is wrong."""

Texts = dict[str, str]


def base() -> Texts:
    """Return the files of the small curriculum that has no mistake."""
    texts: Texts = yaml.safe_load((CASES / "_base.yml").read_text(encoding="utf-8"))
    return texts


def changed(texts: Texts, changes: Mapping[str, Any] | None) -> Texts:
    """Return a curriculum with some files changed.

    A change is a new text (or bytes), `copy of` another file, null for a file that is taken away,
    a list of `{find, put}` pairs, or `{first, repeat, times, last}` for a long text.
    """
    made = dict(texts)
    for path, change in (changes or {}).items():
        if change is None:
            del made[path]
        elif isinstance(change, list):
            made[path] = _edited(path, made[path], change)
        elif isinstance(change, dict):
            made[path] = (
                change.get("first", "")
                + change["repeat"] * change["times"]
                + change.get("last", "")
            )
        elif isinstance(change, str) and change.startswith("copy of "):
            made[path] = texts[change.removeprefix("copy of ")]
        else:
            made[path] = change
    return made


def _edited(path: str, text: str, edits: list[dict[str, str]]) -> str:
    for edit in edits:
        assert text.count(edit["find"]) == 1, f"{path} has `{edit['find']}` not exactly once"
        text = text.replace(edit["find"], edit["put"])
    return text


def catalog_of(texts: Mapping[str, str]) -> Catalog:
    """Return the catalog of a curriculum, whatever is wrong with it."""
    return assemble(_raw(texts), SIGNATURES)[0]


def report(texts: Mapping[str, str | bytes]) -> str:
    """Return everything that is wrong with a curriculum, as people see it."""
    catalog, found = assemble(_raw(texts), SIGNATURES)
    return "".join(as_text(finding) + "\n" for finding in sorted(found + rules.findings(catalog)))


def _raw(texts: Mapping[str, str | bytes]) -> dict[str, bytes]:
    return {
        path: text if isinstance(text, bytes) else text.encode() for path, text in texts.items()
    }


def rule_files() -> Iterator[Path]:
    """Yield the file of each rule."""
    return (path for path in sorted(CASES.glob("*.yml")) if not path.name.startswith("_"))
