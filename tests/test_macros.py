"""What each macro prints, on the page on which it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from curricula import base, catalog_of, changed
from curriculum.canvases import CANVASES
from curriculum.macros import SIGNATURES, VOCABULARY, Place
from curriculum.sayings import sayings_in

BRIEFING = "modules/garden/water/index.md"
CASE = "content/cases/drought/index.md"
EPILOGUE = "content/cases/drought/epilogue.md"
SHEET = "| Minutes | What happens | How |\n| --- | --- | --- |\n"
ROWS = """timeline:
  - {when: 1 August, what: "The tap | closes."}
  - {when: 20 August, what: It rains., after: true}
epilogue_facts:
  - {text: It rained., sources: [paper], confidence: high}
exhibits:
"""


@pytest.fixture(scope="module")
def place_at() -> Callable[[str], Place]:
    """A place on any page of the small curriculum, whose case has a timeline."""
    case = "content/cases/drought/case.yml"
    texts = changed(base(), {case: [{"find": "exhibits:\n", "put": ROWS}]})
    catalog = catalog_of(texts)
    return lambda path: Place(catalog, path)


def _say(place: Place, macro: str, *arguments: object) -> str:
    return VOCABULARY[macro](place, *arguments)


@pytest.mark.parametrize(
    ("path", "macro", "arguments", "expected"),
    [
        (BRIEFING, "module", ("soil",), "[Soil](../soil/index.md)"),
        (BRIEFING, "module", ("soil", "the *ground*"), "[the &#42;ground&#42;](../soil/index.md)"),
        (BRIEFING, "case", ("drought",), "[A drought](../../../cases/drought/index.md)"),
        (BRIEFING, "framework", ("balance",), "[Balance](../../../frameworks/balance.md)"),
        (BRIEFING, "path", ("season",), "[Season](../../../paths/season.md)"),
        (BRIEFING, "agenda", ("day",), "[A day](../../../agendas/day.md)"),
        (
            BRIEFING,
            "term",
            ("clay",),
            '<a class="term" href="../../../glossary/#clay">Clay</a>',
        ),
        (
            BRIEFING,
            "term",
            ("clay", "<fine>"),
            '<a class="term" href="../../../glossary/#clay">&#60;fine&#62;</a>',
        ),
        (
            BRIEFING,
            "cite",
            ("moore-1995",),
            '<a class="cite-name" href="../../../references/#moore-1995">(Creating public value 1995)</a>',
        ),
        (
            BRIEFING,
            "cite",
            ("drought/paper",),
            '<a class="cite" href="../../../cases/drought/#source-paper" aria-label="Source 1">1</a>',
        ),
        (
            CASE,
            "cite",
            ("paper",),
            '<a class="cite" href="./#source-paper" aria-label="Source 1">1</a>',
        ),
        (BRIEFING, "objectives", (), "- Decide which beds go without"),
        (BRIEFING, "key_points", (), "- Water in the morning"),
        (
            BRIEFING,
            "run_sheet",
            (),
            f"{SHEET}| 0–60 | Discuss the case | Everyone together |",
        ),
        (
            BRIEFING,
            "run_sheet",
            ("short",),
            f"{SHEET}| 0–40 | Discuss the case | Everyone together |",
        ),
        (
            "modules/garden/soil/index.md",
            "materials",
            (),
            "| What | How many |\n| --- | --- |\n| Worksheet | 1 per person |",
        ),
        (
            CASE,
            "timeline",
            (),
            "| When | What happened |\n| --- | --- |\n| 1 August | The tap &#124; closes&#46; |",
        ),
        (
            EPILOGUE,
            "timeline",
            (),
            "| When | What happened |\n| --- | --- |\n| 20 August | It rains&#46; |",
        ),
        (BRIEFING, "facts", (), "- The tank is low&#46;"),
        (EPILOGUE, "facts", (), "- It rained&#46;"),
        (
            "content/index.md",
            "packet",
            ("soil",),
            '<a href="modules/garden/soil/">Packets of Soil</a>',
        ),
        (BRIEFING, "packet", ("", "Print it"), '<a href="./">Print it</a>'),
        ("modules/garden/soil/notes/extra.md", "objectives", (), "- Diagnose one plot"),
        ("content/cases/drought/notes/extra.md", "facts", (), "- The tank is low&#46;"),
    ],
)
def test_a_macro_prints_what_the_catalog_says(
    place_at: Callable[[str], Place],
    path: str,
    macro: str,
    arguments: tuple[object, ...],
    expected: str,
) -> None:
    """Links hold from the page on which they stand, and every word is escaped."""
    assert expected == _say(place_at(path), macro, *arguments)


def test_an_exhibit_has_its_title_its_table_and_its_sources(
    place_at: Callable[[str], Place],
) -> None:
    """From anywhere, with the case named."""
    said = _say(place_at("content/index.md"), "exhibit", 1, "drought")
    title, table = said.split("\n\n")
    assert title.startswith("**Exhibit 1. Levels** <a class=")
    assert "| Day | Level |\n| --- | --- |\n| 1 | 90 |" == table


def test_fields_have_labels_and_names(place_at: Callable[[str], Place]) -> None:
    """Every field is labelled, named once and escaped."""
    place = place_at("modules/garden/soil/worksheet.md")
    assert 'rows="3"' in _say(place, "write", "a", "B <c>?", 3)
    assert '<label for="field-a">B &lt;c&gt;?</label>' in _say(place, "write", "a", "B <c>?", 3)
    assert 'type="checkbox" id="field-a"' in _say(place, "tick", "a", "B")
    assert 2 == _say(place, "choose", "a", "B?", ["Yes", "No"]).count('type="radio"')
    scale = _say(place, "scale", "a", "B", "Never", "Always")
    assert 4 == scale.count('type="radio"')
    assert "1 Never" in scale
    assert "4 Always" in scale


@pytest.mark.parametrize("kind", CANVASES)
def test_a_canvas_has_a_field_for_each_of_its_places(
    place_at: Callable[[str], Place], kind: str
) -> None:
    """What is drawn can also be written without seeing the drawing."""
    said = _say(place_at("modules/garden/soil/worksheet.md"), "canvas", kind, "mine")
    for spot in CANVASES[kind].spots:
        assert f'<label for="field-mine-{spot.name}">' in said


@pytest.mark.parametrize(
    ("path", "macro"),
    [
        ("modules/garden/intro.md", "objectives"),
        ("modules/soil/water.md", "objectives"),
        ("modules/tools/soil/index.md", "objectives"),
        ("content/cases/notes.md", "facts"),
        ("content/cases/flood/index.md", "facts"),
        ("modules/garden/soil/index.md", "facts"),
        ("content/index.md", "packet"),
    ],
)
def test_a_macro_needs_its_page(place_at: Callable[[str], Place], path: str, macro: str) -> None:
    """Where no module or case is, a macro says so, and so does `check` before it."""
    with pytest.raises(LookupError, match=path):
        _say(place_at(path), macro)


def test_authors_pass_everything_but_the_place() -> None:
    """The page on which a macro stands is no argument."""
    assert "(id: 'str', words: 'str' = '') -> 'str'" == str(SIGNATURES["term"])
    assert list(VOCABULARY) == list(SIGNATURES)


@pytest.mark.parametrize("word", VOCABULARY)
def test_every_word_says_what_it_does(word: str) -> None:
    """The guide for authors is made from these sentences."""
    assert (VOCABULARY[word].__doc__ or "").endswith(".")


def test_values_are_never_read_as_markdown_or_html() -> None:
    """Whatever an author writes in YAML is only text on the page."""
    title = [{"find": "title: Soil", "put": 'title: "[x](y) <b> {{ z }} *w*"'}]
    catalog = catalog_of(changed(base(), {"modules/garden/soil/module.yml": title}))
    said = _say(Place(catalog, BRIEFING), "module", "soil")
    assert said.endswith("](../soil/index.md)")
    assert not set("[]()<>{}*") & set(said.removeprefix("[").rpartition("](")[0])
    packet = _say(Place(catalog, "content/index.md"), "packet", "soil")
    assert "<b>" not in packet
    assert "{" not in packet


def test_a_module_tells_its_own_case(place_at: Callable[[str], Place]) -> None:
    """In a module's text the case need not be named."""
    here = _say(place_at(BRIEFING), "timeline")
    assert _say(place_at("content/index.md"), "timeline", "drought") == here


def test_macros_speak_the_language_of_the_curriculum() -> None:
    """Columns, modes, amounts and the places of a canvas are said in the language of the site."""
    place = Place(catalog_of(base()), "modules/garden/soil/worksheet.md", sayings_in("pl"))
    assert "| Minuty | Co się dzieje | Jak |" in _say(place, "run_sheet")
    assert "| Worksheet | 1 na osobę |" in _say(place, "materials")
    assert "Cel w jednym zdaniu" in _say(place, "canvas", "goal-card", "mine")
