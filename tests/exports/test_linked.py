"""Linked data, the files for other programs and the visible page say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from curriculum.catalog import Catalog
from curriculum.exports import export_files, linked_text
from curriculum.exports.nodes import citations
from curriculum.licenses import LICENSES
from curriculum.pages import pages
from curriculum.sayings import shipped
from curriculum.schema import Reference
from curriculum.settings import Settings
from curriculum.words import ROLES, minutes_words

Site = Mapping[str, bytes]
BASE = "https://example.org/small/"
MODULES = ("soil", "water")


def page(site: Site, path: str) -> Any:
    """Return the tree of a page by its address below the site's root."""
    return html.document_fromstring(site[f"{path}index.html"].decode())


def linked(site: Site, path: str) -> dict[str, Any]:
    """Return what a page says about itself."""
    (script,) = page(site, path).xpath("//script[@type='application/ld+json']")
    said: dict[str, Any] = json.loads(script.text)
    return said


def facts(site: Site, path: str) -> dict[str, str]:
    """Return what the visible page says: each term of its lists with what follows it."""
    terms = page(site, path).xpath("//article//dl[@class='facts']/dt")
    return {term.text_content(): " ".join(term.getnext().text_content().split()) for term in terms}


def api(site: Site, name: str) -> dict[str, Any]:
    """Return a list of the files by id."""
    rows = json.loads(site[f"api/v1/{name}.json"])[name]
    return {row["id"]: row for row in rows}


@pytest.mark.parametrize("id_", MODULES)
def test_a_modules_minutes_are_the_same_everywhere(site: Site, id_: str) -> None:
    """The header, linked data and the file: the session, and each role."""
    record, path = api(site, "modules")[id_], f"modules/garden/{id_}/"
    shown = facts(site, path)
    assert linked(site, path)["timeRequired"] == f"PT{record['minutes']}M"
    assert shown["Session"].startswith(minutes_words(record["minutes"]))
    said = [
        f"{ROLES[role]}: {minutes_words(row['minutes'])}"
        for role, row in record["audience"].items()
    ]
    assert shown["Your time"] == "".join(said)


@pytest.mark.parametrize("id_", MODULES)
def test_a_modules_audiences_are_the_same_everywhere(site: Site, id_: str) -> None:
    """Linked data names the roles by their ids, the page by their words."""
    record, path = api(site, "modules")[id_], f"modules/garden/{id_}/"
    roles = [audience["educationalRole"] for audience in linked(site, path)["audience"]]
    assert roles == list(record["audience"])
    assert re.findall(r"([A-Z][a-z ]+):", facts(site, path)["Your time"]) == [
        ROLES[role] for role in roles
    ]


@pytest.mark.parametrize("id_", MODULES)
def test_a_modules_words_are_the_same_everywhere(site: Site, id_: str) -> None:
    """Title, summary, objectives and level."""
    record, path = api(site, "modules")[id_], f"modules/garden/{id_}/"
    said, tree = linked(site, path), page(site, path)
    (title,) = tree.xpath("//article//h1")
    assert said["name"] == record["title"]
    assert title.text_content().strip() == record["title"]
    (summary,) = tree.xpath("//article//p[@class='lead__summary']")
    assert summary.text_content() == said["description"] == record["summary"]
    shown = [
        item.text_content() for item in tree.xpath("//section[@aria-labelledby='objectives']//li")
    ]
    assert shown == said["teaches"] == [objective["text"] for objective in record["objectives"]]
    assert facts(site, path)["Level"] == said["educationalLevel"] == record["level"].capitalize()


@pytest.mark.parametrize("id_", MODULES)
def test_a_modules_license_and_dates_are_the_same_everywhere(site: Site, id_: str) -> None:
    """The link on the page leads to the license that linked data names; dates are those of the changes."""
    record, path = api(site, "modules")[id_], f"modules/garden/{id_}/"
    said, tree = linked(site, path), page(site, path)
    (link,) = tree.xpath("//article//a[@rel='license']")
    known = LICENSES[record["license"]]
    assert said["license"] == link.get("href") == known.address
    assert link.text == known.name
    days = tree.xpath("//article//time/@datetime")
    changes = [change["date"] for change in record["changes"]]
    assert [day for day in days if day in changes][-len(changes) :] == changes
    assert [said["dateModified"], said["datePublished"]] == [changes[0], changes[-1]]


