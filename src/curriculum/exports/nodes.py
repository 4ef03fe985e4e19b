"""The small things that linked data is made of: durations, audiences, people, works, places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from curriculum import schema
from curriculum.catalog import Catalog, Entry
from curriculum.licenses import LICENSES
from curriculum.references import as_seen
from curriculum.schema.base import Role
from curriculum.sites import public_url
from curriculum.words import full_name

Node = dict[str, Any]


def duration(minutes: int) -> str:
    """Return minutes as ISO 8601: 90 is `PT90M`, which keeps the number that the page shows."""
    return f"PT{minutes}M"


def audiences(roles: Iterable[Role]) -> list[Node]:
    """Return for whom something is, by the ids of the roles."""
    return [{"@type": "EducationalAudience", "educationalRole": role} for role in roles]


def license_of(modules: Sequence[Entry[schema.Module]]) -> Node:
    """Return the address of the license if all modules share one; nothing is said otherwise."""
    licenses = {module.value.license for module in modules}
    return {"license": LICENSES[licenses.pop()].address} if len(licenses) == 1 else {}


def dates(changes: Sequence[schema.Change]) -> Node:
    """Return when something was first published, when it last changed, and its edition."""
    newest, oldest = changes[0], changes[-1]
    return {
        "datePublished": oldest.date,
        "dateModified": newest.date,
        "version": newest.edition,
    }


def people(catalog: Catalog, ids: Iterable[str]) -> list[Node]:
    """Return persons and groups by their ids."""
    return [_person(catalog.people[id_]) for id_ in ids if id_ in catalog.people]


def _person(person: schema.Person) -> Node:
    kind = {"person": "Person", "organization": "Organization"}[person.kind]
    node = {"@type": kind, "name": person.name}
    if person.url:
        node["url"] = person.url
    return node | ({"sameAs": f"https://orcid.org/{person.orcid}"} if person.orcid else {})


def citations(catalog: Catalog, ids: Iterable[str]) -> list[Node]:
    """Return the works that something rests on, with nothing that nobody has seen."""
    return [_work(as_seen(catalog.references[id_])) for id_ in ids if id_ in catalog.references]


def _work(work: schema.Reference) -> Node:
    node: Node = {"@type": "CreativeWork", "name": work.title}
    if work.author:
        node["author"] = [
            {"@type": "Organization" if name.literal else "Person", "name": full_name(name)}
            for name in work.author
        ]
    if work.issued:
        node["datePublished"] = work.issued
    address = f"https://doi.org/{work.doi}" if work.doi else work.url
    return node | ({"url": address} if address else {})


def source_node(source: schema.Source) -> Node:
    """Return what a case was written from."""
    publisher = {"@type": "Organization", "name": source.publisher}
    node = {"@type": "CreativeWork", "name": source.title, "publisher": publisher}
    if source.year:
        node["datePublished"] = str(source.year)
    return node | ({"url": source.url} if source.url else {})


def place(case: schema.Case) -> Node:
    """Return where a case happened."""
    latitude, longitude = case.coordinates
    return {
        "@type": "City",
        "name": case.city,
        "address": {"@type": "PostalAddress", "addressCountry": case.country},
        "geo": {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude},
    }


def brief(kind: str, title: str, site: str, path: str) -> Node:
    """Return something with its name and address, to be named by others."""
    address = public_url(site, path)
    return {"@type": kind, "@id": address, "name": title, "url": address}
