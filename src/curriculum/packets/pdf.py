"""How a packet's HTML becomes a tagged PDF whose fields can be filled in; the same HTML gives the same bytes."""

from __future__ import annotations

import gc
import io
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.html import UA, UA_FORM_STYLESHEET
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse, path2url

from curriculum.packets import lines
from curriculum.packets.fit import Misfit, first_misfit
from curriculum.packets.links import IMAGE_SCHEME, image_path
from curriculum.packets.packet import Packet
from curriculum.packets.repair import repair
from curriculum.packets.verdict import UNCHECKED, Verdict, judge

lines.mend()

FOLDER = Path(__file__).parent / "print"
FONTS = Path(__file__).parents[1] / "fonts"
_FONT_SCHEME = "font:"
TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}
_SHEETS = {
    "a4": "210mm 297mm; margin: 25mm 24mm 24mm",
    "letter": "8.5in 11in; margin: 22mm 26.95mm 20mm",
}


_MARKS = "; bleed: 3mm; marks: crop"


@dataclass(frozen=True)
class Sheet:
    """What a packet is printed on, and how large."""

    paper: str
    large: bool = False
    crop_marks: bool = False


def sheet_of(packet: Packet) -> Sheet:
    """Return the sheet on which a packet is printed."""
    return Sheet(packet.paper, packet.large_print, packet.crop_marks)


class RenderError(Exception):
    """A packet that must not be published: what is wrong, where, and what to do about it.

    `words` are those that stand in the place, by which its line is found.
    """

    def __init__(self, message: str, path: str = "", hint: str = "", words: str = "") -> None:
        super().__init__(message)
        self.path, self.hint, self.words = path, hint, words


@dataclass(frozen=True)
class Pdf:
    """A finished PDF."""

    content: bytes
    pages: int
    verdict: Verdict = UNCHECKED


@dataclass(frozen=True)
class Roots:
    """The only folders that images are read from, by the beginning of their path on the site."""

    folders: tuple[tuple[str, str], ...] = (("modules/", "modules"), ("", "content"))

    def place(self, root: Path, path: str) -> Path:
        """Return where the file of an image must stand, by its path below the site's root."""
        start, folder = next(pair for pair in self.folders if path.startswith(pair[0]))
        return root / folder / path.removeprefix(start)

    def find(self, root: Path, path: str) -> Path | None:
        """Return the file of an image, or None where no image of the curriculum stands there."""
        if any(step in {"..", ""} for step in path.split("/")):
            return None
        file = self.place(root, path)
        folders = (root / folder for _, folder in self.folders)
        inside = any(file.resolve().is_relative_to(folder.resolve()) for folder in folders)
        return file if inside and file.suffix in TYPES and file.is_file() else None


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Reads the given images and our own fonts, and refuses everything else."""

    def __init__(self, images: Mapping[str, Path]) -> None:
        super().__init__(fail_on_errors=False)
        self._images = images

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return what an address stands for."""
        if url.startswith("data:image/"):
            return super().fetch(url, headers)
        if url.startswith(_FONT_SCHEME):
            file = FONTS / Path(url.removeprefix(_FONT_SCHEME)).name
            return URLFetcherResponse(path2url(file), file.read_bytes())
        file = self._images[image_path(url, IMAGE_SCHEME) or url]
        kind = {"Content-Type": TYPES[file.suffix]}
        return URLFetcherResponse(url, file.read_bytes(), kind)


class _Source(HTML):  # type: ignore[misc]  # WeasyPrint has no types
    """Our HTML, without the styles for markers and notes that WeasyPrint gives to every element.

    It computes six styles for each element of which we use one in a hundred: half of its memory.
    """

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: FBT001, FBT002, ARG002  (WeasyPrint's)
        return [_browser_style(), UA_FORM_STYLESHEET]


_EVERYWHERE = re.compile(r"^::(marker|footnote|note)", re.MULTILINE)
_USED = {"marker": "li::marker", "footnote": ".footnote-text::footnote", "note": "x-none::note"}


@cache
def _browser_style() -> CSS:
    text = _EVERYWHERE.sub(lambda found: _USED[found[1]], UA)
    return CSS(string=text, counter_style=CounterStyle())


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def stylesheet(sheet: Sheet) -> str:
    """Return the style sheet for a sheet; in large print every size from 6 points on grows."""
    size = _SHEETS[sheet.paper] + (_MARKS if sheet.crop_marks else "")
    text = (FOLDER / "packet.css").read_text("utf-8").replace("SHEET", size)
    return _SIZE.sub(_enlarged, text) if sheet.large else text


def _enlarged(size: re.Match[str]) -> str:
    """Return a size for large print: text of 10.5 points becomes 18, and small print comes closer."""
    points = float(size[1])
    return f"{18 + (points - 10.5) * 0.75:g}pt" if points >= 6 else size[0]  # noqa: PLR2004


_SIZE = re.compile(r"(?<![\d.])(\d*\.?\d+)pt\b")


@cache
def _style(sheet: Sheet) -> CSS:
    """Return the style for a sheet, parsed once in each process."""
    return CSS(string=stylesheet(sheet), font_config=_fonts(), url_fetcher=Fetcher({}))


def render(
    html: str,
    sheet: Sheet,
    images: Mapping[str, Path],
    groups: Mapping[str, str],
    targets: Mapping[str, str],
) -> Pdf:
    """Return the PDF of a packet's HTML. Raises RenderError where something in it cannot be shown."""
    with _complaints() as complaints:
        raw, pages, misfit = _printed(html, sheet, images)
    if complaints:
        raise RenderError("; ".join(dict.fromkeys(complaints)))
    if misfit:
        raise RenderError(misfit.message, misfit.path, misfit.hint, misfit.words)
    if gc.get_count()[0] > _MUCH:
        gc.collect()  # the pages are gone before anything else needs memory
    content = repair(raw, groups, targets)
    del raw
    return Pdf(content, pages, judge(content))


_MUCH = 400_000
"""How many objects may wait for the garbage collector: about a hundred pages of them."""


def _printed(
    html: str, sheet: Sheet, images: Mapping[str, Path]
) -> tuple[bytes, int, Misfit | None]:
    """Return what WeasyPrint makes of a packet, its number of pages, and what does not fit on one."""
    source = _Source(string=html, base_url=IMAGE_SCHEME + "/", url_fetcher=Fetcher(images))
    document = source.render(
        font_config=_fonts(), stylesheets=[_style(sheet)], pdf_forms=True, **_UA
    )
    misfit = first_misfit(document.pages)
    if misfit:
        return b"", 0, misfit
    raw = io.BytesIO()
    # Compressed once, by `repair`: WeasyPrint would spend 5 % of its time on the last percent.
    document.write_pdf(raw, pdf_forms=True, pdf_identifier=b"packet", uncompressed_pdf=True, **_UA)
    return raw.getvalue(), len(document.pages), None


_UA: dict[str, Any] = {"pdf_variant": "pdf/ua-1"}
_HARMLESS = re.compile(r"Ignored `|Expected|Unsupported")


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what WeasyPrint reports as an error while it works."""
    found: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: (  # type: ignore[method-assign]
        None if _HARMLESS.match(record.getMessage()) else found.append(record.getMessage())
    )
    before = LOGGER.handlers[:]
    LOGGER.handlers[:] = [listener]
    try:
        yield found
    finally:
        LOGGER.handlers[:] = before
