"""The fields of worksheets: HTML with labels that nobody can break out of."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from curriculum import forms
from curriculum.canvases import CANVASES, HEIGHT, WIDTH
from curriculum.catalog import Catalog
from curriculum.macros import Place
from curriculum.sayings import ENGLISH

PLACE = Place(Catalog(), "modules/garden/soil/worksheet.md")


def test_a_text_has_a_label_and_its_lines() -> None:
    """`write` gives a text area of so many rows with its label."""
    assert (
        '\n\n<div class="field field--write"><label for="field-why">Why?</label>'
        '<textarea id="field-why" name="why" rows="3"></textarea></div>\n\n'
    ) == forms.write(None, "why", "Why?", 3)


def test_a_box_has_a_label() -> None:
    """`tick` gives one box."""
    assert (
        '\n\n<div class="field field--tick"><input type="checkbox" id="field-done" name="done" '
        'value="yes"><label for="field-done">Done</label></div>\n\n'
    ) == forms.tick(None, "done", "Done")


def test_a_choice_is_one_group_with_a_legend() -> None:
    """`choose` gives a button for each option in one named group."""
    group = html.fromstring(forms.choose(None, "way", "Which way?", ["Left", "Right"]))
    assert group.tag == "fieldset"
    assert group.findtext("legend") == "Which way?"
    assert ["Left", "Right"] == [button.get("value") for button in group.iter("input")]
    assert {"way"} == {button.get("name") for button in group.iter("input")}


def test_a_scale_has_four_points_with_words_at_its_ends() -> None:
    """`scale` gives 1 to 4; only the ends have words."""
    group = html.fromstring(forms.scale(None, "now", "We listen", "Never", "Always"))
    assert ["1 Never", "2", "3", "4 Always"] == [label.text for label in group.iter("label")]
    assert ["1", "2", "3", "4"] == [button.get("value") for button in group.iter("input")]


@pytest.mark.parametrize("kind", CANVASES)
def test_a_canvas_has_a_field_for_each_of_its_places(kind: str) -> None:
    """`canvas` draws its places and gives each a field with the same words."""
    canvas = html.fromstring(forms.canvas(PLACE, kind, "mine"))
    spots = CANVASES[kind].spots
    asked = [ENGLISH(f"canvas-{kind}.{spot.name}") for spot in spots]
    assert asked == [label.text for label in canvas.iter("label")]
    assert asked == [text.text for text in canvas.iter("text")]
    assert [f"mine-{spot.name}" for spot in spots] == [
        field.get("name") for field in canvas.iter("textarea")
    ]


@pytest.mark.parametrize("kind", CANVASES)
def test_a_canvas_is_named_and_its_places_lie_in_the_drawing(kind: str) -> None:
    """A drawing tells a screen reader what it shows, and nothing lies outside of it."""
    canvas = html.fromstring(forms.canvas(PLACE, kind, "mine"))
    drawing = canvas.find("svg")
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby") == drawing.find("title").get("id")
    for spot in CANVASES[kind].spots:
        assert spot.x >= 0
        assert spot.y >= 0
        assert spot.x + spot.width <= WIDTH
        assert spot.y + spot.height <= HEIGHT


@pytest.mark.parametrize(
    "made",
    [
        forms.write(None, "a", '"><script>x</script>', 2),
        forms.tick(None, "a", '"><script>x</script>'),
        forms.choose(None, "a", '"><script>x</script>', ['"><script>y</script>', "b"]),
        forms.scale(None, "a", '"><script>x</script>', '"><script>', "</fieldset>"),
        forms.canvas(PLACE, "goal-card", '"><script>x</script>'),
    ],
)
def test_words_cannot_leave_their_place(made: str) -> None:
    """Whatever an author writes as a label, a name or an option stays text."""
    tree = html.fromstring(made)
    assert [] == list(tree.iter("script"))
    assert "<script" not in made


@pytest.mark.parametrize("word", ["write", "tick", "choose", "scale", "canvas"])
def test_a_field_stands_alone_so_that_markdown_takes_it_as_html(word: str) -> None:
    """A field begins and ends with an empty line."""
    made = {
        "write": forms.write(None, "a", "b"),
        "tick": forms.tick(None, "a", "b"),
        "choose": forms.choose(None, "a", "b", ["c", "d"]),
        "scale": forms.scale(None, "a", "b", "c", "d"),
        "canvas": forms.canvas(PLACE, next(iter(CANVASES)), "a"),
    }[word]
    assert made.startswith("\n\n<")
    assert made.endswith(">\n\n")


@pytest.mark.parametrize(
    ("macro", "given"),
    [
        ("write", {"name": "a", "label": "b", "lines": 2}),
        ("tick", {"name": "a", "label": "b"}),
        ("choose", {"name": "a", "label": "b", "options": ["c", "d", "e"]}),
        ("scale", {"name": "a", "label": "b", "low": "c", "high": "d"}),
        *(("canvas", {"kind": kind, "name": "a"}) for kind in CANVASES),
    ],
)
def test_the_ids_of_a_field_are_known_before_it_is_made(macro: str, given: dict[str, Any]) -> None:
    """The rules keep them apart from each other and from the anchors of headings."""
    made = html.fragment_fromstring(getattr(forms, macro)(PLACE, **given), create_parent="div")
    assert sorted(made.xpath("//@id")) == sorted(forms.ids_of(macro, given))


def test_what_makes_no_field_has_no_ids() -> None:
    """A link by macro takes no anchor, and a canvas that is unknown only its own."""
    assert [] == forms.ids_of("term", {"id": "clay", "words": ""})
    assert ["canvas-a"] == forms.ids_of("canvas", {"kind": "x", "name": "a"})
