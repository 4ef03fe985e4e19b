"""What stands in a packet from cover to credits: one HTML document made for print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment, PackageLoader, StrictUndefined

from curriculum import agendas, words
from curriculum.catalog import Catalog
from curriculum.findings import Finding
from curriculum.packets.chapters import Chapter, Composition, chapters_of
from curriculum.packets.city import NO_CITY, CityFace
from curriculum.packets.cover import Cover, cover_of
from curriculum.packets.faces import style
from curriculum.packets.fields import Fields
from curriculum.packets.links import Trail, bare
from curriculum.packets.packet import Packet
from curriculum.packets.transform import read
from curriculum.references import reference_html, source_html
from curriculum.rendered import Rendered
from curriculum.reviews import due_of
from curriculum.sayings import Sayings
from curriculum.settings import Settings

RULE = "parts-are-rendered"
_FEW = 2


@dataclass(frozen=True)
class PrintDocument:
    """A packet as HTML for print, with what a PDF of it needs besides."""

    packet: Packet
    title: str
    html: str
    images: tuple[tuple[str, str], ...]
    """Each image's path below the site's root, and the file that shows it."""
    groups: tuple[tuple[str, str], ...]
    """What each group of radio buttons asks, by its name."""
    targets: tuple[tuple[str, str], ...]
    """What each place that links lead to is called, by its id."""


@dataclass(frozen=True)
class Line:
    """One line of the contents."""

    level: int
    anchor: str
    text: str
    label: str = ""


def compose(
    catalog: Catalog,
    packet: Packet,
    pages: Mapping[str, Rendered],
    settings: Settings,
    city: CityFace = NO_CITY,
) -> PrintDocument | Finding:
    """Return a packet as one HTML document; a Finding where a part has no rendered page.

    `city` is the city that prints it, which has its name on the cover and its own notes.
    """
    missing = next((part for part in packet.parts if part.path not in pages), None)
    if missing:
        message = f"`{packet.name}` cannot be made: this part has no rendered page"
        return Finding(missing.path, 1, RULE, message, "build the pages first")
    say = settings.say
    trail = Trail(catalog, settings.url, say=say)
    work = Composition(catalog, packet, settings, city, trail, Fields(say=say))
    sheets = [
        read(part, pages[part.path], number, urljoin(settings.url, pages[part.path].url))
        for number, part in enumerate(packet.parts, 1)
    ]
    work.trail.places.update({sheet.page: sheet.place for sheet in sheets})
    chapters = list(chapters_of(work, sheets))
    cover = cover_of(catalog, packet, settings)
    values = _values(work, cover, chapters)
    text = _environment().get_template("packet.html").render(values)
    trail.targets.update({line.anchor: line.text for line in values["contents"]})
    found = (trail.images, work.fields.groups, trail.targets)
    return PrintDocument(packet, cover.title, text, *(tuple(each.items()) for each in found))


def _values(work: Composition, cover: Cover, chapters: list[Chapter]) -> dict[str, Any]:
    """Return what the template shows; called after the parts, which fill the trail."""
    catalog, trail = work.catalog, work.trail
    cases = dict.fromkeys(case for case, _ in trail.notes)
    values = {
        **vars(cover),
        "city": work.city,
        "say": work.say,
        "catalog": catalog,
        "packet": work.packet,
        "settings": work.settings,
        "chapters": chapters,
        "depth": 3 if len(chapters) > 1 else 2,
        "notes": [
            {"number": number, "text": source_html(catalog.cases[case].value.sources[key])}
            for (case, key), number in trail.notes.items()
        ],
        "cautions": [case for id_ in cases if (case := catalog.cases[id_].value).caution],
        "fillable": _is_fillable(work.packet, chapters),
        "brief": _is_brief(work.packet) and not work.city.name,
        "works": [
            {"id": each.id, "text": reference_html(each, work.say)}
            for each in catalog.references.values()
            if each.id in trail.works
        ],
        "terms": [term for term in catalog.terms.values() if term.id in trail.terms],
    }
    values["works"].sort(key=lambda work: work["text"].striptags().casefold())
    values["contents"] = list(_contents(work.packet, chapters, values, work.say))
    return values


def _is_brief(packet: Packet) -> bool:
    """Whether a packet is a sheet or two to hand out, for which a cover would be waste."""
    few = len(packet.parts) <= _FEW and len(packet.owners) == 1
    return packet.kind == "selection" and few


def _is_fillable(packet: Packet, chapters: list[Chapter]) -> bool:
    """Whether anything can be written into a packet on a screen."""
    bodies = (part.body for chapter in chapters for part in chapter.parts)
    agenda = packet.kind == "agenda" and packet.for_facilitators
    return agenda or any("<textarea" in body or "<input" in body for body in bodies)


def _contents(
    packet: Packet, chapters: list[Chapter], values: dict[str, Any], say: Sayings
) -> Iterator[Line]:
    several = len(chapters) > 1
    if packet.kind in {"path", "agenda"}:
        yield Line(1, "overview", say(f"{packet.kind}.title"))
    if packet.kind == "agenda" and packet.for_facilitators:
        yield Line(1, "name-tents", say("agenda.tents"))
    for chapter in chapters:
        if several:
            yield Line(1, chapter.anchor, chapter.title)
        elif chapter.entry:
            yield Line(1, chapter.anchor, say("module.glance"))
        for part in chapter.parts:
            same = part.text in {chapter.title, part.label}
            text, label = (part.label, "") if same else (part.text, part.label)
            yield Line(2 if several else 1, part.anchor, text, label)
    if values["terms"]:
        yield Line(1, "words-used", say("packet.words"))
    if values["notes"] or values["works"]:
        yield Line(1, "sources", say("case.sources"))
    yield Line(1, "about", say("packet.about"))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("curriculum", "packets/print"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        words=words, bare=bare, deliveries=agendas, style=style, due_of=due_of
    )
    return environment
