"""The drawn canvases of worksheets: shapes as SVG, and the places where people write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import escape

WIDTH, HEIGHT = 640, 420


@dataclass(frozen=True)
class Spot:
    """A place to write on a canvas: its name and its box in the drawing's units."""

    name: str
    """What it asks is said by the word of this name in the group `canvas-<kind>`."""
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Canvas:
    """A drawing with places to write."""

    shapes: str
    """SVG elements in a box of 640 by 420, without text."""
    spots: tuple[Spot, ...]

    def svg(self, name: str, label: Callable[[str], str]) -> str:
        """Return the drawing as SVG; `label` says its title, its description and what each place asks."""
        headings = "".join(
            f'<text x="{spot.x + 8}" y="{spot.y + 20}">{escape(label(spot.name))}</text>'
            f'<rect x="{spot.x}" y="{spot.y}" width="{spot.width}" height="{spot.height}" rx="6"/>'
            for spot in self.spots
        )
        return (
            f'<svg class="canvas__drawing" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            f'aria-labelledby="canvas-{escape(name)}"><title id="canvas-{escape(name)}">{escape(label("title"))}: '
            f"{escape(label('description'))}</title>{self.shapes}{headings}</svg>"
        )


CANVASES: dict[str, Canvas] = {
    "strategic-triangle": Canvas(
        '<path d="M250 152 L170 268 M390 152 L470 268 M312 340 H328"/>',
        (
            Spot("value", 160, 10, 320, 130),
            Spot("support", 10, 270, 300, 140),
            Spot("capacity", 330, 270, 300, 140),
        ),
    ),
    "story-of-self-us-now": Canvas(
        '<path d="M200 210 H220 M420 210 H440"/>',
        (
            Spot("self", 10, 30, 195, 360),
            Spot("us", 222, 30, 196, 360),
            Spot("now", 435, 30, 195, 360),
        ),
    ),
    "loss-map": Canvas(
        "",
        (
            Spot("who", 10, 10, 305, 195),
            Spot("loss", 325, 10, 305, 195),
            Spot("value", 10, 215, 305, 195),
            Spot("help", 325, 215, 305, 195),
        ),
    ),
    "goal-card": Canvas(
        "",
        (
            Spot("goal", 10, 10, 620, 90),
            Spot("measure", 10, 110, 305, 95),
            Spot("baseline", 325, 110, 305, 95),
            Spot("target", 10, 215, 305, 95),
            Spot("owner", 325, 215, 305, 95),
            Spot("gaming", 10, 320, 620, 90),
        ),
    ),
    "stakeholder-map": Canvas(
        "",
        (
            Spot("support-power", 10, 10, 305, 195),
            Spot("oppose-power", 325, 10, 305, 195),
            Spot("support-voice", 10, 215, 305, 195),
            Spot("oppose-voice", 325, 215, 305, 195),
        ),
    ),
    "theory-of-change": Canvas(
        '<path d="M155 150 H165 M312 150 H322 M470 150 H480"/>',
        (
            Spot("inputs", 10, 20, 147, 260),
            Spot("activities", 167, 20, 147, 260),
            Spot("outputs", 324, 20, 147, 260),
            Spot("outcomes", 481, 20, 149, 260),
            Spot("assumptions", 10, 300, 620, 110),
        ),
    ),
}
