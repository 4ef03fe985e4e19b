"""Which paragraphs of a Word file stay on one page: a slide, and the notes that are read aloud beside it."""

from __future__ import annotations

from itertools import pairwise

from curriculum.office.styles import W, Xml, make

_LONGEST = 900
"""How many letters a slide may have and still wait for its notes: far less than a page."""
_TITLE, _NOTE = "Callouttitle", "Facilitatornote"


def keep_notes(document: Xml) -> None:
    """Let what stands between a heading and the first note for facilitators below it go on with it."""
    face: list[Xml] = []
    for paragraph, following in pairwise(document.iter(f"{{{W}}}p")):
        style = _style(paragraph)
        if style.startswith("Heading"):  # it is kept with the next by its style
            face = []
            continue
        if style == _TITLE and _style(following) == _NOTE:
            for each in face if sum(map(_letters, face)) <= _LONGEST else ():
                _keep(each)
        face.append(paragraph)


def _style(paragraph: Xml) -> str:
    found = paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    return found.get(f"{{{W}}}val", "") if found is not None else ""


def _letters(paragraph: Xml) -> int:
    return len("".join(paragraph.itertext()))


def _keep(paragraph: Xml) -> None:
    """Keep a paragraph with the next; the mark stands behind the style, as the schema asks for."""
    properties = paragraph.find(f"{{{W}}}pPr")
    if properties is None:
        properties = make.pPr()
        paragraph.insert(0, properties)
    place = 0 if properties.find(f"{{{W}}}pStyle") is None else 1
    if properties.find(f"{{{W}}}keepNext") is None:
        properties.insert(place, make.keepNext())
