"""How a packet's HTML for print becomes HTML that pandoc reads well: no fields, no drawings, no frames."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import html
from lxml.html import HtmlElement

from curriculum.office.outline import name_headings
from curriculum.office.tables import prepare
from curriculum.packets.elements import build, drop, has_class, of_class, replace
from curriculum.packets.elements import words as words_of
from curriculum.packets.links import IMAGE_SCHEME, image_path

STYLES = {
    "cover__site": "Eyebrow",
    "cover__kind": "Eyebrow",
    "cover__lead": "Lead",
    "eyebrow": "Eyebrow",
    "opener__question": "Lead",
    "glance__summary": "Lead",
    "ask__question": "Question",
    "admonition-title": "Callout title",
    "unfolded__title": "Callout title",
    "notice": "Quiet",
}
"""The paragraph style of each class of print; what has none is body text."""
_BOXES = {"facilitator": "Facilitator note", "your-city": "Your city", "admonition": "Callout"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BOUND = {*_HEADINGS, "div", "section", "span"}
"""What keeps its id on the way through pandoc."""
_FRAMES = ("chapter", "part", "text", "back", "opener", "glance")
_APART = "\xa0\xa0\xa0\xa0 "
"""What stands between two answers on one line, which may end there."""
_QR_WIDTH, _CANVAS_WIDTH = "2.4cm", "16cm"


@dataclass(frozen=True)
class Plain:
    """A packet as pandoc reads it."""

    title: str
    language: str
    color: str
    """The track's, as six hexadecimal digits."""
    chapters: int
    """How many modules or cases stand in it."""
    body: str
    """HTML, its images named by their file."""
    drawings: Mapping[str, str] = field(default_factory=dict)
    """The SVG of each drawing, by the name of its file."""
    images: Mapping[str, str] = field(default_factory=dict)
    """The path of each image below the site's root, by the name of its file."""


def plain(text: str) -> Plain:
    """Return the HTML of a packet for pandoc; the cover's title stands beside it."""
    root = html.document_fromstring(text)
    body = next(iter(root.iter("body")))
    chapters = len(of_class(body, "chapter"))
    name_headings(body, body.find("nav"), 3 if chapters > 1 else 2)
    for element in [*of_class(body, "cover__pattern"), *body.findall("nav")]:
        drop(element)
    title = _title(body)
    drawings = _draw(body)
    images = _name_images(body)
    _fields(body)
    _style(body)
    for table in body.iter("table"):
        prepare(table)
    _unframe(body)
    _bind(body)
    inner = "".join(html.tostring(each, encoding="unicode") for each in body)
    return Plain(title, root.get("lang") or "en", _color(root), chapters, inner, drawings, images)


def _color(root: HtmlElement) -> str:
    """Return the color that the packet's style names as the track's."""
    style = (root.get("style") or "").partition("--track: #")[2]
    return style[:6].upper() or "3F5068"


def _title(body: HtmlElement) -> str:
    """Take the cover's title out: each format says it in a way of its own."""
    heading = next(body.iter("h1"))
    title = words_of(heading)
    drop(heading)
    return title


def _draw(body: HtmlElement) -> dict[str, str]:
    """Make an image of every drawing, and a question with lines of each place on a canvas."""
    drawings = {}
    for svg in list(body.iter("svg")):
        title = svg.find("title")
        label = words_of(title) if title is not None else ""
        svg.set("xmlns", "http://www.w3.org/2000/svg")
        width = _QR_WIDTH if has_class(svg, "qr") else _CANVAS_WIDTH
        svg.tail, tail = None, svg.tail
        source = html.tostring(svg, encoding="unicode").replace("viewbox=", "viewBox=")
        name = _file_name(source, ".svg")
        drawings[name] = source
        image = build("img", None, {"src": name, "alt": label, "width": width})
        paragraph = build("p")
        paragraph.append(image)
        svg.tail = tail
        replace(svg, paragraph)
    for sheet in of_class(body, "sheet"):
        sheet.attrib.pop("style", None)
    for spot in of_class(body, "spot"):
        spot.attrib.pop("style", None)
        area = next(spot.iter("textarea"))
        spot.insert(0, build("p", area.get("title"), {"class": "ask__question"}))
        replace(area, _lines(2))
    return drawings


def _name_images(body: HtmlElement) -> dict[str, str]:
    """Give every image a file name that says nothing about the disk it came from."""
    images = {}
    for image in body.iter("img"):
        path = image_path(image.get("src", ""), IMAGE_SCHEME)
        if path is not None:
            name = _file_name(path, "." + path.rpartition(".")[2])
            images[name] = path
            image.set("src", name)
    return images


def _file_name(source: str, suffix: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:12] + suffix


def _fields(body: HtmlElement) -> None:
    """Print fields as lines to write on and boxes to mark."""
    for ruled in of_class(body, "ruled"):
        style = ruled.get("style") or ""
        lines = int(style.rpartition("--lines:")[2].strip(" ;") or 3)
        replace(ruled, _lines(lines))
    for button in list(body.iter("input")):
        mark = "☐" if button.get("type") == "checkbox" else "○"
        box = replace(
            button, build("span", mark, {"class": "tickbox"})
        )  # pandoc highlights a `mark`
        box.tail = f"\xa0{(box.tail or '').lstrip()}"
    for option in of_class(body, "option"):
        if option.tag == "span":
            option.tail = _APART


def _lines(count: int) -> HtmlElement:
    """Return some empty lines to write on."""
    lines = build("div", None, {"class": "writing", "custom-style": "Writing line"})
    for _ in range(count):
        lines.append(build("p", "\xa0"))
    return lines


def _style(body: HtmlElement) -> None:
    """Name the paragraph style of what print tells apart by class."""
    for eyebrow in of_class(body, "eyebrow"):
        # The heading behind it may begin a page, and its label goes with it.
        eyebrow.getnext().addnext(eyebrow)
    for element in list(body.iter("p", "div")):
        classes = (element.get("class") or "").split()
        if element.tag == "p":
            named = next((STYLES[each] for each in classes if each in STYLES), None)
            if named:
                _wrap(element, named, classes[0])
        elif "admonition" in classes:
            box = next(_BOXES[each] for each in (*classes[::-1], "admonition") if each in _BOXES)
            element.set("custom-style", box)
    for notes in of_class(body, "notes"):
        notes.tag = "sup"


def _wrap(paragraph: HtmlElement, style: str, name: str) -> None:
    box = build("div", None, {"class": name, "custom-style": style})
    replace(paragraph, box)
    paragraph.tail = None
    box.append(paragraph)


def _unframe(body: HtmlElement) -> None:
    """Take the frames of print away: pandoc divides a text by headings that stand in none."""
    for frame in [box for name in _FRAMES for box in of_class(body, name)]:
        frame.drop_tag()


def _bind(body: HtmlElement) -> None:
    """Put each id where pandoc keeps it, and take away links that lead to none."""
    for element in list(body.iter("*")):
        id_ = element.get("id")
        if id_ and element.tag not in _BOUND:
            del element.attrib["id"]
            mark = build("span", None, {"id": id_})
            mark.tail, element.text = element.text, None
            element.insert(0, mark)
    ids = {element.get("id") for element in body.iter("*") if element.get("id")}
    for link in list(body.iter("a")):
        address = link.get("href") or ""
        link.attrib.pop("title", None)
        if address.startswith("#") and address[1:] not in ids:
            link.drop_tag()
