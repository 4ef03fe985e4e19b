"""What the paragraphs of our Word files look like: one row for each style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml.builder import ElementMaker  # type: ignore[import-not-found, unused-ignore]  # no stubs

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
make: Any = ElementMaker(namespace=W, nsmap={"w": W})
Xml = Any
"""An element of lxml, whose stubs say of every step that it may lead nowhere."""

BODY, HEADINGS, SIGNS = "Georgia", "Calibri", "Arial"
"""Fonts that office programs have or replace by one of equal width; `SIGNS` for other scripts."""
INK, TRACK = "1D2733", "track"


@dataclass(frozen=True)
class Style:
    """One paragraph style: sizes in points, distances in twentieths of a point."""

    id: str
    name: str
    size: float = 11
    based_on: str = "Normal"
    following: str = "BodyText"
    font: str = ""
    bold: bool = False
    italic: bool = False
    color: str = ""
    before: int = 0
    after: int = 120
    line: int = 276
    level: int | None = None
    """The place in the outline: 0 for a first heading."""
    keep: bool = False
    new_page: bool = False
    indent: int = 0
    bar: bool = False
    """Whether a colored bar stands at its beginning."""
    rule: bool = False
    """Whether a line to write on stands below it."""
    shade: str = ""


def _heading(level: int, size: float, **more: object) -> Style:
    fixed: dict[str, object] = {
        "font": HEADINGS,
        "bold": True,
        "color": TRACK if level < 3 else INK,  # noqa: PLR2004  (chapters and parts are colored)
        "keep": True,
        "level": level - 1,
        "before": 320 if level < 3 else 200,  # noqa: PLR2004
        "after": 80,
        "line": 252,
    }
    return Style(f"Heading{level}", f"heading {level}", size, **(fixed | more))  # type: ignore[arg-type]


STYLES = (
    Style("Normal", "Normal", based_on="", following="", color=INK, font=BODY),
    Style("BodyText", "Body Text", before=60),
    Style("FirstParagraph", "First Paragraph", based_on="BodyText", before=60),
    Style("Compact", "Compact", based_on="BodyText", before=20, after=40),
    Style("Title", "Title", 26, font=HEADINGS, bold=True, color=TRACK, after=60, line=240, keep=True),
    Style("Subtitle", "Subtitle", 14, font=HEADINGS, color=INK, after=160, line=240),
    _heading(1, 20, new_page=True),
    _heading(2, 16),
    _heading(3, 13),
    _heading(4, 11.5),
    _heading(5, 11),
    _heading(6, 11, italic=True),
    Style("TOCHeading", "TOC Heading", 14, font=HEADINGS, bold=True, color=TRACK, before=240, keep=True),
    Style("TOC1", "toc 1", 10.5, font=HEADINGS, bold=True, before=40, after=0, line=252, following="TOC1"),
    Style("TOC2", "toc 2", 10, font=HEADINGS, after=0, line=252, indent=320, following="TOC2"),
    Style("FootnoteText", "footnote text", 9, following="FootnoteText", after=40, line=240),
    Style("Eyebrow", "Eyebrow", 9.5, font=HEADINGS, bold=True, before=60, after=20, keep=True),
    Style("Lead", "Lead", 13, font=HEADINGS, color=INK, after=160),
    Style("Question", "Question", 11, font=HEADINGS, bold=True, before=200, after=60, keep=True),
    Style("Writingline", "Writing line", 12, before=160, after=0, rule=True, following="Writingline"),
    Style("Callout", "Callout", 10.5, indent=240, bar=True, shade="F3F5F7"),
    Style("Facilitatornote", "Facilitator note", 10.5, indent=240, bar=True, shade="FFF6E3"),
    Style("Yourcity", "Your city", 10.5, indent=240, bar=True, shade="EAF4F1"),
    Style("Callouttitle", "Callout title", 10.5, font=HEADINGS, bold=True, indent=240, bar=True, after=20, keep=True),
    Style("TableCaption", "Table Caption", 10.5, font=HEADINGS, bold=True, before=160, after=60, keep=True),
    Style("ImageCaption", "Image Caption", 10, font=HEADINGS, italic=True),
    Style("Quiet", "Quiet", 9.5, font=HEADINGS, color="4A5561"),
    Style("Footer", "footer", 9, font=HEADINGS, color="4A5561", after=0, line=240),
)  # fmt: skip


def style_xml(style: Style, color: str) -> Xml:
    """Return a style as Word reads it; `color` is the track's, as six hexadecimal digits."""
    kind = {f"{{{W}}}type": "paragraph", f"{{{W}}}styleId": style.id}
    if style.id == "Normal":
        kind[f"{{{W}}}default"] = "1"
    whole: Xml = make.style(kind, val("name", style.name))
    if style.based_on:
        whole.append(val("basedOn", style.based_on))
    if style.following:
        whole.append(val("next", style.following))
    whole.append(make.qFormat())
    whole.append(_paragraph(style, color))
    whole.append(_letters(style, color))
    return whole


def val(name: str, value: object) -> Xml:
    """Return an element whose whole meaning is its `val`."""
    return make(name, {f"{{{W}}}val": str(value)})


def _attributes(name: str, **values: object) -> Xml:
    return make(name, {f"{{{W}}}{key}": str(value) for key, value in values.items()})


def _paragraph(style: Style, color: str) -> Xml:
    """Return the paragraph's properties, in the order that Word's schema asks for."""
    found = make.pPr()
    if style.keep:
        found.extend([make.keepNext(), make.keepLines()])
    if style.new_page:
        found.append(make.pageBreakBefore())
    borders = make.pBdr()
    if style.bar:
        borders.append(_attributes("left", val="single", sz=24, space=8, color=color))
    if style.rule:
        borders.append(_attributes("bottom", val="single", sz=4, space=1, color="7A8590"))
        borders.append(_attributes("between", val="single", sz=4, space=1, color="7A8590"))
    if len(borders):
        found.append(borders)
    if style.shade:
        found.append(_attributes("shd", val="clear", color="auto", fill=style.shade))
    found.append(
        _attributes(
            "spacing", before=style.before, after=style.after, line=style.line, lineRule="auto"
        )
    )
    if style.indent:
        found.append(_attributes("ind", left=style.indent))
    if style.level is not None:
        found.append(val("outlineLvl", style.level))
    return found


def _letters(style: Style, color: str) -> Xml:
    found = make.rPr()
    if style.font:
        fonts = {"ascii": style.font, "hAnsi": style.font, "cs": SIGNS}
        found.append(_attributes("rFonts", **fonts))
    if style.bold:
        found.extend([make.b(), make.bCs()])
    if style.italic:
        found.extend([make.i(), make.iCs()])
    if style.color:
        found.append(val("color", color if style.color == TRACK else style.color))
    half = round(style.size * 2)
    found.extend([val("sz", half), val("szCs", half)])
    return found
