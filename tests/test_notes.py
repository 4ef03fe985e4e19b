"""The facilitator's notes, gathered from rendered texts."""

from __future__ import annotations

from curriculum.notes import Note, facilitators_notes

TEXT = """
<h1 id="a">Slides</h1>
<div class="admonition facilitator"><p class="admonition-title">Speaker notes</p><p>Wait.</p></div>
<h2 id="first">First <a class="headerlink" href="#first">¶</a></h2>
<p>For everybody.</p>
<div class="admonition facilitator">
<p class="admonition-title">Speaker notes</p>
<p id="x">Go <a href="../worksheet/">there</a>, <a href="#first">back</a>, <a href="https://a.example/">out</a>.</p>
<ul><li>Ask.</li></ul>
</div>
<div class="admonition your-city"><p class="admonition-title">In your city</p><p>Not a note.</p></div>
"""
HERE = "modules/one/m/facilitate/"


def _notes(text: str = TEXT) -> list[Note]:
    return facilitators_notes(text, "modules/one/m/slides/", HERE)


def test_only_notes_for_the_facilitator_are_gathered() -> None:
    """A note stands under the heading before it; other boxes are left where they are."""
    assert [(note.heading, note.anchor, note.title) for note in _notes()] == [
        ("", "", "Speaker notes"),
        ("First", "first", "Speaker notes"),
    ]


def test_a_note_keeps_its_marks_but_not_its_title_and_ids() -> None:
    """The gathered page has each id only once."""
    assert _notes()[0].html == "<p>Wait.</p>"
    assert "<ul><li>Ask.</li></ul>" in _notes()[1].html
    assert "id=" not in _notes()[1].html


def test_links_lead_from_the_page_that_gathers() -> None:
    """Links to other pages, to places on their own page and to the outside all still work."""
    html = _notes()[1].html
    assert 'href="../worksheet/"' in html
    assert 'href="../slides/#first"' in html
    assert 'href="https://a.example/"' in html


def test_links_from_a_page_above_are_moved_down() -> None:
    """A briefing stands one folder higher than the page that gathers its notes."""
    note = '<div class="admonition facilitator"><p><a href="worksheet/">W</a></p></div>'
    found = facilitators_notes(note, "modules/one/m/", HERE)
    assert found[0].html == '<p><a href="../worksheet/">W</a></p>'
    assert found[0].title == ""


def test_a_text_without_notes_gives_none() -> None:
    """Most parts have no notes, and a part that is not written yet has no text."""
    assert _notes("<p>Text</p>") == []
    assert _notes("") == []
