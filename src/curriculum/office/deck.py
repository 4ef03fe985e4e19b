"""How slides become a presentation that can be edited and a PDF that can be shown."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lxml import etree
from weasyprint import HTML

from curriculum.body import Body
from curriculum.findings import Finding
from curriculum.office.pandoc import Conversion, default_file
from curriculum.office.parts import read_parts, write_parts
from curriculum.office.slides import Deck, for_pandoc, for_print, picture_words
from curriculum.office.word import is_right_to_left
from curriculum.packets.links import IMAGE_SCHEME
from curriculum.packets.pdf import Fetcher
from curriculum.packets.repair import repair

STYLE = Path(__file__).parent / "deck.css"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_REFERENCE = "reference.pptx"
_ACCENT, _TEXT = "accent1", "tx1"


@dataclass(frozen=True)
class Shown:
    """A deck as a PDF, and the slides that did not fit on one page."""

    content: bytes
    too_long: tuple[int, ...]
    """Their numbers, from 1."""


def presentation(deck: Deck, images: Mapping[str, bytes], epoch: int = 0) -> Conversion:
    """Return how a deck becomes a PowerPoint file with its speaker notes."""
    arguments = (
        f"--reference-doc={_REFERENCE}",
        "--slide-level=1",
        f"--metadata=title:{deck.title}",
        f"--metadata=subtitle:{deck.subtitle}",
        f"--metadata=lang:{deck.language}",
    )
    files = {**images, _REFERENCE: _reference(default_file(_REFERENCE), deck.color)}
    return Conversion(
        for_pandoc(deck), "pptx", arguments, files, epoch, partial(_finish, deck=deck)
    )


def _finish(raw: bytes, deck: Deck) -> bytes:
    parts = read_parts(raw)
    for name in parts:
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide")):
            parts[name] = _marked(parts[name], deck)
    return write_parts(parts)


def _reference(default: bytes, color: str) -> bytes:
    """Return pandoc's own presentation with titles in the track's color, at the beginning of the line."""
    parts = read_parts(default)
    theme = etree.fromstring(parts["ppt/theme/theme1.xml"])
    for accent in theme.iter(f"{{{_A}}}{_ACCENT}"):
        accent[:] = [etree.Element(f"{{{_A}}}srgbClr", {"val": color})]
    parts["ppt/theme/theme1.xml"] = etree.tostring(theme)
    master = etree.fromstring(parts["ppt/slideMasters/slideMaster1.xml"])
    for style in master.iter(f"{{{_P}}}titleStyle"):
        for first in style.iter(f"{{{_A}}}lvl1pPr"):
            first.set("algn", "l")
        for letters in style.iter(f"{{{_A}}}defRPr"):
            letters.set("b", "1")
        for fill in style.iter(f"{{{_A}}}schemeClr"):
            fill.set("val", fill.get("val", "").replace(_TEXT, _ACCENT))
    parts["ppt/slideMasters/slideMaster1.xml"] = etree.tostring(master)
    opening = etree.fromstring(parts["ppt/slideLayouts/slideLayout1.xml"])
    for paragraph in opening.iter(f"{{{_A}}}lvl1pPr"):
        paragraph.set("algn", "l")
    parts["ppt/slideLayouts/slideLayout1.xml"] = etree.tostring(opening)
    return write_parts(parts)


def _marked(raw: bytes, deck: Deck) -> bytes:
    """Say the language of every run, the direction where it matters, the words of every picture."""
    tree, language, words = etree.fromstring(raw), deck.language, picture_words(deck)
    for picture in tree.iter(f"{{{_P}}}cNvPr"):
        if picture.get("descr") in words:
            picture.set("descr", words[picture.get("descr", "")])
    for run in tree.iter(f"{{{_A}}}rPr"):
        run.set("lang", language)
    if is_right_to_left(language):
        for paragraph in tree.iter(f"{{{_A}}}pPr"):
            paragraph.set("algn", "r")
            paragraph.set("rtl", "1")
    marked: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return marked


def show(deck: Deck, images: Mapping[str, Path]) -> Shown:
    """Return a deck as a PDF (PDF/UA-1) and say which slides took more than a page."""
    text = for_print(deck, STYLE.read_text("utf-8"), IMAGE_SCHEME)
    page = HTML(string=text, base_url=IMAGE_SCHEME + "/", url_fetcher=Fetcher(images))
    document = page.render(pdf_variant="pdf/ua-1")
    raw = io.BytesIO()
    document.write_pdf(raw, pdf_variant="pdf/ua-1", pdf_identifier=b"deck")
    starts: dict[str, int] = {}
    for number, sheet in enumerate(document.pages):
        for anchor in sheet.anchors:
            starts.setdefault(anchor, number)  # what goes on over a page has its anchor there too
    begins = [starts[f"slide-{number}"] for number in range(1, len(deck.slides) + 1)]
    ends = [*begins[1:], len(document.pages)]
    spans = enumerate(zip(begins, ends, strict=True), 1)
    too_long = tuple(number for number, (begin, end) in spans if end - begin > 1)
    return Shown(repair(raw.getvalue(), {}, {}), too_long)


def findings(deck: Deck, too_long: Sequence[int], body: Body) -> list[Finding]:
    """Return a finding at the heading of each slide that does not fit on one page."""
    lines = [heading.line for heading in body.headings if heading.level == 2]  # noqa: PLR2004
    found = []
    for number in too_long:
        title = deck.slides[number - 1].title
        message = f"the slide `{title}` does not fit on one page"
        hint = "say less on it, or make two slides of it"
        found.append(Finding(body.path, lines[number - 1], "slides-fit", message, hint))
    return found
