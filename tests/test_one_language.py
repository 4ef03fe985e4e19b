"""Whether a language is a file: with every word of the interface in marks, nothing on the site lacks them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from curriculum import plugin
from curriculum.examine import examine
from curriculum.pages import pages
from curriculum.plugin import build_site
from marked import authored, marked, strange, unmarked

TEMPLATES = Path(plugin.__file__).parent / "templates/pages"
LABELS = ("aria-label", "title", "placeholder", "alt")
GUIDE = ("contribute/fields/", "contribute/macros/", "contribute/rules/", "api/")
"""The engine's own guide, in English as the docstrings it shows, and the page for programmers."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of the small curriculum with marks, built once."""
    root = marked(tmp_path_factory.mktemp("marked"))
    build_site(root / "mkdocs.yml", root / ".site", with_search=False)
    return root


def bare(page: Path) -> Iterator[str]:
    """Yield every text of a page, and of its labels, that stands outside of the marks."""
    tree = html.fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    yield from unmarked("\n".join(texts(tree.find("body"))))
    for element in tree.iter():
        for name in LABELS:
            yield from unmarked(element.get(name) or "")


def texts(element: Any) -> Iterator[str]:
    """Yield the texts below an element in reading order, without scripts."""
    if isinstance(element.tag, str) and element.tag not in {"script", "style"}:
        yield element.text or ""
        for child in element:
            yield from texts(child)
            yield child.tail or ""


def test_every_word_of_the_interface_comes_from_the_file(site: Path) -> None:
    """What stands on a page was either written by the authors or says the file of words."""
    known, folder = authored(site), site / ".site"
    found: dict[str, str] = {}
    for page in sorted(folder.rglob("*.html")):
        path = page.relative_to(folder).as_posix()
        if not path.startswith(GUIDE):
            found.update((words, path) for text in bare(page) for words in strange(text, known))
    assert {} == found


def test_the_small_site_has_every_kind_of_page(site: Path) -> None:
    """So that a template without a page here is noticed."""
    kinds = {page.template for page in pages(examine(site)[0])}
    ours = {path.name for path in TEMPLATES.glob("*.html") if not path.name.startswith("_")}
    assert set() == ours - kinds
