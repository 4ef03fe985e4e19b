"""What stands in a Markdown file: headings, images, links, raw HTML and attributes, with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from curriculum.calls import without_calls
from curriculum.source import front_matter, rest
from curriculum.unseen import Seen, bare, unseen

# What the attribute lists of Python-Markdown look like; a brace in prose is rare and suspicious.
# Calls that `{% raw %}` lets readers see; those that run are taken out before.
_SHOWN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_BRACES = re.compile(r"\{[^{}]*\}?")
_BEGINNING = re.compile(r"`(<?[\w:/!?-]+)")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True)
class Heading:
    """A heading: its level from 1 to 6, its text without marks, and its line."""

    level: int
    text: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link or an image: its address, the words or alternative text, and its line."""

    address: str
    text: str
    line: int


@dataclass(frozen=True)
class Markup:
    """A piece of raw HTML or an attribute list, and its line."""

    text: str
    line: int


@dataclass(frozen=True)
class Body:
    """The Markdown of one file, read once."""

    path: str
    text: str
    matter: str
    """The YAML of the front matter, or the empty string."""
    headings: tuple[Heading, ...] = ()
    images: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()
    markup: tuple[Markup, ...] = ()
    attributes: tuple[Markup, ...] = ()
    """Braces outside of code and macro calls, which Markdown may read as attributes."""
    unseen: tuple[Markup, ...] = ()
    """What the site's own reader of Markdown would publish though it is no Markdown."""
    words: int = 0
    """Words that a reader reads, without front matter and macro calls."""

    @property
    def rest(self) -> str:
        """The text without its front matter."""
        return rest(self.text, front_matter(self.text)[1])

    @property
    def title(self) -> str:
        """The text of the first heading, or the empty string."""
        return self.headings[0].text if self.headings else ""


@cache
def _markdown() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    # Every address is read as a link: Python-Markdown makes one of `javascript:` too.
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return reader.use(footnote_plugin).use(deflist_plugin).use(admon_plugin)


def tokens_of(text: str) -> list[Token]:
    """Return what a Markdown text consists of, as it stands: its macro calls are words."""
    return _markdown().parse(text)


def read_body(path: str, text: str) -> Body:
    """Read the Markdown of one file. Lines count from 1 and include the front matter."""
    matter, skipped = front_matter(text)
    source = "\n" * skipped + rest(text, skipped)
    opaque = without_calls(source)
    tokens = tokens_of(opaque)
    links, images = tuple(_links(tokens, "link_open")), tuple(_links(tokens, "image"))
    headings = tuple(_headings(tokens))
    seen = Seen(
        frozenset(bare(link.address) for link in links),
        frozenset(bare(image.address) for image in images),
        tuple((heading.level, heading.text) for heading in headings),
    )
    return Body(
        path=path,
        text=text,
        matter=matter,
        headings=headings,
        images=images,
        links=links,
        markup=tuple(_markup(tokens)),
        attributes=tuple(_attributes(tokens)),
        unseen=tuple(Markup(what, _line_of(what, opaque)) for what in unseen(opaque, seen)),
        words=count_of_words(without_calls(source, "")),
    )


def count_of_words(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORD.findall(text))


def _line_of(what: str, source: str) -> int:
    """Return the line where something of the rendered text stands in the source, as far as one can tell."""
    found = _BEGINNING.search(what)
    quoted = what.partition("`")[2].rpartition("`")[0].removesuffix("…")
    wholes = [part.lower() for part in (quoted, found[1] if found else "") if part]
    places = (source.lower().find(part) for part in wholes)
    place = next((place for place in places if place >= 0), -1)
    if place < 0:
        place = min((source.index(mark) for mark in ("](", "<", "&") if mark in source), default=0)
    return source.count("\n", 0, place) + 1


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    for mark, inline in pairwise(tokens):
        if mark.type == "heading_open" and mark.map:
            yield Heading(int(mark.tag[1]), _plain(inline), mark.map[0] + 1)


def _plain(inline: Token) -> str:
    parts = inline.children or []
    return "".join(part.content for part in parts if part.type in {"text", "code_inline"}).strip()


def _inline(tokens: list[Token]) -> Iterator[tuple[Token, list[Token], int]]:
    """Yield every inline token with those after it in its block, and its line."""
    for block in tokens:
        if block.type != "inline" or not block.map:
            continue
        line, at = block.map[0] + 1, 0
        children = block.children or []
        for number, child in enumerate(children):
            after_link = bool(number) and children[number - 1].type in {"link_close", "image"}
            begin, end = _place(block.content, at, child, after_link=after_link)
            line += block.content.count("\n", at, begin)
            yield child, children[number + 1 :], line
            line += block.content.count("\n", begin, end)
            at = end


def _place(content: str, at: int, part: Token, *, after_link: bool) -> tuple[int, int]:
    """Return where a part of a block begins and ends in its source, as far as one can tell.

    Lines also end inside of code, HTML and the titles of links, which no part of its own tells.
    """
    if part.type in {"softbreak", "hardbreak"}:
        end = content.find("\n", at) + 1
        return max(end, at), max(end, at)
    if part.type not in {"text", "code_inline", "html_inline"} or not part.content:
        return at, at
    here = part.type == "text" and not after_link
    within = content.find("\n", at) if here else -1
    flat = content if part.type == "html_inline" else content.replace("\n", " ")
    begin = flat.find(part.content, at, within if within >= 0 else len(flat))
    return (begin, begin + len(part.content)) if begin >= 0 else (at, at)


def _links(tokens: list[Token], kind: str) -> Iterator[Link]:
    for child, after, line in _inline(tokens):
        if child.type != kind:
            continue
        if kind == "image":
            yield Link(str(child.attrs["src"]), child.content, line)
        else:
            words = (part.content for part in after if part.type in {"text", "code_inline"})
            yield Link(str(child.attrs["href"]), next(words, ""), line)


def _markup(tokens: list[Token]) -> Iterator[Markup]:
    for block in tokens:
        if block.type == "html_block" and block.map:
            yield Markup(block.content.strip(), block.map[0] + 1)
    for child, _, line in _inline(tokens):
        if child.type == "html_inline":
            yield Markup(child.content, line)


def _attributes(tokens: list[Token]) -> Iterator[Markup]:
    for block in tokens:
        if block.type == "fence" and block.map:
            for found in _BRACES.findall(block.info):
                yield Markup(found, block.map[0] + 1)
    for child, _, line in _inline(tokens):
        if child.type == "text":
            for found in _BRACES.findall(_SHOWN.sub("", child.content)):
                yield Markup(found, line)
