"""What the site's reader of Markdown would publish though the reader of the checks saw only text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from curriculum.addresses import unsafe_part
from curriculum.findings import short

if TYPE_CHECKING:
    from markdown import Markdown

# The two readers agree on links like these; everything else that looks like one is read twice.
_AGREED = re.compile(
    r"\]\((?:(?:https?://|mailto:)[\w./#%?=;,+@~:-]*|[\w./#%+-]*)\)|\[\^[\w-]+\]:|`[^`\n<&]*`"
)
_DOUBTFUL = re.compile(
    r"<[A-Za-z/!?]|&[#A-Za-z]|\]\s*[(:]|^ *[`~]{3}|^(?:[ >]|[-*+] |\d\. )*#+[^#\s]|^#{7}",
    re.MULTILINE,
)
_FOREIGN = re.compile(r"\]\([ <]*(?:[a-z]+:)?//", re.IGNORECASE)
_LETTERS = re.compile(r"[\W_]+")
_NOTES = ("#fn:", "#fnref")
_EXTENSIONS = ("toc", "tables", "fenced_code", "admonition", "def_list", "footnotes", "sane_lists")


class Seen(NamedTuple):
    """What the reader of the checks saw, which rules have therefore looked at."""

    links: frozenset[str] = frozenset()
    """Their addresses, as `bare` makes them."""
    images: frozenset[str] = frozenset()
    headings: tuple[tuple[int, str], ...] = ()
    """Each with its level."""


def bare(address: str) -> str:
    """Return an address as both readers write it."""
    return unquote(unescape(address)).strip()


def unseen(text: str, seen: Seen | None = None) -> list[str]:
    """Return what Python-Markdown makes of a text that is not on the list of what Markdown makes.

    Front matter and macro calls are expected to be taken out. Texts that leave no doubt are not
    rendered, which is nearly all of them. Where `seen` is given, links, images and headings that
    are not in it are told too: no rule has looked at them.
    """
    doubt = _DOUBTFUL.search(_AGREED.sub("", text)) or ("![" in text and _FOREIGN.search(text))
    if not doubt:
        return []
    from curriculum.article import strange, tree_of  # noqa: PLC0415  (slow to import, seldom needed)

    reader = _reader()
    reader.reset()
    try:
        made = reader.convert(text)
        more = _more(tree_of(made), seen) if seen and made.strip() else ()
        return list(dict.fromkeys([*strange(made), *more]))
    except RecursionError:
        return ["nothing, because its parts are nested too deeply"]


def _more(tree: Any, seen: Seen) -> Iterator[str]:
    for element in tree.iter("a", "img"):
        is_link = element.tag == "a"
        address = element.get("href" if is_link else "src") or ""
        known = seen.links if is_link else seen.images
        told = address.startswith(_NOTES) or unsafe_part(address)
        if not told and bare(address) not in known:
            yield f"{'a link to' if is_link else 'an image from'} `{short(address)}`"
    titles = {(level, _LETTERS.sub("", text)) for level, text in seen.headings}
    for element in tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        words = "".join(element.itertext())
        if (int(element.tag[1]), _LETTERS.sub("", words)) not in titles:
            yield f"the heading `{short(words)}`"


@cache
def _reader() -> Markdown:
    from markdown import Markdown  # noqa: PLC0415  (slow to import, seldom needed)

    return Markdown(extensions=list(_EXTENSIONS))
