"""Whether a reader's device keeps the site when asked: not before, whole, without a network, and gone in one click."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect
from served import AXE, Site, serving

from curriculum.device import additions
from curriculum.sayings import Sayings
from folders import read

KEPT = """async () => ({
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  caches: (await caches.keys()).length,
})"""
NOTHING = {"workers": 0, "caches": 0}


def _finish(folder: Path) -> None:
    """Write what a site needs to be kept, as `curriculum build` does."""
    for path, raw in additions(read(folder), Sayings()).items():
        (folder / path).write_bytes(raw)


def _others(folder: str, names: list[str]) -> set[str]:
    """Leave out what would only take time: most sections of the site."""
    del folder
    return {"contribute", "kits", "cases", "frameworks", "api", "catalog.json"} & set(names)


@pytest.fixture
def own(site: Site, tmp_path: Path) -> Path:
    """The flagship with two packets, in a folder that a test may change."""
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder, ignore=_others)
    (folder / "packets").mkdir()
    for paper in ("a4", "letter"):
        (folder / f"packets/one.mayor.{paper}.pdf").write_bytes(b"%PDF-1.7 " * 20000)
    _finish(folder)
    return folder


@pytest.fixture
def device(chromium: Browser) -> Iterator[Page]:
    """A browser of its own; at the end its pages met no error but a lost network."""
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda m: troubles.append(m.text) if "Policy" in m.text else None)
    yield page
    context.close()
    assert [] == troubles


def _keep(page: Page, address: str) -> None:
    page.goto(f"{address}downloads/")
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.locator("[data-device-status]")).to_contain_text(
        "Kept on this device", timeout=60000
    )


def test_nothing_is_kept_before_it_is_asked_for(own: Path, device: Page) -> None:
    """Pages register no worker; the downloads page says how much would be kept."""
    with serving(own) as address:
        for page in ("", "find/", "downloads/"):
            device.goto(address + page)
            device.wait_for_load_state("networkidle")
            assert NOTHING == device.evaluate(KEPT)
        ask = device.locator("[data-device]")
        expect(ask).to_contain_text("MB of this device")
        expect(ask.get_by_text("A4 (180 KB)")).to_be_visible()
        expect(ask.get_by_text("Large print")).to_have_count(0)
        device.evaluate(AXE.read_text("utf-8"))
        assert [] == device.evaluate("axe.run('[data-device]')")["violations"]


def test_without_scripts_the_page_says_what_is_missing(own: Path, chromium: Browser) -> None:
    """No button stands there that does nothing."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    with serving(own) as address:
        page.goto(f"{address}downloads/")
        assert page.locator("[data-device] noscript p").inner_text() == "This needs JavaScript."
        assert page.locator("[data-device-keep]").is_hidden()
    context.close()


def test_what_was_kept_opens_without_a_network(site: Site, own: Path, device: Page) -> None:
    """Pages, their looks and the search work when the server is gone; one click leaves nothing."""
    with serving(own) as address:
        _keep(device, address)
        expect(device.get_by_role("button", name="Remove it")).to_be_visible()
        assert {"workers": 1, "caches": 1} == device.evaluate(KEPT)
    device.goto(address)
    assert (
        device.evaluate("getComputedStyle(document.querySelector('.md-header')).position")
        == "sticky"
    )
    device.goto(f"{address}{site.module}worksheet/?from=home#__title")
    assert device.locator("h1").inner_text().startswith("Worksheet")
    device.keyboard.press("/")
    device.locator(".search__input").fill("trust")
    found = device.locator('.search__results li > a[href*="modules/"]').first
    title = found.inner_text()
    found.click()
    assert device.locator("h1").inner_text() == title
    lost = device.goto(f"{address}no/such/page/")
    assert lost
    assert (404, True) == (lost.status, device.locator("h1").is_visible())
    assert "failed" == device.evaluate(
        f"fetch('{address}packets/one.mayor.a4.pdf').catch(() => 'failed')"
    )
    device.goto(f"{address}downloads/")
    device.get_by_role("button", name="Remove it").click()
    expect(device.locator("[data-device-status]")).to_contain_text("Removed")
    assert NOTHING == device.evaluate(KEPT)


def test_a_page_opened_meanwhile_shows_how_far_it_is(own: Path, device: Page) -> None:
    """Keeping goes on when its page is left, and is followed where it is opened again."""
    (own / "packets/one.mayor.a4.pdf").write_bytes(b"%PDF-1.7 " * 4000000)
    _finish(own)
    with serving(own) as address:
        device.goto(f"{address}downloads/")
        device.get_by_label("A4").check()
        device.get_by_role("button", name="Keep it on this device").click()
        expect(device.locator("[data-device-status]")).to_contain_text("Being kept")
        device.reload()
        status = device.locator("[data-device-status]")
        expect(status).to_contain_text("Kept on this device. It opens", timeout=60000)
        assert device.get_by_label("A4").is_checked()


