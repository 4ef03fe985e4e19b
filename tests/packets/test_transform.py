"""What the transform does to pieces of a page that authors seldom write."""

from __future__ import annotations

import pytest
from lxml import html
from printing import SETTINGS, read_small

from curriculum.canvases import CANVASES
from curriculum.forms import canvas
from curriculum.macros import Place
from curriculum.packets.elements import parse
from curriculum.packets.fields import Fields
from curriculum.packets.links import Trail
from curriculum.packets.packet import PacketPart
from curriculum.packets.transform import read, transform
from curriculum.rendered import Rendered
from curriculum.sayings import ENGLISH, FOLDER, Sayings, sayings_in

PATH = "modules/building/piers/index.md"


def printed(
    article: str, *, facilitator: bool = False, shift: int = 1, say: Sayings = ENGLISH
) -> str:
    """Return the HTML for print of a page's HTML."""
    catalog, _ = read_small()
    url = "modules/building/piers/"
    page = Rendered(PATH, PATH, url, "Piers", article)
    sheet = read(PacketPart("piers", "briefing", PATH), page, 1, SETTINGS.url + url)
    trail = Trail(catalog, SETTINGS.url, {sheet.page: sheet.place}, say=say)
    root = transform(sheet, trail, Fields(), shift=shift, facilitator=facilitator)
    text: str = html.tostring(root, encoding="unicode")
    return text.removeprefix("<div>").removesuffix("</div>")


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (
            '<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2><h6>B</h6>',
            '<h3 id="p1-a">A</h3><h6>B</h6>',
        ),
        (
            '<details class="note"><summary>More</summary><p>Words.</p></details>',
            '<div class="unfolded note"><p class="unfolded__title">More</p><p>Words.</p></div>',
        ),
        (
            (
                '<div class="tabbed-set"><input id="t1" type="radio"><div class="tabbed-labels">'
                '<label for="t1">One</label></div><div class="tabbed-content">'
                '<div class="tabbed-block"><p>First.</p></div></div></div>'
            ),
            (
                '<div class="tabbed-set"><div class="tabbed-content"><div class="tabbed-block">'
                '<p class="unfolded__title">One</p><p>First.</p></div></div></div>'
            ),
        ),
        (
            (
                '<div class="admonition your-city"><p class="admonition-title">In your city</p>'
                "<p>Look around.</p><p>Who owns <em>it</em>?</p></div>"
            ),
            (
                '<div class="admonition your-city"><p class="admonition-title">In your city</p>'
                '<p>Look around.</p><p>Who owns <em>it</em>?</p><div class="ruled" style="--lines: 4">'
                '<textarea name="piers-briefing-your-city-1" title="Who owns it?"></textarea></div></div>'
            ),
        ),
        (
            '<div class="admonition your-city"></div>',
            (
                '<div class="admonition your-city"><div class="ruled" style="--lines: 4">'
                '<textarea name="piers-briefing-your-city-1" title="Your city"></textarea></div></div>'
            ),
        ),
        (
            '<p><img alt="A pier" src="pier.svg" title="In 1999"></p>',
            (
                '<figure><img alt="A pier" src="site:modules/building/piers/pier.svg">'
                "<figcaption>In 1999</figcaption></figure>"
            ),
        ),
        (
            '<p>A <img alt="pier" src="pier.svg"> here, <img alt="x" src="https://other.example/x.png">.</p>',
            (
                '<p>A <img alt="pier" src="site:modules/building/piers/pier.svg"> here, '
                '<img alt="x" src="https://other.example/x.png">.</p>'
            ),
        ),
        (
            '<p>Half of it: <img alt="pier" src="pier.svg#half"></p>',
            '<p>Half of it: <img alt="pier" src="site:modules/building/piers/pier.svg"></p>',
        ),
        (
            '<p><a href="#fn"><img alt="pier" src="pier.svg"></a> <a id="x">y</a></p>',
            '<p><img alt="pier" src="site:modules/building/piers/pier.svg"> y</p>',
        ),
        (
            '<p><a href="mailto:us@example.org">us@example.org</a></p>',
            '<p><a href="mailto:us@example.org" title="us@example.org">us@example.org</a></p>',
        ),
        (
            '<p><a class="cite" href="../../../cases/harbor/#source-none">9</a></p>',
            (
                '<p><a class="cite" href="https://example.org/curriculum/cases/harbor/#source-none" title="9">9</a>'
                '<span class="address"> (example.org/curriculum/cases/harbor/#source-none)</span></p>'
            ),
        ),
        (
            '<p>a<sup id="fnref:2"><a class="footnote-ref" href="#fn:2">2</a></sup>.</p>',
            '<p>a<sup id="p1-fnref:2"><a class="footnote-ref" href="#p1" title="2">2</a></sup>.</p>',
        ),
        (
            "<p><strong>Exhibit 1. Ships</strong></p><table><thead><tr><th>A</th></tr></thead></table>",
            (
                '<table class="columns-0"><caption><strong>Exhibit 1. Ships</strong></caption>'
                '<thead><tr><th scope="col">A</th></tr></thead></table>'
            ),
        ),
        (
            "<p><strong>Warning</strong></p><table><thead><tr><th>A</th></tr></thead></table>",
            (
                "<p><strong>Warning</strong></p>"
                '<table class="columns-0"><thead><tr><th scope="col">A</th></tr></thead></table>'
            ),
        ),
        (
            '<div class="field field--write"><textarea name="n" rows="1"></textarea></div>',
            (
                '<div class="ask ask--write"><p class="ask__question">n</p>'
                '<div class="ruled" style="--lines: 1"><textarea name="piers-briefing-n" title="n"></textarea>'
                "</div></div>"
            ),
        ),
    ],
)
def test_pieces(article: str, expected: str) -> None:
    """Each piece of a page becomes what it is on paper."""
    assert printed(article) == expected


