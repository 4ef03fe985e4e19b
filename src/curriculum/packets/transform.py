"""How the HTML of one page becomes a part of a packet: the one way from the site to paper."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from itertools import takewhile

from lxml.html import HtmlElement

from curriculum.packets.elements import build, drop, has_class, of_class, parse, replace, words
from curriculum.packets.fields import Fields, lay_out
from curriculum.packets.links import Place, Trail, link
from curriculum.packets.packet import PacketPart
from curriculum.rendered import Rendered
from curriculum.sayings import Sayings

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NUMBER = re.compile(r"(?:Le|[$€£]|about |under )?[−-]?[\d.,]+ ?(?:%|percent|million|billion)?")
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_LINE_END = re.compile(rf"(?<=[{_WIDE}])\s*\n\s*(?=[{_WIDE}“‘])|(?<=[”’])\s*\n\s*(?=[{_WIDE}])")

_LONG, _LINES = 1200, 24
"""How many letters and lines a slide may have to stand beside its notes, where it cannot be broken."""


@dataclass(frozen=True)
class Sheet:
    """A page on its way to paper."""

    part: PacketPart
    anchor: str
    """The id of the part in the packet, such as `p3`."""
    page: str
    """The public address of the page."""
    root: HtmlElement

    @property
    def place(self) -> Place:
        """Where the page stands in the packet, and what can be linked to on it."""
        ids = frozenset(element.get("id") for element in self.root.iter("*") if element.get("id"))
        return Place(self.anchor, self.part, ids)


def read(part: PacketPart, page: Rendered, number: int, address: str) -> Sheet:
    """Parse a page once; `number` is its place in the packet, `address` its public address."""
    return Sheet(part, f"p{number}", address, parse(page.html))


def transform(
    sheet: Sheet, trail: Trail, fields: Fields, *, shift: int, facilitator: bool
) -> HtmlElement:
    """Return a page as it stands in the packet, with its own heading still first.

    Headings go `shift` levels down. Without `facilitator`, whatever is meant for facilitators is
    taken out before anything else happens.
    """
    root = deepcopy(sheet.root)
    if not facilitator:
        for note in [*of_class(root, "facilitator"), *of_class(root, "speaker-notes")]:
            drop(note)
    for anchor in of_class(root, "headerlink"):
        drop(anchor)
    _join_lines(root)
    _unfold(root)
    _footnotes(root)
    if sheet.part.part == "slides":
        _slides(root)
    lay_out(root, f"{sheet.part.owner}-{sheet.part.part}-", fields)
    _tables(root, _exhibit(trail.say))
    _figures(root)
    link(root, sheet.page, sheet.part.path, trail)
    _shift(root, shift)
    _prefix(root, sheet.anchor)
    return root


def _join_lines(root: HtmlElement) -> None:
    """Join the lines of scripts without spaces, where the end of a line in Markdown means nothing."""
    for element in root.iter("*"):
        element.text = element.text and _LINE_END.sub("", element.text)
        element.tail = element.tail and _LINE_END.sub("", element.tail)


def _unfold(root: HtmlElement) -> None:
    """Open what the page folds: `details` and tabs become blocks with a heading line."""
    for box in list(root.iter("details")):
        box.tag = "div"
        box.set("class", f"unfolded {box.get('class') or ''}".strip())
        for summary in box.findall("summary"):
            summary.tag = "p"
            summary.set("class", "unfolded__title")
    for tabs in of_class(root, "tabbed-set"):
        labels = [words(label) for label in tabs.iter("label")]
        for used in [*tabs.findall("input"), *of_class(tabs, "tabbed-labels")]:
            drop(used)
        for label, block in zip(labels, of_class(tabs, "tabbed-block"), strict=False):
            block.insert(0, build("p", label, {"class": "unfolded__title"}))


def _footnotes(root: HtmlElement) -> None:
    """Put each footnote where it is called, so that the page can set it at its foot."""
    notes = {}
    for box in of_class(root, "footnote"):
        notes.update({item.get("id"): item for item in box.iter("li")})
        drop(box)
    for call in of_class(root, "footnote-ref"):
        item = notes.get((call.get("href") or "#").removeprefix("#"))
        if item is None:
            continue
        note = build("span", None, {"class": "footnote-text"})
        for back in of_class(item, "footnote-backref"):
            drop(back)
        for paragraph in deepcopy(item).iter("p"):
            paragraph.tag = "span"
            note.append(paragraph)
        replace(call.getparent() if call.getparent().tag == "sup" else call, note)


def _slides(root: HtmlElement) -> None:
    """Set each slide as a card with its speaker notes below."""
    for heading in root.findall("h2"):
        after = takewhile(lambda element: element.tag != "h2", heading.itersiblings())
        rest = list(after)
        slide = build("section", None, {"class": "slide"})
        face = build("div", None, {"class": "slide__face"})
        heading.addprevious(slide)
        slide.append(face)
        face.append(heading)
        for element in rest:
            (slide if has_class(element, "facilitator") else face).append(element)
        if len(words(face)) > _LONG or len(list(face.iter("p", "li", "tr"))) > _LINES:
            slide.set("class", "slide slide--long")


def _tables(root: HtmlElement, exhibit: re.Pattern[str]) -> None:
    """Give tables headings with a scope, captions, and columns of numbers set to the right."""
    for table in list(root.iter("table")):
        for cell in table.iter("th"):
            cell.set("scope", "col" if cell.getparent().getparent().tag == "thead" else "row")
        rows = [row.findall("td") for body in table.iter("tbody") for row in body.findall("tr")]
        columns = list(zip(*rows, strict=False))
        heads = [cell for head in table.iter("thead") for cell in head.iter("th")]
        for number, column in enumerate(columns):
            texts = [words(cell) for cell in column if words(cell)]
            if number and texts and all(_NUMBER.fullmatch(text) for text in texts):
                for cell in [*column, *heads[number : number + 1]]:
                    cell.set("class", "number")
        table.set("class", f"columns-{min(len(columns), 6)}")
        _caption(table, exhibit)


def _exhibit(say: Sayings) -> re.Pattern[str]:
    """Return how the line above an exhibit begins, such as `Exhibit 1.`, where spaces are single."""
    around = (re.sub(r"\s+", " ", words) for words in say.around("case.exhibit"))
    return re.compile(r"\d+".join(map(re.escape, around)) + r"\.")


def _caption(table: HtmlElement, exhibit: re.Pattern[str]) -> None:
    """Make the line `Exhibit 1. …` above a table its caption."""
    above = table.getprevious()
    if above is None or above.tag != "p" or not len(above) or above[0].tag != "strong":
        return
    if exhibit.match(words(above)) and not (above.text or "").strip():
        above.tail = None
        above.tag = "caption"
        table.insert(0, above)


def _figures(root: HtmlElement) -> None:
    """Set an image that stands alone as a figure; its title becomes the caption."""
    for image in list(root.iter("img")):
        holder, title = image.getparent(), image.attrib.pop("title", None)
        if holder.tag != "p" or len(holder) != 1 or words(holder):
            continue
        holder.tag = "figure"
        if title:
            holder.append(build("figcaption", title))


def _shift(root: HtmlElement, shift: int) -> None:
    for heading in list(root.iter(*HEADINGS)):
        heading.tag = f"h{min(6, int(heading.tag[1]) + shift)}"


def _prefix(root: HtmlElement, anchor: str) -> None:
    for element in root.iter("*"):
        if element.get("id"):
            element.set("id", f"{anchor}-{element.get('id')}")
        element.attrib.pop("for", None)
