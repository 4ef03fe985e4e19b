"""How the tests of packets render Markdown: as MkDocs does, without MkDocs."""

from __future__ import annotations

import contextlib
import posixpath
from functools import partial
from pathlib import Path
from typing import Any

import markdown
import small
from jinja2 import Environment, StrictUndefined
from lxml import html as lxml_html

from curriculum.assemble import assemble
from curriculum.catalog import Catalog
from curriculum.macros import SIGNATURES, VOCABULARY, Place
from curriculum.rendered import Rendered
from curriculum.settings import Settings
from curriculum.sites import link_between, uri_of, url_of
from curriculum.source import front_matter
from curriculum.tree import read_files

ROOT = Path(__file__).parents[2]
EXTENSIONS = ["tables", "admonition", "attr_list", "def_list", "footnotes", "sane_lists", "toc"]
SETTINGS = Settings(
    name="The Open City Leadership Curriculum",
    url="https://example.org/curriculum/",
    edition="2026.1",
    date="2026-11-22",
    contact="hello@example.org",
    notice="An independent work. No university, foundation or city government has endorsed it.",
)


def render(catalog: Catalog, path: str) -> Rendered:
    """Return one Markdown file as the site renders it."""
    text = catalog.bodies[path].text
    _, skipped = front_matter(text)
    place = Place(catalog, path)
    words: dict[str, Any] = {name: partial(word, place) for name, word in VOCABULARY.items()}
    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701
    source = environment.from_string("\n".join(text.split("\n")[skipped:])).render(**words)
    article = markdown.markdown(
        source, extensions=EXTENSIONS, extension_configs={"toc": {"permalink": True}}
    )
    uri = uri_of(path)
    title = catalog.bodies[path].title
    return Rendered(path=path, uri=uri, url=url_of(uri), title=title, html=_linked(article, uri))


def _linked(article: str, uri: str) -> str:
    """Rewrite links between Markdown files to links between pages, as MkDocs does."""
    root = lxml_html.fragment_fromstring(article, create_parent="div")
    for link in root.iter("a", "img"):
        name = "href" if link.tag == "a" else "src"
        address, _, fragment = (link.get(name) or "").partition("#")
        if not address or ":" in address or address.endswith("/"):
            continue
        to = posixpath.normpath(posixpath.join(posixpath.dirname(uri), address))
        if address.endswith(".md"):
            link.set(name, link_between(uri, to, fragment))
        else:
            link.set(name, posixpath.relpath(to, url_of(uri) or "."))
    return lxml_html.tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


def read_flagship() -> tuple[Catalog, dict[str, Rendered]]:
    """Return the flagship's catalog and the pages of every part that can be rendered."""
    catalog, _ = assemble(read_files(ROOT), SIGNATURES)
    paths = [
        path
        for kind in (catalog.modules, catalog.cases)
        for entry in kind.values()
        for path in entry.parts.values()
    ]
    pages = {}
    for path in paths:
        with contextlib.suppress(KeyError):  # a part that names something not yet written
            pages[path] = render(catalog, path)
    return catalog, pages


def read_small() -> tuple[Catalog, dict[str, Rendered]]:
    """Return the small curriculum's catalog and the pages of all its parts."""
    catalog, findings = assemble(
        {path: text.encode() for path, text in small.texts().items()}, SIGNATURES
    )
    assert findings == []
    return catalog, {path: render(catalog, path) for path in catalog.bodies}
