"""Which pages show a way through the modules: learning paths and agendas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup

from curriculum import pathmap, schema
from curriculum.agendas import blocks, modules_of, packing_list, run_sheet
from curriculum.catalog import Catalog, Entry
from curriculum.page import Page
from curriculum.paths import minutes_range, outcomes, routes, step_minutes
from curriculum.sayings import Sayings


def walks(catalog: Catalog, say: Sayings) -> Iterator[Page]:
    """Yield the page of every learning path and every agenda."""
    yield from (_path(catalog, walk, say) for walk in catalog.paths.values())
    yield from (_agenda(catalog, agenda, say) for agenda in catalog.agendas.values())


def _path(catalog: Catalog, walk: Entry[schema.LearningPath], say: Sayings) -> Page:
    found = routes(catalog, walk.value)
    return Page(
        uri=f"paths/{walk.id}.md",
        title=walk.value.title,
        template="path.html",
        description=walk.value.summary,
        edit=walk.path,
        filters=(
            ("kind", say("kind.path")),
            *(("audience", say(f"role.{role}")) for role in walk.value.audience),
        ),
        values={
            "path": walk,
            "routes": found,
            "span": minutes_range(found),
            "outcomes": outcomes(walk.value, found),
            "minutes_of": partial(step_minutes, catalog, walk.value),
            "map": partial(_map, catalog, walk, say),
        },
        scripts=("keep.js", "progress.js"),
    )


def _agenda(catalog: Catalog, agenda: Entry[schema.Agenda], say: Sayings) -> Page:
    ids = modules_of(agenda.value)
    packed = packing_list(catalog, agenda.value)
    for_one = (thing.amount for thing in packing_list(catalog, agenda.value, 1))
    return Page(
        uri=f"agendas/{agenda.id}.md",
        title=agenda.value.title,
        template="agenda.html",
        description=agenda.value.summary,
        edit=agenda.path,
        filters=(("kind", say("kind.agenda")),),
        values={
            "agenda": agenda,
            "blocks": blocks(agenda.value),
            "cues": run_sheet(catalog, agenda.value),
            "packed": list(zip(packed, for_one, strict=True)),
            "taught": [catalog.modules[id_] for id_ in ids if id_ in catalog.modules],
        },
        scripts=("keep.js", "room.js"),
    )


def _map(
    catalog: Catalog,
    walk: Entry[schema.LearningPath],
    say: Sayings,
    link: Callable[[str], str],
) -> Markup:
    """Return the drawn map of a path, its links made by `link`."""
    title = say("path.map", title=walk.value.title)
    drawing = pathmap.draw(title, pathmap.stops(catalog, walk.value, link, say))
    return Markup(drawing)  # noqa: S704  (escaped where it is drawn)
