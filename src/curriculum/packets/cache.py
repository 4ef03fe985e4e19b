"""Whether a packet has been made before: finished PDFs, kept under a key of all that they are made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pikepdf
import pydyf
import weasyprint
from weasyprint.text.ffi import pango

import curriculum
from curriculum.caches import digest_of, refresh, write_whole
from curriculum.packets import verdict
from curriculum.packets.document import PrintDocument
from curriculum.packets.pdf import FOLDER, FONTS, Pdf, sheet_of, stylesheet
from curriculum.packets.verdict import Broken, Verdict

_MAKERS = ("lines", "pdf", "repair", "verdict", "web")
"""The files that make a finished packet of HTML."""


def key_of(document: PrintDocument, images: Mapping[str, Path]) -> str:
    """Return the key of a packet: equal only where its HTML, images, style, fonts and tools are equal."""
    return digest_of(_parts(document, images))


def _parts(document: PrintDocument, images: Mapping[str, Path]) -> Iterator[bytes]:
    packet = document.packet
    style = stylesheet(sheet_of(packet))
    said = json.dumps((document.groups, document.targets))
    for text in (tools(), packet.format, style, said, document.html):
        yield text.encode()
    if packet.format == "html":
        yield (FOLDER / "web.css").read_bytes()
    for path, file in sorted(images.items()):
        yield path.encode()
        yield file.read_bytes()


@cache
def tools() -> str:
    """Return everything that shapes all packets alike: versions, our own part in it, and fonts."""
    pango_version = str(pango.pango_version())
    versions = (
        verdict.tool(),
        curriculum.__version__,
        weasyprint.__version__,
        pydyf.__version__,
        pikepdf.__version__,
        pango_version,
    )
    ours = (Path(__file__).with_name(f"{name}.py") for name in _MAKERS)
    files = (*ours, *sorted(FONTS.glob("*.ttf")))
    return "\n".join(
        [*versions, *(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)]
    )


def load(folder: Path, key: str) -> Pdf | None:
    """Return a finished PDF by its key, or None; a damaged entry counts as absent."""
    file = _file(folder, key)
    try:
        raw = file.read_bytes()
    except OSError:
        return None
    head, _, content = raw.partition(b"\n")
    try:
        entry = json.loads(head)
        pages, checksum = int(entry["pages"]), str(entry["sha256"])
        broken = tuple(Broken(**rule) for rule in entry["broken"])
        found = Verdict(int(entry["rules"]), broken)
    except (ValueError, KeyError, TypeError):
        return None
    if hashlib.sha256(content).hexdigest() != checksum:
        return None
    refresh(file)
    return Pdf(content, pages, found)


def store(folder: Path, key: str, pdf: Pdf) -> None:
    """Keep a finished PDF; raises OSError where the folder cannot be written."""
    checksum = hashlib.sha256(pdf.content).hexdigest()
    entry = {"pages": pdf.pages, "sha256": checksum, **asdict(pdf.verdict)}
    head = json.dumps(entry).encode()
    write_whole(_file(folder, key), head + b"\n" + pdf.content)


def _file(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key}.packet"
