"""Word files: real headings, notes, tables, pictures with words, contents, language and direction."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from curriculum.office.parts import read_parts
from curriculum.office.plain import Plain, plain
from curriculum.office.styles import STYLES, W
from curriculum.office.word import Facts, is_right_to_left, word_file

NAMES = {"w": W, "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
MAYOR, TEACHER = "piers.mayor.team-member.docx", "piers.facilitator.docx"


def part(raw: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return one part of a Word file."""
    return etree.fromstring(read_parts(raw)[name])


def find(tree: etree._Element, path: str) -> list[Any]:
    """Return what a path finds in a part."""
    return list(tree.xpath(path, namespaces=NAMES))


def paragraphs(tree: etree._Element, style: str) -> list[str]:
    """Return the words of the paragraphs in a style."""
    found = find(tree, f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")
    return ["".join(find(paragraph, ".//w:t/text()")) for paragraph in found]


@pytest.fixture(scope="module")
def mayor(made: Path) -> etree._Element:
    """The text of a participant's file."""
    return part((made / MAYOR).read_bytes())


@pytest.fixture(scope="module")
def teacher(made: Path) -> etree._Element:
    """The text of a facilitator's file."""
    return part((made / TEACHER).read_bytes())


def test_headings_are_headings(mayor: etree._Element) -> None:
    """Title, parts and sections are styles of the outline, and no level is skipped."""
    assert paragraphs(mayor, "Title") == ["Piers"]
    firsts = paragraphs(mayor, "Heading1")
    assert firsts[0] == "At a glance"
    assert "Worksheet · Your bridge" in firsts
    assert "Tides" in paragraphs(mayor, "Heading2")
    styles = find(mayor, "//w:pStyle/@w:val")
    levels = [int(style[-1]) for style in styles if style[:-1] == "Heading"]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_the_contents_list_is_full(mayor: etree._Element) -> None:
    """Its lines are the first headings, link to them, and stand in the field that Word updates."""
    assert paragraphs(mayor, "TOC1") == paragraphs(mayor, "Heading1")
    marks = set(find(mayor, "//w:bookmarkStart/@w:name"))
    links = find(mayor, "//w:p[w:pPr/w:pStyle/@w:val='TOC1']/w:hyperlink/@w:anchor")
    assert links
    assert set(links) <= marks
    assert find(mayor, "//w:sdt//w:instrText/text()") == [r'TOC \o "1-1" \h \z \u']
    kinds = find(mayor, "//w:sdt//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", "end"]


def test_the_contents_tell_parts_apart(teacher: etree._Element) -> None:
    """A part is listed by its kind where its heading is the module's title; no line stands twice."""
    lines = paragraphs(teacher, "TOC1")
    assert "Briefing" in lines
    assert "Piers" not in lines
    assert len(lines) == len(set(lines))


def test_the_first_page_says_once_for_whom_it_is(mayor: etree._Element) -> None:
    """It is no subtitle besides."""
    assert 1 == "".join(mayor.itertext()).count("Participant’s packet")
    assert [] == paragraphs(mayor, "Subtitle")


def test_slides_wait_for_their_notes(teacher: etree._Element) -> None:
    """What a slide shows is kept with its notes; other text is not kept with what follows it."""
    (shown,) = find(teacher, "//w:p[.//w:t='A bridge.']")
    assert ["pStyle", "keepNext"] == [etree.QName(each).localname for each in shown[0][:2]]
    (apart,) = find(teacher, "//w:p[.//w:t='SECRET-GUIDE.']")
    assert not find(apart, "w:pPr/w:keepNext")


@pytest.mark.parametrize(("letters", "kept"), [(800, 1), (1000, 0)])
def test_a_slide_as_long_as_a_page_does_not_wait(letters: int, kept: int) -> None:
    """It would leave a page empty."""
    note = (
        '<div class="admonition facilitator"><p class="admonition-title">Notes</p><p>Ask.</p></div>'
    )
    packet = plain(f"<html><body><h1>A</h1><h2>B</h2><p>{'w ' * (letters // 2)}</p>{note}<p>.</p>")
    tree = part(word_file(packet, Facts("a4", "y"), {}).made())
    assert kept == len(find(tree, "//w:p/w:pPr/w:keepNext"))


def test_a_footnote_is_a_footnote(made: Path, mayor: etree._Element) -> None:
    """The note stands among the notes of the file and is called in the text."""
    notes = part((made / MAYOR).read_bytes(), "word/footnotes.xml")
    assert "Footnote about the moon." in "".join(notes.itertext())
    assert len(find(mayor, "//w:footnoteReference")) == 1


def test_tables_have_heading_rows_and_take_the_width(mayor: etree._Element) -> None:
    """The first row of a table with a head is repeated on each page."""
    (table,) = [each for each in find(mayor, "//w:tbl") if "North" in "".join(each.itertext())]
    first, *rest = find(table, "w:tr")
    assert find(first, "w:trPr/w:tblHeader")
    assert not [row for row in rest if find(row, "w:trPr/w:tblHeader")]
    assert find(table, "w:tblPr/w:tblW/@w:type") == ["pct"]
    assert [first, *rest] == find(table, "w:tr[w:trPr/w:cantSplit]")


def test_pictures_have_words(mayor: etree._Element) -> None:
    """Every picture says what it shows, and nothing about the disk it came from."""
    said = find(mayor, "//wp:docPr/@descr")
    assert "Plan of a pier" in said
    assert all(said)
    assert any(words.startswith("QR code of https://example.org/") for words in said)
    assert "site:" not in etree.tostring(mayor, encoding="unicode")


def test_fields_become_lines_and_boxes(mayor: etree._Element) -> None:
    """A question with lines to write on, marks to choose from; canvases ask for each place."""
    assert "What is its name?" in paragraphs(mayor, "Question")
    assert paragraphs(mayor, "Writingline")
    text = "".join(mayor.itertext())
    assert "☐\xa0It is open." in text
    assert "○\xa0Stone\xa0\xa0\xa0\xa0 ○\xa0Wood" in text
    assert "○\xa01 Never\xa0\xa0\xa0\xa0 ○\xa02\xa0\xa0\xa0\xa0 ○" in text


def test_participants_get_nothing_secret(made: Path) -> None:
    """What is for facilitators stands in no part of a participant's file, and in the other one."""
    mayors = b"".join(read_parts((made / MAYOR).read_bytes()).values())
    assert b"SECRET" not in mayors
    teachers = b"".join(read_parts((made / TEACHER).read_bytes()).values())
    for word in (b"SECRET-NOTE", b"SECRET-GUIDE", b"SECRET-END", b"SECRET-SPEECH"):
        assert word in teachers


def test_notes_look_like_notes(teacher: etree._Element) -> None:
    """A box for facilitators and one for the city have styles of their own."""
    assert any("SECRET-NOTE" in words for words in paragraphs(teacher, "Facilitatornote"))
    assert "Only for you" in paragraphs(teacher, "Callouttitle")
    assert "Name a bridge." in paragraphs(teacher, "Yourcity")


def test_every_style_that_is_used_is_ours_or_pandocs(made: Path, teacher: etree._Element) -> None:
    """No paragraph names a style that the file does not define."""
    styles = part((made / TEACHER).read_bytes(), "word/styles.xml")
    known = set(find(styles, "//w:style/@w:styleId"))
    assert set(find(teacher, "//w:pStyle/@w:val")) <= known
    assert {style.id for style in STYLES} <= known


def test_the_foot_names_the_edition_and_the_page(made: Path) -> None:
    """Each page says what it is from, on the paper of the packet."""
    raw = (made / MAYOR).read_bytes()
    foot = part(raw, "word/footer1.xml")
    assert "The Open City Leadership Curriculum · Edition 2026.1" in "".join(foot.itertext())
    assert find(foot, "//w:fldSimple/@w:instr") == ["PAGE"]
    assert find(part(raw), "//w:sectPr/w:pgSz/@w:w") == ["11906"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", True),
        ("ar-EG", True),
        ("he", True),
        ("en", False),
        ("zh-Hant", False),
    ],
)
def test_the_direction_of_a_language(language: str, expected: bool) -> None:  # noqa: FBT001
    """Which languages are written from right to left."""
    assert is_right_to_left(language) is expected


