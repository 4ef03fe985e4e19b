"""Which pages list what the catalog holds: modules, cases, paths, words, people, and what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from curriculum import citymap, schema
from curriculum.catalog import Catalog, Entry
from curriculum.page import Page
from curriculum.paths import minutes_range, routes
from curriculum.sayings import Sayings

_LISTS = {
    "find": "find.md",
    "modules": "modules/index.md",
    "cases": "cases/index.md",
    "paths": "paths/index.md",
    "agendas": "agendas/index.md",
    "frameworks": "frameworks/index.md",
    "glossary": "glossary.md",
    "references": "references.md",
    "further-reading": "further-reading.md",
    "people": "people.md",
    "downloads": "downloads.md",
    "api": "api.md",
    "my-packet": "my-packet.md",
}
"""Where each list stands; its name is that of its template and of the group of its words."""

_LIST_SCRIPTS = {
    "downloads.md": ("keep.js", "device.js"),
    "my-packet.md": ("keep.js", "packet.js"),
    "paths/index.md": ("keep.js", "progress.js"),
}


def listings(catalog: Catalog, say: Sayings) -> Iterator[Page]:
    """Yield the page of every list; a firm rule holds that no author takes its address."""
    edits = {
        "glossary.md": "content/glossary.yml",
        "references.md": "content/references.yml",
        "further-reading.md": "content/further-reading.yml",
        "people.md": "content/people.yml",
    }
    for name, uri in _LISTS.items():
        values = _LIST_VALUES[uri](catalog, say) if uri in _LIST_VALUES else {}
        yield Page(
            uri,
            say(f"{name}.title"),
            f"{name}.html",
            say(f"{name}.description"),
            None,
            edits.get(uri, ""),
            (("kind", say("kind.page")),),
            values,
            _LIST_SCRIPTS.get(uri, ()),
        )


def _path_list(catalog: Catalog, _say: Sayings) -> dict[str, Any]:
    walks = catalog.paths.items()
    return {"spans": {id_: minutes_range(routes(catalog, walk.value)) for id_, walk in walks}}


def _case_list(catalog: Catalog, say: Sayings) -> dict[str, Any]:
    cases = sorted(catalog.cases.values(), key=lambda case: case.value.title)
    order = [track.id for track in catalog.ordered_tracks()]

    def classes(case: Entry[schema.Case]) -> str:
        """Return the classes by which the list and the map are filtered: the places of its tracks."""
        numbers = (order.index(track) + 1 for track in case.value.tracks if track in order)
        return " ".join(f"in-{number}" for number in numbers)

    def world(link: Callable[[str], str]) -> Markup:
        cities = [
            citymap.City(
                case.value.coordinates[0],
                case.value.coordinates[1],
                case.value.title,
                link(f"{case.folder}/index.md"),
                classes(case),
            )
            for case in cases
        ]
        drawing = citymap.draw(cities, say("cases.map"))
        return Markup(drawing)  # noqa: S704  (escaped where it is drawn)

    return {"cases": cases, "classes": classes, "map": world}


_LIST_VALUES: dict[str, Callable[[Catalog, Sayings], dict[str, Any]]] = {
    "paths/index.md": _path_list,
    "cases/index.md": _case_list,
}


@dataclass(frozen=True)
class Newest:
    """What changed for readers on the last day on which anything did."""

    day: str = ""
    """The day, as ISO 8601."""
    entries: tuple[Entry[schema.Module] | Entry[schema.Case], ...] = ()
    """The first of what changed."""
    more: int = 0
    """How many more there are."""


def newest(catalog: Catalog) -> Newest:
    """Return what changed last, modules first."""
    entries: list[Entry[schema.Module] | Entry[schema.Case]] = [
        *catalog.in_order(),
        *catalog.cases.values(),
    ]
    day = max((entry.value.changes[0].date for entry in entries), default="")
    changed = [entry for entry in entries if entry.value.changes[0].date == day]
    return Newest(day, tuple(changed[:3]), max(0, len(changed) - 3))
