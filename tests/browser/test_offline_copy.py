"""Whether the ZIP opens from the file system: links, search, what is kept, and nothing from outside."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect
from served import AXE, Site

from curriculum.archives import archive
from curriculum.gates import findings
from curriculum.offline import ARCHIVE, INDEX, offline_files
from folders import read

URL = "https://example.org/curriculum/"


@pytest.fixture(scope="module")
def unpacked(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flagship's ZIP, unpacked."""
    folder = tmp_path_factory.mktemp("stick")
    raw = archive(offline_files(read(site.folder), URL), "curriculum")
    zipfile.ZipFile(io.BytesIO(raw)).extractall(folder)
    return folder / "curriculum"


@pytest.fixture
def stick(unpacked: Path, chromium: Browser) -> Iterator[Page]:
    """The home page, opened as a file; at the end there was no error and no other address."""
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    root = unpacked.as_uri()
    page.on("request", lambda r: None if r.url.startswith(root) else troubles.append(r.url))
    page.goto(f"{root}/index.html")
    yield page
    context.close()
    assert [] == troubles


def test_every_link_in_the_copy_leads_to_a_file_or_outside(unpacked: Path) -> None:
    """The gates of the site hold for the copy; no link of a page leads to a folder."""
    files = read(unpacked)
    assert [] == findings(files)
    folders = [
        (path, href)
        for path, raw in files.items()
        if path.endswith(".html")
        for href in html.document_fromstring(raw).xpath("//a/@href")
        if "://" not in href and href.partition("#")[0].endswith(("/", "."))
    ]
    assert [] == folders


def test_what_only_a_server_gives_is_left_out(unpacked: Path) -> None:
    """Neither Pagefind nor packets nor an archive of itself is in it."""
    paths = set(read(unpacked))
    assert not [path for path in paths if path.startswith(("pagefind/", "packets/", "office/"))]
    assert {"404.html", ARCHIVE, "sitemap.xml"}.isdisjoint(paths)
    assert {"index.html", INDEX, "catalog.json"} <= paths


def test_links_are_followed_from_file_to_file(site: Site, stick: Page) -> None:
    """From home to a track, to a module and to its worksheet, where answers are kept."""
    stick.locator(f'a[href*="modules/{site.told.track}/index.html"]').first.click()
    stick.locator(f'.md-content a[href*="{site.told.id}/index.html"]').first.click()
    assert stick.locator("h1").inner_text() == site.told.value.title
    stick.locator('.md-content a[href*="worksheet/index.html"]').first.click()
    stick.locator(".field textarea").first.fill("Kept")
    expect(stick.locator("[data-keep-status]")).to_contain_text("Kept at")
    stick.reload()
    assert stick.locator(".field textarea").first.input_value() == "Kept"


def test_a_path_is_gone_on_with(stick: Page) -> None:
    """What is kept leads to a file, not to a folder."""
    stick.goto(stick.url.replace("index.html", "paths/browser-test/index.html"))
    stick.locator("[data-done]").first.check()
    stick.goto(stick.url.replace("paths/browser-test/", ""))
    stick.locator("[data-continue] a").first.click()
    assert stick.locator("h1").inner_text() == "A path for tests"


def test_a_phrase_is_found_and_its_page_opened(site: Site, stick: Page) -> None:
    """Search has the same screen, filters and counts, and puts pages with the phrase first."""
    stick.keyboard.press("/")
    stick.locator(".search__input").fill(site.told.value.title)
    first = stick.locator(".search__results li").first
    expect(first.locator("a").first).to_contain_text(site.told.value.title)
    assert first.locator("mark").count() > 0
    assert stick.locator("#search-track option").count() == 6
    stick.evaluate(AXE.read_text("utf-8"))
    # Without this axe fetches the style sheets, which a page from files may not.
    assert [] == stick.evaluate("axe.run(document, {preload: false})")["violations"]
    stick.locator("#search-kind").select_option("Case")
    expect(first.locator(".search__facts")).to_contain_text("Case")
    stick.locator("#search-kind").select_option("Module")
    expect(first.locator(".search__facts")).to_contain_text("Module")
    stick.locator(".search__input").press("Enter")
    stick.wait_for_url("**/modules/**/index.html")


def test_accents_and_plurals_do_not_hide_a_page(stick: Page) -> None:
    """`Medellin` finds Medellín, and nothing is found for what nobody wrote."""
    stick.keyboard.press("/")
    stick.locator(".search__input").fill("medellin")
    expect(stick.locator(".search__results mark").first).to_have_text(re.compile("^Medellín"))
    stick.locator(".search__input").fill("qqxxyy <b>")
    expect(stick.locator("[data-search-status]")).to_contain_text("Nothing found")
