"""Which headings a rendered page has, for its contents list, and the words of each."""

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


def words_of(element: Any) -> str:
    """Return the words of a heading, or of another element, without the permalink."""
    texts = element.xpath('.//text()[not(ancestor::a[@class="headerlink"])]')
    return " ".join("".join(texts).split())


def _token(element: Any) -> dict[str, Any]:
    return {
        "level": _LEVELS[element.tag],
        "id": element.get("id"),
        "name": _escaped(words_of(element)),
        "children": [],
    }


def _escaped(name: str) -> str:
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
