"""What was published in an edition, and whether every address of it is still there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from curriculum.catalog import Catalog
from curriculum.findings import Finding
from curriculum.page import Page
from curriculum.promises import addresses, leads
from curriculum.sites import url_of
from curriculum.source import FORBIDDEN

FOLDER = "editions"
RULE = "addresses-do-not-vanish"
MAX_BYTES = 4_000_000
MOST = 100
"""So many lost addresses are told at once; nobody reads more."""


def edition_text(
    id_: str, day: str, catalog: Catalog, pages: list[Page], files: Mapping[str, bytes]
) -> str:
    """Return the record of an edition: each address with its title, its version and a checksum."""
    rows = {
        url_of(page.uri): {
            "title": page.title,
            "version": _version(catalog, page),
            "sha256": _checksum(page, files),
        }
        for page in sorted(pages, key=lambda page: url_of(page.uri))
        if not page.uri.startswith("contribute/")
    }
    whole = {"edition": id_, "date": day, "pages": rows}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _version(catalog: Catalog, page: Page) -> str:
    """Return the edition in which a page's module or case was last changed for readers."""
    folder = (page.source or page.edit).rpartition("/")[0]
    for entry in catalog.modules_and_cases():
        if entry.folder == folder:
            return str(entry.value.changes[0].edition)
    return ""


def _checksum(page: Page, files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of the file that a page is made from, if it is made from one."""
    raw = files.get(page.source or page.edit)
    return hashlib.sha256(raw).hexdigest() if raw is not None else ""


def last_edition(root: Path) -> tuple[str, str] | None:
    """Return the path and the text of the newest record of an edition below a root, or None."""
    folder = root / FOLDER
    found = [file for file in folder.glob("*.json") if file.is_file() and not file.is_symlink()]
    if folder.is_symlink() or not found:
        return None
    newest = max(found, key=lambda file: _order(file.stem))
    with newest.open("rb") as file:
        text = file.read(MAX_BYTES).decode("utf-8", "replace")
    return f"{FOLDER}/{newest.name}", text


def _order(stem: str) -> list[tuple[int, str]]:
    """Return what puts `2026.2` before `2026.10`."""
    return [(int(part) if part.isdecimal() else -1, part) for part in stem.split(".")]


def vanished(path: str, text: str, catalog: Catalog, pages: list[Page]) -> Iterator[Finding]:
    """Yield a finding for each address of an edition that is gone and that no `formerly` leads from.

    What a mistake keeps from being a page is counted by its files, so that it is told once only.
    """
    published = _published(text)
    if published is None:
        message = "the record of the edition cannot be read"
        yield Finding(path, 1, RULE, message, "take it from where the edition was published")
        return
    now = {url_of(page.uri) for page in pages} | set(addresses(catalog.files | catalog.left_out))
    gone = sorted(url for url in published if not leads(url, now, catalog))
    for url in gone[:MOST]:
        place = max(text.find(f"{json.dumps(url)}:"), 0)
        line = text.count("\n", 0, place) + 1
        message = f"the address `{url}` was published and is gone"
        hint = "name it in `formerly` of what took its place, or bring the page back"
        yield Finding(path, line, RULE, message, hint)


def _published(text: str) -> set[str] | None:
    try:
        pages: Any = json.loads(text)["pages"]
        urls = set(pages.keys())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return None if any(FORBIDDEN.search(url) for url in urls) else urls
