"""The drawn canvases of worksheets: shapes as SVG, and the places where people write."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape

WIDTH, HEIGHT = 640, 420


@dataclass(frozen=True)
class Spot:
    """A place to write on a canvas: its name, the question, and its box in the drawing's units."""

    name: str
    label: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Canvas:
    """A drawing with places to write."""

    title: str
    description: str
    shapes: str
    """SVG elements in a box of 640 by 420, without text."""
    spots: tuple[Spot, ...]

    def svg(self, name: str) -> str:
        """Return the drawing as SVG with its title, its description and the heading of each place."""
        headings = "".join(
            f'<text x="{spot.x + 8}" y="{spot.y + 20}">{escape(spot.label)}</text>'
            f'<rect x="{spot.x}" y="{spot.y}" width="{spot.width}" height="{spot.height}" rx="6"/>'
            for spot in self.spots
        )
        return (
            f'<svg class="canvas__drawing" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            f'aria-labelledby="canvas-{escape(name)}"><title id="canvas-{escape(name)}">{escape(self.title)}: '
            f"{escape(self.description)}</title>{self.shapes}{headings}</svg>"
        )


CANVASES: dict[str, Canvas] = {
    "strategic-triangle": Canvas(
        "Strategic triangle",
        "public value at the top, support and capacity at the lower corners, joined by lines.",
        '<path d="M250 152 L170 268 M390 152 L470 268 M312 340 H328"/>',
        (
            Spot("value", "Public value: what is better, for whom?", 160, 10, 320, 130),
            Spot("support", "Support: who must say yes?", 10, 270, 300, 140),
            Spot("capacity", "Capacity: who can do it, with what?", 330, 270, 300, 140),
        ),
    ),
    "story-of-self-us-now": Canvas(
        "Self, us, now",
        "three boxes in a row that lead from one to the next.",
        '<path d="M200 210 H220 M420 210 H440"/>',
        (
            Spot("self", "Self: what called you?", 10, 30, 195, 360),
            Spot("us", "Us: what do we share?", 222, 30, 196, 360),
            Spot("now", "Now: what must we do?", 435, 30, 195, 360),
        ),
    ),
    "loss-map": Canvas(
        "Loss map",
        "four boxes: who is affected, what they may lose, what they value, what would help.",
        "",
        (
            Spot("who", "Who is affected?", 10, 10, 305, 195),
            Spot("loss", "What may they lose?", 325, 10, 305, 195),
            Spot("value", "What do they hold dear?", 10, 215, 305, 195),
            Spot("help", "What would make it bearable?", 325, 215, 305, 195),
        ),
    ),
    "goal-card": Canvas(
        "Goal card",
        "six boxes: goal, measure, baseline, target and date, owner, how it could be gamed.",
        "",
        (
            Spot("goal", "Goal in one sentence", 10, 10, 620, 90),
            Spot("measure", "Measure and its definition", 10, 110, 305, 95),
            Spot("baseline", "Where we are today", 325, 110, 305, 95),
            Spot("target", "Target and date", 10, 215, 305, 95),
            Spot("owner", "Owner", 325, 215, 305, 95),
            Spot("gaming", "How could it be met without being true?", 10, 320, 620, 90),
        ),
    ),
    "stakeholder-map": Canvas(
        "Stakeholder map",
        "four boxes by power and interest.",
        "",
        (
            Spot("support-power", "Can decide, and wants it", 10, 10, 305, 195),
            Spot("oppose-power", "Can decide, and does not", 325, 10, 305, 195),
            Spot("support-voice", "Cannot decide, and wants it", 10, 215, 305, 195),
            Spot("oppose-voice", "Cannot decide, and does not", 325, 215, 305, 195),
        ),
    ),
    "theory-of-change": Canvas(
        "Theory of change",
        "five boxes from left to right: inputs, activities, outputs, outcomes, and what must be true.",
        '<path d="M155 150 H165 M312 150 H322 M470 150 H480"/>',
        (
            Spot("inputs", "Inputs", 10, 20, 147, 260),
            Spot("activities", "Activities", 167, 20, 147, 260),
            Spot("outputs", "Outputs", 324, 20, 147, 260),
            Spot("outcomes", "Outcomes", 481, 20, 149, 260),
            Spot("assumptions", "What must be true for this to work?", 10, 300, 620, 110),
        ),
    ),
}
