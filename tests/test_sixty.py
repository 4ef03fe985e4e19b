"""The page for 360 feedback in files: when there is one, and what it asks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from curriculum import forms
from curriculum.sixty import OWN, RATERS, Sheet, sheet_of, sixty_pages


def _sheet(first: str = "Lets others finish", role: str = "rater") -> Sheet:
    text = (
        "<h1>Sheet</h1>"
        + forms.choose(None, "group", "How do you work?", ["I am above", "I am beside"])
        + '<h2 id="a">A. Listening <a class="headerlink" href="#a">¶</a></h2>'
        + forms.scale(None, "a1", first, "Rarely", "Always")
        + forms.scale(None, "a2", "Asks & thanks", "Rarely", "Always")
        + "<h2>B. Deciding</h2>"
        + forms.scale(None, "b1", "Decides", "Rarely", "Always")
        + "<h2>Words</h2>"
        + forms.write(None, "keep", "What helps?", 3)
    )
    return sheet_of(text, role)


def test_a_sheet_gives_its_fields_by_area() -> None:
    """Statements stand under their headings, beside the kinds of rater and the open questions."""
    sheet = _sheet()
    assert ("I am above", "I am beside") == sheet.options
    assert [("A. Listening", ["a1", "a2"]), ("B. Deciding", ["b1"])] == [
        (area.title, [field.name for field in area.fields]) for area in sheet.areas
    ]
    assert [("keep", "What helps?")] == [(field.name, field.label) for field in sheet.texts]
    assert "Asks & thanks" == sheet.areas[0].fields[1].label


def test_the_fields_of_two_roles_can_stand_on_one_page() -> None:
    """Ids, names and labels begin with the role."""
    field = _sheet(role="self").areas[0].fields[0].html
    assert 'id="self-field-a1-1" name="self-a1"' in field
    assert 'for="self-field-a1-1"' in field


def test_the_edition_changes_with_the_questions_and_not_with_the_role() -> None:
    """Files of two editions of the questions cannot be added up."""
    assert _sheet().edition == _sheet(role="self").edition
    assert _sheet().edition != _sheet("Never lets others finish").edition


def test_there_is_a_page_where_the_kit_is() -> None:
    """A curriculum without the two sheets has no such page."""

    def uris(*paths: str) -> list[str]:
        catalog: Any = SimpleNamespace(bodies=dict.fromkeys(paths))
        return [page.uri for page in sixty_pages(catalog)]

    assert [] == uris(OWN)
    assert ["three-sixty.md"] == uris(OWN, RATERS)
