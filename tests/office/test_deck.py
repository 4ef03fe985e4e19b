"""Slides: what the room sees, what the speaker is told, and what does not fit."""

from __future__ import annotations

import io
from pathlib import Path

import page
import pikepdf
import pytest
from lxml import etree

from curriculum.body import read_body
from curriculum.findings import as_text
from curriculum.office.deck import findings, presentation, show
from curriculum.office.parts import read_parts
from curriculum.office.slides import Deck, Slide, deck_of
from curriculum.rendered import Rendered

A = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
SITE = "https://example.org/x/"
NOTE = '<div class="admonition facilitator"><p class="admonition-title">Speaker notes</p><p>Say <a href="../">it</a>.</p></div>'


def deck(html: str, language: str = "en") -> Deck:
    """Return the deck of some rendered Markdown."""
    rendered = Rendered("m/slides.md", "m/slides.md", "m/slides/", "Slides", html)
    return deck_of(
        rendered, SITE, "Bridges", subtitle="Edition 1", language=language, color="0C6566"
    )


def words(raw: bytes, name: str) -> list[str]:
    """Return the texts of one part of a presentation."""
    return [
        str(text)
        for text in etree.fromstring(read_parts(raw)[name]).xpath("//a:t/text()", namespaces=A)
    ]


def test_each_second_heading_is_a_slide_with_its_notes() -> None:
    """Notes are taken off the face; links and permalinks are gone, pictures are named."""
    text = (
        '<h1 id="a">Slides</h1><p>Before.</p><h2 id="b">One<a class="headerlink" href="#b">¶</a></h2><p>A.</p>'
        f'<p><img src="../pier.svg" alt="A pier"></p>{NOTE}<h2>Two</h2>'
    )
    made = deck(text)
    one, two = made.slides
    assert (one.title, one.notes) == ("One", "<p>Say it.</p>")
    assert "Say" not in one.face
    assert two == Slide("Two", "", "")
    ((name, path),) = made.images.items()
    assert path == "m/pier.svg"
    assert f'src="{name}"' in one.face


@pytest.mark.parametrize("address", ["../pier.svg#half", "../pier.svg?v=2"])
def test_a_part_of_a_picture_is_the_picture(address: str) -> None:
    """As in packets, and where images are checked."""
    made = deck(f'<h2>One</h2><p><img src="{address}" alt="A pier"></p>')
    assert ["m/pier.svg"] == list(made.images.values())


def test_pictures_of_others_are_left_out() -> None:
    """A picture from another site is not shown."""
    made = deck('<h2>One</h2><p><img src="https://other.example/x.png" alt="X"></p>')
    assert made.images == {}
    assert "img" not in made.slides[0].face


def test_a_presentation_has_slides_and_notes(made: Path) -> None:
    """The title first, then each slide; what is said stands in the notes and nowhere else."""
    raw = (made / "piers.slides.pptx").read_bytes()
    assert words(raw, "ppt/slides/slide1.xml")[0] == "Piers"
    assert words(raw, "ppt/slides/slide2.xml") == ["One", "A bridge."]
    notes = "".join(words(raw, "ppt/notesSlides/notesSlide1.xml"))
    assert "SECRET-SPEECH." in notes
    assert "SECRET" not in "".join(words(raw, "ppt/slides/slide2.xml"))


def test_every_run_names_its_language(made: Path) -> None:
    """Screen readers and spelling checkers know the language."""
    slide = etree.fromstring(
        read_parts((made / "piers.slides.pptx").read_bytes())["ppt/slides/slide2.xml"]
    )
    runs = slide.xpath("//a:r", namespaces=A)
    assert runs
    assert {run.find("a:rPr", A).get("lang") for run in runs} == {"en"}


def test_arabic_slides_run_from_right_to_left() -> None:
    """Each paragraph says its direction."""
    raw = presentation(deck("<h2>جسر</h2><p>نص</p>", "ar"), {}).made()
    slide = etree.fromstring(read_parts(raw)["ppt/slides/slide2.xml"])
    paragraphs = slide.xpath("//a:p[a:r]", namespaces=A)
    assert {paragraph.find("a:pPr", A).get("rtl") for paragraph in paragraphs} == {"1"}


def test_the_pdf_is_wide_and_accessible(made: Path) -> None:
    """338 by 190 millimeters, one page for each slide and one before, and PDF/UA-1."""
    raw = (made / "piers.slides.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        assert len(pdf.pages) == 2
        sides = [round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox[2:]]
    assert sides == [338, 190]
    report = page.validate_pdf(str(made / "piers.slides.pdf"), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_a_slide_that_does_not_fit_is_a_finding() -> None:
    """The finding stands at the slide's heading; the others are fine."""
    body = read_body("m/slides.md", "# Slides\n\n## One\n\nA.\n\n## Much\n\n- x\n")
    made = deck("<h2>One</h2><p>A.</p><h2>Much</h2>" + "<p>Line.</p>" * 30)
    shown = show(made, {})
    assert shown.too_long == (2,)
    assert [as_text(finding) for finding in findings(made, shown.too_long, body)] == [
        "m/slides.md:7: the slide `Much` does not fit on one page [slides-fit]\n  hint: say less on it, or make two slides of it"
    ]


def test_titles_are_text() -> None:
    """A title that looks like HTML is only a title."""
    made = Deck("<b>x</b>", "", "en", "0C6566", (Slide("<i>y</i>", "", ""),))
    assert words(presentation(made, {}).made(), "ppt/slides/slide2.xml") == ["<i>y</i>"]
    assert show(made, {}).too_long == ()


def test_a_picture_stands_in_both_forms(tmp_path: Path) -> None:
    """The presentation holds it with its words; the PDF is made with it."""
    drawn = tmp_path / "pier.svg"
    drawn.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><path d="M0 0h9v9z"/></svg>'
    )
    made = deck('<h2>One</h2><p><img src="../pier.svg" alt="A pier"></p>')
    (name,) = made.images
    parts = read_parts(presentation(made, {name: drawn.read_bytes()}).made())
    assert b'descr="A pier"' in parts["ppt/slides/slide2.xml"]
    assert show(made, {name: drawn}).too_long == ()
