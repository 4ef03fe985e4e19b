"""Which notes for the facilitator stand in a rendered text, and under which heading."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from curriculum.contents import words_of

_ROOT = "https://site.invalid/"


@dataclass(frozen=True)
class Note:
    """A note for the person who runs the session."""

    heading: str
    """The heading it stands under, or the empty string."""
    anchor: str
    """The id of that heading."""
    title: str
    """The note's own title."""
    html: str
    """What it says, with links that lead from the page where it is gathered."""


def facilitators_notes(text: str, url: str, here: str) -> list[Note]:
    """Return the notes in the HTML of one page.

    `url` is the address of that page and `here` of the one that gathers the notes, both below the
    site's root.
    """
    if not text.strip():
        return []
    heading, anchor = "", ""
    found: list[Note] = []
    for element in html.fragment_fromstring(text, create_parent="div").iter(etree.Element):
        if element.tag in {"h2", "h3"}:
            heading, anchor = words_of(element), element.get("id") or ""
        elif element.tag == "div" and {"admonition", "facilitator"} <= set(element.classes):
            found.append(_note(element, heading, anchor, url, here))
    return found


def _note(element: Any, heading: str, anchor: str, url: str, here: str) -> Note:
    title = ""
    parts = []
    for child in element:
        if "admonition-title" in child.classes:
            title = words_of(child)
            continue
        for inner in child.iter(etree.Element):
            inner.attrib.pop("id", None)
            for name in ("href", "src"):
                if inner.get(name):
                    inner.set(name, _moved(inner.get(name), url, here))
        parts.append(html.tostring(child, encoding="unicode"))
    return Note(heading, anchor, title, "".join(parts).strip())


def _moved(address: str, url: str, here: str) -> str:
    """Return an address as it must stand on another page."""
    target = urljoin(_ROOT + url, address)
    if not target.startswith(_ROOT):
        return address
    parts = urlsplit(target)
    path = parts.path.lstrip("/")
    link = posixpath.relpath(path or ".", here or ".")
    link += "/" if parts.path.endswith("/") else ""
    return f"{link}#{parts.fragment}" if parts.fragment else link
