"""How files become a catalog, and what the catalog answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from curricula import base, catalog_of, changed, report
from curriculum.assemble import assemble
from curriculum.catalog import Catalog
from curriculum.macros import SIGNATURES
from curriculum.pages import pages
from curriculum.rules import RULES
from curriculum.sites import LISTS
from curriculum.tree import read_files

SOIL = "modules/garden/soil/module.yml"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The small curriculum."""
    return catalog_of(base())


def test_everything_has_its_place(catalog: Catalog) -> None:
    """Each kind is known by the ids that its files and entries give."""
    assert {
        "tracks": ["garden"],
        "modules": ["soil", "water"],
        "cases": ["drought"],
        "paths": ["season"],
        "agendas": ["day"],
        "frameworks": ["balance"],
        "people": ["team"],
        "references": ["moore-1995"],
        "terms": ["clay", "sand"],
        "further_reading": ["almanac"],
    } == {kind: sorted(ids) for kind, ids in catalog.declared.items()}


def test_an_entry_knows_its_folder_its_track_and_its_lines(catalog: Catalog) -> None:
    """Findings and edit links come from these."""
    water = catalog.modules["water"]
    assert ("modules/garden/water", "garden") == (water.folder, water.track)
    assert 14 == water.line("requires", 0)
    assert "modules/garden/water/index.md" == catalog.part_path(water, "briefing")
    assert "content/cases/drought/index.md" == catalog.part_path(water, "case")
    assert catalog.part_path(water, "slides") is None
    assert catalog.part_path(catalog.modules["soil"], "epilogue") is None


def test_parts_come_in_reading_order(catalog: Catalog) -> None:
    """The facilitator's matter follows what participants read."""
    assert [
        "briefing",
        "case",
        "practitioner-guide",
        "epilogue",
    ] == [part for part, _ in catalog.parts_of(catalog.modules["water"])]


def test_modules_come_in_the_order_of_their_track(catalog: Catalog) -> None:
    """Tracks by position, modules as the track lists them; a track that is not known has none."""
    assert ["soil", "water"] == [module.id for module in catalog.in_order()]
    assert [] == catalog.modules_of("nothing")
    assert ["water"] == [module.id for module in catalog.uses_of_case("drought")]
    assert ["soil", "water", "drought"] == [entry.id for entry in catalog.modules_and_cases()]


def test_a_module_with_a_mistake_is_still_known() -> None:
    """One wrong field does not make every reference to the module wrong as well."""
    texts = changed(base(), {SOIL: [{"find": "status: pilot", "put": "status: ready"}]})
    assert 1 == report(texts).count("\n  hint")
    assert "soil" not in catalog_of(texts).modules
    assert catalog_of(texts).knows("modules", "soil")


@pytest.mark.parametrize(
    "path", ["content/glossary.yml", "content/references.yml", "content/people.yml"]
)
@pytest.mark.parametrize("text", ["a: [", "- x", "", "other: []", b"\xff"])
def test_a_list_that_cannot_be_read_is_one_mistake(path: str, text: str | bytes) -> None:
    """Nobody is told that all terms are missing because one bracket is."""
    said = report({**base(), path: text})
    assert {path} == {
        line.partition(":")[0] for line in said.splitlines() if not line.startswith(" ")
    }


def test_entries_of_a_list_are_checked_one_by_one() -> None:
    """The other entries stay usable, whatever one of them is."""
    text = "# yaml-language-server: $schema=../schema/glossary.json\nterms:\n  - 5\n  - {id: clay, term: Clay, definition: Fine.}\n  - {id: [a], term: x}\n"
    texts = changed(base(), {"content/glossary.yml": text})
    assert ["clay"] == sorted(catalog_of(texts).terms)
    assert "content/glossary.yml:3: the entry: it should be a mapping" in report(texts)


