"""How a learning path looks: a railway map of its steps, choices and routes, drawn as SVG when the site is built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import escape

from curriculum.catalog import Catalog
from curriculum.paths import step_minutes
from curriculum.sayings import ENGLISH, Sayings
from curriculum.schema import Choice, LearningPath

WIDTH = 320
"""The drawing's width in its own units, which are pixels on a telephone."""
TRUNK, LANE, JOIN = 20, 48, 308
"""Where the way, the lane of an option and the track that brings options together run."""
TRUNK_LINE, LANE_LINE = 38, 33
"""How many letters fit on a line of text beside the way and beside a lane."""
LINE = 18
"""The height of a line of text."""
BEND = 10
"""The radius of a curve."""


@dataclass(frozen=True)
class Stop:
    """A module on the map."""

    id: str
    title: str
    href: str
    facts: str
    """What stands below the title, such as `90 minutes`."""
    color: str = ""
    """The color of its track."""
    optional: bool = False


@dataclass(frozen=True)
class Branch:
    """One option of a fork."""

    label: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True)
class Fork:
    """A place where the way divides."""

    prompt: str
    href: str
    facts: str
    branches: tuple[Branch, ...]


def stops(
    catalog: Catalog,
    path: LearningPath,
    link: Callable[[str], str],
    say: Sayings = ENGLISH,
) -> tuple[Stop | Fork, ...]:
    """Return what stands on a path's map; `link` gives the address of a module by its file."""

    def stop(id_: str, *, optional: bool = False) -> Stop:
        module = catalog.modules[id_]
        minutes = say.minutes(step_minutes(catalog, path, id_))
        facts = say("path.step-optional", time=minutes) if optional else minutes
        color = catalog.tracks[module.track].value.color
        address = link(f"{module.folder}/index.md")
        return Stop(id_, module.value.title, address, facts, color, optional)

    def known(ids: Iterable[str]) -> tuple[Stop, ...]:
        return tuple(stop(id_) for id_ in ids if id_ in catalog.modules)

    found: list[Stop | Fork] = []
    for number, step in enumerate(path.steps, 1):
        if isinstance(step, Choice):
            branches = tuple(Branch(each.label, known(each.modules)) for each in step.options)
            facts = say("path.choose", number=step.choose, n=len(step.options))
            found.append(Fork(step.prompt, f"#choice-{number}", facts, branches))
        elif step.module in catalog.modules:
            found.append(stop(step.module, optional=step.optional))
    return tuple(found)


def draw(title: str, steps: Sequence[Stop | Fork]) -> str:
    """Return a path's map as SVG: every stop is a link, and the way runs from top to bottom.

    `title` says what it is a map of.
    """
    pen = _Pen()
    for number, step in enumerate(steps, 1):
        if isinstance(step, Fork):
            pen.fork(number, step)
        else:
            pen.stop(number, step)
    pen.tracks.append(f"M{TRUNK} {pen.way} V{pen.y}")
    marks = "".join(pen.marks)
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH} {pen.y + 14}" role="group" '
        f'aria-label="{escape(title)}" data-pagefind-ignore="all">'
        f'<path class="map__track" d="{" ".join(pen.tracks)}"/>'
        f'<path class="map__track map__track--skip" d="{" ".join(pen.skips)}"/>'
        f'{marks}<circle class="map__end" cx="{TRUNK}" cy="{pen.y + 5}" r="5"/></svg>'
    )


