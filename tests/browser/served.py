"""What the browser tests drive: the flagship built once, served on this machine, and a watched Chromium."""

from __future__ import annotations

import functools
import posixpath
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, sync_playwright

from curriculum.assemble import assemble
from curriculum.catalog import Catalog
from curriculum.macros import SIGNATURES
from curriculum.plugin import build_site
from curriculum.sites import uri_of, url_of
from curriculum.tree import read_files

ROOT = Path(__file__).parents[2]
BASE = "/curriculum/"
AXE = ROOT / "node_modules/axe-core/axe.min.js"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# One path with a branch and one agenda of our own, so that both kinds of page are always there.
PATH = """\
# yaml-language-server: $schema=../../schema/path.json
title: A path for tests
summary: It has a step and a choice.
audience: [mayor]
budget: 6000
steps:
  - module: {0.id}
    why: It comes first.
  - choose: 1
    prompt: What is in front of you?
    options:
      - label: A service is failing
        modules: [{1.id}]
      - label: Nobody agrees
        modules: [{2.id}]
"""
AGENDA = """\
# yaml-language-server: $schema=../../schema/agenda.json
title: An agenda for tests
summary: One short day.
audience: [mayor]
group: 24
days:
  - title: The only day
    sessions:
      - {{start: "09:00", minutes: {0.value.minutes}, do: Work, mode: plenary, module: {0.id}}}
      - {{start: "18:00", minutes: 60, do: Eat, mode: break}}
"""


class Site:
    """A served site: its address, its folder, its catalog, and what to visit of each kind."""

    def __init__(self, address: str, folder: Path, catalog: Catalog) -> None:
        self.address = address
        self.folder = folder
        self.catalog = catalog
        told = next(m for m in catalog.in_order() if m.value.case and "worksheet" in m.parts)
        case = catalog.cases[told.value.case or ""]
        framework = next(iter(catalog.frameworks))
        self.module = f"{told.folder}/"
        self.kinds = {
            "home": "",
            "find": "find/",
            "track": f"modules/{told.track}/",
            "module": self.module,
            "worksheet": f"{self.module}worksheet/",
            "case": f"cases/{case.id}/",
            "epilogue": f"cases/{case.id}/epilogue/",
            "path": "paths/browser-test/",
            "agenda": "agendas/browser-test/",
            "glossary": "glossary/",
            "frameworks": "frameworks/",
            "framework": f"frameworks/{framework}/",
        }
        self.case = case
        self.told = told
        noted = next(path for path, body in catalog.bodies.items() if _shows_notes(path, body.text))
        self.noted = url_of(uri_of(noted))

    def links(self, page: str) -> set[str]:
        """Return the pages that a page links to, as folders below the site's root."""
        tree = html.parse(str(self.folder / page / "index.html"))
        found = {
            posixpath.normpath(posixpath.join("/", page, href)) for href in tree.xpath("//a/@href")
        }
        inside = {path[1:] + "/" * (path != "/") for path in found}
        return {path for path in inside if (self.folder / path / "index.html").exists()}


def _shows_notes(path: str, text: str) -> bool:
    """Whether a page holds notes that only the switch shows."""
    return "!!! facilitator" in text and path.endswith(("index.md", "worksheet.md"))


KINDS = (
    "home",
    "find",
    "track",
    "module",
    "worksheet",
    "case",
    "epilogue",
    "path",
    "agenda",
    "glossary",
    "frameworks",
    "framework",
)


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder below the path of its public address, and its own page for what is missing."""

    def translate_path(self, path: str) -> str:
        """Return the file of an address; what is outside of the site is nowhere."""
        inside = urlsplit(path).path
        if not inside.startswith(BASE):
            return str(Path(self.directory) / "nowhere")
        return super().translate_path("/" + inside.removeprefix(BASE))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page where nothing is found, as hosts do."""
        page = Path(self.directory) / "404.html"
        if code != 404:
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002
        """Say nothing: what matters is in the tests."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{BASE}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The flagship with one more path and agenda, built and served."""
    root = tmp_path_factory.mktemp("flagship")
    for name in ("content", "modules", "macros", "overrides"):
        shutil.copytree(ROOT / name, root / name, symlinks=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    _add_path_and_agenda(root)
    plugin = build_site(root / "mkdocs.yml", root / "out")
    with serving(root / "out") as address:
        yield Site(address, root / "out", plugin.catalog)


def _add_path_and_agenda(root: Path) -> None:
    catalog, _ = assemble(read_files(root), SIGNATURES)
    modules = catalog.in_order()
    free = [m for m in modules if "mayor" in m.value.audience and not m.value.requires]
    for folder, text in (("paths", PATH), ("agendas", AGENDA)):
        (root / "content" / folder).mkdir(exist_ok=True)
        (root / "content" / folder / "browser-test.yml").write_text(text.format(*free), "utf-8")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without any talk of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(site: Site, chromium: Browser) -> Iterator[Visit]:
    """Open a page of the site; at the end no visit may have met an error or another host."""
    contexts = []
    troubles: list[str] = []

    def visit(
        place: str = "", *, width: int = 1280, dark: bool = False, raw: bool = False, **options: Any
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: _same_host(site, request.url, troubles))
        page.goto(place if raw else site.address + place)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert [] == troubles


def _same_host(site: Site, address: str, troubles: list[str]) -> None:
    if not address.startswith((site.address, "data:", "blob:" + site.address)):
        troubles.append(f"a request to {address}")
