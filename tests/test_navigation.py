"""Where each page stands in the menu."""

from __future__ import annotations

from typing import Any

import pytest

from curricula import base, catalog_of, changed
from curriculum.navigation import fill
from curriculum.pages import pages

CATALOG = catalog_of(base())


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        (
            "modules/",
            [
                "modules/index.md",
                {
                    "Garden": [
                        "modules/garden/index.md",
                        {
                            "Soil": [
                                "modules/garden/soil/index.md",
                                {"Worksheet": "modules/garden/soil/worksheet.md"},
                                {"Run the session": "modules/garden/soil/facilitate.md"},
                            ]
                        },
                        {
                            "Water": [
                                "modules/garden/water/index.md",
                                {
                                    "Practitioner guide": "modules/garden/water/practitioner-guide.md"
                                },
                                {"Run the session": "modules/garden/water/facilitate.md"},
                            ]
                        },
                    ]
                },
            ],
        ),
        (
            "cases/",
            [
                "cases/index.md",
                {
                    "A drought": [
                        "cases/drought/index.md",
                        {"Epilogue": "cases/drought/epilogue.md"},
                    ]
                },
            ],
        ),
        ("paths/", ["paths/index.md", {"Season": "paths/season.md"}]),
        ("agendas/", ["agendas/index.md", {"A day": "agendas/day.md"}]),
        ("frameworks/", ["frameworks/index.md", {"Balance": "frameworks/balance.md"}]),
    ],
)
def test_a_folder_stands_for_its_pages(folder: str, expected: list[Any]) -> None:
    """An entry that ends in `/` becomes all pages of that folder, in the curriculum's order."""
    assert [{"It": expected}] == fill([{"It": folder}], CATALOG)


def test_other_entries_stay_as_they_are() -> None:
    """Pages, addresses and nested menus keep their place."""
    skeleton = [
        "index.md",
        {"Find": "find.md"},
        {"More": [{"Web": "https://example.org"}, {"Ways": "paths/"}]},
    ]
    assert [
        "index.md",
        {"Find": "find.md"},
        {
            "More": [
                {"Web": "https://example.org"},
                {"Ways": ["paths/index.md", {"Season": "paths/season.md"}]},
            ]
        },
    ] == fill(skeleton, CATALOG)


def test_a_folder_of_authored_pages_keeps_its_folders() -> None:
    """The index comes first, then pages by address, then folders named by their index."""
    texts = changed(
        base(),
        {
            "content/kits/index.md": "# Kits\n",
            "content/kits/b.md": "# Bee\n",
            "content/kits/a/index.md": "# Ay & co\n",
            "content/kits/a/sheet.md": "# Sheet\n",
            "content/kits/c/only.md": "# Only\n",
        },
    )
    assert [
        {
            "Kits": [
                "kits/index.md",
                {"Bee": "kits/b.md"},
                {"Ay &amp; co": ["kits/a/index.md", {"Sheet": "kits/a/sheet.md"}]},
                {"c": [{"Only": "kits/c/only.md"}]},
            ]
        }
    ] == fill([{"Kits": "kits/"}], catalog_of(texts))


def test_titles_are_escaped() -> None:
    """A menu prints titles as they are, so that a title with HTML must come escaped."""
    texts = changed(
        base(), {"content/paths/season.yml": [{"find": "title: Season", "put": "title: <b>"}]}
    )
    assert [{"It": ["paths/index.md", {"&lt;b&gt;": "paths/season.md"}]}] == fill(
        [{"It": "paths/"}], catalog_of(texts)
    )


def test_every_page_but_the_lists_stands_in_the_menu() -> None:
    """With an entry for each folder nobody has to list a module, a case or a path by hand."""
    folders = ["modules/", "cases/", "paths/", "agendas/", "frameworks/"]
    listed = _uris(fill([{folder: folder} for folder in folders], CATALOG))
    expected = {page.uri for page in pages(CATALOG) if page.uri.startswith(tuple(folders))}
    assert expected == listed


def _uris(menu: Any) -> set[str]:
    if isinstance(menu, str):
        return {menu}
    entries = menu.values() if isinstance(menu, dict) else menu
    return {uri for entry in entries for uri in _uris(entry)}
