"""Whether everybody can use each kind of page: axe-core finds nothing, and nothing runs off a small screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from served import AXE, KINDS, Site, Visit

WIDTHS = (1280, 360)


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page as it is now."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(site: Site, visit: Visit, kind: str, dark: bool) -> None:  # noqa: FBT001
    """No page breaks a rule of WCAG that a machine can tell, wide or narrow, light or dark."""
    page = visit(site.kinds[kind], dark=dark)
    assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if dark else "default")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert [] == violations(page), width


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_an_open_search(visit: Visit, width: int, dark: bool) -> None:  # noqa: FBT001
    """The search dialog with results is as good as the pages."""
    page = visit("", width=width, dark=dark)
    page.keyboard.press("/")
    page.keyboard.type("trust")
    page.wait_for_selector(".search__results li")
    assert [] == violations(page)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_an_open_menu(site: Site, visit: Visit, dark: bool) -> None:  # noqa: FBT001
    """The drawer of a small screen as well."""
    page = visit(site.module, width=360, dark=dark)
    page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("button", name="Close the menu").wait_for()
    assert [] == violations(page)


def test_axe_finds_nothing_with_facilitator_notes(site: Site, visit: Visit) -> None:
    """The notes that the switch shows have enough contrast and the right order."""
    page = visit(site.noted)
    page.get_by_role("button", name="Facilitator notes").click()
    assert [] == violations(page)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_320_pixels(site: Site, visit: Visit, kind: str) -> None:
    """At the width of 400 % zoom nothing has to be scrolled sideways but tables in their frame."""
    page = visit(site.kinds[kind], width=320)
    too_wide = page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          const framed = (e) => e.closest(".table-scroll, table, pre, .md-tabs, .md-sidebar, [hidden]");
          return [...document.querySelectorAll("body *")]
            .filter((e) => e.getBoundingClientRect().right > width + 1 && e.getClientRects().length && !framed(e))
            .map((e) => `${e.tagName}.${e.className}`).slice(0, 5)
            .concat(document.documentElement.scrollWidth > width ? ["the page scrolls"] : []);
        }"""
    )
    assert [] == too_wide


@pytest.mark.parametrize("kind", ["module", "find", "agenda"])
def test_text_may_be_twice_as_large(site: Site, visit: Visit, kind: str) -> None:
    """With text at 200 % the page still does not scroll sideways."""
    page = visit(site.kinds[kind])
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("kind", ["home", "module", "worksheet"])
def test_forced_colors_keep_the_focus_and_the_fields(site: Site, visit: Visit, kind: str) -> None:
    """With the colors of the system a focused control still has an outline."""
    page = visit(site.kinds[kind], forced_colors="active")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
