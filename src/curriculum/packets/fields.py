"""How a worksheet's fields look on paper: ruled lines, boxes to mark, canvases, each a field of the PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from lxml.html import HtmlElement

from curriculum.canvases import CANVASES, HEIGHT, WIDTH, Spot
from curriculum.packets.elements import build, has_class, of_class, replace, words
from curriculum.packets.look import FULL_WIDTH, INK
from curriculum.sayings import Sayings

UNIT = FULL_WIDTH / WIDTH
"""Millimeters on paper for each unit of a canvas."""
CITY_LINES = 4
_SHORT = 26


@dataclass
class Fields:
    """The fields of a packet: names that no two parts share, and the questions of its groups."""

    groups: dict[str, str] = field(default_factory=dict)
    """The question of each group of radio buttons, by its name."""
    say: Sayings = field(default_factory=Sayings)


def lay_out(root: HtmlElement, prefix: str, fields: Fields) -> None:
    """Turn the fields of a web form into fields on paper; `prefix` makes their names unique."""
    for canvas in of_class(root, "canvas"):
        _canvas(canvas, prefix)
    for area in list(root.iter("textarea")):
        if area.getparent().get("class") != "spot":
            _write(area.getparent(), area, prefix)
    for box in list(root.iter("fieldset")):
        _choices(box, prefix, fields)
    for box in of_class(root, "field--tick"):
        _tick(box, prefix)
    numbers = count(1)
    for city in of_class(root, "your-city"):
        question = words(city[-1]) if len(city) else fields.say("packet.your-city")
        city.append(_ruled(f"{prefix}your-city-{next(numbers)}", question, CITY_LINES))


def _ruled(name: str, question: str, lines: int) -> HtmlElement:
    """Return ruled space of some lines with a text field on it."""
    space = build("div", None, {"class": "ruled", "style": f"--lines: {max(1, lines)}"})
    space.append(_area(name, question))
    return space


def _area(name: str, question: str) -> HtmlElement:
    return build("textarea", "", {"name": name, "title": question})


def _write(box: HtmlElement, area: HtmlElement, prefix: str) -> None:
    label = next(iter(box.iter("label")), None)
    question = words(label) if label is not None else area.get("name", "")
    lines = int(area.get("rows") or 4)
    ask = build("div", None, {"class": "ask ask--write"})
    ask.append(build("p", question, {"class": "ask__question"}))
    ask.append(_ruled(prefix + area.get("name", ""), question, lines))
    replace(box, ask)


def _tick(box: HtmlElement, prefix: str) -> None:
    mark, label = next(box.iter("input")), next(box.iter("label"))
    question = words(label)
    line = build("p", None, {"class": "tick"})
    line.append(_button("checkbox", prefix + mark.get("name", ""), question, "yes"))
    line[0].tail = f" {question}"
    replace(box, line)


def _button(kind: str, name: str, title: str, value: str) -> HtmlElement:
    return build("input", None, {"type": kind, "name": name, "title": title, "value": value})


def _choices(box: HtmlElement, prefix: str, fields: Fields) -> None:
    question = words(next(box.iter("legend")))
    buttons, labels = list(box.iter("input")), [words(label) for label in box.iter("label")]
    if not buttons:
        return
    name = prefix + buttons[0].get("name", "")
    fields.groups[name] = question
    scale = has_class(box, "field--scale")
    kind = "scale" if scale else "row" if _fits(labels) else "list"
    ask = build("div", None, {"class": f"ask ask--{kind}"})
    ask.append(build("p", question, {"class": "ask__question"}))
    options = build("p" if kind != "list" else "div", None, {"class": "options"})
    for button, label in zip(buttons, labels, strict=True):
        option = build("span" if kind != "list" else "p", None, {"class": "option"})
        option.append(_button("radio", name, f"{question} {label}", button.get("value") or label))
        option[0].tail = f" {label}"
        option.tail = " "
        options.append(option)
    ask.append(options)
    replace(box, ask)


def _fits(labels: list[str]) -> bool:
    """Whether answers stand side by side on one line."""
    return len(labels) <= 4 and max(map(len, labels)) <= _SHORT  # noqa: PLR2004


def _canvas(box: HtmlElement, prefix: str) -> None:
    """Draw a canvas in print and put a text field on each of its places."""
    drawing = CANVASES.get(box.get("data-canvas", ""))
    svg = next(iter(box.iter("svg")), None)
    areas = [area.get("name", "") for area in box.iter("textarea")]
    labels = [words(label) for label in box.iter("label")]
    if drawing is None or svg is None:
        return
    _restyle(svg)
    height = HEIGHT * UNIT
    sheet = build("div", None, {"class": "sheet", "style": f"height: {height:.2f}mm"})
    sheet.append(svg)
    svg.tail = None
    for spot, name, label in zip(drawing.spots, areas, labels, strict=True):
        place = build("div", None, {"class": "spot", "style": _position(spot)})
        place.append(_area(prefix + name, label))
        sheet.append(place)
    replace(box, sheet)


def _position(spot: Spot) -> str:
    """Return where people write in a spot: below its heading, a little inside its frame."""
    sides = {
        "left": spot.x + 6,
        "top": spot.y + 28,
        "width": spot.width - 12,
        "height": spot.height - 34,
    }
    return "; ".join(f"{side}: {length * UNIT:.2f}mm" for side, length in sides.items())


def _restyle(svg: HtmlElement) -> None:
    """Give a drawing its lines and letters; shapes come first so that frames cover them."""
    for shape in svg.iter("path"):
        shape.attrib.update({"fill": "none", "stroke": "#8a94a0", "stroke-width": "3"})
    for frame in svg.iter("rect"):
        frame.attrib.update({"fill": "#fff", "stroke": INK, "stroke-width": "1.2"})
    for text in svg.iter("text"):
        style = {"font-family": "Source Sans 3", "font-weight": "600", "font-size": "13.5"}
        text.attrib.update({**style, "fill": INK})
    order = {"title": 0, "path": 1, "rect": 2, "text": 3}
    svg[:] = sorted(svg, key=lambda shape: order.get(str(shape.tag), 1))
    svg.attrib.update({"width": f"{FULL_WIDTH}mm", "height": f"{HEIGHT * UNIT:.2f}mm"})
    for name in ("aria-labelledby", "class"):
        svg.attrib.pop(name, None)
