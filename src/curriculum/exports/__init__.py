"""Exports: what other programs, librarians and news readers get from the same catalog as the pages."""

from __future__ import annotations

from curriculum.catalog import Catalog
from curriculum.exports.api import api_files
from curriculum.exports.cite import citation_file, module_bibtex, module_ris, works_bibtex
from curriculum.exports.feed import NAME, atom
from curriculum.exports.linked import linked_text
from curriculum.settings import Settings


def export_files(catalog: Catalog, settings: Settings) -> dict[str, str]:
    """Return every exported file as text, by its path below the site's root."""
    files = api_files(catalog, settings)
    files[NAME] = atom(catalog, settings)
    files["CITATION.cff"] = citation_file(catalog, settings)
    files["references.bib"] = works_bibtex(catalog.references.values())
    for module in catalog.in_order():
        files[f"{module.folder}/cite.bib"] = module_bibtex(catalog, settings, module)
        files[f"{module.folder}/cite.ris"] = module_ris(catalog, settings, module)
    return files


__all__ = ["export_files", "linked_text"]
