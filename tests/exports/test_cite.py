"""How things are cited: entries that BibTeX, reference managers and GitHub can read."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from curricula import catalog_of
from curriculum.catalog import Catalog
from curriculum.exports.cite import citation_file, module_bibtex, module_ris, works_bibtex
from curriculum.schema import Reference
from curriculum.settings import Settings

SETTINGS = Settings(
    name="Small",
    url="https://example.org/small/",
    description="A small curriculum.",
    edition="2026.1",
    date="2026-11-22",
    repository="https://example.org/repository",
)


def test_a_work_without_what_nobody_has_seen(catalog: Catalog) -> None:
    """Signs of TeX are escaped, an organization is kept whole, the DOI stands as it is."""
    assert works_bibtex([catalog.references["okoro-2020"]]) == (
        "@article{okoro-2020,\n"
        "  author = {Okoro, Ada and {Soil \\& Sons}},\n"
        "  title = {Soil \\& 100\\% of \\{it\\}},\n"
        "  pages = {1--9},\n"
        "  year = {2020},\n"
        "  month = {05},\n"
        "  doi = {10.1000/a_b},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"type": "report", "publisher": "A board"}, ("@techreport{w,", "institution = {A board}")),
        ({"type": "webpage", "publisher": "A city"}, ("@misc{w,", "howpublished = {A city}")),
        ({"type": "chapter", "container-title": "B"}, ("@incollection{w,", "booktitle = {B}")),
        ({"type": "book", "verified": False}, ("@book{w,", "note = {Details not verified}")),
    ],
)
def test_each_type_has_its_fields(fields: dict[str, object], expected: tuple[str, ...]) -> None:
    """A CSL type becomes the BibTeX type with the names of its fields."""
    text = works_bibtex([Reference.model_validate({"id": "w", "title": "W", **fields})])
    assert all(part in text for part in expected), text


def test_a_module_is_cited_with_its_edition(catalog: Catalog) -> None:
    """Authors, the newest edition and its month, the address and the license."""
    assert module_bibtex(catalog, SETTINGS, catalog.modules["water"]) == (
        "@incollection{water,\n"
        "  author = {{The team} and {Ada Okoro}},\n"
        "  title = {Water \\& </script><script>alert(1)</script> “now”},\n"
        "  booktitle = {Small},\n"
        "  year = {2027},\n"
        "  month = {02},\n"
        "  edition = {2027.1},\n"
        "  url = {https://example.org/small/modules/garden/water/},\n"
        "  note = {License: CC-BY-SA-4.0},\n"
        "}\n"
    )


def test_reference_managers_read_a_module(catalog: Catalog) -> None:
    """RIS: one field in a line, the last is empty."""
    lines = module_ris(catalog, SETTINGS, catalog.modules["soil"]).split("\r\n")
    assert lines[0] == "TY  - CHAP"
    assert "AU  - The team" in lines
    assert "DA  - 2026/11/22" in lines
    assert lines[-2:] == ["ER  - ", ""]


def test_the_citation_file_names_all_authors_and_licenses(catalog: Catalog) -> None:
    """Each author once, an ORCID as an address, nothing empty."""
    assert yaml.safe_load(citation_file(catalog, SETTINGS)) == {
        "cff-version": "1.2.0",
        "message": "If you use this curriculum, please cite it as below.",
        "type": "dataset",
        "title": "Small",
        "abstract": "A small curriculum.",
        "authors": [
            {"name": "The team"},
            {
                "name": "Ada Okoro",
                "website": "https://example.org/ada",
                "orcid": "https://orcid.org/0000-0002-1825-0097",
            },
        ],
        "version": "2026.1",
        "date-released": "2026-11-22",
        "url": "https://example.org/small/",
        "repository-code": "https://example.org/repository",
        "license": ["CC-BY-4.0", "CC-BY-SA-4.0"],
    }


def test_an_empty_curriculum_is_cited_by_its_name() -> None:
    """Without authors the curriculum itself is named; without a date none is said."""
    cited = yaml.safe_load(citation_file(catalog_of({}), replace(SETTINGS, date="")))
    assert cited["authors"] == [{"name": "Small"}]
    assert "date-released" not in cited
