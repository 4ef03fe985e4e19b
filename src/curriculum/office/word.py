"""How a packet becomes a Word file: converted by pandoc, then finished where pandoc leaves gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from lxml import etree

from curriculum.office.keeping import keep_notes
from curriculum.office.pandoc import Conversion, default_file
from curriculum.office.parts import read_parts, write_parts
from curriculum.office.plain import Plain
from curriculum.office.reference import Look, reference
from curriculum.office.styles import W, Xml, make, val
from curriculum.sayings import locale_of

_REFERENCE = "reference.docx"


@dataclass(frozen=True)
class Facts:
    """What stands on a file besides its text."""

    paper: str
    foot: str
    contents: str = "Contents"
    epoch: int = 0
    """The time the file says it was made, in seconds since 1970."""


def is_right_to_left(language: str) -> bool:
    """Whether a language, as BCP 47, is written from right to left."""
    return locale_of(language).text_direction == "rtl"


def word_file(packet: Plain, facts: Facts, images: Mapping[str, bytes]) -> Conversion:
    """Return how a packet becomes a Word file; `images` are its images' bytes by file name."""
    look = Look(facts.paper, packet.color, packet.language, facts.foot)
    drawings = {name: source.encode() for name, source in packet.drawings.items()}
    files = {**images, **drawings, _REFERENCE: reference(default_file(_REFERENCE), look)}
    arguments = [
        f"--reference-doc={_REFERENCE}",
        "--shift-heading-level-by=-1",
        "--toc",
        f"--metadata=title:{packet.title}",
        f"--metadata=lang:{packet.language}",
        f"--metadata=toc-title:{facts.contents}",
    ]
    if is_right_to_left(packet.language):
        arguments.append("--metadata=dir:rtl")
    ended = partial(finish, language=packet.language, depth=2 if packet.chapters > 1 else 1)
    return Conversion(packet.body, "docx", tuple(arguments), files, facts.epoch, ended)


def finish(raw: bytes, language: str, depth: int) -> bytes:
    """Return pandoc's file with a filled contents list, wide tables and marks for the language.

    `depth` says how many levels of headings stand in the contents list.
    """
    parts = read_parts(raw)
    document: Xml = etree.fromstring(parts["word/document.xml"])
    _fill_contents(document, depth)
    for table in document.iter(f"{{{W}}}tbl"):
        _widen(table, right_to_left=is_right_to_left(language))
        for row in table.iter(f"{{{W}}}tr"):
            _properties(row, "trPr").append(make.cantSplit())
    keep_notes(document)
    if is_right_to_left(language):
        for section in document.iter(f"{{{W}}}sectPr"):
            section.append(make.bidi())
    for name in ("word/document.xml", "word/footnotes.xml"):
        tree: Xml = document if name.endswith("document.xml") else etree.fromstring(parts[name])
        _mark(tree, language)
        parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_parts(parts)


def _headings(document: Xml, depth: int) -> Iterator[tuple[int, str, str]]:
    """Yield each heading of the contents list: level, the name of its bookmark, words."""
    mark = ""
    for element in document.iter(f"{{{W}}}bookmarkStart", f"{{{W}}}p"):
        if element.tag.endswith("bookmarkStart"):
            mark = element.get(f"{{{W}}}name", "")
            continue
        style = element.find(f"{{{W}}}pPr/{{{W}}}pStyle")
        name = style.get(f"{{{W}}}val", "") if style is not None else ""
        level = name.removeprefix("Heading")
        if name.startswith("Heading") and int(level) <= depth:
            yield int(level), mark, "".join(element.itertext())


def _fill_contents(document: Xml, depth: int) -> None:
    """Write the contents list into its field, so that it is full before it is updated.

    It moves behind what stands before the first heading: the facts of the cover.
    """
    contents = next(document.iter(f"{{{W}}}sdt"))
    field = next(iter(contents.iter(f"{{{W}}}instrText"))).getparent().getparent()
    headings = list(_headings(document, depth))
    if not headings:
        contents.getparent().remove(contents)
        return
    lines = [_line(*heading) for heading in headings]
    instruction = rf'TOC \o "1-{depth}" \h \z \u'
    begin = [_field("begin"), make.r(make.instrText(instruction)), _field("separate")]
    for place, run in enumerate(begin):
        lines[0].insert(1 + place, run)
    lines[-1].append(_field("end"))
    for line in lines:
        field.addprevious(line)
    field.getparent().remove(field)
    marks = document.iter(f"{{{W}}}bookmarkStart")
    first = next(mark for mark in marks if mark.get(f"{{{W}}}name") == headings[0][1])
    first.addprevious(contents)


def _field(kind: str) -> Xml:
    field: Xml = make.r(make.fldChar({f"{{{W}}}fldCharType": kind}))
    return field


def _line(level: int, mark: str, words: str) -> Xml:
    link = make.hyperlink({f"{{{W}}}anchor": mark}, make.r(make.t(words)))
    line: Xml = make.p(make.pPr(val("pStyle", f"TOC{level}")), link)
    return line


def _widen(table: Xml, *, right_to_left: bool) -> None:
    """Let a table take the whole width, its first column at the side where reading begins."""
    properties = table.find(f"{{{W}}}tblPr")
    width = properties.find(f"{{{W}}}tblW")
    width.set(f"{{{W}}}type", "pct")
    width.set(f"{{{W}}}w", "5000")
    if right_to_left:
        properties.insert(1, make.bidiVisual())


def _mark(tree: Xml, language: str) -> None:
    """Say language and direction on all runs and paragraphs; text without a style gets the body's."""
    backward = is_right_to_left(language)
    for paragraph in tree.iter(f"{{{W}}}p"):
        properties = _properties(paragraph, "pPr")
        if properties.find(f"{{{W}}}pStyle") is None:
            properties.insert(0, val("pStyle", "BodyText"))
        if backward and properties.find(f"{{{W}}}bidi") is None:
            properties.append(make.bidi())
    for run in tree.iter(f"{{{W}}}r"):
        properties = _properties(run, "rPr")
        if backward and properties.find(f"{{{W}}}rtl") is None:
            properties.append(make.rtl())
        properties.append(make.lang({f"{{{W}}}{'bidi' if backward else 'val'}": language}))


def _properties(element: Xml, name: str) -> Xml:
    """Return the properties of a paragraph or a run, made if there are none."""
    found = element.find(f"{{{W}}}{name}")
    if found is None:
        found = make(name)
        element.insert(0, found)
    return found
