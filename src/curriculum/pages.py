"""Which pages the site has, as values: authored ones with their frame, and those made from the catalog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from curriculum import schema
from curriculum.agendas import cues_of, needed, run_sheet_of
from curriculum.catalog import CASE_FILES, FACILITATOR_PARTS, PART_FILES, Catalog, Entry
from curriculum.guide import guide
from curriculum.listings import listings, newest
from curriculum.page import Page
from curriculum.rulebook import rulebook
from curriculum.sites import uri_of
from curriculum.sixty import sixty_pages
from curriculum.walks import walks
from curriculum.words import PARTS, ROLES


def pages(catalog: Catalog) -> list[Page]:
    """Return every page of the site."""
    made = [
        *_modules(catalog),
        *_cases(catalog),
        *_frameworks(catalog),
        *walks(catalog),
        *listings(catalog),
        *sixty_pages(catalog),
        *guide(),
        *rulebook(),
    ]
    framed = {page.source for page in made}
    plain = (_plain(catalog, path) for path in sorted(catalog.bodies) if path not in framed)
    return [_with_terms(catalog, page) for page in (*made, *plain)]


def _with_terms(catalog: Catalog, page: Page) -> Page:
    """Return a page with the script that explains words, where its text has any."""
    calls = catalog.calls.get(page.source or "", [])
    if not any(call.name == "term" for call in calls):
        return page
    return replace(page, scripts=(*page.scripts, "terms.js"))


def minutes_band(minutes: int) -> str:
    """Return the band by which search filters a length in minutes."""
    if minutes <= 60:  # noqa: PLR2004
        return "Up to 60 minutes"
    return "61 to 90 minutes" if minutes <= 90 else "More than 90 minutes"  # noqa: PLR2004


def module_filters(
    catalog: Catalog, module: Entry[schema.Module], kind: str, part: str = ""
) -> tuple[tuple[str, str], ...]:
    """Return what search can filter a module's page by; a part only names the roles that get it."""
    roles = [
        role
        for role, audience in module.value.audience.items()
        if not part or part in audience.parts
    ]
    return (
        ("track", catalog.tracks[module.track].value.title),
        ("kind", kind),
        *(("audience", ROLES[role]) for role in roles),
        ("minutes", minutes_band(module.value.minutes)),
    )


def _modules(catalog: Catalog) -> Iterator[Page]:
    for track in catalog.ordered_tracks():
        entries = catalog.modules_of(track.id)
        yield Page(
            uri=f"modules/{track.id}/index.md",
            title=track.value.title,
            template="track.html",
            description=track.value.summary,
            edit=track.path,
            filters=(("track", track.value.title), ("kind", "Track")),
            values={
                "track": track,
                "modules": entries,
                "needed": _needed_elsewhere(catalog, track.id),
            },
        )
        for module in entries:
            yield from _module(catalog, track, module)


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
    catalog: Catalog, track: Entry[schema.Track], module: Entry[schema.Module]
) -> Iterator[Page]:
    for part, path in module.parts.items():
        first = part == "briefing"
        yield Page(
            uri=uri_of(path),
            title=module.value.title if first else f"{PARTS[part]}: {module.value.title}",
            template="module.html" if first else "part.html",
            description=module.value.summary,
            source=path,
            edit=path,
            filters=module_filters(catalog, module, "Module" if first else PARTS[part], part),
            values={"module": module, "track": track, "part": part},
            scripts=_scripts(part),
        )
    yield Page(
        uri=f"{module.folder}/facilitate.md",
        title=f"Run the session: {module.value.title}",
        template="facilitate.html",
        description=f"Run sheet with a clock, packing list and all notes of {module.value.title}.",
        edit=module.path,
        filters=module_filters(catalog, module, "Run sheet", "educator-guide"),
        values={
            "module": module,
            "track": track,
            "sheets": [
                (use, name, cues_of(run_sheet_of(module.value, use)))
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


_USES = {"session": "Full session", "short_session": "60-minute version"}


def _scripts(part: str) -> tuple[str, ...]:
    """Return the scripts of a module's part: answers are kept where there are fields."""
    fields = ("worksheet.js",) if part in {"worksheet", "self-assessment"} else ()
    return ("keep.js", "take.js", *fields)


def _cases(catalog: Catalog) -> Iterator[Page]:
    for case in catalog.cases.values():
        uses = catalog.uses_of_case(case.id)
        for part, path in case.parts.items():
            yield Page(
                uri=uri_of(path),
                title=case.value.title if part == "case" else f"{PARTS[part]}: {case.value.title}",
                template={"case": "case.html"}.get(part, "case-part.html"),
                description=case.value.summary
                if part != "epilogue"
                else f"What happened after: {case.value.title}",
                source=path,
                edit=path,
                filters=(
                    *(
                        ("track", catalog.tracks[track].value.title)
                        for track in case.value.tracks
                        if track in catalog.tracks
                    ),
                    ("kind", PARTS[part]),
                ),
                values={"case": case, "part": part, "uses": uses},
                scripts=("keep.js", "take.js"),
            )


def _frameworks(catalog: Catalog) -> Iterator[Page]:
    for framework in catalog.frameworks.values():
        uses = [m for m in catalog.in_order() if framework.id in m.value.frameworks]
        yield Page(
            uri=uri_of(framework.path),
            title=framework.value.title,
            template="framework.html",
            description=framework.value.summary,
            source=framework.path,
            edit=framework.path,
            filters=(("kind", "Framework"),),
            values={"framework": framework, "uses": uses},
        )


def _plain(catalog: Catalog, path: str) -> Page:
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
        filters=(("kind", "Page"),),
        values={"newest": newest(catalog)} if home else {},
        scripts=("keep.js", "progress.js") if home else (),
    )


def is_facilitators(part: str) -> bool:
    """Whether a part is for the person who runs the session."""
    return part in FACILITATOR_PARTS


__all__ = [
    "CASE_FILES",
    "PART_FILES",
    "Page",
    "is_facilitators",
    "minutes_band",
    "module_filters",
    "pages",
]
