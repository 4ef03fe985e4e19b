"""What `catalog.json` and `api/v1/` say: the whole curriculum for other programs."""

from __future__ import annotations

import json
from typing import Any

from curriculum import schema
from curriculum.catalog import FACILITATOR_PARTS, Catalog, Entry
from curriculum.editors import DIALECT
from curriculum.exports.records import (
    AgendaRecord,
    CaseRecord,
    FrameworkRecord,
    Head,
    ModuleRecord,
    PartRecord,
    PathRecord,
    TermRecord,
    TrackRecord,
    Whole,
)
from curriculum.paths import minutes_range, routes
from curriculum.references import as_seen
from curriculum.settings import Settings
from curriculum.sites import public_url

VERSION = 1
FOLDER = f"api/v{VERSION}"
LISTS = tuple(name for name in Whole.model_fields if name not in Head.model_fields)
"""The names of the lists, each of which has a file."""


def api_files(catalog: Catalog, settings: Settings) -> dict[str, str]:
    """Return every file for other programs as text, by its path below the site's root."""
    whole = _whole(catalog, settings)
    everything = whole.model_dump(mode="json", by_alias=True)
    head = {name: everything[name] for name in Head.model_fields}
    files = {f"{FOLDER}/{name}.json": head | {name: everything[name]} for name in LISTS}
    files |= {
        f"{FOLDER}/index.json": head,
        f"{FOLDER}/schema.json": api_schema(),
        "catalog.json": everything,
    }
    return {path: _text(content) for path, content in files.items()}


def api_schema() -> dict[str, Any]:
    """Return the JSON Schema of all the files; names may be added to it and are never taken away."""
    body = Whole.model_json_schema(mode="serialization", by_alias=True)
    whole: dict[str, Any] = _opened(body)
    whole["required"] = list(Head.model_fields)  # each file has the head and one list or all
    return {"$schema": DIALECT, **whole, "title": "Curriculum"}


def _opened(part: Any) -> Any:
    """Return a schema in which every name is always there and others may be added."""
    if isinstance(part, list):
        return [_opened(each) for each in part]
    if not isinstance(part, dict):
        return part
    made = {name: _opened(each) for name, each in part.items()}
    if isinstance(made.get("properties"), dict) and made.get("type") == "object":
        made.pop("additionalProperties", None)
        made["required"] = list(made["properties"])
    return made


def _text(content: dict[str, Any]) -> str:
    # Without indents: they would be written by the slow encoder, at a twentieth of a whole build.
    return json.dumps(content, ensure_ascii=False) + "\n"


def _whole(catalog: Catalog, settings: Settings) -> Whole:
    site = settings.url
    names = {name: f"{FOLDER}/{name}.json" for name in ("index", "schema", *LISTS)}
    links = names | {"catalog": "catalog.json", "changes": "feed.xml", "citation": "CITATION.cff"}
    return Whole.model_construct(
        version=VERSION,
        name=settings.name,
        description=settings.description,
        url=site,
        edition=settings.edition,
        date=settings.date,
        language=settings.language,
        links={name: site + path for name, path in links.items()},
        tracks=[_track(track, site) for track in catalog.ordered_tracks()],
        modules=[_module(catalog, module, site) for module in catalog.in_order()],
        cases=[_case(case, site) for case in catalog.cases.values()],
        paths=[_path(catalog, path, site) for path in catalog.paths.values()],
        agendas=[_agenda(agenda, site) for agenda in catalog.agendas.values()],
        frameworks=[_framework(framework, site) for framework in catalog.frameworks.values()],
        glossary=[_term(term, site) for term in catalog.terms.values()],
        people=list(catalog.people.values()),
        references=[as_seen(work) for work in catalog.references.values()],
    )


def _track(track: Entry[schema.Track], site: str) -> TrackRecord:
    url = public_url(site, f"{track.folder}/index.md")
    return TrackRecord.model_construct(**dict(track.value), id=track.id, url=url)


def _module(catalog: Catalog, module: Entry[schema.Module], site: str) -> ModuleRecord:
    parts = [
        PartRecord.model_construct(
            part=part, url=public_url(site, path), for_facilitators=part in FACILITATOR_PARTS
        )
        for part, path in catalog.parts_of(module)
    ]
    url = public_url(site, f"{module.folder}/index.md")
    return ModuleRecord.model_construct(
        **dict(module.value), id=module.id, url=url, track=module.track, parts=parts
    )


def _case(case: Entry[schema.Case], site: str) -> CaseRecord:
    value = case.value
    before = value.model_copy(
        update={
            "timeline": [row for row in value.timeline if not row.after],
            "exhibits": [exhibit for exhibit in value.exhibits if not exhibit.after],
        }
    )
    url = public_url(site, f"{case.folder}/index.md")
    return CaseRecord.model_construct(**dict(before), id=case.id, url=url)


def _path(catalog: Catalog, path: Entry[schema.LearningPath], site: str) -> PathRecord:
    shortest, longest = minutes_range(routes(catalog, path.value))
    return PathRecord.model_construct(
        **dict(path.value),
        id=path.id,
        url=public_url(site, f"content/paths/{path.id}.md"),
        shortest=shortest,
        longest=longest,
    )


def _agenda(agenda: Entry[schema.Agenda], site: str) -> AgendaRecord:
    url = public_url(site, f"content/agendas/{agenda.id}.md")
    return AgendaRecord.model_construct(**dict(agenda.value), id=agenda.id, url=url)


def _framework(framework: Entry[schema.Framework], site: str) -> FrameworkRecord:
    url = public_url(site, framework.path)
    return FrameworkRecord.model_construct(**dict(framework.value), id=framework.id, url=url)


def _term(term: schema.Term, site: str) -> TermRecord:
    url = public_url(site, "content/glossary.md") + f"#{term.id}"
    return TermRecord.model_construct(**dict(term), url=url)
