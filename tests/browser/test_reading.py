"""Whether a page reads well without scripts, loads little, and shows each reader what is meant for them."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response
from served import KINDS, Site, Visit

FIRST_VIEW = 95_000


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_reads_without_scripts(site: Site, visit: Visit, kind: str) -> None:
    """Heading, text, links and the ways around are there; nothing offers what it cannot do."""
    page = visit(site.kinds[kind], width=360, java_script_enabled=False)
    assert page.locator("h1:visible").count() == 1
    assert len(page.locator("article").inner_text()) > 200
    assert page.get_by_role("navigation", name="Sections").get_by_role("link").count() >= 7
    dead = page.locator("article button:visible, .md-header button:visible").all_inner_texts()
    assert [] == dead


def test_the_menu_is_a_link_without_scripts(site: Site, visit: Visit) -> None:
    """On a small screen without scripts the menu leads to the list of all modules."""
    page = visit(site.module, width=360, java_script_enabled=False)
    page.get_by_role("link", name="Menu", exact=True).click()
    assert page.url.endswith("/modules/")


def test_a_missing_page_has_ways_on(site: Site, visit: Visit) -> None:
    """An address that leads nowhere shows the site's own page, with its styles and its search."""
    page = visit("")
    page.on("console", lambda _: None)
    answer = page.request.get(site.address + "gone/away/")
    assert answer.status == 404
    assert "/curriculum/assets/curriculum/curriculum.css" in answer.text()


def test_the_first_view_of_a_module_is_light(site: Site, visit: Visit) -> None:
    """All that a first visit to a module fetches is at most 95 KB with gzip, the font included."""
    page = visit("about:blank", raw=True)
    fetched: list[Response] = []
    page.on("response", lambda answer: fetched.append(answer))  # noqa: PLW0108  (no builtin)
    page.goto(site.address + site.module, wait_until="networkidle")
    sizes = {answer.url: len(gzip.compress(answer.body(), 9)) for answer in fetched}
    assert any(address.endswith(".woff2") for address in sizes)
    assert sum(sizes.values()) <= FIRST_VIEW, sizes


def test_letters_beyond_latin_1_come_with_the_pages_that_have_them(
    site: Site, visit: Visit
) -> None:
    """The second cut of the font is fetched when a word needs it, and not before."""
    page = visit(site.module)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.evaluate("document.querySelector('h1').textContent = 'Łódź'")
    page.evaluate("document.fonts.ready")
    page.wait_for_function("document.fonts.check('700 16px \"Curriculum Sans\"', 'Łódź')")
    assert ["curriculum-sans-latin-ext.woff2"] == [name for name in fetched if "woff2" in name]


def test_facilitator_notes_are_shown_to_those_who_ask(site: Site, visit: Visit) -> None:
    """Notes are folded away, one button shows them, and the choice holds on the next page."""
    page = visit(site.noted)
    note = page.locator(".admonition.facilitator").first
    switch = page.get_by_role("button", name="Facilitator notes")
    assert not note.is_visible()
    assert switch.get_attribute("aria-pressed") == "false"
    switch.click()
    assert note.is_visible()
    page.reload()
    assert note.is_visible()
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    assert not note.is_visible()


def test_the_epilogue_stands_behind_a_step(site: Site, visit: Visit) -> None:
    """On a case the way to its end is closed until a reader says to have decided."""
    page = visit(site.kinds["case"])
    link = page.get_by_role("link", name="Read the epilogue")
    assert not link.is_visible()
    page.get_by_text("We have decided").click()
    link.click()
    assert page.url.endswith("/epilogue/")


def test_what_is_printed_is_the_text(site: Site, visit: Visit) -> None:
    """On paper there are no menus, no search and no buttons."""
    page = visit(site.module)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    for gone in (".md-header", ".md-tabs", ".md-sidebar--primary", ".md-footer"):
        assert not page.locator(gone).first.is_visible(), gone


@pytest.mark.parametrize(
    ("directive", "attempt"),
    [
        (
            "script-src-elem",
            "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))",
        ),
        ("script-src-attr", "document.body.setAttribute('onclick', '1')"),
        ("connect-src", "fetch('https://example.org/').catch(() => 0)"),
        ("img-src", "new Image().src = 'https://example.org/x.png'"),
    ],
)
def test_the_policy_is_in_force(
    site: Site, chromium: Browser, directive: str, attempt: str
) -> None:
    """What no page may do is stopped by the browser itself, and nothing leaves it."""
    context = chromium.new_context()
    page = context.new_page()
    answered: list[str] = []
    page.on("response", lambda answer: answered.append(answer.url))
    page.goto(site.address + site.module)
    # Inside of the page's own world, as a script of the page would.
    broken = page.evaluate(
        """async (attempt) => {
          const seen = new Promise((tell) => document.addEventListener(
            "securitypolicyviolation", (event) => tell(event.effectiveDirective), { once: true }));
          try { Function(attempt)(); } catch {}
          return Promise.race([seen, new Promise((tell) => setTimeout(tell, 3000, "nothing"))]);
        }""",
        attempt,
    )
    context.close()
    assert directive == broken
    assert [] == [address for address in answered if not address.startswith(site.address)]
