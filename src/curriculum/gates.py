"""Whether a finished site may be published: its links, scripts and addresses, looked at as a browser would."""

from __future__ import annotations

import base64
import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from curriculum.addresses import unsafe_part
from curriculum.findings import Finding
from curriculum.policy import SCRIPTS

_LINKS = (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src"))
_LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
}
_LOADING_RELS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
_RUN = {"javascript:", "vbscript:"}
_ERRORS = ("Macro Rendering Error", "Macro Syntax Error", "jinja2.exceptions")


@dataclass(frozen=True)
class Parsed:
    """A page of the finished site: its tree, its text and the ids that a link may point at."""

    path: str
    text: str
    tree: Any
    ids: frozenset[str]


def parse(path: str, raw: bytes) -> Parsed:
    """Parse one page of the site."""
    text = raw.decode("utf-8")
    tree = html.document_fromstring(raw, parser=html.HTMLParser(encoding="utf-8"))
    ids = frozenset(element.get("id") or element.get("name") or "" for element in tree.iter())
    return Parsed(path, text, tree, ids)


def findings(files: Mapping[str, bytes], base: str = "") -> list[Finding]:
    """Return what stands against publishing a site: `files` maps its paths to their bytes.

    `base` is the path of the site's public address (`/curriculum/`), below which the 404 page
    links with absolute addresses.
    """
    pages = {path: parse(path, files[path]) for path in files if path.endswith(".html")}
    found: list[Finding] = []
    for page in pages.values():
        found += _broken_links(page, pages, files, base)
        found += _scripts(page)
        found += _third_parties(page)
        found += _errors(page)
    return sorted(found)


def _line(element: Any) -> int:
    return element.sourceline or 1


def _broken_links(
    page: Parsed, pages: Mapping[str, Parsed], files: Mapping[str, bytes], base: str
) -> Iterator[Finding]:
    for tag, attribute in _LINKS:
        for element in page.tree.iter(tag):
            address = element.get(attribute)
            if address is None or urlsplit(address).scheme or address.startswith("//"):
                continue
            target, fragment = _resolve(page.path, address, base)
            if target not in files:
                yield Finding(
                    page.path,
                    _line(element),
                    "links-resolve",
                    f"`{address}` leads to no page",
                    "mend the link in its source",
                )
            elif fragment and target in pages and fragment not in pages[target].ids:
                yield Finding(
                    page.path,
                    _line(element),
                    "anchors-exist",
                    f"`{address}` points at a place that is not on the page",
                    "mend the link in its source",
                )


def _resolve(page: str, address: str, base: str) -> tuple[str, str]:
    """Return the file an address leads to and the fragment."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if path.startswith("/"):
        target = path.removeprefix(base) if base and path.startswith(base) else path[1:]
    elif path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        target += "/" if path.endswith("/") or path in {".", ".."} else ""
    else:
        return page, unquote(parts.fragment)
    target = target.removeprefix("./")
    if target in {"", "."} or target.endswith("/"):
        target = posixpath.join(target.removeprefix("."), "index.html").lstrip("/")
    return target, unquote(parts.fragment)


def _scripts(page: Parsed) -> Iterator[Finding]:
    for element in page.tree.iter("script"):
        kind = (element.get("type") or "").lower()
        if element.get("src") or kind in {"application/json", "application/ld+json"}:
            continue
        digest = hashlib.sha256((element.text or "").encode()).digest()
        if base64.b64encode(digest).decode() not in SCRIPTS:
            yield Finding(
                page.path,
                _line(element),
                "scripts-are-known",
                "an inline script is not on the list",
                "put it into a file of the theme",
            )
    for element in page.tree.iter(etree.Element):
        for name, value in element.attrib.items():
            if name.startswith("on") or unsafe_part(value).lower() in _RUN:
                yield Finding(
                    page.path,
                    _line(element),
                    "scripts-are-known",
                    f"`{name}` on `<{element.tag}>` runs code",
                    "take it out",
                )


def _third_parties(page: Parsed) -> Iterator[Finding]:
    for element in page.tree.iter(*_LOADED, "link"):
        if element.tag == "link":
            loads = _LOADING_RELS & set((element.get("rel") or "").split())
            address = element.get("href") if loads else None
        else:
            address = element.get(_LOADED[element.tag])
        if address and (urlsplit(address).netloc or urlsplit(address).scheme in {"http", "https"}):
            yield Finding(
                page.path,
                _line(element),
                "pages-load-nothing-foreign",
                f"`{address}` is loaded from another host",
                "keep a copy in the site",
            )


def _errors(page: Parsed) -> Iterator[Finding]:
    for words in _ERRORS:
        if words in page.text:
            line = page.text.count("\n", 0, page.text.index(words)) + 1
            yield Finding(
                page.path,
                line,
                "pages-hold-no-errors",
                f"the page shows `{words}`",
                "see the build's log",
            )
