"""What scripts say: with every word of the interface in marks, nothing that they write lacks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from served import serving

from curriculum.plugin import build_site
from marked import authored, marked, strange, unmarked

# Everything that is seen or read aloud now, in the page's order.
SHOWN = """() => {
  const found = [document.body.innerText];
  for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
    if (!element.checkVisibility()) continue;
    for (const name of ["aria-label", "placeholder", "title"]) found.push(element.getAttribute(name) || "");
  }
  return found;
}"""
Open = Callable[[str], Page]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of the small curriculum with marks, built with its search."""
    root = marked(tmp_path_factory.mktemp("marked"))
    build_site(root / "mkdocs.yml", root / ".site")
    return root


@pytest.fixture
def visit(root: Path, chromium: Browser) -> Iterator[Open]:
    """Open a page of the small site with marks; no script may fail on it."""
    troubles: list[str] = []
    with serving(root / ".site") as address:
        context = chromium.new_context(locale="en-US")

        def visit(place: str) -> Page:
            page = context.new_page()
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.goto(address + place)
            return page

        yield visit
        context.close()
    assert [] == troubles


@pytest.fixture
def wrong(root: Path) -> Callable[[Page], list[str]]:
    """A function that returns what a page shows and neither its authors nor the file of words wrote."""
    known = authored(root)

    def wrong(page: Page) -> list[str]:
        shown = [piece for text in page.evaluate(SHOWN) for piece in unmarked(text)]
        return [words for text in shown for words in strange(text, known)]

    return wrong


Wrong = Callable[[Page], list[str]]


def test_search(visit: Open, wrong: Wrong) -> None:
    """The dialog, its filters, its results and what it says when there are none."""
    page = visit("find/")
    page.locator("[data-search-open]").first.click()
    expect(page.locator(".search select").first).to_be_visible()
    assert [] == wrong(page)
    page.locator(".search input").fill("soil")
    expect(page.locator(".search__results li").first).to_be_visible()
    assert [] == wrong(page)
    page.locator(".search input").fill("zzzz")
    expect(page.locator(".search__status")).to_contain_text("«")
    assert [] == wrong(page)


def test_a_worksheet(visit: Open, wrong: Wrong) -> None:
    """The bar that keeps answers, the question before they are cleared, and the notes' switch."""
    page = visit("modules/garden/soil/worksheet/")
    page.locator(".field textarea").first.fill("dry")
    expect(page.locator("[data-keep-status]")).to_contain_text("«")
    page.locator(".view-switch").click()
    page.locator("[data-take-part] button").click()
    assert [] == [words for words in wrong(page) if "M" not in words]
    page.locator("[data-keep-clear]").click()
    page.locator(".ask__yes").click()
    expect(page.locator(".keep__undo")).to_be_visible()
    assert [] == wrong(page)


def test_a_self_assessment(visit: Open, wrong: Wrong) -> None:
    """The chart of the marks."""
    page = visit("modules/garden/soil/self-assessment/")
    page.locator(".field--scale label").first.click()
    expect(page.locator("[data-chart]")).to_be_visible()
    expect(page.locator("[data-keep-status]")).to_contain_text("«")
    assert [] == [words for words in wrong(page) if "M" not in words]


def test_the_room_clock(visit: Open, wrong: Wrong) -> None:
    """The clock before its start and while it runs."""
    page = visit("modules/garden/soil/facilitate/")
    page.locator("[data-run]").first.click()
    page.locator("[data-room-go]").click()
    assert [] == [words for words in wrong(page) if words not in {"AM", "PM"}]


def test_my_packet(visit: Open, wrong: Wrong) -> None:
    """The list of parts, and what is said when one moves and when one goes."""
    for part in ("worksheet", "self-assessment"):
        visit(f"modules/garden/soil/{part}/").locator("[data-take-part] button").click()
    page = visit("my-packet/")
    page.locator(".packet__buttons button").first.click()
    assert [] == wrong(page)
    page.locator(".packet__buttons button").last.click()
    expect(page.locator("[data-packet-status]")).to_contain_text("«")
    assert [] == wrong(page)


def test_a_path(visit: Open, wrong: Wrong) -> None:
    """How far one is on a path, and where one goes on from the list of paths."""
    page = visit("paths/season/")
    page.locator("[data-done]").first.check()
    assert [] == wrong(page)
    page = visit("paths/")
    expect(page.locator("[data-continue]")).to_be_visible()
    assert [] == wrong(page)


def test_the_360_in_files(visit: Open, wrong: Wrong, tmp_path: Path) -> None:
    """All three roles: an invitation is saved and opened, and answers are asked for."""
    page = visit("three-sixty/#leader")
    for name in ("name", "coach"):
        page.locator(f"#sixty-{name}").fill("Water")
    page.locator("#sixty-due").fill("2027-01-31")
    with page.expect_download() as download:
        page.locator("[data-invite]").click()
    file = tmp_path / "invitation.json"
    download.value.save_as(file)
    assert [] == [words for words in wrong(page) if "json" not in words and "360" not in words]
    page.locator('[name="role"][value="rater"]').check()
    page.locator('[data-role="rater"] input[type=file]').set_input_files(file)
    expect(page.locator("[data-form]")).to_be_visible()
    page.locator("[data-answer]").click()
    assert [] == wrong(page)
    page.locator('[name="role"][value="coach"]').check()
    page.locator('[data-role="coach"] input[type=file]').set_input_files([file, file])
    expect(page.locator("[data-count]")).to_contain_text("«")
    assert [] == wrong(page)
