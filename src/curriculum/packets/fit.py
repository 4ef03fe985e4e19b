"""Whether everything fits on its page, in the boxes that WeasyPrint has laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

MILLIMETER = 96 / 25.4
SPARE = 6 * MILLIMETER
"""How far something may reach into the margin, at whose edge the foot of the page begins."""
_SHOWN = 40


class Area(NamedTuple):
    """What may be printed on, in CSS pixels."""

    left: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Misfit:
    """Something that reaches into the margin or off the page."""

    path: str
    """The Markdown file that it comes from, where that is known."""
    message: str
    hint: str
    words: str = ""
    """With what it begins, to find its line."""


def first_misfit(pages: Iterable[Any]) -> Misfit | None:
    """Return the first thing that does not fit on its page, or None."""
    return next(_all_misfits(pages), None)


def _all_misfits(pages: Iterable[Any]) -> Iterator[Misfit]:
    for page in pages:
        box = page._page_box  # noqa: SLF001  (WeasyPrint shows its boxes in no other way)
        left, top = box.content_box_x(), box.content_box_y()
        area = Area(left - SPARE, left + box.width + SPARE, top + box.height + SPARE)
        yield from _misfits(box.children[0], area, "")


def _misfits(box: Any, area: Area, path: str, within: str = "") -> Iterator[Misfit]:
    box = getattr(box, "_box", box)  # what is positioned is held by a placeholder
    path = box.element.get("data-file", path)
    within = box.element_tag if box.element_tag in {"pre", "code", "table"} else within
    beyond = _beyond(box, area)
    if beyond:
        yield _misfit(box, beyond, path, _kind(box, within))
    else:
        for child in box.children:
            yield from _misfits(child, area, path, within)


def _beyond(box: Any, area: Area) -> tuple[str, float] | None:
    """Return on which side a box ends outside of its page, and by how much, if it is one to look at.

    Blocks may end outside when all that stands in them is inside; so only what is seen counts.
    """
    if box.element_tag != "table" and (box.children or not box.width):
        return None
    wide = max(area.left - box.position_x, box.position_x + box.margin_width() - area.right)
    if wide > 0:
        return "wide", wide
    low = 0 if box.children else box.position_y + box.margin_height() - area.bottom
    return ("low", low) if low > 0 else None


def _misfit(box: Any, beyond: tuple[str, float], path: str, kind: str) -> Misfit:
    side, length = beyond
    words = _words(box) or box.element.get("alt", "")
    shown = f" (`{words[:_SHOWN].replace('`', '')}`)" if words else ""
    much = f"{(length + SPARE) / MILLIMETER:.0f} mm"
    what = _NAMES[kind]
    if side == "wide":
        return Misfit(path, f"{what} is {much} wider than the page{shown}", _NARROWER[kind], words)
    hint = "split what stands together: it is taller than a page and cannot be broken"
    return Misfit(path, f"{what} ends {much} below the page{shown}", hint, words)


def _kind(box: Any, within: str) -> str:
    """Return what a box is, as far as its author can mend it in another way."""
    if str(box.element_tag).rpartition("}")[2] in {"img", "svg"}:
        return "image"
    return {"pre": "code", "code": "code", "table": "table"}.get(within, "text")


_NAMES = {"table": "a table", "image": "an image", "code": "a line of code", "text": "a text"}
_NARROWER = {
    "table": "use fewer columns or shorter words",
    "image": "make it narrower, or turn it upright",
    "code": "break it into shorter lines",
    "text": "use shorter words, or let spaces or hyphens part the long one",
}
"""What makes each narrower."""


def _words(box: Any) -> str:
    text = getattr(box, "text", "") or " ".join(_words(child) for child in box.children)
    return " ".join(text.split())
