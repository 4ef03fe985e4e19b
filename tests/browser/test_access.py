"""Whether everybody can use each kind of page: axe-core finds nothing, and nothing runs off a small screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from served import AXE, KINDS, Site, Visit

WIDTHS = (1280, 768, 360)
MORE = {
    "modules": "modules/",
    "cases": "cases/",
    "paths": "paths/",
    "agendas": "agendas/",
    "downloads": "downloads/",
    "references": "references/",
    "people": "people/",
    "my packet": "my-packet/",
    "360": "three-sixty/",
    "rules": "contribute/rules/",
    "fields": "contribute/fields/",
    "about": "about/",
    "missing": "404.html",
}
"""Kinds of pages that only have to be looked at, besides those that other tests use too."""


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page as it is now."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


def everywhere(page: Page, widths: tuple[int, ...] = WIDTHS) -> dict[str, list[str]]:
    """Return what axe finds on a page as it is now: wide, middling and narrow, light and dark."""
    found = {}
    for scheme, painted in (("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a literal, to mypy
        page.wait_for_selector(f"body[data-md-color-scheme={painted}]", state="attached")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            found[f"{scheme} {width}"] = violations(page)
    return {where: each for where, each in found.items() if each}


def on_paper(page: Page) -> list[str]:
    """Return what axe finds on a page as it is printed now."""
    page.emulate_media(color_scheme="light", media="print")
    return violations(page)


@pytest.mark.parametrize("kind", [*KINDS, "facilitate", *MORE])
def test_axe_finds_nothing(site: Site, visit: Visit, kind: str) -> None:
    """No page breaks a rule of WCAG that a machine can tell, on no screen and not on paper."""
    own = {**site.kinds, "facilitate": f"{site.module}facilitate/", **MORE}
    page = visit(own[kind])
    assert ({}, []) == (everywhere(page), on_paper(page))


def test_axe_finds_nothing_in_an_open_search(visit: Visit) -> None:
    """The search dialog with results is as good as the pages."""
    page = visit("")
    page.keyboard.press("/")
    page.keyboard.type("trust")
    page.wait_for_selector(".search__results li")
    assert {} == everywhere(page)


def test_axe_finds_nothing_in_an_open_menu(site: Site, visit: Visit) -> None:
    """The drawer of small screens as well."""
    page = visit(site.module, width=360)
    page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("button", name="Close the menu").wait_for()
    assert {} == everywhere(page, (360, 768))


def test_axe_finds_nothing_with_facilitator_notes(site: Site, visit: Visit) -> None:
    """The notes that the switch shows have enough contrast and the right order, on paper too."""
    page = visit(site.noted)
    page.get_by_role("button", name="Facilitator notes").click()
    assert ({}, []) == (everywhere(page), on_paper(page))


def test_axe_finds_nothing_in_a_filled_form_and_its_dialog(site: Site, visit: Visit) -> None:
    """A worksheet with answers, the same on paper, and the question before it is cleared."""
    page = visit(site.kinds["worksheet"])
    for field in page.locator(".field textarea").all():
        field.fill("An answer of some length, in two lines.\nThe second line.")
    for choice in page.locator(".field input:is([type=checkbox], [type=radio])").all():
        choice.check()
    page.locator("[data-keep-status]").filter(has_text="Kept").wait_for()
    assert {} == everywhere(page)
    page.locator("[data-keep-clear]").click()
    assert page.locator("[data-keep-ask]").is_visible()
    assert {} == everywhere(page)
    page.keyboard.press("Escape")
    assert [] == on_paper(page)


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