class _Pen:
    """Draws downwards and remembers how far it is."""

    def __init__(self) -> None:
        self.y = 20
        self.way = 20
        """From where the way has still to be drawn."""
        self.tracks: list[str] = []
        self.skips: list[str] = []
        self.marks: list[str] = []

    def stop(self, number: int, stop: Stop) -> None:
        """Draw a step of every route, with a track around it where it may be skipped."""
        top = self.y
        mark = _number(number, top)
        self._link(stop, TRUNK, 11, mark, TRUNK_LINE)
        if stop.optional:
            self.skips.append(
                f"M{TRUNK} {top - 20} Q{TRUNK - 16} {top - 14} {TRUNK - 16} {top} "
                f"Q{TRUNK - 16} {top + 14} {TRUNK} {top + 20}"
            )
        self.y += 22

    def fork(self, number: int, fork: Fork) -> None:
        """Draw a choice: a track that leaves the way for each option and one that brings all back."""
        top = self.y
        self.tracks.append(f"M{TRUNK} {self.way} V{top}")
        diamond = f'<path class="map__fork" d="M{TRUNK} {top - 13} l13 13 l-13 13 l-13 -13 Z"/>'
        mark = diamond + _number(number, top)
        words = self._words(fork.prompt, fork.facts, TRUNK + 20, TRUNK_LINE)
        self.marks.append(f'<a class="map__choice" href="{escape(fork.href)}">{mark}{words}</a>')
        self.y += 22
        left, exits = top, []
        for place, branch in enumerate(fork.branches, 1):
            left = self.y
            exits.append(self._branch(f"{number}-{place}", branch))
        self.tracks.append(f"M{TRUNK} {top} V{left - BEND}")
        foot = self.y + BEND
        self.tracks.append(
            f"M{JOIN} {exits[0] + BEND} V{foot - BEND} q0 {BEND} -{BEND} {BEND} "
            f"H{TRUNK + BEND} q-{BEND} 0 -{BEND} {BEND}"
        )
        self.way = foot + BEND
        self.y = foot + 34

    def _branch(self, key: str, branch: Branch) -> int:
        """Draw one option and return the height at which it leaves to the right."""
        top = self.y
        self.marks.append(f'<g class="map__branch" data-branch="{key}">')
        for line in _lines(branch.label, LANE_LINE):
            self.marks.append(
                f'<text class="map__label" x="{LANE + 16}" y="{self.y + 5}">{line}</text>'
            )
            self.y += LINE
        self.y += 8
        for stop in branch.stops:
            self._link(stop, LANE, 7, "", LANE_LINE)
            self.y += 12
        self.marks.append("</g>")
        leaves = self.y + 2
        self.tracks.append(
            f"M{TRUNK} {top - BEND} q0 {BEND} {BEND} {BEND} H{LANE - BEND} q{BEND} 0 {BEND} {BEND} "
            f"V{leaves - BEND} q0 {BEND} {BEND} {BEND} H{JOIN - BEND} q{BEND} 0 {BEND} {BEND}"
        )
        self.y = leaves + 28
        return leaves

    def _link(self, stop: Stop, x: int, radius: int, mark: str, width: int) -> None:
        top = self.y
        kind = f"map__stop map__stop--{escape(stop.color)}" + " map__stop--optional" * stop.optional
        tick = f'<path class="map__tick" d="M{x - 4} {top} l3 4 l6 -8"/>'
        words = self._words(stop.title, stop.facts, x + 20 if radius > 7 else x + 16, width)  # noqa: PLR2004
        self.marks.append(
            f'<a class="{kind}" href="{escape(stop.href)}" data-module="{escape(stop.id)}">'
            f'<circle cx="{x}" cy="{top}" r="{radius}"/>{mark}{tick}{words}</a>'
        )

    def _words(self, title: str, facts: str, x: int, width: int) -> str:
        """Return a title in lines with its facts below, and move down past them."""
        lines = []
        for line in _lines(title, width):
            lines.append(f'<tspan x="{x}" y="{self.y + 5}">{line}</tspan>')
            self.y += LINE
        lines.append(f'<tspan class="map__facts" x="{x}" y="{self.y + 4}">{escape(facts)}</tspan>')
        self.y += LINE
        # The spaces keep the lines apart where they are read aloud as the link's name.
        return f'<text class="map__title">{" ".join(lines)}</text>'


def _number(number: int, y: int) -> str:
    return f'<text class="map__number" aria-hidden="true" x="{TRUNK}" y="{y + 4}">{number}</text>'


def _lines(text: str, width: int) -> list[str]:
    return [str(escape(line)) for line in wrap(text, width)] or [""]
