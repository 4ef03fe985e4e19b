"""Where each page stands in the menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from curriculum.catalog import Catalog
from curriculum.sayings import ENGLISH, Sayings
from curriculum.sites import uri_of
from curriculum.titles import title_html

Menu = list[Any]
"""A menu as MkDocs reads it: a list of addresses, `{title: address}` and `{title: menu}`."""


def fill(skeleton: Menu, catalog: Catalog, say: Sayings = ENGLISH) -> Menu:
    """Replace each entry of a menu that ends in `/` by the pages of that folder, in their order."""
    made: dict[str, Callable[[Catalog], Menu]] = {
        "modules/": partial(_tracks, say=say),
        "cases/": partial(_cases, say=say),
        "paths/": _paths,
        "agendas/": _agendas,
        "frameworks/": _frameworks,
    }
    filled: Menu = []
    for entry in skeleton:
        if not isinstance(entry, dict):
            filled.append(entry)
            continue
        for title, target in entry.items():
            if isinstance(target, list):
                filled.append({title: fill(target, catalog, say)})
            elif target in made:
                filled.append({title: made[target](catalog)})
            elif isinstance(target, str) and target.endswith("/") and ":" not in target:
                filled.append({title: _folder(catalog, f"content/{target}")})
            else:
                filled.append({title: target})
    return filled


def _leaf(title: str, uri: str) -> dict[str, str]:
    # Material prints menu titles as they are, so they are escaped here.
    return {title_html(title): uri}


def _tracks(catalog: Catalog, say: Sayings) -> Menu:
    menu: Menu = ["modules/index.md"]
    for track in catalog.ordered_tracks():
        modules = [
            {
                title_html(module.value.title): [
                    *(
                        uri_of(path)
                        if part == "briefing"
                        else _leaf(say(f"part.{part}"), uri_of(path))
                        for part, path in module.parts.items()
                    ),
                    _leaf(say("module.run"), f"{module.folder}/facilitate.md"),
                ]
            }
            for module in catalog.modules_of(track.id)
        ]
        menu.append({title_html(track.value.title): [f"modules/{track.id}/index.md", *modules]})
    return menu


def _paths(catalog: Catalog) -> Menu:
    leaves = (_leaf(path.value.title, f"paths/{path.id}.md") for path in catalog.paths.values())
    return ["paths/index.md", *leaves]


def _agendas(catalog: Catalog) -> Menu:
    agendas = catalog.agendas.values()
    leaves = (_leaf(agenda.value.title, f"agendas/{agenda.id}.md") for agenda in agendas)
    return ["agendas/index.md", *leaves]


def _frameworks(catalog: Catalog) -> Menu:
    frameworks = catalog.frameworks.values()
    leaves = (_leaf(framework.value.title, uri_of(framework.path)) for framework in frameworks)
    return ["frameworks/index.md", *leaves]


def _cases(catalog: Catalog, say: Sayings) -> Menu:
    return [
        "cases/index.md",
        *(
            {
                title_html(case.value.title): [
                    uri_of(path) if part == "case" else _leaf(say(f"part.{part}"), uri_of(path))
                    for part, path in case.parts.items()
                ]
            }
            for case in sorted(catalog.cases.values(), key=lambda case: case.value.title)
        ),
    ]


def _folder(catalog: Catalog, folder: str) -> Menu:
    """Return the authored pages of a folder: its index first, then by address."""
    paths = [path for path in catalog.bodies if path.startswith(folder)]
    paths.sort(key=lambda path: (not path.endswith("/index.md"), path.count("/"), path))
    inner = [path for path in paths if path.count("/") > folder.count("/")]
    menu: Menu = [_titled(catalog, path) for path in paths if path not in inner]
    for sub in dict.fromkeys(path[: path.index("/", len(folder)) + 1] for path in inner):
        entries = _folder(catalog, sub)
        index = f"{sub}index.md"
        title = catalog.bodies[index].title if index in catalog.bodies else sub.split("/")[-2]
        menu.append({title_html(title): entries})
    return menu


def _titled(catalog: Catalog, path: str) -> Any:
    if path.endswith("/index.md"):
        return uri_of(path)
    return _leaf(catalog.bodies[path].title, uri_of(path))
