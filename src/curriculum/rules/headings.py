"""Rules about headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from curriculum.body import Body
from curriculum.catalog import Catalog
from curriculum.forms import ids_of
from curriculum.macros import arguments
from curriculum.rules import Fault, firm_rule, rule
from curriculum.source import front_matter


@rule
def pages_have_one_title(catalog: Catalog) -> Iterator[Fault]:
    """Every Markdown file has exactly one heading of level one.

    Bad: `# Worksheet` and, below, `# Step two`
    Good: `# Worksheet` and, below, `## Step two`
    """
    for path, body in catalog.bodies.items():
        titles = [heading for heading in body.headings if heading.level == 1]
        if not titles:
            yield Fault(path, 1, "the file has no title", "begin it with `# ` and the title")
        for extra in titles[1:]:
            message = f"`{extra.text}` is a second title"
            hint = f"write `## {extra.text}`; the title is on line {titles[0].line}"
            yield Fault(path, extra.line, message, hint)


@rule
def titles_come_first(catalog: Catalog) -> Iterator[Fault]:
    """The title is the first thing in a Markdown file, after its front matter.

    Bad: a paragraph above `# Worksheet`
    Good: `# Worksheet` above the paragraph
    """
    for path, body in catalog.bodies.items():
        title = next((heading for heading in body.headings if heading.level == 1), None)
        first = _first_line(body)
        if title and title.line != first:
            message = f"the title is on line {title.line}; something else comes first"
            yield Fault(path, first, message, "move the title to the top")


def _first_line(body: Body) -> int:
    _, skipped = front_matter(body.text)
    lines = enumerate(body.text.split("\n"), 1)
    return next((number for number, line in lines if number > skipped and line.strip()), 1)


@rule
def headings_skip_no_level(catalog: Catalog) -> Iterator[Fault]:
    """A heading is at most one level below the one before it.

    Bad: `## Steps` and then `#### First step`
    Good: `## Steps` and then `### First step`
    """
    for path, body in catalog.bodies.items():
        for before, heading in pairwise(body.headings):
            if heading.level > before.level + 1:
                message = (
                    f"`{heading.text}` goes from level {before.level} to level {heading.level}"
                )
                hint = f"write `{'#' * (before.level + 1)} {heading.text}`"
                yield Fault(path, heading.line, message, hint)


@rule
def titles_agree(catalog: Catalog) -> Iterator[Fault]:
    """The heading of a module's briefing and of a case is the title in its YAML.

    Bad: `# Enough to start` beside `title: Enough agreement to start`
    Good: `# Enough agreement to start` beside `title: Enough agreement to start`
    """
    for entry in catalog.modules_and_cases():
        body = catalog.bodies.get(f"{entry.folder}/index.md")
        title = entry.value.title
        if body and body.title and _loose(body.title) != _loose(title):
            message = f"the heading is `{body.title}`; `title` is `{title}`"
            yield Fault(body.path, body.headings[0].line, message, f"write `# {title}`")


@firm_rule
def headings_have_free_anchors(catalog: Catalog) -> Iterator[Fault]:
    """No heading takes the anchor of something that the site itself uses.

    Bad: `## __search`, `## Field goal` above `{{ write("goal", "Your goal") }}`
    Good: `## Search`, `## Your goal`
    """
    for path, body in catalog.bodies.items():
        calls = catalog.calls.get(path, [])
        fields = {id_ for call in calls for id_ in ids_of(call.name, arguments(call))}
        for heading in body.headings:
            anchor = anchor_of(heading.text)
            if anchor.startswith("__") or anchor in fields:
                message = f"the anchor `{anchor}` of this heading belongs to the site"
                yield Fault(path, heading.line, message, "use other words")


def anchor_of(words: str) -> str:
    """Return the anchor that Python-Markdown gives a heading."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _loose(words: str) -> str:
    """Return words without the differences that typography makes."""
    return words.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("\N{NO-BREAK SPACE}", " ")