@pytest.mark.parametrize("id_", MODULES)
def test_a_module_links_to_how_it_is_cited(site: Site, id_: str) -> None:
    """BibTeX and RIS stand beside the page and name its address."""
    path = f"modules/garden/{id_}/"
    links = page(site, path).xpath("//article//a[@download]/@href")
    assert [f"{path}cite.bib", f"{path}cite.ris"] == [
        link.replace("../../../", "") for link in links if "cite" in link
    ]
    for name in ("cite.bib", "cite.ris"):
        assert BASE + path in site[path + name].decode()


def test_a_module_rests_on_works_and_belongs_to_a_track(site: Site) -> None:
    """Sources, authors, prerequisites, track and parts of `water`."""
    said = linked(site, "modules/garden/water/")
    assert said["isPartOf"]["@id"] == f"{BASE}modules/garden/"
    public, soil = said["citation"]
    assert public["name"] == "Creating public value"
    assert soil["url"] == "https://doi.org/10.1000/a_b"
    assert [author["@type"] for author in soil["author"]] == ["Person", "Organization"]
    assert [person["name"] for person in said["author"]] == ["The team", "Ada Okoro"]
    assert said["author"][1]["sameAs"] == "https://orcid.org/0000-0002-1825-0097"
    assert said["author"][1]["url"] == "https://example.org/ada"
    assert said["competencyRequired"] == [f"{BASE}modules/garden/soil/"]
    assert [part["name"] for part in said["hasPart"]] == ["Case", "Practitioner guide", "Epilogue"]
    assert said["keywords"] == ["Garden", "Balance"]
    assert "contributor" not in said


@pytest.mark.parametrize(
    ("path", "kind", "what"),
    [
        ("", "WebSite", {"name": "Small"}),
        (
            "modules/garden/",
            "Course",
            {"teaches": ["Diagnose one plot", "Decide which beds go without"]},
        ),
        ("paths/season/", "Course", {"teaches": ["Diagnose one plot"]}),
        ("modules/garden/soil/worksheet/", "LearningResource", {"assesses": ["Diagnose one plot"]}),
        ("modules/garden/water/facilitate/", "LearningResource", {"timeRequired": "PT75M"}),
        ("cases/drought/", "LearningResource", {"genre": "Fiction", "version": "2026.1"}),
        ("cases/drought/epilogue/", "LearningResource", {"learningResourceType": "Epilogue"}),
        ("frameworks/balance/", "LearningResource", {"timeRequired": "PT20M"}),
        ("agendas/day/", "LearningResource", {"learningResourceType": "Agenda"}),
    ],
)
def test_each_kind_of_page_describes_itself(
    site: Site, path: str, kind: str, what: dict[str, Any]
) -> None:
    """Type, address, language, and what is particular to it."""
    said = linked(site, path)
    assert said["@context"] == "https://schema.org"
    assert (said["@type"], said["url"], said["inLanguage"]) == (kind, BASE + path, "en")
    assert what.items() <= said.items()


def test_what_is_said_in_words_comes_from_the_file_of_words(catalog: Catalog) -> None:
    """Kinds, levels and states are in the language of the page that shows them."""
    marks = {id_: f"«{said}»" for id_, said in shipped("en").items() if isinstance(said, str)}
    settings = Settings("Small", BASE, strings=marks)
    nodes = [
        json.loads(linked_text(catalog, settings, page) or "{}")
        for page in pages(catalog, settings.say)
    ]
    names = ("learningResourceType", "educationalLevel", "creativeWorkStatus")
    said = {name: {node[name] for node in nodes if name in node} for name in names}
    parts = {"Case", "Epilogue", "Practitioner guide", "Worksheet"}
    assert {
        "learningResourceType": {
            f"«{kind}»" for kind in ({"Module", "Framework", "Agenda", "Run sheet"} | parts)
        },
        "educationalLevel": {"«Introductory»", "«Advanced»"},
        "creativeWorkStatus": {"«Pilot: not yet tested in a city»"},
    } == said