def test_packets_are_kept_by_choice(own: Path, device: Page) -> None:
    """The chosen paper and no other; a later choice takes the place of the first."""
    size = "(a) => fetch(a).then((r) => r.ok ? r.blob() : new Blob()).then((b) => b.size).catch(() => 0)"
    a4, letter = "../packets/one.mayor.a4.pdf", "../packets/one.mayor.letter.pdf"
    with serving(own) as address:
        device.goto(f"{address}downloads/")
        device.get_by_label("A4").check()
        _keep_again(device)
        away = own.with_name("away")
        (own / "packets").rename(away)
        assert [180000, 0] == [device.evaluate(size, each) for each in (a4, letter)]
        away.rename(own / "packets")
        device.reload()
        assert device.get_by_label("A4").is_checked()
        device.get_by_label("A4").uncheck()
        device.get_by_label("Letter").check()
        _keep_again(device)
    assert [0, 180000] == [device.evaluate(size, each) for each in (a4, letter)]


def _keep_again(page: Page) -> None:
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.locator("[data-device-progress]")).to_be_hidden(timeout=60000)
    expect(page.locator("[data-device-status]")).to_contain_text("Kept on this device. It")


def test_a_newer_edition_takes_the_place_whole_and_when_asked(own: Path, device: Page) -> None:
    """Until the reader changes, every page is of the old edition; only what changed is fetched."""
    with serving(own) as address:
        _keep(device, address)
        for name in ("index.html", "find/index.html", "assets/curriculum/reader.css"):
            file = own / name
            file.write_text(file.read_text("utf-8").replace("</h1>", " anew</h1>") + "\n", "utf-8")
        _finish(own)
        fetched: list[str] = []
        device.context.on("request", lambda request: _note(request, address, fetched))
        device.goto(address)
        expect(device.locator("[data-newer]")).to_be_visible(timeout=60000)
        worker = {path for path in fetched if path.startswith("worker ")}
        changed = {
            "",
            "find/",
            "assets/curriculum/reader.css",
            "downloads/",
            "device.json",
            "sw.js",
        }
        assert {f"worker {path}" for path in changed} >= worker
        device.goto(f"{address}find/")
        assert "anew" not in device.locator("h1").inner_text()
        with device.expect_navigation():
            device.get_by_role("button", name="Change to it").click()
        assert "anew" in device.locator("h1").inner_text()
        assert {"workers": 1, "caches": 1} == device.evaluate(KEPT)
    device.goto(address)
    assert "anew" in device.locator("h1").inner_text()


def _note(request: Request, address: str, fetched: list[str]) -> None:
    who = "worker" if request.service_worker else "page"
    fetched.append(f"{who} {request.url.removeprefix(address)}")


def test_half_an_edition_is_never_served(own: Path, device: Page) -> None:
    """While a host has new files beside old ones, the device stays with what it has."""
    with serving(own) as address:
        _keep(device, address)
        page = own / "index.html"
        page.write_text(page.read_text("utf-8").replace("</h1>", " anew</h1>"), "utf-8")
        _finish(own)
        page.write_text(page.read_text("utf-8").replace(" anew</h1>", " broken</h1>"), "utf-8")
        device.goto(f"{address}find/")
        device.evaluate("navigator.serviceWorker.ready.then((r) => r.update()).catch(() => 0)")
        device.wait_for_function(
            "navigator.serviceWorker.ready.then((r) => !r.installing && !r.waiting)"
        )
        assert device.locator("[data-newer]").is_hidden()
        device.goto(address)
        heading = device.locator("h1").inner_text()
        assert ("anew" in heading, "broken" in heading) == (False, False)


def test_a_broken_line_is_said_and_gone_on_with(own: Path, device: Page) -> None:
    """What failed leaves no worker; a second try fetches only what is missing."""
    served: list[str] = []

    def cut(route: Route) -> None:
        served.append(route.request.url)
        route.abort() if len(served) > 100 else route.continue_()

    with serving(own) as address:
        device.goto(f"{address}downloads/")
        device.context.route(lambda url: "/pagefind/" in url or url.endswith("/"), cut)
        device.get_by_role("button", name="Keep it on this device").click()
        status = device.locator("[data-device-status]")
        expect(status).to_contain_text("Not all of it came through", timeout=60000)
        assert device.evaluate(KEPT)["workers"] == 0
        device.context.unroute_all()
        _keep_again(device)
