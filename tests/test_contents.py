"""Which headings a page has, for its contents list."""

from __future__ import annotations

from typing import Any

from curriculum.contents import contents


def outline(article: str) -> list[Any]:
    """Return the ids of a page's contents, nested."""

    def ids(tokens: list[dict[str, Any]]) -> list[Any]:
        return [
            [token["id"], ids(token["children"])] if token["children"] else token["id"]
            for token in tokens
        ]

    return ids(contents(article))


def test_headings_nest_by_their_level() -> None:
    """A heading stands below the nearest one above it of a smaller number."""
    article = '<h1 id="a">A</h1><h2 id="b">B</h2><h3 id="c">C</h3><h2 id="d">D</h2>'
    assert [["a", [["b", ["c"]], "d"]]] == outline(article)


def test_a_page_may_begin_anywhere() -> None:
    """A skipped level or a second h1 loses no heading."""
    assert ["a", ["b", ["c"]], "d"] == outline(
        '<h3 id="a">A</h3><h1 id="b">B</h1><div><h3 id="c">C</h3></div><h1 id="d">D</h1>'
    )


def test_headings_without_an_id_and_small_ones_are_left_out() -> None:
    """Only what can be linked to is listed, down to h3."""
    assert ["b"] == outline('<h2>A</h2><h2 id="b">B</h2><h4 id="c">C</h4>')
    assert [] == outline("")


def test_names_are_text_without_the_link_to_the_section() -> None:
    """The permalink goes, marks stay words, and what looks like HTML stays text."""
    article = (
        '<h2 id="a">Why <em>we</em>\n &lt;act&gt; &amp; wait'
        '<a class="headerlink" href="#a" title="Link">¶</a></h2>'
    )
    assert [
        {"level": 2, "id": "a", "name": "Why we &lt;act&gt; &amp; wait", "children": []}
    ] == contents(article)
