"""Which pages the site has, and what each is called, made from and found by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from curricula import base, catalog_of, changed
from curriculum.pages import Page, is_facilitators, minutes_band, pages

GROVE = """\
# yaml-language-server: $schema=../../schema/track.json
title: Grove
summary: What trees do.
question: Who shades whom?
color: teal
position: 2
modules: [trees]
"""
MORE = {
    "modules/grove/track.yml": GROVE,
    "modules/grove/trees/module.yml": base()["modules/garden/water/module.yml"].replace(
        "requires: [soil]", "requires: [water]"
    ),
    "modules/grove/trees/index.md": "# Trees\n",
    "modules/grove/trees/practitioner-guide.md": "# Guide\n",
    "content/about.md": "---\nsummary: Who we are.\n---\n\n# About us\n",
    "content/kits/host.md": "---\ntitle: Host\n---\n\n# Host a course with us\n",
    "content/kits/bare.md": "Words only.\n",
}


def made(changes: Mapping[str, Any] | None = None) -> dict[str, Page]:
    """Return the pages of the small curriculum by their address."""
    return {page.uri: page for page in pages(catalog_of(changed(base(), changes)))}


def test_a_track_names_what_it_needs_of_others_once() -> None:
    """Though a module is needed directly and through another, and one that is not there is left out."""
    needs = {"find": "requires: [soil]", "put": "requires: [soil, gone]"}
    trees = base()["modules/garden/water/module.yml"].replace("[soil]", "[water, soil]")
    changes: dict[str, Any] = {
        **MORE,
        "modules/garden/water/module.yml": [needs],
        "modules/grove/trees/module.yml": trees,
    }
    needed = made(changes)["modules/grove/index.md"].values["needed"]
    assert ["soil", "water"] == [module.id for module in needed]


def test_every_page_has_its_frame_its_text_and_the_file_one_would_change() -> None:
    """Authored pages come from their Markdown, made ones from the YAML that an editor opens."""
    assert {
        "index.md": ("home.html", "content/index.md", "content/index.md"),
        "find.md": ("find.html", None, ""),
        "modules/index.md": ("modules.html", None, ""),
        "modules/garden/index.md": ("track.html", None, "modules/garden/track.yml"),
        "modules/garden/soil/index.md": ("module.html", *["modules/garden/soil/index.md"] * 2),
        "modules/garden/soil/worksheet.md": (
            "part.html",
            *["modules/garden/soil/worksheet.md"] * 2,
        ),
        "modules/garden/water/index.md": ("module.html", *["modules/garden/water/index.md"] * 2),
        "modules/garden/water/practitioner-guide.md": (
            "part.html",
            *["modules/garden/water/practitioner-guide.md"] * 2,
        ),
        "cases/index.md": ("cases.html", None, ""),
        "cases/drought/index.md": ("case.html", *["content/cases/drought/index.md"] * 2),
        "cases/drought/epilogue.md": ("case-part.html", *["content/cases/drought/epilogue.md"] * 2),
        "frameworks/index.md": ("frameworks.html", None, ""),
        "frameworks/balance.md": ("framework.html", *["content/frameworks/balance.md"] * 2),
        "paths/index.md": ("paths.html", None, ""),
        "paths/season.md": ("path.html", None, "content/paths/season.yml"),
        "agendas/index.md": ("agendas.html", None, ""),
        "agendas/day.md": ("agenda.html", None, "content/agendas/day.yml"),
        "glossary.md": ("glossary.html", None, "content/glossary.yml"),
        "references.md": ("references.html", None, "content/references.yml"),
        "further-reading.md": ("further-reading.html", None, "content/further-reading.yml"),
        "people.md": ("people.html", None, "content/people.yml"),
        "downloads.md": ("downloads.html", None, ""),
        "api.md": ("api.html", None, ""),
        "modules/garden/soil/facilitate.md": (
            "facilitate.html",
            None,
            "modules/garden/soil/module.yml",
        ),
        "my-packet.md": ("my-packet.html", None, ""),
    }.items() <= {
        uri: (page.template, page.source, page.edit) for uri, page in made().items()
    }.items()


def test_no_two_pages_stand_in_one_place() -> None:
    """Each address is made once, and each file is shown on one page."""
    found = pages(catalog_of(changed(base(), MORE)))
    assert len(found) == len({page.uri for page in found})
    authored = [page.source for page in found if page.source]
    assert len(authored) == len(set(authored))


@pytest.mark.parametrize(
    ("uri", "title", "description"),
    [
        ("modules/garden/soil/index.md", "Soil", "People read their own ground."),
        ("modules/garden/soil/worksheet.md", "Worksheet: Soil", "People read their own ground."),
        ("cases/drought/index.md", "A drought", "Water for nine days."),
        ("cases/drought/epilogue.md", "Epilogue: A drought", "What happened after: A drought"),
        ("about.md", "About us", "Who we are."),
        ("kits/host.md", "Host", ""),
        ("kits/bare.md", "kits/bare.md", ""),
    ],
)
def test_a_page_has_a_title_and_a_description(uri: str, title: str, description: str) -> None:
    """A title comes from the YAML, the front matter or the first heading, in this order."""
    page = made(MORE)[uri]
    assert (title, description) == (page.title, page.description)


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        (
            "modules/garden/soil/index.md",
            {"track": ["Garden"], "kind": ["Module"], "audience": ["Team member", "Facilitator"]},
        ),
        (
            "modules/garden/water/practitioner-guide.md",
            {"track": ["Garden"], "kind": ["Practitioner guide"], "audience": ["Facilitator"]},
        ),
        ("cases/drought/epilogue.md", {"track": ["Garden"], "kind": ["Epilogue"]}),
        ("paths/season.md", {"kind": ["Learning path"], "audience": ["Team member"]}),
        ("glossary.md", {"kind": ["Page"]}),
    ],
)
def test_search_can_filter_a_page(uri: str, expected: dict[str, list[str]]) -> None:
    """A page names its track, its kind and the roles that get it; minutes come as a band."""
    found: dict[str, list[str]] = {}
    for name, value in made()[uri].filters:
        found.setdefault(name, []).append(value)
    found.pop("minutes", None)
    assert expected == found


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (1, "Up to 60 minutes"),
        (60, "Up to 60 minutes"),
        (61, "61 to 90 minutes"),
        (90, "61 to 90 minutes"),
        (91, "More than 90 minutes"),
    ],
)
def test_minutes_fall_into_three_bands(minutes: int, expected: str) -> None:
    """An hour, an hour and a half, and more."""
    assert expected == minutes_band(minutes)


def test_a_track_names_what_it_needs_from_other_tracks() -> None:
    """Modules that are needed on the way are listed in order, those of the track itself are not."""
    found = made(MORE)
    assert ["soil", "water"] == [m.id for m in found["modules/grove/index.md"].values["needed"]]
    assert [] == found["modules/garden/index.md"].values["needed"]


def test_an_authored_page_takes_the_place_of_a_made_one() -> None:
    """Who writes `content/people.md` gets that page and no other."""
    page = made({"content/people.md": "# All of us\n"})["people.md"]
    assert ("page.html", "All of us", "content/people.md") == (
        page.template,
        page.title,
        page.source,
    )


def test_a_case_may_serve_a_track_that_is_not_there() -> None:
    """A track nobody declared gives no filter and no error; the rules report it."""
    case = base()["content/cases/drought/case.yml"].replace("tracks: [garden]", "tracks: [gone]")
    page = made({"content/cases/drought/case.yml": case})["cases/drought/index.md"]
    assert (("kind", "Case"),) == page.filters


def test_facilitators_parts_are_known() -> None:
    """Guides, slides and the epilogue are for the person who runs the session."""
    assert is_facilitators("educator-guide")
    assert not is_facilitators("worksheet")
