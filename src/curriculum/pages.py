"""Which pages the site has, as values: authored ones with their frame, and those made from the catalog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from curriculum import schema
from curriculum.agendas import cues_of, needed, run_sheet_of
from curriculum.catalog import FACILITATOR_PARTS, Catalog, Entry
from curriculum.citations import sources_of
from curriculum.guide import guide
from curriculum.listings import listings, newest
from curriculum.page import Page
from curriculum.queue import queue
from curriculum.rulebook import rulebook
from curriculum.sayings import ENGLISH, Sayings
from curriculum.sites import uri_of
from curriculum.sixty import sixty_pages
from curriculum.walks import walks


def pages(catalog: Catalog, say: Sayings = ENGLISH) -> list[Page]:
    """Return every page of the site, its own words said by `say`."""
    made = [
        *_modules(catalog, say),
        *_cases(catalog, say),
        *_frameworks(catalog, say),
        *walks(catalog, say),
        *listings(catalog, say),
        *sixty_pages(catalog, say),
        *guide(say),
        *rulebook(say),
        *queue(catalog, say),
    ]
    framed = {page.source for page in made}
    plain = (_plain(catalog, path, say) for path in sorted(catalog.bodies) if path not in framed)
    return [_with_terms(catalog, page) for page in (*made, *plain)]


def _with_terms(catalog: Catalog, page: Page) -> Page:
    """Return a page with the script that explains words, where its text has any."""
    calls = catalog.calls.get(page.source or "", [])
    if not any(call.name == "term" for call in calls):
        return page
    return replace(page, scripts=(*page.scripts, "terms.js"))


def minutes_band(minutes: int, say: Sayings = ENGLISH) -> str:
    """Return the band by which search filters a length in minutes."""
    if minutes <= 60:  # noqa: PLR2004
        return say("length.short")
    return say("length.middle" if minutes <= 90 else "length.long")  # noqa: PLR2004


def module_filters(
    catalog: Catalog, say: Sayings, module: Entry[schema.Module], kind: str, part: str = ""
) -> tuple[tuple[str, str], ...]:
    """Return what search can filter a module's page by; a part only names the roles that get it."""
    roles = [
        role
        for role, audience in module.value.audience.items()
        if not part or part in audience.parts
    ]
    return (
        ("track", catalog.tracks[module.track].value.title),
        ("kind", say(kind)),
        *(("audience", say(f"role.{role}")) for role in roles),
        ("minutes", minutes_band(module.value.minutes, say)),
    )


def _modules(catalog: Catalog, say: Sayings) -> Iterator[Page]:
    for track in catalog.ordered_tracks():
        entries = catalog.modules_of(track.id)
        yield Page(
            uri=f"modules/{track.id}/index.md",
            title=track.value.title,
            template="track.html",
            description=track.value.summary,
            edit=track.path,
            filters=(("track", track.value.title), ("kind", say("kind.track"))),
            values={
                "track": track,
                "modules": entries,
                "needed": _needed_elsewhere(catalog, track.id),
            },
        )
        for module in entries:
            yield from _module(catalog, say, track, module)


def _needed_elsewhere(catalog: Catalog, track: str) -> list[Entry[schema.Module]]:
    """Return the modules of other tracks that a track's modules need, directly or through others."""
    wanted = [id_ for module in catalog.modules_of(track) for id_ in module.value.requires]
    seen: set[str] = set()
    while wanted:
        id_ = wanted.pop()
        if id_ not in seen and id_ in catalog.modules:
            seen.add(id_)
            wanted += catalog.modules[id_].value.requires
    return [module for module in catalog.in_order() if module.id in seen and module.track != track]


def _module(
    catalog: Catalog,
    say: Sayings,
    track: Entry[schema.Track],
    module: Entry[schema.Module],
) -> Iterator[Page]:
    for part, path in module.parts.items():
        first = part == "briefing"
        yield Page(
            uri=uri_of(path),
            title=module.value.title if first else _titled(say, part, module.value.title),
            template="module.html" if first else "part.html",
            description=module.value.summary,
            source=path,
            edit=path,
            filters=module_filters(
                catalog, say, module, "kind.module" if first else f"part.{part}", part
            ),
            values={"module": module, "track": track, "part": part},
            scripts=_scripts(part),
        )
    yield _run_sheet(catalog, say, track, module)


