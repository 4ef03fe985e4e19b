"""How rendered pages become one document for print."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from lxml import html
from lxml.html import HtmlElement
from printing import SETTINGS

from curriculum.catalog import Catalog
from curriculum.findings import Finding
from curriculum.packets.document import PrintDocument, compose
from curriculum.packets.elements import words
from curriculum.packets.links import IMAGE_SCHEME, image_address, image_path
from curriculum.packets.plan import plan
from curriculum.rendered import Rendered

Compose = Callable[[str], PrintDocument]
MAYOR = "piers.mayor.team-member.a4.pdf"
GUIDE = "piers.facilitator.a4.pdf"


def parsed(document: PrintDocument) -> HtmlElement:
    """Return a document as a tree."""
    return html.document_fromstring(document.html)


def test_nothing_for_facilitators_reaches_participants(composed: Compose) -> None:
    """Guides, speaker notes, notes inside parts, the epilogue and its sources stay out."""
    assert "SECRET" not in composed(MAYOR).html
    for word in ("SECRET-NOTE", "SECRET-HINT", "SECRET-GUIDE", "SECRET-SPEECH", "SECRET-END"):
        assert word in composed(GUIDE).html


def test_sources_are_numbered_from_their_first_mention(composed: Compose) -> None:
    """The small numbers of a packet count its own sources, whatever their order in the case."""
    page = parsed(composed(MAYOR))
    notes = {note.text: note.get("href") for note in page.find_class("note")}
    assert notes == {"1": "#note-1", "2": "#note-2"}
    listed = [item.text_content() for item in page.find_class("notes-list")[0].iter("li")]
    assert listed == [
        "Harbor log. Port office (2019). https://harbor.example.org/log",
        "Zażółć gęślą jaźń. Port office.",
    ]
    assert page.find_class("notes")[0].text_content() == "1,2"


def test_fields_that_nobody_has_seen_are_not_printed(composed: Compose) -> None:
    """A work is listed without its unverified fields."""
    work = parsed(composed(MAYOR)).get_element_by_id("work-stone-1999")
    assert work.text_content() == "Stone, Ada (1999). On Stone."


def test_terms_lead_to_the_words_used(composed: Compose) -> None:
    """A glossary link becomes a link to its definition in the packet."""
    page = parsed(composed(MAYOR))
    assert [term.get("href") for term in page.find_class("term")] == ["#term-pier"]
    assert page.get_element_by_id("term-pier").text_content() == "pier What a bridge stands on."


def test_links_lead_inside_or_print_their_address_once(composed: Compose) -> None:
    """A part in the packet is linked by its page; an address outside is printed at its first link."""
    page = parsed(composed(MAYOR))
    inside = page.find_class("see")[0]
    assert (inside.get("href"), inside.text) == ("#p3-tides", "the old worksheet")
    addresses = [span.text for span in page.find_class("address")]
    assert addresses == [" (harbor.example.org/tides)"]


def test_every_link_inside_has_its_target(composed: Compose) -> None:
    """In every packet, each internal link leads to an id that is there once."""
    for name in (MAYOR, GUIDE, "first.mayor.a4.pdf", "modules-of-building.facilitator.a4.pdf"):
        page = parsed(composed(name))
        ids = [element.get("id") for element in page.iter("*") if element.get("id")]
        links = {
            link.get("href")[1:] for link in page.iter("a") if link.get("href").startswith("#")
        }
        assert len(ids) == len(set(ids))
        assert links <= set(ids)


def test_headings_never_skip_a_level(composed: Compose) -> None:
    """The title is the only h1, and levels go down one at a time, in short packets and long ones."""
    for name in (MAYOR, GUIDE, "first.mayor.a4.pdf", "agenda-day.facilitator.a4.pdf"):
        page = parsed(composed(name))
        levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        steps = pairwise(levels)
        assert all(after <= before + 1 for before, after in steps)


def test_tables_get_scopes_captions_and_columns_of_numbers(composed: Compose) -> None:
    """Head cells have a scope, `Exhibit 1.` becomes the caption, numbers stand to the right."""
    page = parsed(composed(MAYOR))
    table = next(table for table in page.iter("table") if "Ships" in table.text_content())
    assert table.find("caption").text_content().startswith("Exhibit 1. Ships")
    assert {cell.get("scope") for cell in table.iter("th")} == {"col"}
    cells = [(cell.text, cell.get("class")) for cell in table.iter("td")]
    assert cells == [("2018", None), ("1,200", "number"), ("2019", None), ("950", "number")]


def test_footnotes_stand_where_they_are_called(composed: Compose) -> None:
    """The text of a footnote moves to its call, for the foot of that page."""
    note = parsed(composed(MAYOR)).find_class("footnote-text")[0]
    assert note.text_content().strip() == "Footnote about the moon."
    assert note.getprevious() is None


def test_fields_have_a_name_a_title_and_room(composed: Compose) -> None:
    """Every field of the worksheet is on paper: named after its module, titled with its question."""
    page = parsed(composed(MAYOR))
    fields = [
        (f.get("type") or f.tag, f.get("name"), f.get("title"))
        for f in page.iter("input", "textarea")
    ]
    assert fields[:2] == [
        ("textarea", "piers-briefing-your-city-1", "Name a bridge."),
        ("textarea", "piers-worksheet-name", "What is its name?"),
    ]
    assert ("checkbox", "piers-worksheet-open", "It is open.") in fields
    assert ("textarea", "piers-worksheet-card-goal", "Goal in one sentence") in fields
    kinds = [kind for kind, *_ in fields]
    assert (kinds.count("radio"), kinds.count("textarea")) == (6, 8)
    assert dict(composed(MAYOR).groups)["piers-worksheet-old"] == "It is old."
    assert page.find_class("ruled")[1].get("style") == "--lines: 2"


def test_field_names_stay_unique_in_a_path(composed: Compose) -> None:
    """Two modules that use the same name do not share a field."""
    page = parsed(composed("first.mayor.a4.pdf"))
    names = [area.get("name") for area in page.iter("textarea")]
    assert len(names) == len(set(names))
    assert {"piers-worksheet-name", "arches-worksheet-name"} <= set(names)


def test_slides_are_cards_beside_their_notes(composed: Compose) -> None:
    """The facilitator sees each slide with what to say."""
    slide = parsed(composed(GUIDE)).find_class("slide")[0]
    face, notes = slide
    assert "SECRET" not in face.text_content()
    assert "SECRET-SPEECH" in notes.text_content()


def test_a_run_sheet_names_the_page_of_what_is_in_hand(composed: Compose) -> None:
    """In the packet of a module, and by the clock in that of an agenda, under the module's name."""
    page = parsed(composed(GUIDE))
    (sheet,) = page.find_class("run-sheet")
    assert [(link.text, link.get("href")) for link in sheet.iter("a")] == [
        ("Briefing", "#p1"),
        ("Worksheet", "#p4"),
    ]
    clock = parsed(composed("agenda-day.facilitator.a4.pdf")).find_class("run-sheet")[1]
    assert [link.text for link in clock.iter("a")] == ["Piers", "Briefing", "Worksheet"]
    assert [row.text_content().strip() for row in clock.find_class("band")] == ["Piers"]


