"""What a page says about itself in linked data (JSON-LD, schema.org), from the values that it shows."""

from __future__ import annotations

import json
from collections.abc import Callable

from curriculum import schema
from curriculum.catalog import Catalog, Entry
from curriculum.exports.nodes import (
    Node,
    audiences,
    brief,
    citations,
    dates,
    duration,
    license_of,
    people,
    place,
    source_node,
)
from curriculum.pages import Page
from curriculum.settings import Settings

Describe = Callable[[Catalog, Settings, Page], Node]


def linked_text(catalog: Catalog, settings: Settings, page: Page) -> str:
    """Return a page's linked data as text that may stand in a `script` element; empty if it has none."""
    describe = _PAGES.get(page.template)
    if not describe:
        return ""
    text = json.dumps(_node(catalog, settings, page, describe), ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _node(catalog: Catalog, settings: Settings, page: Page, describe: Describe) -> Node:
    kind = {"home.html": "WebSite", "track.html": "Course", "path.html": "Course"}
    head = brief(kind.get(page.template, "LearningResource"), page.title, settings.url, page.uri)
    rest = {
        "description": page.description,
        "inLanguage": settings.language,
        "isAccessibleForFree": True,
    }
    node = {"@context": "https://schema.org", **head, **rest, **describe(catalog, settings, page)}
    return {name: value for name, value in node.items() if value not in ("", [], None)}


def _home(_catalog: Catalog, settings: Settings, _page: Page) -> Node:
    return {"name": settings.name, "description": settings.description}


def _track(_catalog: Catalog, settings: Settings, page: Page) -> Node:
    modules: list[Entry[schema.Module]] = page.values["modules"]
    return {
        "teaches": _teaches(modules),
        "hasPart": [_timed(module, settings.url, module.value.minutes) for module in modules],
        **license_of(modules),
    }


def _path(catalog: Catalog, settings: Settings, page: Page) -> Node:
    walk: schema.LearningPath = page.values["path"].value
    outcomes, (shortest, longest) = page.values["outcomes"], page.values["span"]
    minutes_of = page.values["minutes_of"]
    modules = [catalog.modules[id_] for id_ in (*outcomes.always, *outcomes.depends)]
    always = [catalog.modules[id_] for id_ in outcomes.always]
    assumed = [catalog.modules[id_] for id_ in walk.assumes if id_ in catalog.modules]
    return {
        "audience": audiences(walk.audience),
        "timeRequired": duration(longest) if shortest == longest else "",
        "teaches": _teaches(always),
        "hasPart": [_timed(module, settings.url, minutes_of(module.id)) for module in modules],
        "coursePrerequisites": [_named(module, settings.url) for module in assumed],
        **license_of(modules),
    }


def _module(catalog: Catalog, settings: Settings, page: Page) -> Node:
    module: Entry[schema.Module] = page.values["module"]
    value, site, track = module.value, settings.url, page.values["track"]
    given = value.contributions
    needed = [catalog.modules[id_] for id_ in value.requires if id_ in catalog.modules]
    frameworks = [catalog.frameworks[id_] for id_ in value.frameworks if id_ in catalog.frameworks]
    return {
        "learningResourceType": settings.say("kind.module"),
        "timeRequired": duration(value.minutes),
        "educationalLevel": settings.say(f"level.{value.level}"),
        "teaches": _teaches([module]),
        "audience": audiences(value.audience),
        "keywords": [track.value.title, *(framework.value.title for framework in frameworks)],
        "creativeWorkStatus": settings.say(f"status.{value.status}"),
        "isPartOf": brief("Course", track.value.title, site, f"{track.folder}/index.md"),
        "hasPart": [
            brief("LearningResource", settings.say(f"part.{part}"), site, path)
            for part, path in catalog.parts_of(module)
            if part != "briefing"
        ],
        "competencyRequired": [_named(other, site)["url"] for other in needed],
        "author": people(catalog, given.authorship),
        "contributor": people(catalog, [*given.review, *given.testing]),
        "translator": people(catalog, given.translation),
        "citation": citations(catalog, value.references),
        **license_of([module]),
        **dates(value.changes),
    }


def _part(_catalog: Catalog, settings: Settings, page: Page) -> Node:
    module: Entry[schema.Module] = page.values["module"]
    part = page.values["part"]
    roles = [role for role, audience in module.value.audience.items() if part in audience.parts]
    taught = [each.text for each in module.value.objectives if each.assessed_by == part]
    return {
        "learningResourceType": settings.say(f"part.{part}"),
        "educationalLevel": settings.say(f"level.{module.value.level}"),
        "audience": audiences(roles),
        "assesses": taught,
        "isPartOf": _named(module, settings.url),
        **license_of([module]),
        **dates(module.value.changes),
    }


def _run_sheet(_catalog: Catalog, settings: Settings, page: Page) -> Node:
    module: Entry[schema.Module] = page.values["module"]
    return {
        "learningResourceType": settings.say("kind.run-sheet"),
        "timeRequired": duration(module.value.minutes),
        "educationalLevel": settings.say(f"level.{module.value.level}"),
        "audience": audiences(["facilitator"]),
        "isPartOf": _named(module, settings.url),
        **license_of([module]),
        **dates(module.value.changes),
    }


def _case(_catalog: Catalog, settings: Settings, page: Page) -> Node:
    case: Entry[schema.Case] = page.values["case"]
    uses: list[Entry[schema.Module]] = page.values["uses"]
    first = page.values["part"] == "case"
    whole = brief("LearningResource", case.value.title, settings.url, f"{case.folder}/index.md")
    return {
        "learningResourceType": settings.say(f"part.{page.values['part']}"),
        "genre": "Fiction" if case.value.fictional else "",
        "contentLocation": place(case.value),
        "citation": [source_node(source) for _, _, source in page.values["sources"]],
        "isPartOf": None if first else whole,
        **license_of(uses),
        **dates(case.value.changes),
    }


def _framework(catalog: Catalog, settings: Settings, page: Page) -> Node:
    value: schema.Framework = page.values["framework"].value
    return {
        "learningResourceType": settings.say("kind.framework"),
        "timeRequired": duration(value.minutes),
        "citation": citations(catalog, value.references),
        **license_of(page.values["uses"]),
    }


def _agenda(_catalog: Catalog, settings: Settings, page: Page) -> Node:
    value: schema.Agenda = page.values["agenda"].value
    taught: list[Entry[schema.Module]] = page.values["taught"]
    return {
        "learningResourceType": settings.say("kind.agenda"),
        "audience": audiences([*value.audience, "facilitator"]),
        "hasPart": [_named(module, settings.url) for module in taught],
        **license_of(taught),
    }


def _teaches(modules: list[Entry[schema.Module]]) -> list[str]:
    return [objective.text for module in modules for objective in module.value.objectives]


def _named(module: Entry[schema.Module], site: str) -> Node:
    return brief("LearningResource", module.value.title, site, f"{module.folder}/index.md")


def _timed(module: Entry[schema.Module], site: str, minutes: int) -> Node:
    return _named(module, site) | {"timeRequired": duration(minutes)}


_PAGES: dict[str, Describe] = {
    "home.html": _home,
    "track.html": _track,
    "path.html": _path,
    "module.html": _module,
    "part.html": _part,
    "facilitate.html": _run_sheet,
    "case.html": _case,
    "case-part.html": _case,
    "framework.html": _framework,
    "agenda.html": _agenda,
}
"""What is said about a page, by the template that frames it; lists and plain pages say nothing."""
