"""How a packet becomes an e-book (EPUB 3)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from curriculum.office.pandoc import Conversion
from curriculum.office.plain import Plain
from curriculum.office.word import is_right_to_left

STYLE = Path(__file__).parent / "epub.css"


@dataclass(frozen=True)
class Imprint:
    """What an e-book says about itself."""

    address: str
    """The page it was made from; it also makes the book's identifier."""
    subtitle: str
    publisher: str
    date: str
    """The day of the edition, as ISO 8601, or the empty string."""
    rights: str
    contents: str = "Contents"
    epoch: int = 0


def book(packet: Plain, imprint: Imprint, images: Mapping[str, bytes]) -> Conversion:
    """Return how a packet becomes an e-book; the same packet gives the same bytes."""
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{imprint.address}#{imprint.subtitle}")
    direction = "rtl" if is_right_to_left(packet.language) else ""
    facts = {
        "title": packet.title,
        "subtitle": imprint.subtitle,
        "identifier": f"urn:uuid:{identifier}",
        "lang": packet.language,
        "dir": direction,
        "page-progression-direction": direction,
        "publisher": imprint.publisher,
        "date": imprint.date,
        "rights": imprint.rights,
        "source": imprint.address,
        "toc-title": imprint.contents,
    }
    arguments = [f"--metadata={name}:{value}" for name, value in facts.items() if value]
    depth = 2 if packet.chapters > 1 else 1
    arguments += ["--shift-heading-level-by=-1", "--toc", f"--toc-depth={depth}"]
    arguments += [f"--split-level={depth}", "--epub-title-page=false", "--css=epub.css"]
    drawings = {name: source.encode() for name, source in packet.drawings.items()}
    files = {**images, **drawings, "epub.css": STYLE.read_bytes()}
    return Conversion(packet.body, "epub3", tuple(arguments), files, imprint.epoch)