def test_an_agenda_without_modules_has_its_run_sheet(composed: Compose) -> None:
    """For whoever runs it: the sessions and name tents, and no list of nothing."""
    page = parsed(composed("agenda-talk.facilitator.a4.pdf"))
    (sheet,) = page.find_class("run-sheet")
    assert "Read and vote" in sheet.text_content()
    assert page.find_class("tent")
    assert not page.find_class("materials")
    assert "Small numbers" not in page.text_content()
    assert "can be filled in" in page.text_content()


def test_a_cover_keeps_the_session_apart_from_getting_ready(composed: Compose) -> None:
    """Nobody books a room for the facilitator's own hours."""
    (facts,) = parsed(composed(GUIDE)).find_class("cover__facts")
    assert "Session: 1 hour · Facilitator: 2 hours in all" in facts.text_content()
    (facts,) = parsed(composed(MAYOR)).find_class("cover__facts")
    assert "1 hour" in facts.text_content()
    assert "in all" not in facts.text_content()


def test_an_agenda_says_what_follows(composed: Compose) -> None:
    """On everybody's paper, as on the page."""
    for name in ("agenda-day.facilitator.a4.pdf", "agenda-day.mayor.a4.pdf"):
        assert "Call each other after a week." in composed(name).html


def test_a_choice_of_a_path_says_each_option_once(composed: Compose) -> None:
    """Its modules stand below it, each with its page."""
    page = parsed(composed("first.mayor.a4.pdf"))
    assert [words(row) for row in page.find_class("fork")] == ["This", "That"]
    assert [words(row.find_class("see")[0]) for row in page.find_class("within")] == [
        "Arches",
        "Piers",
        "Arches",
    ]


def test_an_agenda_brings_name_tents_for_facilitators(composed: Compose) -> None:
    """A page of two tents with fields, after the run sheet and the packing list."""
    page = parsed(composed("agenda-day.facilitator.a4.pdf"))
    fields = [field.get("name") for tent in page.find_class("tent") for field in tent.iter("input")]
    assert fields == ["tent-1-name", "tent-1-role", "tent-2-name", "tent-2-role"]
    assert "print 6 sheets for 12 people" in page.find_class("tents")[0].text_content()
    assert page.find_class("materials")
    assert not parsed(composed("agenda-day.mayor.a4.pdf")).find_class("tent")


