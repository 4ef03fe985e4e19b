"""Where the cities of the case library are: a map with a numbered link for each, drawn when the site is built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import cos, hypot, sin

from markupsafe import escape

SCALE = 2
"""Units for each degree: the map is equirectangular."""
NORTH, WEST = 84, -180
"""The corner of the land's drawing, in degrees."""
BOX = (20, 18, 708, 262)
"""What is shown of the world: x, y, width and height in units."""
RADIUS, GAP = 9.6, 20.0
"""How large a number's circle is, and how far two of them stay apart."""
ROUNDS = 400


@dataclass(frozen=True)
class City:
    """A place on the map."""

    latitude: float
    longitude: float
    label: str
    """What the link is called."""
    href: str
    classes: str = ""
    """More classes of its mark, for filters."""


Point = tuple[float, float]


@cache
def land() -> str:
    """Return the outlines of all land as an SVG path (see THIRD-PARTY.md)."""
    file = resources.files("curriculum") / "data" / "land.svgpath"
    return file.read_text(encoding="utf-8").strip()


def place(latitude: float, longitude: float) -> Point:
    """Return where a place is on the map."""
    return ((longitude - WEST) * SCALE, (NORTH - latitude) * SCALE)


def spread(points: Sequence[Point], gap: float = GAP) -> list[Point]:
    """Return places near the given ones that are at least about `gap` apart, the same on every run."""
    moved = [(x + cos(turn) * 0.01, y + sin(turn) * 0.01) for turn, (x, y) in enumerate(points)]
    for step in range(ROUNDS):
        pull = 0.04 * (1 - step / ROUNDS)
        moved = [
            (x + (home[0] - x) * pull, y + (home[1] - y) * pull)
            for (x, y), home in zip(moved, points, strict=True)
        ]
        for one in range(len(moved)):
            for other in range(one):
                moved[one], moved[other] = _apart(moved[one], moved[other], gap)
    return moved


def _apart(one: Point, other: Point, gap: float) -> tuple[Point, Point]:
    """Return two points pushed away from each other until they are `gap` apart."""
    across, down = one[0] - other[0], one[1] - other[1]
    distance = hypot(across, down)
    if distance >= gap or not distance:
        return one, other
    push = (gap - distance) / 2 / distance
    return (
        (one[0] + across * push, one[1] + down * push),
        (other[0] - across * push, other[1] - down * push),
    )


def draw(cities: Sequence[City], title: str, outlines: str | None = None) -> str:
    """Return the map as SVG: numbered links where there is room, plain dots on a small screen."""
    homes = [place(city.latitude, city.longitude) for city in cities]
    dots, links = [], []
    for number, (city, home, at) in enumerate(zip(cities, homes, spread(homes), strict=True), 1):
        (x, y), (u, v) = home, at
        label, classes = escape(city.label), escape(f"world__city {city.classes}".strip())
        dots.append(f'<circle class="{classes}" cx="{x:.1f}" cy="{y:.1f}" r="6"/>')
        links.append(
            f'<a class="{classes}" href="{escape(city.href)}" aria-label="{number}. {label}">'
            f"<title>{label}</title>"
            f'<path class="world__lead" d="M{x:.1f} {y:.1f}L{u:.1f} {v:.1f}"/>'
            f'<circle cx="{u:.1f}" cy="{v:.1f}" r="{RADIUS}"/>'
            f'<text x="{u:.1f}" y="{v + 3.6:.1f}">{number}</text></a>'
        )
    x, y, width, height = BOX
    return (
        f'<svg class="world" viewBox="{x} {y} {width} {height}" role="group" '
        f'aria-label="{escape(title)}" data-pagefind-ignore="all">'
        f'<path class="world__land" d="{land() if outlines is None else escape(outlines)}"/>'
        f'<g class="world__dots" aria-hidden="true">{"".join(dots)}</g>'
        f'<g class="world__links">{"".join(links)}</g></svg>'
    )
