"""Whether a page can be used with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from served import KINDS, Site, Visit

# Every stop of the Tab key: what it is, whether it can be seen, and whether its focus can.
STOP = """() => {
  const e = document.activeElement;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const seen = e.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && box.width > 3 && box.height > 3 && box.right > 0 && box.left < innerWidth;
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  e.dataset.stops = Number(e.dataset.stops || 0) + 1;
  const name = `${e.tagName} ${e.className} ${(e.getAttribute("aria-label") || e.textContent).trim().slice(0, 40)}`;
  return { name, seen, ring, again: e.dataset.stops > 1, body: e === document.body };
}"""


def stops(page: Page, most: int = 400) -> list[dict[str, object]]:
    """Press Tab through a page and return every stop until it begins again."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["again"] or stop["body"]:
            return found
        found.append(stop)
    raise AssertionError(found[-3:])


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("kind", ["home", "find", "module", "worksheet", "case", "path"])
def test_every_stop_can_be_seen_and_shows_its_focus(
    site: Site, visit: Visit, kind: str, width: int
) -> None:
    """No Tab lands on something hidden, and each control that has the focus has a ring."""
    found = stops(visit(site.kinds[kind], width=width))
    assert len(found) > 5
    assert [] == [stop["name"] for stop in found if not stop["seen"]]
    assert [] == [stop["name"] for stop in found if not stop["ring"]]


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_stop_skips_to_the_text(site: Site, visit: Visit, kind: str) -> None:
    """One Tab and Enter lead past the menus to the heading of the page."""
    page = visit(site.kinds[kind])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#__title"
    assert page.evaluate("document.querySelector(':target').tagName") == "H1"


def test_every_control_is_reached(site: Site, visit: Visit) -> None:
    """What can be clicked on a module can be reached with Tab: no link or button is left out."""
    page = visit(site.module)
    stops(page)
    missed = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, select, textarea, summary, input")]
          .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
            && e.tabIndex >= 0 && !e.dataset.stops && e.type !== "radio")
          .map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert [] == missed


def test_the_menu_opens_traps_and_gives_the_focus_back(site: Site, visit: Visit) -> None:
    """The menu button says whether it is open; inside, Tab stays; Escape returns to the button."""
    page = visit(site.module, width=360)
    menu = page.get_by_role("button", name="Menu", exact=True)
    assert menu.get_attribute("aria-expanded") == "false"
    menu.focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    inside = "document.activeElement.closest('#__menu') !== null"
    assert page.evaluate(inside)
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(inside + " || document.activeElement === document.body")
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.hasAttribute('aria-expanded')")


def test_the_menu_closes_with_its_button_and_by_a_click_beside_it(site: Site, visit: Visit) -> None:
    """Both ways out put everything back."""
    page = visit(site.module, width=360)
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.click()
    page.get_by_role("button", name="Close the menu").click()
    assert menu.get_attribute("aria-expanded") == "false"
    menu.click()
    page.mouse.click(350, 700)
    assert menu.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.querySelectorAll('[inert]').length") == 0


def test_a_closed_menu_holds_no_stop(site: Site, visit: Visit) -> None:
    """The links of the drawer are out of reach while it is closed."""
    page = visit(site.module, width=360)
    stops(page)
    assert page.evaluate("document.querySelectorAll('#__menu [data-stops]').length") == 0


def test_colors_are_changed_with_the_keyboard(visit: Visit) -> None:
    """One button switches to dark and back, keeps the focus, and the choice is kept."""
    page = visit("")
    page.get_by_role("button", name="Switch to dark colors").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert (
        page.evaluate("document.activeElement.getAttribute('aria-label')")
        == "Switch to light colors"
    )
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.get_by_role("button", name="Switch to light colors").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"


def test_the_search_dialog_gives_the_focus_back(visit: Visit) -> None:
    """Opened from its button, the dialog keeps Tab inside and returns the focus when it closes."""
    page = visit("find/")
    page.locator("header [data-search-open]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.wait_for_selector("#search-kind")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement.closest('dialog') !== null || document.activeElement === document.body"
        )
    page.keyboard.press("Escape")
    assert not page.evaluate("document.querySelector('dialog.search').open")
    assert page.evaluate("document.activeElement.hasAttribute('data-search-open')")