def test_the_whole_curriculum_is_one_book(composed: Compose) -> None:
    """Its title is the curriculum's; field names and ids stay unique over all modules."""
    page = parsed(composed("whole-curriculum.facilitator.a4.pdf"))
    assert words(page.find_class("cover")[0].find("h1")) == SETTINGS.name
    names = [area.get("name") for area in page.iter("textarea")]
    ids = [element.get("id") for element in page.iter("*") if element.get("id")]
    assert len(names) == len(set(names))
    assert len(ids) == len(set(ids))


def test_the_decision_and_the_questions_follow_a_case(composed: Compose) -> None:
    """Whoever reads a case is asked what to do, in participants' packets too, once for each case."""
    for name in (MAYOR, GUIDE, "case-harbor.mayor.senior-official.team-member.a4.pdf"):
        page = parsed(composed(name))
        asked = [box.text_content().split() for box in page.find_class("decision")]
        assert asked == [["What", "would", "you", "do?", "Build", "or", "wait?"]]
        part = next(page.find_class("decision")[0].iterancestors("section"))
        assert part.get("class") == "part part--case"
        assert [item.text for item in part.find_class("questions")[0]] == ["What would you do?"]


def test_images_are_named_with_the_file_that_shows_them(composed: Compose) -> None:
    """The edge that reads images knows whom to tell when one is missing."""
    shown = ("modules/building/piers/pier.svg", "modules/building/piers/index.md")
    assert composed(MAYOR).images == (shown,)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/x/m/a.svg", "m/a.svg"),
        ("https://example.org/x/m/a.svg#half", "m/a.svg"),
        ("https://example.org/x/m/a.svg?v=2#half", "m/a.svg"),
        ("https://example.org/x/m/two%20piers.svg", "m/two piers.svg"),
        ("https://example.org/x/m/a%23b.svg", "m/a#b.svg"),
        ("https://example.org/y/a.svg", None),
        ("data:image/png;base64,AA", None),
    ],
)
def test_an_address_means_an_image_as_where_images_are_checked(
    address: str, expected: str | None
) -> None:
    """A fragment or a query belongs to no file's name; images of others are none of ours."""
    path = image_path(address, "https://example.org/x/")
    assert expected == path
    if path:
        assert path == image_path(image_address(path), IMAGE_SCHEME)


def test_the_cover_says_what_a_city_must_know(composed: Compose) -> None:
    """Title, audience, edition, date, time, license, address and notice stand on the first page."""
    cover = parsed(composed(MAYOR)).find_class("cover")[0].text_content()
    for said in (
        "Piers",
        "Participant’s packet",
        "Mayor · Team member",
        "1 hour",
        "Pilot: not yet tested in a city",
        "Edition 2026.1, 22 November 2026",
        "CC BY 4.0",
        "example.org/curriculum/modules/building/piers",
        "An independent work.",
    ):
        assert said in cover


def test_a_packet_says_when_it_is_due_to_be_read_again(composed: Compose) -> None:
    """Who holds it on paper years later can tell; a book says it of each module."""
    due = "22 November 2026; due again by 22 November 2027"
    for name, modules in ((GUIDE, 1), (MAYOR, 1), ("whole-curriculum.facilitator.a4.pdf", 2)):
        page = parsed(composed(name))
        rows = [row for row in page.iter("tr") if row[0].text == "Last read for truth"]
        assert [due] * modules == [row[1].text for row in rows]


def test_a_part_without_a_page_is_a_finding(
    curriculum: tuple[Catalog, dict[str, Rendered]],
) -> None:
    """Nothing is left out of a packet in silence."""
    catalog, pages = curriculum
    packet = plan(catalog)[0]
    fewer = {path: page for path, page in pages.items() if not path.endswith("worksheet.md")}
    found = compose(catalog, packet, fewer, SETTINGS)
    assert isinstance(found, Finding)
    assert found.path == "modules/building/piers/worksheet.md"


def test_all_values_are_escaped(curriculum: tuple[Catalog, dict[str, Rendered]]) -> None:
    """A title with marks in it is only a title."""
    catalog, pages = curriculum
    entry = catalog.modules["piers"]
    odd = entry.value.model_copy(update={"title": "<b>&{{ x }}"})
    changed = type(entry)(entry.id, entry.path, odd, entry.record, entry.parts)
    catalog.modules["piers"] = changed
    try:
        document = compose(catalog, plan(catalog)[0], pages, SETTINGS)
    finally:
        catalog.modules["piers"] = entry
    assert isinstance(document, PrintDocument)
    assert "&lt;b&gt;&amp;{{ x }}" in document.html
    assert "<b>&" not in document.html