@pytest.mark.parametrize("language", sorted(file.stem for file in FOLDER.glob("*.yml")))
def test_an_exhibit_has_its_caption_in_every_language(language: str) -> None:
    """The line above it becomes the caption in whatever words the interface calls an exhibit."""
    say = sayings_in(language)
    line = f"<p><strong>{say('case.exhibit', number=12)}. Ships</strong></p>"
    shown = printed(f"{line}<table><tbody><tr><td>A</td></tr></tbody></table>", say=say)
    assert f'columns-1"><caption>{line[3:-4]}</caption>' in shown


@pytest.mark.parametrize("words", ["Tableau\u00a0{number}", "{number}. ábra", "Tabela nr {number}"])
def test_an_exhibit_in_words_of_ones_own_has_its_caption(words: str) -> None:
    """A curriculum may say it in its own order, with any space."""
    say = Sayings("fr", {"case.exhibit": words})
    line = f"<p><strong>{say('case.exhibit', number=1)}. Ships</strong></p>"
    assert "<caption>" in printed(f"{line}<table><tr><td>A</td></tr></table>", say=say)


def test_answers_too_long_for_a_line_stand_below_each_other() -> None:
    """Long options become a list, short ones a row; a group without options is left alone."""
    long = "An answer that is longer than a line has room"
    choices = (
        '<fieldset class="field field--choose"><legend>Which?</legend><div class="choices">'
        f'<span><input type="radio" name="w" value="1"><label>{long}</label></span></div></fieldset>'
    )
    assert 'class="ask ask--list"' in printed(choices)
    assert 'class="ask ask--row"' in printed(choices.replace(long, "Short"))
    empty = "<fieldset><legend>None</legend></fieldset>"
    assert printed(empty) == empty


def test_an_unknown_canvas_keeps_its_fields() -> None:
    """A drawing that the engine does not know still gives room to write."""
    canvas = (
        '<div class="canvas" data-canvas="none"><svg></svg><div class="field">'
        '<label>Who?</label><textarea name="who" rows="3"></textarea></div></div>'
    )
    assert 'title="Who?"' in printed(canvas)


@pytest.mark.parametrize("kind", CANVASES)
def test_every_canvas_is_drawn_with_a_field_on_each_of_its_places(kind: str) -> None:
    """In ink on paper: frames cover the lines that run behind them."""
    words = canvas(Place(read_small()[0], PATH), kind, "mine")
    (sheet,) = parse(printed(words)).find_class("sheet")
    assert len(CANVASES[kind].spots) == len(sheet.findall("div[@class='spot']/textarea"))
    drawn = [shape.tag for shape in sheet.find("svg") if shape.tag in {"path", "rect"}]
    assert sorted(drawn) == drawn
    assert {"none"} >= {path.get("fill") for path in sheet.iter("path")}


def test_a_long_slide_does_not_stand_beside_its_notes() -> None:
    """What might be longer than a page is set so that it can be broken."""
    catalog, _ = read_small()
    part = PacketPart("piers", "slides", PATH)
    for lines, kind in ((3, "slide"), (30, "slide slide--long")):
        article = "<h2>One</h2>" + "<p>A line.</p>" * lines
        page = Rendered(PATH, PATH, "x/", "Piers", article)
        sheet = read(part, page, 1, SETTINGS.url + "x/")
        trail = Trail(catalog, SETTINGS.url, {sheet.page: sheet.place})
        root = transform(sheet, trail, Fields(), shift=1, facilitator=True)
        assert root[0].get("class") == kind


def test_notes_stay_for_facilitators_only() -> None:
    """What is marked for facilitators goes before anything else is done."""
    article = '<div class="admonition facilitator"><p>Ask.</p></div><p>Read.</p>'
    assert printed(article) == "<p>Read.</p>"
    assert "Ask." in printed(article, facilitator=True)
