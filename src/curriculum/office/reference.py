"""The Word file that lends its styles, paper and foot to all others; made from pandoc's own, never kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from curriculum.office.parts import Parts, read_parts, write_parts
from curriculum.office.styles import STYLES, W, Xml, make, style_xml, val

_PAPERS = {"a4": (11906, 16838), "letter": (12240, 15840)}
"""Width and height in twentieths of a point."""
_MARGIN = 1247
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FOOTER = "footer1.xml"
_FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"


@dataclass(frozen=True)
class Look:
    """What differs between two packets: paper, color, language and the words at the foot."""

    paper: str
    color: str
    """The track's, as six hexadecimal digits."""
    language: str
    """As BCP 47."""
    foot: str


def reference(default: bytes, look: Look) -> bytes:
    """Return the file that pandoc copies styles, paper and foot from; `default` is pandoc's own."""
    parts = read_parts(default)
    _change(parts, "word/styles.xml", lambda styles: _styles(styles, look))
    _change(parts, "word/settings.xml", lambda settings: _settings(settings, look))
    _change(parts, "word/document.xml", lambda document: _section(document, look))
    _change(parts, "word/_rels/document.xml.rels", _relate)
    _change(parts, "[Content_Types].xml", _declare)
    parts[f"word/{_FOOTER}"] = _bytes(_footer(look.foot))
    return write_parts(parts)


def _change(parts: Parts, name: str, change: Callable[[Xml], None]) -> None:
    root: Xml = etree.fromstring(parts[name])
    change(root)
    parts[name] = _bytes(root)


def _bytes(root: Xml) -> bytes:
    raw: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return raw


def _styles(styles: Xml, look: Look) -> None:
    ours = {style.id for style in STYLES}
    for old in styles.findall(f"{{{W}}}style"):
        if old.get(f"{{{W}}}styleId") in ours:
            styles.remove(old)
        elif old.get(f"{{{W}}}styleId") == "Table":
            styles.replace(old, _table(look.color))
        elif old.get(f"{{{W}}}styleId") == "Hyperlink":
            for color in old.iter(f"{{{W}}}color"):
                color.attrib.clear()
                color.set(f"{{{W}}}val", look.color)
            old.find(f"{{{W}}}rPr").append(val("u", "single"))
    for style in STYLES:
        styles.append(style_xml(style, look.color))
    for language in styles.iter(f"{{{W}}}lang"):
        for script in ("val", "eastAsia", "bidi"):
            language.set(f"{{{W}}}{script}", look.language)


def _table(color: str) -> Xml:
    """Return the style of all tables: thin lines between rows, a bold heading row that repeats."""
    line = {f"{{{W}}}val": "single", f"{{{W}}}sz": "4", f"{{{W}}}color": "B4BCC4"}
    strong = line | {f"{{{W}}}sz": "12", f"{{{W}}}color": color}
    kind = {f"{{{W}}}type": "table", f"{{{W}}}default": "1", f"{{{W}}}styleId": "Table"}
    width = {f"{{{W}}}w": "100", f"{{{W}}}type": "dxa"}
    first: Xml = make.tblStylePr({f"{{{W}}}type": "firstRow"})
    first.append(make.rPr(make.b(), make.bCs()))
    first.append(make.tcPr(make.tcBorders(make.bottom(strong))))
    return make.style(
        kind,
        val("name", "Table"),
        make.qFormat(),
        make.tblPr(
            make.tblBorders(make.top(line), make.bottom(line), make.insideH(line)),
            make.tblCellMar(make.left(width), make.right(width)),
        ),
        first,
    )


def _settings(settings: Xml, look: Look) -> None:
    for language in settings.iter(f"{{{W}}}themeFontLang"):
        language.set(f"{{{W}}}val", look.language)


def _section(document: Xml, look: Look) -> None:
    section = next(document.iter(f"{{{W}}}sectPr"))
    width, height = _PAPERS[look.paper]
    foot = make.footerReference({f"{{{W}}}type": "default", f"{{{_R}}}id": "rIdFooter"})
    sides = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    margins = sides | {"header": 709, "footer": 567, "gutter": 0}
    section.insert(0, foot)
    section.append(make.pgSz({f"{{{W}}}w": str(width), f"{{{W}}}h": str(height)}))
    section.append(make.pgMar({f"{{{W}}}{side}": str(size) for side, size in margins.items()}))


def _footer(words: str) -> Xml:
    """Return the foot of each page: what the packet is, and the page's number."""
    tab = {f"{{{W}}}val": "right", f"{{{W}}}pos": str(_PAPERS["a4"][0] - 2 * _MARGIN)}
    number = make.fldSimple({f"{{{W}}}instr": "PAGE"}, make.r(make.t("1")))
    return make.ftr(
        make.p(
            make.pPr(val("pStyle", "Footer"), make.tabs(make.tab(tab))),
            make.r(make.t(words)),
            make.r(make.tab()),
            number,
        )
    )


def _relate(relations: Xml) -> None:
    space = etree.QName(relations).namespace
    kind = f"{_R}/footer"
    attributes = {"Id": "rIdFooter", "Type": kind, "Target": _FOOTER}
    etree.SubElement(relations, f"{{{space}}}Relationship", attributes)


def _declare(types: Xml) -> None:
    space = etree.QName(types).namespace
    attributes = {"PartName": f"/word/{_FOOTER}", "ContentType": _FOOTER_TYPE}
    etree.SubElement(types, f"{{{space}}}Override", attributes)
