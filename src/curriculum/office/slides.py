"""What the slides of a module are: one for each second heading, with what the speaker is told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import takewhile
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from curriculum.packets.elements import build, drop, has_class, inner_html, of_class, parse
from curriculum.packets.elements import words as words_of
from curriculum.packets.links import image_path
from curriculum.rendered import Rendered

_NOTES = ("facilitator", "speaker-notes")


@dataclass(frozen=True)
class Slide:
    """One slide: what the room sees, and what only the speaker sees."""

    title: str
    face: str
    """The HTML below the title."""
    notes: str
    """The HTML of the speaker notes, or the empty string."""


@dataclass(frozen=True)
class Deck:
    """The slides of one module."""

    title: str
    subtitle: str
    language: str
    color: str
    """The track's, as six hexadecimal digits."""
    slides: tuple[Slide, ...]
    images: dict[str, str] = field(default_factory=dict)
    """The path of each image below the site's root, by the name of its file."""


def deck_of(  # noqa: PLR0913  (what a deck says of itself)
    page: Rendered, site: str, title: str, *, subtitle: str, language: str, color: str
) -> Deck:
    """Return the slides on a rendered page; `color` is the track's, as six hexadecimal digits.

    `site` is the site's address, from which images are told apart from those of others.
    """
    root = parse(page.html)
    for anchor in of_class(root, "headerlink"):
        drop(anchor)
    images = _name_images(root, urljoin(site, page.url), site)
    for link in list(root.iter("a")):
        link.drop_tag()  # a slide is not clicked, and notes are read aloud
    for element in root.iter("*"):
        element.attrib.pop("id", None)
    slides = tuple(_slide(heading) for heading in root.findall("h2"))
    return Deck(title, subtitle, language, color, slides, images)


def _slide(heading: HtmlElement) -> Slide:
    after = list(takewhile(lambda element: element.tag != "h2", heading.itersiblings()))
    notes = [each for each in after if any(has_class(each, name) for name in _NOTES)]
    face = [each for each in after if each not in notes]
    for note in notes:
        for title in of_class(note, "admonition-title"):
            drop(title)
    return Slide(
        words_of(heading),
        "".join(html.tostring(each, encoding="unicode").strip() for each in face),
        "".join(inner_html(note).strip() for note in notes),
    )


def _name_images(root: HtmlElement, page: str, site: str) -> dict[str, str]:
    images = {}
    for image in list(root.iter("img")):
        path = image_path(urljoin(page, image.get("src", "")), site)
        if path is None:
            drop(image)
            continue
        name = hashlib.sha256(path.encode()).hexdigest()[:12] + "." + path.rpartition(".")[2]
        images[name] = path
        image.set("src", name)
    return images


def picture_words(deck: Deck) -> dict[str, str]:
    """Return the alternative text of each picture, by its file."""
    return {
        image.get("src", ""): image.get("alt", "")
        for slide in deck.slides
        for image in parse(slide.face or "<p></p>").iter("img")
    }


def for_pandoc(deck: Deck) -> str:
    """Return the slides as the HTML that pandoc makes a presentation from.

    Pictures have no words in it, since pandoc would print them below as a caption.
    """
    parts = []
    for slide in deck.slides:
        notes = f'<div class="notes">{slide.notes}</div>' if slide.notes else ""
        parts.append(Markup("<h1>{}</h1>").format(slide.title) + Markup(_mute(slide.face) + notes))  # noqa: S704
    return "".join(parts)


def _mute(face: str) -> str:
    root = parse(face or "<p></p>")
    for image in root.iter("img"):
        image.attrib.pop("alt", None)
    return inner_html(root) if face else ""


def for_print(deck: Deck, style: str, scheme: str) -> str:
    """Return the slides as one HTML document of wide pages, one for each; images begin with `scheme`."""
    head = Markup('<meta charset="utf-8"><title>{}</title><style>{}</style>').format(
        deck.title,
        Markup(style),  # noqa: S704  (our own style sheet)
    )
    pages = [
        Markup('<section class="title"><h1>{}</h1><p>{}</p></section>').format(
            deck.title, deck.subtitle
        )
    ]
    for number, slide in enumerate(deck.slides, 1):
        face = parse(slide.face) if slide.face else build("div")
        for image in face.iter("img"):
            image.set("src", scheme + image.get("src", ""))
        body = Markup(inner_html(face))  # noqa: S704  (rendered HTML)
        section = Markup('<section id="slide-{}"><h2>{}</h2>{}</section>')
        pages.append(section.format(number, slide.title, body))
    whole = Markup(
        '<!DOCTYPE html><html lang="{}" style="--track: #{}"><head>{}</head><body>{}</body></html>'
    )
    return str(whole.format(deck.language, deck.color, head, Markup("").join(pages)))