def test_a_path_tells_no_sum_that_depends_on_choices(site: Site) -> None:
    """60 to 120 minutes are no duration; each module of the path has its own."""
    said = linked(site, "paths/season/")
    assert "timeRequired" not in said
    assert [part["timeRequired"] for part in said["hasPart"]] == ["PT60M", "PT60M"]
    record = api(site, "paths")["season"]
    shown = facts(site, "paths/season/")["Your time"]
    words = f"{minutes_words(record['shortest'])} to {minutes_words(record['longest'])}"
    assert shown.startswith(words)


def test_no_license_is_said_where_modules_differ(site: Site) -> None:
    """A track of two licenses names none; a case that one module tells names that module's."""
    assert "license" not in linked(site, "modules/garden/")
    assert linked(site, "cases/drought/")["license"] == LICENSES["CC-BY-SA-4.0"].address


def test_a_hostile_title_cannot_leave_its_script(site: Site) -> None:
    """In no page does linked data hold a `<`; the title comes back whole."""
    for path, raw in site.items():
        if path.endswith(".html"):
            for text in re.findall(
                rb'<script type="application/ld\+json">(.*?)</script>', raw, re.DOTALL
            ):
                assert b"<" not in text, path
    title = linked(site, "modules/garden/water/")["name"]
    assert title == "Water & </script><script>alert(1)</script> “now”"


def test_a_case_says_where_it_was_and_what_was_read(site: Site) -> None:
    """City, country, coordinates; the sources with year and address; the epilogue belongs to it."""
    said = linked(site, "cases/drought/")
    assert said["contentLocation"]["name"] == "Little Harrow"
    assert said["contentLocation"]["geo"]["latitude"] == 52.0
    (paper,) = said["citation"]
    assert (paper["datePublished"], paper["url"]) == ("2001", "https://example.org/paper")
    assert linked(site, "cases/drought/epilogue/")["isPartOf"]["name"] == "A drought"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {}),
        (
            {"author": [{"family": "Moore", "given": "Mark"}, {"literal": "A Press"}]},
            {
                "author": [
                    {"@type": "Person", "name": "Moore, Mark"},
                    {"@type": "Organization", "name": "A Press"},
                ]
            },
        ),
        (
            {"issued": "1995", "DOI": "10.1/x"},
            {"datePublished": "1995", "url": "https://doi.org/10.1/x"},
        ),
        ({"URL": "https://example.org/"}, {"url": "https://example.org/"}),
    ],
)
def test_a_work_is_told_by_what_is_known_of_it(
    catalog: Catalog, fields: dict[str, Any], expected: dict[str, Any]
) -> None:
    """Nothing is told as empty."""
    work = Reference.model_validate({"id": "x", "type": "book", "title": "A title", **fields})
    told = citations(replace(catalog, references={"x": work}), ["x", "gone"])
    assert [{"@type": "CreativeWork", "name": "A title", **expected}] == told


def test_lists_say_nothing_about_themselves(site: Site) -> None:
    """A page that is only a list has no linked data."""
    assert [] == page(site, "glossary/").xpath("//script[@type='application/ld+json']")


def test_the_page_for_programs_names_every_file(site: Site, catalog: Catalog) -> None:
    """Each exported file is listed and published, and nothing else is listed."""
    settings = Settings(name="Small", url=BASE, edition="2026.1", date="2026-11-22")
    files = {path for path in export_files(catalog, settings) if "/cite." not in path}
    rows = page(site, "api/").xpath("//article//table//a")
    assert files == {row.text for row in rows}
    assert files <= set(site)
    assert {row.get("href") for row in rows} == {f"../{path}" for path in files}


def test_every_page_names_the_feed(site: Site) -> None:
    """Readers of news find the feed in the head."""
    (link,) = page(site, "modules/garden/soil/").xpath("//link[@type='application/atom+xml']")
    assert link.get("href") == "../../../feed.xml"


def test_two_exports_are_equal(catalog: Catalog) -> None:
    """The files hold no time of their making."""
    settings = Settings(name="Small", url=BASE, edition="2026.1", date="2026-11-22")
    assert export_files(catalog, settings) == export_files(catalog, settings)
