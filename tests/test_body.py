"""What is found in a Markdown file, and on which line."""

from __future__ import annotations

from curriculum.body import Heading, Link, Markup, read_body

TEXT = """---
title: x
---
# The *first* `title`

Text with {{ term("x",
  "y") }} a [link](a.md) and
a second [*other* one](b.md "t").

![An image](c.svg)

Setext
------

!!! note "A note"
    Inside [it](d.md).

<div>
raw
</div>

A <b>c</b>.
"""


def test_everything_has_its_line() -> None:
    """Front matter and line breaks in macro calls count."""
    body = read_body("a.md", TEXT)
    assert "title: x" == body.matter
    assert "The first title" == body.title
    assert (Heading(1, "The first title", 4), Heading(2, "Setext", 12)) == body.headings
    assert (Link("c.svg", "An image", 10),) == body.images
    assert (Link("a.md", "link", 7), Link("b.md", "other", 8), Link("d.md", "it", 16)) == body.links
    assert (
        Markup("<div>\nraw\n</div>", 18),
        Markup("<b>", 22),
        Markup("</b>", 22),
    ) == body.markup


def test_an_empty_file_has_nothing() -> None:
    """There is no title and not one word."""
    body = read_body("a.md", "")
    assert ("", 0, ()) == (body.title, body.words, body.headings)


def test_macro_calls_are_no_words() -> None:
    """Only what a reader reads is counted."""
    assert 4 == read_body("a.md", "# One two\n\nIt's well-made. {{ term('x') }}\n").words


def test_code_is_no_markup() -> None:
    """HTML, braces and links in code are only shown."""
    body = read_body("a.md", "`<b>` `{: x }` `[a](b)`\n\n```py\n<b>{a}\n```\n\n    <b>{x}\n")
    assert ((), (), ()) == (body.markup, body.attributes, body.links)


def test_attribute_lists_are_found() -> None:
    """Braces in text and behind a fence may become attributes."""
    body = read_body("a.md", "# T {: #x }\n\nA\n{: .y\n\n``` {.py}\n```\n")
    assert (Markup("{.py}", 6), Markup("{: #x }", 1), Markup("{: .y", 4)) == body.attributes


def test_addresses_that_run_something_are_links_too() -> None:
    """The reader hides nothing from the rule that refuses them."""
    body = read_body("a.md", "[a](javascript:alert)\n\n[b]\n\n[b]: vbscript:x\n")
    assert ["javascript:alert", "vbscript:x"] == [link.address for link in body.links]


def test_a_bomb_of_brackets_is_read_in_good_time() -> None:
    """Twenty thousand brackets are only text."""
    body = read_body("a.md", "[" * 20_000 + "\n\n" + "> " * 5_000 + "x\n")
    assert () == body.links


def test_the_rest_is_what_follows_the_front_matter() -> None:
    """What the site renders."""
    assert read_body("a.md", TEXT).rest.startswith("# The *first* `title`\n")