def _run_sheet(
    catalog: Catalog,
    say: Sayings,
    track: Entry[schema.Track],
    module: Entry[schema.Module],
) -> Page:
    return Page(
        uri=f"{module.folder}/facilitate.md",
        title=say("facilitate.title", title=module.value.title),
        template="facilitate.html",
        description=say("facilitate.summary", title=module.value.title),
        edit=module.path,
        filters=module_filters(catalog, say, module, "kind.run-sheet", "educator-guide"),
        values={
            "module": module,
            "track": track,
            "sheets": [
                (use, say(name), cues_of(run_sheet_of(module.value, use)))
                for use, name in _USES.items()
                if run_sheet_of(module.value, use)
            ],
            "materials": [
                (material, needed(material, module.value.group.max, module.value.group.tables_of))
                for material in module.value.materials
            ],
        },
        scripts=("keep.js", "room.js", "clock.js"),
    )


_USES = {"session": "module.full", "short_session": "module.short"}


def _scripts(part: str) -> tuple[str, ...]:
    """Return the scripts of a module's part: answers are kept where there are fields."""
    fields = ("worksheet.js",) if part in {"worksheet", "self-assessment"} else ()
    return ("keep.js", "take.js", *fields)


def _titled(say: Sayings, part: str, title: str) -> str:
    return say("module.part-title", part=say(f"part.{part}"), title=title)


def _cases(catalog: Catalog, say: Sayings) -> Iterator[Page]:
    for case in catalog.cases.values():
        uses = catalog.uses_of_case(case.id)
        for part, path in case.parts.items():
            yield Page(
                uri=uri_of(path),
                title=case.value.title if part == "case" else _titled(say, part, case.value.title),
                template={"case": "case.html"}.get(part, "case-part.html"),
                description=case.value.summary
                if part != "epilogue"
                else say("case.after", title=case.value.title),
                source=path,
                edit=path,
                filters=(
                    *(
                        ("track", catalog.tracks[track].value.title)
                        for track in case.value.tracks
                        if track in catalog.tracks
                    ),
                    ("kind", say(f"part.{part}")),
                ),
                values={
                    "case": case,
                    "part": part,
                    "uses": uses,
                    "sources": sources_of(catalog, case, part),
                },
                scripts=("keep.js", "take.js"),
            )


def _frameworks(catalog: Catalog, say: Sayings) -> Iterator[Page]:
    for framework in catalog.frameworks.values():
        uses = [m for m in catalog.in_order() if framework.id in m.value.frameworks]
        yield Page(
            uri=uri_of(framework.path),
            title=framework.value.title,
            template="framework.html",
            description=framework.value.summary,
            source=framework.path,
            edit=framework.path,
            filters=(("kind", say("kind.framework")),),
            values={"framework": framework, "uses": uses},
        )


def _plain(catalog: Catalog, path: str, say: Sayings) -> Page:
    body = catalog.bodies[path]
    record = catalog.records.get(path)
    matter = record.value if record else {}
    uri = uri_of(path)
    home = uri == "index.md"
    return Page(
        uri=uri,
        title=str(matter.get("title") or body.title or uri),
        template="home.html" if home else "page.html",
        description=str(matter.get("summary") or ""),
        source=path,
        edit=path,
        filters=(("kind", say("kind.page")),),
        values={"newest": newest(catalog)} if home else {},
        scripts=("keep.js", "progress.js") if home else (),
    )


def is_facilitators(part: str) -> bool:
    """Whether a part is for the person who runs the session."""
    return part in FACILITATOR_PARTS


__all__ = [
    "Page",
    "is_facilitators",
    "minutes_band",
    "module_filters",
    "pages",
]
