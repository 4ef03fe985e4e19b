"""How the columns of a table share its width, and which cells are headings, for programs that do not lay out."""

from __future__ import annotations

from lxml.html import HtmlElement

from curriculum.packets.elements import build, has_class
from curriculum.packets.elements import words as words_of

_NARROWEST = 0.6
"""How little of an even share a column gets at least."""


def prepare(table: HtmlElement) -> None:
    """Give a table widths by what stands in it, heavy headings in its rows, numbers to the right."""
    for body in table.iter("tbody"):
        for head in list(body.iter("th")):
            strong = build("strong", head.text)
            strong.extend(list(head))
            head.text = None
            head.append(strong)
    for cell in [*table.iter("td"), *table.iter("th")]:
        if has_class(cell, "number"):
            cell.set("style", "text-align: right")
    shares = widths([[len(words_of(cell)) for cell in row] for row in table.iter("tr")])
    if len(shares) > 1 and table.find("colgroup") is None:
        group = build("colgroup")
        group.extend([build("col", None, {"style": f"width: {share}%"}) for share in shares])
        caption = table.find("caption")
        table.insert(0 if caption is None else 1, group)


def widths(lengths: list[list[int]]) -> list[int]:
    """Return the percentage of each column, by the lengths of the texts in its cells.

    A column grows with the square root of what stands in it, so that long texts get more room and
    short ones stay readable. Rows with merged cells do not count.
    """
    count = max((len(row) for row in lengths), default=0)
    rows = [row for row in lengths if len(row) == count]
    if not count:
        return []
    weights = [sum(row[column] for row in rows) ** 0.5 for column in range(count)]
    least = _NARROWEST * sum(weights) / count or 1
    weights = [max(weight, least) for weight in weights]
    return [round(100 * weight / sum(weights)) for weight in weights]
