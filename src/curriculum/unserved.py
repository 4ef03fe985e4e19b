"""What the search of a site without a server knows of a page: its name, its filters and the text of its sections."""

from __future__ import annotations

from typing import Any

from lxml import html

from curriculum.contents import words_of

_LEFT_OUT = {"script", "style", "template", "noscript"}
_BREAKS = {"p", "li", "td", "th", "dt", "dd", "div", "tr", "legend", "label", "caption", "br"}


def entry(path: str, text: str) -> dict[str, Any] | None:
    """Return a page for the index, or None for one that search leaves out."""
    root: Any = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    bodies = root.xpath("//*[@data-pagefind-body]")
    if not bodies:
        return None
    filters: dict[str, list[str]] = {}
    for meta in root.xpath("//meta[@data-pagefind-filter]"):
        name = meta.get("data-pagefind-filter").partition("[")[0]
        filters.setdefault(name, []).append(meta.get("content"))
    titles = root.xpath('//meta[@data-pagefind-meta="title[content]"]/@content')
    sections: list[list[str]] = [["", "", ""]]
    _gather(bodies[0], sections)
    parts = [[id_, head.strip(), " ".join(words.split())] for id_, head, words in sections]
    return {
        "url": path,
        "title": titles[0] if titles else parts[0][1],
        "filters": filters,
        "parts": [part for part in parts if part[1] or part[2]],
    }


def _gather(element: Any, sections: list[list[str]]) -> None:
    """Add the text of an element to its section; a heading with an id begins a new one."""
    if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
        return
    if element.get("data-pagefind-ignore") is not None or "headerlink" in element.classes:
        return
    if element.tag in {"h2", "h3"} and element.get("id"):
        sections.append([element.get("id"), words_of(element), ""])
        return
    gap = " " if element.tag in _BREAKS else ""
    sections[-1][2] += gap + (element.text or "")
    for child in element:
        _gather(child, sections)
        sections[-1][2] += child.tail or ""
    sections[-1][2] += gap
