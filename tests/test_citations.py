"""Sources that tell the end stand with the end: which page of a case names which of its sources."""

from __future__ import annotations

import pytest

from curricula import Texts, catalog_of
from curriculum.citations import source_path, sources_of

FOLDER = "content/cases/bridge"
CASE = """\
title: A bridge
summary: A city must choose.
city: Harbor
country: PL
coordinates: [54.3, 18.6]
years: "2019"
tracks: [building]
decision: Build or wait?
fictional: true
facts: [{text: It was old., sources: [fact], confidence: high}]
epilogue_facts: [{text: They waited., sources: [end], confidence: high}]
timeline:
  - {when: "2018", what: A crack., sources: [row]}
  - {when: "2020", what: A new mayor., sources: [later], after: true}
people: [{name: Ada, role: Mayor, sources: [person]}]
exhibits:
  - {title: Ships, columns: [Year, Ships], rows: [["2018", "9"]], sources: [table]}
  - {title: Tolls, columns: [Year, Tolls], rows: [["2021", "9"]], sources: [tolls], after: true}
questions: [What would you do?]
changes: [{date: "2026-11-22", edition: "1", what: First published}]
sources:
"""
KEYS = ("fact", "end", "row", "later", "person", "table", "tolls", "text", "short", "nobody")
SOURCE = "  {key}: {{title: T, publisher: P, last_verified: '2026-11-22'}}\n"


def texts() -> Texts:
    """Return a case whose every kind of use has a source of its own."""
    sources = "".join(SOURCE.format(key=key) for key in KEYS)
    return {
        f"{FOLDER}/case.yml": CASE + sources,
        f"{FOLDER}/index.md": '# A bridge\n\nIt stood {{ cite("text") }}.\n',
        f"{FOLDER}/short.md": '# In short\n\nIt stood {{ cite(id="bridge/short") }}.\n',
        f"{FOLDER}/epilogue.md": '# After\n\nThey waited {{ cite("end") }} {{ cite("fact") }}.\n',
    }


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("case", ["1 fact", "3 row", "5 person", "6 table", "8 text", "9 short"]),
        ("epilogue", ["2 end", "4 later", "7 tolls", "10 nobody"]),
        ("short-case", []),
    ],
)
def test_each_page_names_its_sources(part: str, shown: list[str]) -> None:
    """What the decision rests on is named before it; the rest comes with the epilogue."""
    catalog = catalog_of(texts())
    named = sources_of(catalog, catalog.cases["bridge"], part)
    assert [f"{number} {key}" for number, key, _ in named] == shown


def test_a_citation_leads_to_the_page_that_names_its_source() -> None:
    """The same key leads to the same page from everywhere."""
    catalog = catalog_of(texts())
    pages = {key: source_path(catalog, catalog.cases["bridge"], key) for key in ("fact", "end")}
    assert pages == {"fact": f"{FOLDER}/index.md", "end": f"{FOLDER}/epilogue.md"}


def test_without_an_epilogue_everything_stands_with_the_case() -> None:
    """There is no other page that could name them."""
    alone = {path: text for path, text in texts().items() if "epilogue" not in path}
    catalog = catalog_of(alone)
    assert len(sources_of(catalog, catalog.cases["bridge"], "case")) == len(KEYS)