def test_arabic_runs_from_right_to_left() -> None:
    """Paragraphs, runs, tables and the section say so, and each run names its language."""
    packet = _arabic()
    raw = word_file(packet, Facts("letter", "منهج", "المحتويات"), {}).made()
    tree = part(raw)
    assert paragraphs(tree, "TOCHeading") == ["المحتويات"]
    assert paragraphs(tree, "BodyText") == ["نص قصير."]
    assert not find(tree, "//w:p[not(w:pPr/w:bidi)]")
    assert not find(tree, "//w:r[not(w:rPr/w:rtl)]")
    assert set(find(tree, "//w:r/w:rPr/w:lang/@w:bidi")) == {"ar"}
    assert find(tree, "//w:tblPr/w:bidiVisual")
    assert find(tree, "//w:sectPr/w:bidi")
    assert find(tree, "//w:sectPr/w:pgSz/@w:w") == ["12240"]


def _arabic() -> Plain:
    return plain(
        '<html lang="ar" style="--track: #0c6566; --x: 1"><body><section class="cover"><h1>القيادة</h1></section>'
        "<h2 id='a'>مقدمة</h2><p>نص قصير.</p><table><thead><tr><th>أ</th><th>ب</th></tr></thead>"
        "<tbody><tr><td>١</td><td>٢</td></tr></tbody></table></body></html>"
    )


def test_a_text_without_headings_has_no_contents() -> None:
    """An empty contents list is left out."""
    packet = plain("<html><body><h1>Alone</h1><p>Words.</p></body></html>")
    tree = part(word_file(packet, Facts("a4", "y"), {}).made())
    assert not find(tree, "//w:sdt")
    assert packet.color == "3F5068"
