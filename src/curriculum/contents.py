"""Which headings a page has, for its contents list."""

from __future__ import annotations

from typing import Any

from lxml import html

_LEVELS = {"h1": 1, "h2": 2, "h3": 3}


def contents(article: str) -> list[dict[str, Any]]:
    """Return the headings with an id as the nested tokens that MkDocs makes a contents list from."""
    tokens: list[dict[str, Any]] = []
    open_: list[dict[str, Any]] = []
    for element in html.fragment_fromstring(article, create_parent="div").iter("h1", "h2", "h3"):
        if not element.get("id"):
            continue
        token = _token(element)
        while open_ and open_[-1]["level"] >= token["level"]:
            open_.pop()
        (open_[-1]["children"] if open_ else tokens).append(token)
        open_.append(token)
    return tokens


def _token(element: Any) -> dict[str, Any]:
    for link in element.xpath('.//a[@class="headerlink"]'):
        link.drop_tree()
    name = " ".join(element.text_content().split())
    return {
        "level": _LEVELS[element.tag],
        "id": element.get("id"),
        "name": _escaped(name),
        "children": [],
    }


def _escaped(name: str) -> str:
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
