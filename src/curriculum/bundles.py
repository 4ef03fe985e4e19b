"""What a city takes along to run one learning path: a ZIP for each path and paper, and what stands in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curriculum import checksums, schema
from curriculum.archives import archive
from curriculum.caches import write_whole
from curriculum.catalog import Catalog, Entry
from curriculum.handouts import Handouts, Owned, by_owner
from curriculum.licenses import strictest
from curriculum.packets.packet import PAPERS, Paper
from curriculum.paths import named_modules
from curriculum.settings import Settings
from curriculum.sites import public_url

FOLDER = "zips"


@dataclass(frozen=True)
class Bundle:
    """One ZIP that was made."""

    id: str
    """The id of its path."""
    name: str
    paper: Paper
    roles: tuple[str, ...]
    """For whom the packets in it are: the path's roles and those who run its sessions."""
    files: int
    """How many files stand in it."""
    size: int
    """In bytes."""
    sha256: str


def make_bundles(catalog: Catalog, settings: Settings, made: Handouts, site: Path) -> Owned:
    """Write the ZIPs of all paths, and their checksums; raises OSError."""
    bundles = []
    for path in catalog.paths.values():
        about = "\n".join(_about(catalog, settings, path)) + "\n"
        for paper in PAPERS:
            wanted = contents(path, made, paper)
            if not wanted:
                continue
            files = {name: (site / file).read_bytes() for name, file in wanted.items()}
            bundle, raw = _bundle(path, paper, {"README.txt": about.encode(), **files})
            write_whole(site / FOLDER / bundle.name, raw)
            bundles.append(bundle)
    if bundles:
        checksums.record(site / FOLDER, {each.name: each.sha256 for each in bundles})
    return by_owner(bundles)


def contents(path: Entry[schema.LearningPath], made: Handouts, paper: Paper) -> dict[str, str]:
    """Return what stands in the ZIP of a path, by name: the file of the site that it is.

    Everybody's packet of the whole path comes first; then, in the path's order, the packets, Word
    files and slides of each module, for the roles of the path and for those who run its sessions.
    """
    roles: set[str] = {*path.value.audience, "facilitator"}
    whole = [each for each in made.packets.get(path.id, []) if _fits(each, roles, paper)]
    named = {each.name: f"packets/{each.name}" for each in whole}
    for number, module in enumerate(named_modules(path.value), 1):
        for packet in made.packets.get(module, []):
            if _fits(packet, roles, paper):
                named[f"{_folder(packet)}/{number:02d}-{packet.name}"] = f"packets/{packet.name}"
        for file in made.office.get(module, []):
            if roles & set(file.roles) and file.format in _OFFICE:
                named[f"{_OFFICE[file.format]}/{number:02d}-{file.name}"] = f"office/{file.name}"
    return named


_OFFICE = {"docx": "word", "pptx": "slides"}


def _fits(packet: Any, roles: set[str], paper: Paper) -> bool:
    return packet.paper == paper and not packet.large_print and bool(roles & set(packet.roles))


def _folder(packet: Any) -> str:
    return "facilitators" if "facilitator" in packet.roles else "participants"


def _bundle(
    path: Entry[schema.LearningPath], paper: Paper, files: dict[str, bytes]
) -> tuple[Bundle, bytes]:
    """Return a ZIP and what is said of it."""
    raw = archive(files, f"{path.id}.{paper}", packed=False)
    roles = tuple(dict.fromkeys((*path.value.audience, "facilitator")))
    name, digest = f"{path.id}.{paper}.zip", hashlib.sha256(raw).hexdigest()
    return Bundle(path.id, name, paper, roles, len(files), len(raw), digest), raw


def _about(catalog: Catalog, settings: Settings, path: Entry[schema.LearningPath]) -> Iterator[str]:
    """Yield the lines of the text that says what the files are and what may be done with them."""
    say, ids = settings.say, named_modules(path.value)
    modules = [catalog.modules[id_] for id_ in ids if id_ in catalog.modules]
    yield path.value.title
    edition = say("unit.edition", edition=settings.edition) if settings.edition else ""
    yield " · ".join(filter(None, (settings.name, edition)))
    yield public_url(settings.url, path.path.removesuffix(".yml") + ".md")
    yield ""
    roles = ", ".join(say(f"role.{role}") for role in path.value.audience)
    yield say("bundle.for", roles=roles)
    terms = strictest([module.value.license for module in modules])
    yield say("bundle.license", license=terms.name, url=terms.address)
    if settings.notice:
        yield settings.notice
    yield ""
    for number, id_ in enumerate(ids, 1):
        if id_ in catalog.modules:
            yield f"{number:02d} {catalog.modules[id_].value.title}"
