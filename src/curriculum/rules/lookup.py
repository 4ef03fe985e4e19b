"""Whether a name that somebody wrote stands for something in the catalog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from curriculum.catalog import Catalog
from curriculum.findings import suggest
from curriculum.rules import Fault
from curriculum.source import Path as Where

# Each kind with the word people use for one of it, and the place where a new one would stand.
KINDS = {
    "tracks": ("track", "modules/<id>/track.yml"),
    "modules": ("module", "modules/<track>/<id>/module.yml"),
    "cases": ("case", "content/cases/<id>/case.yml"),
    "paths": ("learning path", "content/paths/<id>.yml"),
    "agendas": ("agenda", "content/agendas/<id>.yml"),
    "frameworks": ("framework", "content/frameworks/<id>.md"),
    "people": ("person", "content/people.yml"),
    "references": ("reference", "content/references.yml"),
    "terms": ("term", "content/glossary.yml"),
    "further_reading": ("further reading", "content/further-reading.yml"),
}


class Placed(Protocol):
    """Something whose fields have lines: an entry of the catalog."""

    @property
    def path(self) -> str:
        """Its file."""

    def line(self, *where: str | int) -> int:
        """Return the line of a field."""


def listed(key: str, ids: Iterable[str], *before: str | int) -> Iterator[tuple[Where, str]]:
    """Yield each id of a list with the place where it stands."""
    for number, id_ in enumerate(ids):
        yield (*before, key, number), id_


def unknown(
    catalog: Catalog,
    entry: Placed,
    kind: str,
    names: Iterable[tuple[Where, str]],
    *,
    but: str = "",
) -> Iterator[Fault]:
    """Yield a fault for each name that no file declares, at the line where it stands.

    `but` is the id that no hint offers, because an entry cannot name itself there.
    """
    for where, name in names:
        if not catalog.knows(kind, name):
            key = next(step for step in reversed(where) if isinstance(step, str))
            message = f"`{key}` names the {KINDS[kind][0]} `{name}`, which does not exist"
            yield Fault(entry.path, entry.line(*where), message, hint_for(catalog, kind, name, but))


def hint_for(catalog: Catalog, kind: str, name: str, but: str = "") -> str:
    """Say which id is near to a name that is not known, or where it would be declared."""
    near = suggest(name, sorted(catalog.declared.get(kind, ())))
    # The next best would be a guess at random: who wrote this meant the entry itself.
    near = "" if near == suggest(but, [but]) else near
    return near or f"correct the name, or declare it in `{KINDS[kind][1]}`"


def rows(catalog: Catalog, path: str, key: str) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Yield each mapping in a list at the top of a YAML file: its number, its line, its value."""
    record = catalog.records.get(path)
    found = record.value.get(key) if record else None
    for number, row in enumerate(found if isinstance(found, list) else []):
        if record and isinstance(row, dict):
            yield number, record.line((key, number)), row
