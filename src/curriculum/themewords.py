"""What the theme of a page and its scripts say, and from which side the page is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

from markupsafe import Markup, escape

from curriculum.sayings import Said, Sayings

EVERYWHERE = ("search.js", "view.js")
"""The scripts of every page that say anything."""


def words_for(say: Sayings, scripts: tuple[str, ...]) -> dict[str, Said]:
    """Return the words of some scripts: those of `clock.js` stand in the group `clock.js`."""
    groups = {id_: id_.rpartition(".")[0] for id_ in say.said}
    return {
        id_.replace(".js.", ".", 1): say.said[id_]
        for id_, group in groups.items()
        if group in scripts
    }


def theme_words(say: Sayings) -> dict[str, Callable[..., Markup]]:
    """Return what the theme's templates say with; they escape nothing by themselves."""

    @cache  # a page has thirty of them, and most pages the same
    def plain(id_: str) -> Markup:
        return escape(say(id_))

    def said(id_: str, **values: object) -> Markup:
        return escape(say(id_, **values)) if values else plain(id_)

    return {"say": said, "script_words": block_of(say)}


def directed(page: str, say: Sayings) -> str:
    """Return a page that says on its outermost element that it is read from right to left, if it is."""
    if say.direction == "ltr":
        return page
    return page.replace("<html ", f'<html dir="{say.direction}" ', 1)


def titled(text: str, say: Sayings) -> str:
    """Return rendered Markdown whose notes have a title of the site where their author gave none."""
    for name, title in (("facilitator", "role.facilitator"), ("your-city", "packet.your-city")):
        begin = f'<div class="admonition {name}">\n<p class="admonition-title">'
        text = text.replace(f"{begin}{name.capitalize()}<", f"{begin}{escape(say(title))}<")
    return text


def block_of(say: Sayings) -> Callable[[tuple[str, ...]], Markup]:
    """Return a function that gives the words of a page's scripts, for a script element of JSON."""

    @cache
    def block(scripts: tuple[str, ...]) -> Markup:
        words = words_for(say, (*EVERYWHERE, *scripts))
        text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        return Markup(text.replace("<", "\\u003c"))  # noqa: S704  (nothing ends the element now)

    return block
