"""Whether pages keep their shape: nothing jumps, no third stands empty, tables fit a phone, paper is black on white."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page, expect
from served import Site, Visit

SHIFT = """() => new Promise((told) => new PerformanceObserver((list) => told(
  list.getEntries().reduce((sum, entry) => sum + entry.value, 0)
)).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => told(0), 300))"""


def ask(page: Page, words: str) -> None:
    """Open the search, type, and wait for results."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator(".search__results li").first.wait_for()


def test_more_results_come_below_the_first(visit: Visit) -> None:
    """The arrows reach the button; Enter adds results, says how many, and goes to the first new one."""
    page = visit("")
    ask(page, "city")
    more = page.locator("[data-search-more]")
    first = page.locator(".search__results li").count()
    page.locator(".search__results li > a").last.focus()
    page.keyboard.press("ArrowDown")
    expect(more).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".search__results li")).to_have_count(2 * first)
    expect(page.locator("[data-search-status]")).to_contain_text(f"the best {2 * first} shown")
    expect(page.locator(".search__results li").nth(first).locator("a").first).to_be_focused()


def test_more_is_offered_until_there_is_no_more(visit: Visit) -> None:
    """When all results are shown the button is gone, and so for words that are nowhere."""
    page = visit("")
    ask(page, "triangle")
    items, more = page.locator(".search__results li"), page.locator("[data-search-more]")
    while more.is_visible():
        before = items.count()
        more.click()
        expect(items.nth(before)).to_be_visible()
    expect(page.locator("[data-search-status]")).to_have_text(f"{items.count()} pages")
    page.locator("#search-words").fill("\u03c9\u03c8\u03c9")
    expect(page.locator("[data-search-status]")).to_contain_text("Nothing found")
    expect(more).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_table_fits_and_stays_a_table(
    site: Site,
    visit: Visit,
    width: int,
    scripts: bool,  # noqa: FBT001
) -> None:
    """Nothing is scrolled sideways, and a screen reader still meets rows, heads and cells."""
    page = visit("find/", width=width, java_script_enabled=scripts)
    wide = page.locator(".table-scroll").evaluate("(e) => e.scrollWidth - e.clientWidth")
    assert wide <= 0
    told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = Counter(node["role"]["value"] for node in told if not node["ignored"])
    count = len(site.catalog.modules)
    wanted = {"table": 1, "row": count + 1, "rowheader": count, "cell": 4 * count}
    assert {"columnheader": 5, **wanted} == {
        role: roles[role] for role in ("columnheader", *wanted)
    }


@pytest.mark.parametrize("width", [360, 1280])
def test_the_table_is_sorted_by_its_heads(visit: Visit, width: int) -> None:
    """A head sorts by its column, pressed again the other way, and says which."""
    page = visit("find/", width=width)
    head = page.get_by_role("columnheader", name="Case")
    cells = page.locator(".module-table td:nth-child(5)")
    for order, name in ((1, "ascending"), (-1, "descending")):
        head.get_by_role("button").press("Enter")
        expect(head).to_have_attribute("aria-sort", name)
        told = cells.all_inner_texts()
        assert told == page.evaluate(
            "([t, o]) => [...t].sort((a, b) => o * a.localeCompare(b, 'en'))", [told, order]
        )


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["find", "module", "worksheet", "path", "agenda", "framework"])
def test_a_page_does_not_jump_while_it_opens(
    site: Site, visit: Visit, kind: str, width: int
) -> None:
    """What scripts bring to life has had its place before."""
    page = visit(site.kinds[kind], width=width)
    assert page.evaluate(SHIFT) < 0.03


@pytest.mark.parametrize("place", ["find/", "paths/", "agendas/"])
def test_a_page_without_contents_uses_the_room(visit: Visit, place: str) -> None:
    """Where there is no list of contents the text reaches the edge."""
    page = visit(place)
    text = page.locator(".md-content__inner").bounding_box()
    grid = page.locator(".md-main__inner").bounding_box()
    assert text
    assert grid
    assert grid["x"] + grid["width"] - text["x"] - text["width"] < 60


def test_paper_is_black_on_white_for_those_who_read_in_the_dark(visit: Visit) -> None:
    """The colors of the dark page are not taken to paper, not for quoted lines either."""
    page = visit("about/", dark=True)
    page.emulate_media(color_scheme="dark", media="print")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    quoted = page.locator("blockquote").first
    assert quoted.evaluate("(e) => getComputedStyle(e).color") == "rgb(51, 51, 51)"
