"""The fields of a worksheet: a working form on the page, ruled space on paper, a form field in the PDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from curriculum.canvases import CANVASES

POINTS = 4
FIELDS = ("write", "choose", "tick", "scale", "canvas")
"""The macros of this file."""


def write(_place: Any, name: str, label: str, lines: int = 4) -> str:
    """Ask for a text of some lines."""
    return _block(
        '<div class="field field--write"><label for="field-{name}">{label}</label>'
        '<textarea id="field-{name}" name="{name}" rows="{lines}"></textarea></div>',
        name=name,
        label=label,
        lines=lines,
    )


def tick(_place: Any, name: str, label: str) -> str:
    """Offer a box to tick."""
    return _block(
        '<div class="field field--tick"><input type="checkbox" id="field-{name}" name="{name}" value="yes">'
        '<label for="field-{name}">{label}</label></div>',
        name=name,
        label=label,
    )


def choose(_place: Any, name: str, label: str, options: list[str]) -> str:
    """Ask for one of several answers."""
    return _radios("choose", name, label, [(option, option) for option in options])


def scale(_place: Any, name: str, label: str, low: str, high: str) -> str:
    """Ask how far a statement holds, on four points from `low` to `high`."""
    words = [low, *(str(point) for point in range(2, POINTS)), high]
    options = [
        (str(point), f"{point} {word}" if word != str(point) else word)
        for point, word in enumerate(words, 1)
    ]
    return _radios("scale", name, label, options)


def canvas(place: Any, kind: str, name: str) -> str:
    """Offer a drawn canvas with a field for each of its places."""
    drawing = CANVASES[kind]

    def label(spot: str) -> str:
        return str(place.say(f"canvas-{kind}.{spot}"))

    fields = "".join(
        str(write(place, f"{name}-{spot.name}", label(spot.name), 3)).strip()
        for spot in drawing.spots
    )
    return _block(
        '<div class="canvas" data-canvas="{kind}">{svg}<div class="canvas__fields">{fields}</div></div>',
        kind=kind,
        svg=Markup(drawing.svg(name, label)),  # noqa: S704  (drawn by us, from constants)
        fields=Markup(fields),  # noqa: S704  (made of escaped fields above)
    )


def ids_of(macro: str, given: Mapping[str, Any]) -> list[str]:
    """Return the id of each element that a macro makes of its arguments; none for other macros."""
    if macro not in FIELDS:
        return []
    name = given["name"]
    if macro == "canvas":
        drawing = CANVASES.get(given["kind"])
        spots = drawing.spots if drawing else ()
        return [f"canvas-{name}", *(f"field-{name}-{spot.name}" for spot in spots)]
    count = {"choose": len(given.get("options", ())), "scale": POINTS}.get(macro, 0)
    return [f"field-{name}", *(f"field-{name}-{number}" for number in range(1, count + 1))]


def _radios(kind: str, name: str, label: str, options: list[tuple[str, str]]) -> str:
    choices = Markup("").join(
        Markup(
            '<span class="choice"><input type="radio" id="field-{name}-{number}" name="{name}" '
            'value="{value}"><label for="field-{name}-{number}">{words}</label></span>'
        ).format(name=name, number=number, value=value, words=words)
        for number, (value, words) in enumerate(options, 1)
    )
    return _block(
        '<fieldset class="field field--{kind}" id="field-{name}"><legend>{label}</legend>'
        '<div class="choices">{choices}</div></fieldset>',
        kind=kind,
        name=name,
        label=label,
        choices=choices,
    )


def _block(template: str, **values: Any) -> str:
    """Fill a template with escaped values, on a line of its own so that Markdown takes it as HTML."""
    safe = {
        key: value if isinstance(value, Markup) else escape(value) for key, value in values.items()
    }
    return "\n\n" + str(Markup(template).format(**safe)) + "\n\n"  # noqa: S704  (constants above)
