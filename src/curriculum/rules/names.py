"""Rules about names that stand for something elsewhere: cases, people, references, terms."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.catalog import Catalog
from curriculum.rules import Fault, firm_rule, rule
from curriculum.rules.lookup import KINDS, hint_for, listed, rows, unknown


@firm_rule
def cases_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every case that a module tells or names as an alternative exists.

    Bad: `case: baltimore-citystat`
    Good: `case: baltimore-citistat`
    """
    for entry in catalog.modules.values():
        told = [(("case",), entry.value.case)] if entry.value.case else []
        yield from unknown(catalog, entry, "cases", told)
        yield from unknown(catalog, entry, "cases", listed("also", entry.value.also))


@rule
def tracks_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every track that a case or a further reading names exists.

    Bad: `tracks: [inovation]`
    Good: `tracks: [innovation]`
    """
    for entry in catalog.cases.values():
        yield from unknown(catalog, entry, "tracks", listed("tracks", entry.value.tracks))
    path = "content/further-reading.yml"
    for number, _, row in rows(catalog, path, "items"):
        strand = row.get("strand")
        if isinstance(strand, str) and not catalog.knows("tracks", strand):
            message = f"`strand` names the track `{strand}`, which does not exist"
            line = catalog.records[path].line(("items", number, "strand"))
            yield Fault(path, line, message, hint_for(catalog, "tracks", strand))


@rule
def frameworks_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every framework that a module uses has its page.

    Bad: `frameworks: [strategic-triangel]`
    Good: `frameworks: [strategic-triangle]`
    """
    for entry in catalog.modules.values():
        yield from unknown(
            catalog, entry, "frameworks", listed("frameworks", entry.value.frameworks)
        )


@rule
def references_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every reference that a module or a framework rests on is in `content/references.yml`.

    Bad: `references: [more-1995]`
    Good: `references: [moore-1995]`
    """
    for module in catalog.modules.values():
        named = listed("references", module.value.references)
        yield from unknown(catalog, module, "references", named)
    for framework in catalog.frameworks.values():
        named = listed("references", framework.value.references)
        yield from unknown(catalog, framework, "references", named)


@rule
def further_reading_exists(catalog: Catalog) -> Iterator[Fault]:
    """Every further reading that a module names is in `content/further-reading.yml`.

    Bad: `further_reading: [bh-louisvile]`
    Good: `further_reading: [bh-louisville]`
    """
    for entry in catalog.modules.values():
        named = listed("further_reading", entry.value.further_reading)
        yield from unknown(catalog, entry, "further_reading", named)


@rule
def people_exist(catalog: Catalog) -> Iterator[Fault]:
    """Everybody whom a module credits is in `content/people.yml`.

    Bad: `contributions: {authorship: [curriculum-tem]}`
    Good: `contributions: {authorship: [curriculum-team]}`
    """
    for entry in catalog.modules.values():
        for key in ("authorship", "review", "testing", "translation"):
            ids = getattr(entry.value.contributions, key)
            yield from unknown(catalog, entry, "people", listed(key, ids, "contributions"))


@rule
def terms_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every term that another one points to with `see_also` is in the glossary.

    Bad: `see_also: [pilott]`
    Good: `see_also: [pilot]`
    """
    path = "content/glossary.yml"
    for number, _, row in rows(catalog, path, "terms"):
        others = row.get("see_also")
        for place, other in enumerate(others if isinstance(others, list) else []):
            if isinstance(other, str) and not catalog.knows("terms", other):
                message = (
                    f"`see_also` names the {KINDS['terms'][0]} `{other}`, which does not exist"
                )
                line = catalog.records[path].line(("terms", number, "see_also", place))
                hint = hint_for(catalog, "terms", other, str(row.get("id")))
                yield Fault(path, line, message, hint)
