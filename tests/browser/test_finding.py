"""Whether people find what they look for: by search, in the table, and not what gives a case away."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from served import Site, Visit


def ask(page: Page, words: str) -> None:
    """Open the search with its key and type."""
    page.keyboard.press("/")
    page.keyboard.type(words)


def results(page: Page) -> list[str]:
    """Return the addresses of the pages found, once there are any."""
    page.wait_for_selector(".search__results li")
    return [
        link.get_attribute("href") or "" for link in page.locator(".search__results li > a").all()
    ]


def phrase(text: str) -> str:
    """Return six plain words from the middle of a Markdown text."""
    runs = re.findall(r"(?:[A-Za-z]{2,} ){6}", text)
    return str(runs[len(runs) // 2]).strip()


def test_slash_opens_the_search_but_not_while_typing(site: Site, visit: Visit) -> None:
    """The key works anywhere on a page; in a field it is only a stroke."""
    page = visit(site.kinds["worksheet"])
    field = page.locator(".field textarea").first
    field.focus()
    page.keyboard.press("/")
    assert field.input_value() == "/"
    assert not page.evaluate("document.querySelector('dialog.search').open")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.evaluate("document.querySelector('dialog.search').open")
    assert page.evaluate("document.activeElement.value") == ""


def test_every_module_is_found_by_a_phrase_from_its_middle(site: Site, visit: Visit) -> None:
    """Six words from the middle of a briefing bring its module among the first results."""
    page = visit("")
    page.keyboard.press("/")
    page.wait_for_selector("#search-kind")
    for module in site.catalog.in_order():
        words = phrase(site.catalog.bodies[module.parts["briefing"]].text)
        page.locator("#search-words").fill(words)
        found = page.locator(f".search__results a[href*='{module.folder}/']").first
        expect(found, f"{module.id}: {words}").to_be_visible()


def test_arrows_and_enter_lead_to_a_page(visit: Visit) -> None:
    """Down goes to the first result, up comes back, and Enter opens it."""
    page = visit("")
    ask(page, "trust")
    first = results(page)[0]
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == first
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-words"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.split("#")[0].endswith(first.split("#")[0])
    assert page.locator("h1").count() == 1


def test_escape_closes_at_once(visit: Visit) -> None:
    """One press closes the dialog, also with words in the field."""
    page = visit("")
    ask(page, "trust")
    page.keyboard.press("Escape")
    assert not page.evaluate("document.querySelector('dialog.search').open")


def test_a_result_says_what_it_is(visit: Visit) -> None:
    """Each result has its kind below its title, the words in their sentence, and no stray marks."""
    page = visit("")
    ask(page, "trust")
    results(page)
    for item in page.locator(".search__results li").all():
        assert item.locator(".search__facts").inner_text()
        assert item.locator("mark").count() > 0
        assert "¶" not in item.inner_text()


def test_filters_narrow_and_count(site: Site, visit: Visit) -> None:
    """Each of the four filters is there once, counts what it holds and leaves only that."""
    page = visit("")
    ask(page, "city")
    results(page)
    assert ["track", "audience", "kind", "minutes"] == page.evaluate(
        "[...document.querySelectorAll('.search__filters select')].map((s) => s.name)"
    )
    expect(page.locator("#search-kind option[value='Module']")).to_have_text(
        re.compile(r"Module \(\d+\)")
    )
    page.locator("#search-kind").select_option("Module")
    expect(page.locator(".search__facts").filter(has_not_text="Module")).to_have_count(0)
    track = site.catalog.tracks[site.told.track].value.title
    page.locator("#search-track").select_option(track)
    expect(page.locator(".search__facts").filter(has_not_text=track)).to_have_count(0)
    assert page.locator(".search__facts").count() > 0


def test_an_empty_result_helps(visit: Visit) -> None:
    """Who finds nothing is told what to try, and where the table is."""
    page = visit("")
    ask(page, "ωψωψω")
    status = page.locator("[data-search-status]")
    expect(status).to_contain_text("Nothing found for “ωψωψω”.")
    expect(status).to_contain_text("Try one plain word")
    page.get_by_role("link", name="table of all modules").click()
    expect(page).to_have_url(re.compile("/find/$"))


def test_an_epilogue_is_found_only_when_asked_for(site: Site, visit: Visit) -> None:
    """What happened afterwards is no result, unless its kind is chosen."""
    path = site.case.parts["epilogue"]
    words = phrase(site.catalog.bodies[path].text)
    page = visit("")
    ask(page, words)
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("pages?|Nothing"))
    epilogue = page.locator(f".search__results a[href*='{site.case.id}/epilogue/']").first
    expect(epilogue).not_to_be_visible()
    page.locator("#search-kind").select_option("Epilogue")
    expect(epilogue).to_be_visible()


def test_words_in_the_field_are_only_words(visit: Visit) -> None:
    """HTML typed into the search is neither run nor drawn."""
    page = visit("")
    ask(page, "<img src=x onerror=alert(1)>")
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("page|Nothing"))
    assert page.locator("dialog.search img").count() == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_table_lists_every_module(site: Site, visit: Visit, scripts: bool) -> None:  # noqa: FBT001
    """The find page has a row for each module; it needs no script."""
    page = visit("find/", java_script_enabled=scripts)
    rows = page.locator(".module-table tbody tr th a").all()
    assert len(site.catalog.modules) == len(rows)
    title = rows[0].inner_text()
    rows[0].click()
    assert page.locator("h1").first.inner_text().startswith(title)


def test_every_module_is_three_clicks_from_home(site: Site) -> None:
    """Following links from the home page, no module is further than three pages away."""
    reached, edge = {""}, {""}
    for _ in range(3):
        edge = {link for page in edge for link in site.links(page)} - reached
        reached |= edge
    far = [m.folder for m in site.catalog.in_order() if f"{m.folder}/" not in reached]
    assert [] == far
