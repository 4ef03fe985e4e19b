"""Where a line ends that a space would make too long: WeasyPrint 70 leaves its first word alone there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from math import inf
from typing import Any

from weasyprint.layout import inline

Split = Callable[..., tuple[Any, int, int | None, float, float, float]]
_NARROW = 4
"""How many letters stand side by side in the width of one `em`, at most."""


def mend() -> None:
    """Let WeasyPrint count no room for the space between a text and the link or note behind it.

    Where the text fits on its line and the space behind it does not, WeasyPrint looks for a word to
    hyphenate and ends the line after the first word.
    """
    if not hasattr(inline.split_first_line, "__wrapped__"):
        inline.split_first_line = _mended(inline.split_first_line)


def _mended(split: Split) -> Split:
    @wraps(split)
    def first_line(
        text: str, style: Any, context: Any, max_width: float | None, *more: Any, **named: Any
    ) -> tuple[Any, int, int | None, float, float, float]:
        found = split(text, style, context, max_width, *more, **named)
        if found[2] is None or max_width in {None, inf} or not _may_fit(text, style, max_width):
            return found
        bare = split(text.rstrip(" "), style, context, max_width, *more, **named)
        if bare[2] is not None or bare[3] > max_width:
            return found
        return split(text, style, context, None, *more, **named)

    return first_line


def _may_fit(text: str, style: Any, width: float) -> bool:
    """Whether all of a text might stand on one line, but for the space at its end."""
    ends = text.endswith(" ") and text.strip() and style["white_space"] == "normal"
    return bool(ends) and len(text) * style["font_size"] <= width * _NARROW
