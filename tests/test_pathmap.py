"""The drawn map of a learning path."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from curricula import base, catalog_of
from curriculum.pathmap import JOIN, WIDTH, Branch, Fork, Stop, draw, stops

SVG = "{http://www.w3.org/2000/svg}"
HOURS = "1 hour"


def _stop(name: str, *, optional: bool = False) -> Stop:
    return Stop(name, name.replace("-", " ").title(), f"../{name}/", HOURS, "teal", optional)


def _fork(*options: tuple[str, ...]) -> Fork:
    branches = tuple(
        Branch(f"Way {number}", tuple(_stop(name) for name in names))
        for number, names in enumerate(options, 1)
    )
    return Fork("What is in front of you?", "#choice-2", "Choose 1 of 2", branches)


def _drawn(*steps: Stop | Fork, title: str = "A path") -> ET.Element:
    svg = draw(title, steps).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return ET.fromstring(svg)  # noqa: S314  (made by the line above)


def _links(svg: ET.Element) -> list[tuple[str | None, str]]:
    return [(a.get("href"), _name(a)) for a in svg.iter(f"{SVG}a")]


def _name(link: ET.Element) -> str:
    """Return a link's name as it is read aloud: its words without what is hidden."""
    texts = (text for text in link.iter(f"{SVG}text") if text.get("aria-hidden") != "true")
    return "".join("".join(text.itertext()) for text in texts)


def test_every_stop_is_a_link_with_a_name() -> None:
    """A reader of the map can go to each module, and hears its title and its length."""
    svg = _drawn(_stop("first-step"), _stop("second-step", optional=True))
    assert _links(svg) == [
        ("../first-step/", "First Step 1 hour"),
        ("../second-step/", "Second Step 1 hour"),
    ]


def test_the_map_has_a_name() -> None:
    """The drawing says which path it shows."""
    assert (
        _drawn(_stop("a"), title="Map of the path Mayors").get("aria-label")
        == "Map of the path Mayors"
    )


def test_a_fork_links_to_the_choice_and_to_every_option() -> None:
    """A choice stands on the map with all modules of its options, in their order."""
    svg = _drawn(_stop("a"), _fork(("b", "c"), ("d",)), _stop("e"))
    assert [href for href, _ in _links(svg)] == [
        "../a/",
        "#choice-2",
        "../b/",
        "../c/",
        "../d/",
        "../e/",
    ]


def test_a_path_becomes_its_stops() -> None:
    """With the time of each for this path; modules that are not there have no stop."""
    steps = (
        "steps:\n    - {module: soil}\n    - {module: gone}\n    - choose: 1\n      prompt: Which?\n"
        "      options:\n        - {label: Wet, modules: [water, gone]}\n"
        "        - {label: Dry, modules: [soil]}\n    - {module: water, optional: true}\n"
    ).replace("\n  ", "\n")
    text = base()["content/paths/season.yml"].partition("steps:")[0] + steps
    catalog = catalog_of({**base(), "content/paths/season.yml": text})
    soil, fork, water = stops(catalog, catalog.paths["season"].value, lambda path: f"/{path}")
    assert isinstance(soil, Stop)
    assert isinstance(fork, Fork)
    assert isinstance(water, Stop)
    assert ("Soil", "/modules/garden/soil/index.md") == (soil.title, soil.href)
    assert ("#choice-3", ["Wet", "Dry"]) == (fork.href, [each.label for each in fork.branches])
    assert [["water"], ["soil"]] == [[each.id for each in way.stops] for way in fork.branches]
    assert (False, True) == (soil.optional, water.optional)
    assert "optional" in water.facts.lower()


def test_branches_are_known_by_step_and_place() -> None:
    """The script that shows the reader's route finds each option by its key."""
    svg = _drawn(_stop("a"), _fork(("b",), ("c",)))
    keys = [group.get("data-branch") for group in svg.iter(f"{SVG}g")]
    assert keys == ["2-1", "2-2"]


def test_options_part_from_the_way_and_come_back_to_it() -> None:
    """Each option has a track to the right rail, and one track leads from there to the way."""
    svg = _drawn(_fork(("a",), ("b",), ("c",)))
    tracks = next(svg.iter(f"{SVG}path")).get("d") or ""
    assert tracks.count(f"H{JOIN - 10} q10 0 10 10") == 3
    assert tracks.count(f"M{JOIN} ") == 1


def test_an_optional_step_has_a_track_around_it() -> None:
    """A step that may be skipped is drawn with a dashed way around it; others are not."""
    skips = [
        [path.get("d") for path in svg.iter(f"{SVG}path") if "skip" in (path.get("class") or "")]
        for svg in (_drawn(_stop("a")), _drawn(_stop("a", optional=True)))
    ]
    assert skips[0] == [""]
    assert str(skips[1][0]).startswith("M20 ")


def test_long_titles_are_broken_into_lines() -> None:
    """No line of text is longer than the drawing is wide."""
    long = Stop("long", "A title that goes on and on and on until it needs a third line", "x/", "")
    svg = _drawn(long, _fork(("a",)))
    lines = list(svg.iter(f"{SVG}tspan"))
    assert [text.text for text in lines][:2] == [
        "A title that goes on and on and on",
        "until it needs a third line",
    ]
    assert all(int(text.get("x") or 0) + 7 * len(text.text or "") <= WIDTH for text in lines)


def test_values_are_escaped() -> None:
    """A title with marks is only a title."""
    svg = _drawn(Stop("a", '<b>"Q&A"</b>', "x/", ""), title="<i>")
    assert "<b>" in "".join(svg.itertext())
    assert list(svg.iter(f"{SVG}b")) == []


@pytest.mark.parametrize("count", [1, 5, 30])
def test_the_drawing_is_as_high_as_its_steps(count: int) -> None:
    """Every mark stands inside the box."""
    svg = _drawn(*(_stop(f"step-{number}") for number in range(count)))
    height = int((svg.get("viewBox") or "").split()[3])
    assert all(int(circle.get("cy") or 0) < height for circle in svg.iter(f"{SVG}circle"))