def test_front_matter_of_a_page_is_closed() -> None:
    """A page may have a title and a summary, and nothing that would run."""
    texts = changed(
        base(),
        {"content/index.md": "---\ntitle: Home\nrender_macros: true\n---\n# Home\n\nText.\n"},
    )
    assert (
        "content/index.md:3: the key `render_macros` is not known here [keys-are-known]\n"
        "  hint: see `curriculum schema` for the keys\n"
    ) == report(texts)


def test_pages_that_links_may_lead_to_are_those_that_are_made(catalog: Catalog) -> None:
    """The rule about links knows every page that the engine makes."""
    made = {page.uri for page in pages(catalog) if page.source is None}
    known = {path.removeprefix("content/") for path in LISTS}
    known |= {f"modules/garden/{id_}/facilitate.md" for id_ in ("soil", "water")}
    known |= {f"contribute/rules/{id_}.md" for id_ in ("index", *RULES)}
    known |= {"modules/garden/index.md", "paths/season.md", "agendas/day.md"}
    assert known == made


def test_files_are_read_below_content_and_modules(tmp_path: Path) -> None:
    """Nothing else is read, and links to other files are not followed."""
    (tmp_path / "content" / "a").mkdir(parents=True)
    (tmp_path / "content" / "a" / "b.md").write_bytes(b"# B\n")
    (tmp_path / "README.md").write_bytes(b"# R\n")
    (tmp_path / "content" / "link.md").symlink_to(tmp_path / "README.md")
    assert {"content/a/b.md": b"# B\n"} == read_files(tmp_path)


def test_one_wrong_field_does_not_hide_what_is_wrong_with_the_others() -> None:
    """Rules that need a wrong field are silent; all others speak at once."""
    edits = [
        {"find": "minutes: 60\nlevel", "put": "minutes: sixty\nlevel"},
        {"find": "{minutes: 60, mode: alone", "put": "{minutes: 5, mode: alone"},
        {"find": "text: Diagnose", "put": "text: Know"},
        {
            "find": "changes:",
            "put": "allow: [{rule: groups-have-a-range, reason: A test}]\nchanges:",
        },
        {"find": "min: 4", "put": "min: 40"},
    ]
    assert [
        "6: `minutes`: it should be a whole number [values-are-valid]",
        "12: the objective begins with `know`, whose result nobody can see [objectives-begin-with-verbs]",
    ] == [
        line.partition(":")[2]
        for line in report(changed(base(), {SOIL: edits})).splitlines()
        if not line.startswith("  hint")
    ]


@pytest.mark.parametrize(
    ("left_out", "kind", "id_"),
    [
        ("modules", "tracks", "any"),
        ("modules/field", "modules", "any"),
        ("modules/field", "tracks", "field"),
        ("modules/garden/sand", "modules", "sand"),
        ("content/cases/flood", "cases", "flood"),
        ("content/cases", "cases", "any"),
        ("content/paths/year.yml", "paths", "year"),
        ("content/glossary.yml", "terms", "any"),
        ("content", "people", "any"),
    ],
)
def test_what_was_left_out_is_not_unknown(left_out: str, kind: str, id_: str) -> None:
    """What stands in it, or would, is known as far as its path tells; it is no file to be published."""
    files = {path: text.encode() for path, text in base().items()}
    catalog, _ = assemble(files, SIGNATURES, left_out=[left_out])
    assert (False, True) == (catalog_of(base()).knows(kind, id_), catalog.knows(kind, id_))
    assert catalog.has(f"{left_out}/a.md")
    assert frozenset(files) == catalog.files


def test_front_matter_that_does_not_end_is_a_finding() -> None:
    """Otherwise its keys would be printed as the first lines of the page."""
    texts = changed(base(), {"content/index.md": "---\ntitle: Home\n\n# Home\n\nText.\n"})
    assert "content/index.md:1: the front matter is empty or does not end [yaml-is-valid]" in (
        report(texts)
    )
