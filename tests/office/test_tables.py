"""How the columns of a table share its width."""

from __future__ import annotations

import pytest
from lxml import html

from curriculum.office.tables import prepare, widths


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], []),
        ([[0, 0]], [50, 50]),
        ([[4, 4], [4, 4]], [50, 50]),
        ([[2, 200], [2, 200]], [25, 75]),
        ([[9], [4, 4], [4, 4]], [50, 50]),
    ],
)
def test_long_texts_get_more_room(lengths: list[list[int]], expected: list[int]) -> None:
    """By the square root of what stands in a column; merged rows do not count; none vanishes."""
    assert expected == widths(lengths)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<table><tbody><tr><td>a</td></tr></tbody></table>", []),
        (
            "<table><caption>C</caption><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
            ["caption", "colgroup"],
        ),
        (
            "<table><colgroup><col></colgroup><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
            ["colgroup"],
        ),
    ],
)
def test_widths_stand_after_the_caption(table: str, expected: list[str]) -> None:
    """One column needs none, and widths that are there are kept."""
    tree = html.fragment_fromstring(table)
    prepare(tree)
    assert [child.tag for child in tree if child.tag != "tbody"] == expected


def test_headings_of_rows_are_heavy_and_numbers_stand_right() -> None:
    """What only a style sheet said is said in the text."""
    tree = html.fragment_fromstring(
        '<table><tbody><tr><th>Time <em>x</em></th><td class="number">9</td></tr></tbody></table>'
    )
    prepare(tree)
    assert "<th><strong>Time <em>x</em></strong></th>" in html.tostring(tree, encoding="unicode")
    assert tree.xpath("//td/@style") == ["text-align: right"]
