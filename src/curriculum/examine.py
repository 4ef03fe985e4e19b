"""What is wrong with the curriculum below a root; the same for `curriculum check` and every build."""

from __future__ import annotations

from pathlib import Path

from curriculum import rules
from curriculum.assemble import Readers, assemble
from curriculum.bodies import KeptBodies
from curriculum.caches import cache_folder
from curriculum.catalog import Catalog
from curriculum.configuration import FILE, configuration_findings
from curriculum.editions import last_edition, vanished
from curriculum.findings import Finding
from curriculum.macros import SIGNATURES
from curriculum.tree import read_regular, read_tree


def examine(root: Path) -> tuple[Catalog, list[Finding]]:
    """Read a curriculum and return it with everything that is wrong, in reading order."""
    catalog, found = _read(root)
    found = [*_site(root), *found, *rules.findings(catalog), *_gone(root, catalog)]
    return catalog, sorted(found)


def read_catalog(root: Path) -> Catalog:
    """Read a curriculum as far as it can be read, whatever is wrong with it."""
    return _read(root)[0]


def _read(root: Path) -> tuple[Catalog, list[Finding]]:
    tree = read_tree(root)
    kept = KeptBodies(cache_folder(root))
    readers = Readers(kept.read, kept.calls, kept.too_much)
    catalog, found = assemble(tree.files, SIGNATURES, readers, tree.left_out)
    kept.keep()
    return catalog, [*tree.findings, *found]


def _site(root: Path) -> list[Finding]:
    """Return what is wrong in mkdocs.yml; whether it is there at all, is for others to say."""
    try:
        text = read_regular(root / FILE).decode("utf-8", "replace")
    except OSError:
        return []
    return configuration_findings(text)


def _gone(root: Path, catalog: Catalog) -> list[Finding]:
    """Return what the last edition had and this curriculum has not, if there was an edition."""
    edition = last_edition(root)
    if not edition:
        return []
    from curriculum.pages import pages  # noqa: PLC0415  (slow to import, and not for every check)

    return list(vanished(*edition, catalog, pages(catalog)))
