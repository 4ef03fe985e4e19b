"""What a packet looks like beyond its style sheet: paper, colors, the pattern on its cover, its QR code."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from urllib.parse import quote

import segno

# Dark enough on white for text (at least 4.5 to 1), and apart from each other in gray.
PALETTE = {
    "slate": "#3f5068",
    "plum": "#6b3a6e",
    "teal": "#0c6566",
    "amber": "#8a5700",
    "moss": "#476a2c",
    "brick": "#97392a",
    "ocean": "#1f5f8b",
    "olive": "#63611c",
}
INK = "#1d2733"
FULL_WIDTH = 162
"""Width of canvases, tables and writing lines on both papers, in millimeters."""

_COLUMNS, _ROWS = 9, 4
# Shapes in a box of 10 by 10, by weight: how often each is drawn.
_SHAPES = (
    "M0 0H10A10 10 0 0 1 0 10Z",
    "M10 0V10A10 10 0 0 1 0 0Z",
    "M10 10H0A10 10 0 0 1 10 0Z",
    "M0 10V0A10 10 0 0 1 10 10Z",
    "M0 0H10L0 10Z",
    "M10 10H0L10 0Z",
    "M0 0H10V10H0Z",
    "M5 1.5A3.5 3.5 0 1 1 4.99 1.5Z",
    "M0 5A5 5 0 0 1 10 5Z",
    "M0 5A5 5 0 0 0 10 5Z",
    "",
    "",
)


def color_of(name: str) -> str:
    """Return the color of a track as a hexadecimal number; the first of the palette if unknown."""
    return PALETTE.get(name, PALETTE["slate"])


def tint(color: str, share: float) -> str:
    """Return a color mixed with white: a share of 1 is the color itself, 0 is white."""
    parts = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def pattern(seed: str, color: str) -> str:
    """Return the tiles of a cover as an SVG in a data address: the same words give the same tiles.

    One square of the city is left open, with a thin frame around it.
    """
    tiles = "".join(_tiles(seed, color))
    size = f"0 0 {_COLUMNS * 10} {_ROWS * 10}"
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}">{tiles}</svg>'
    return "data:image/svg+xml," + quote(drawing)


def _tiles(seed: str, color: str) -> Iterator[str]:
    colors = (color, color, tint(color, 0.55), tint(color, 0.28), tint(color, 0.28), INK)
    count = _COLUMNS * _ROWS
    numbers = hashlib.shake_256(seed.encode()).digest(2 * count + 1)
    open_tile = numbers[-1] % count
    for tile in range(count):
        row, column = divmod(tile, _COLUMNS)
        place = f'transform="translate({column * 10} {row * 10})"'
        if tile == open_tile:
            frame = f'fill="none" stroke="{INK}" stroke-width=".5"'
            yield f'<path {place} {frame} d="M.75 .75H9.25V9.25H.75Z"/>'
            continue
        shape = _SHAPES[numbers[2 * tile] % len(_SHAPES)]
        if shape:
            yield f'<path {place} fill="{colors[numbers[2 * tile + 1] % len(colors)]}" d="{shape}"/>'


def qr_code(address: str, title: str) -> str:
    """Return the QR code of an address as SVG, with its alternative text."""
    code = segno.make(address, error="m", micro=False)
    rows = [list(row) for row in code.matrix]
    size = len(rows)
    dots = "".join(
        f"M{x} {y}h{length}v1h-{length}z" for y, row in enumerate(rows) for x, length in _runs(row)
    )
    words = title.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<svg class="qr" viewBox="0 0 {size} {size}" role="img"><title>{words}</title>'
        f'<path d="{dots}" fill="{INK}"/></svg>'
    )


def _runs(row: list[int]) -> Iterator[tuple[int, int]]:
    """Yield where each run of dark modules begins in a row and how long it is."""
    start = None
    for place, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place - start
            start = None
