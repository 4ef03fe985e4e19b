"""The page of what waits for people, and how much contributors' pages count in search."""

from __future__ import annotations

from typing import Any

from lxml import html

from curricula import base, catalog_of, changed
from curriculum.pages import pages
from curriculum.queue import QUEUE
from curriculum.settings import Settings
from curriculum.templating import frames

SOIL, WATER = "modules/garden/soil/module.yml", "modules/garden/water/module.yml"


def shown(changes: dict[str, Any]) -> Any:
    """Return the tree of the page of a small curriculum with some changes."""
    catalog = catalog_of(changed(base(), changes))
    (page,) = (page for page in pages(catalog) if page.uri == QUEUE)
    text = frames(catalog, Settings("", ""), None, {}, {}).render(page)
    return html.fragment_fromstring(text, create_parent=True)


def rows(tree: Any) -> list[str]:
    """Return the words of each row of the page's tables."""
    return [" ".join(cell.text_content() for cell in row) for row in tree.xpath("//tbody/tr")]


def test_what_is_not_stable_says_what_it_needs() -> None:
    """Drafts first, then pilots; a test or a review that was done is not asked for."""
    tested = {"find": "{authorship: [team]}", "put": "{authorship: [team], testing: [team]}"}
    tree = shown({SOIL: [{"find": "status: pilot", "put": "status: draft"}], WATER: [tested]})
    assert ["Drafts", "Pilots", "Reviews by the day they are due"] == tree.xpath("//h2/text()")
    assert ["Soil a test, a review", "Water a review"] == rows(tree)[:2]


def test_reviews_stand_by_the_day_they_are_due() -> None:
    """As days, which a script counts from today; nothing on the page depends on when it is built."""
    tree = shown({SOIL: [{"find": 'reviewed: "2026-11-22"', "put": 'reviewed: "2027-01-31"'}]})
    assert ["Water 22 November 2026 22 November 2027", "Soil 31 January 2027 31 January 2028"] == (
        rows(tree)[2:]
    )
    assert ["2027-11-22", "2028-01-31"] == tree.xpath("//time[@data-due]/@datetime")


def test_nothing_may_wait() -> None:
    """Archived modules need nobody."""
    archived = [{"find": "status: pilot", "put": "status: archived"}]
    tree = shown({SOIL: archived, WATER: archived})
    assert [] == rows(tree)
    assert "Nothing waits." in tree.text_content()


def test_titles_are_escaped() -> None:
    """As on every made page."""
    tree = shown({SOIL: [{"find": "title: Soil", "put": 'title: "<b>{{ x }}</b>"'}]})
    assert [] == tree.xpath("//b")
    assert "<b>{{ x }}</b>" in tree.text_content()


def test_search_is_for_readers_first() -> None:
    """Rules are found by their list; what only contributors need counts less than the curriculum."""
    weights = {page.uri: page.weight for page in pages(catalog_of(base()))}
    assert 0 == weights["contribute/rules/parts-exist.md"]
    lists = ("fields", "macros", "rules/index", "queue")
    assert {0.3} == {weights[f"contribute/{name}.md"] for name in lists}
    assert {1} == {weight for uri, weight in weights.items() if not uri.startswith("contribute/")}
