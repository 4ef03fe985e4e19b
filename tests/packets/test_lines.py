"""A line before a link or a note is filled like any other."""

from __future__ import annotations

from typing import Any

from weasyprint import HTML
from weasyprint.formatting_structure.boxes import LineBox

from curriculum.packets import lines
from curriculum.packets.elements import parse, words

TEXT = "It and responding further <a href='#a'>(Stone 1999)</a> <a href='#a'>(Wood)</a>."
WIDTHS = range(100, 220)


def words_of(box: Any) -> str:
    """Return the words in a box."""
    return getattr(box, "text", "") or "".join(map(words_of, getattr(box, "children", ())))


def set_lines(text: str) -> list[list[str]]:
    """Return the lines of a text in each of many widths, in pixels."""
    each = "".join(f'<p style="width: {width}px">{text}</p>' for width in WIDTHS)
    pages = HTML(string=f'<a id="a"></a>{each}').render().pages
    boxes = [box for page in pages for box in page._page_box.descendants()]  # noqa: SLF001  (as fit.py does)
    paragraphs = [box for box in boxes if box.element_tag == "p" and box.children]
    return [
        [words_of(line).strip() for line in paragraph.children]
        for paragraph in paragraphs
        if isinstance(paragraph.children[0], LineBox)
    ]


def test_a_space_at_the_end_of_a_line_needs_no_room() -> None:
    """In whatever width, a text before a link is broken as the same text without links."""
    lines.mend()
    lines.mend()
    linked, bare = set_lines(TEXT), set_lines(words(parse(TEXT)))
    assert bare == linked
    assert len({tuple(each) for each in linked}) > 5
