"""Whether the site stays light: bytes as a server with gzip sends them, against `budgets.json`."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response
from served import KINDS, Site, Visit

from curriculum.device import WORKER, worker

BUDGETS = json.loads(Path(__file__).with_name("budgets.json").read_text("utf-8"))
"""In bytes: what a first view of a page loads, what opening the search and a first query add, and
all scripts of ours together."""
_PACKED = (".woff2", ".png", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter")


def _sent(address: str, raw: bytes) -> int:
    """Return how many bytes are sent for a file: what is packed already is sent as it is."""
    packed = address.partition("?")[0].endswith(_PACKED)
    return len(raw) if packed else len(gzip.compress(raw, 6))


class _Scale:
    """Adds up what a page has loaded since it was last asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.answers: list[Response] = []
        page.on("response", self._note)

    def _note(self, answer: Response) -> None:
        self.answers.append(answer)

    def bytes(self) -> int:
        self.page.wait_for_load_state("networkidle")
        answers, self.answers[:] = list(self.answers), []
        own = [answer for answer in answers if answer.url.startswith("http")]
        return sum(_sent(answer.url, answer.body()) for answer in own)


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_view_keeps_its_budget(site: Site, visit: Visit, kind: str) -> None:
    """The page, its styles, scripts, pictures and font: nothing was in the browser before."""
    page = visit("about:blank", raw=True)
    scale = _Scale(page)
    page.goto(site.address + site.kinds[kind])
    assert 20000 < scale.bytes() <= BUDGETS["first-view"]


@pytest.mark.parametrize("word", ["trust", "pothole", "budget"])
def test_opening_the_search_and_a_first_query_keep_their_budget(visit: Visit, word: str) -> None:
    """The engine, the filters, the words that begin alike and the results."""
    page = visit("find/")
    scale = _Scale(page)
    scale.bytes()
    page.keyboard.press("/")
    page.keyboard.type(word)
    page.wait_for_selector(".search__results li")
    assert 20000 < scale.bytes() <= BUDGETS["search"]


def test_all_scripts_together_keep_their_budget(site: Site) -> None:
    """Each as it is served; those of the copy that opens from files count too."""
    folder = site.folder / "assets/curriculum"
    served = {file.name: file.read_bytes() for file in folder.glob("*.js")}
    served[WORKER] = worker(b"")
    assert sum(_sent(name, raw) for name, raw in served.items()) <= BUDGETS["scripts"]
