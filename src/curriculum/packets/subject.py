"""What a packet is about: its title, its page on the site, and the track that lends it its color."""

from __future__ import annotations

from typing import NamedTuple

from curriculum import schema
from curriculum.catalog import Catalog, Entry
from curriculum.packets.packet import Packet
from curriculum.sayings import Sayings
from curriculum.settings import Settings


class Subject(NamedTuple):
    """What stands on the cover of a packet, and where it comes from."""

    title: str
    kind: str
    lead: str
    summary: str
    path: str
    """The Markdown file of its page."""
    track: str = ""
    """The track that lends its color, if one does."""
    entry: Entry[schema.Authored] | None = None
    """What it is about, where that is one thing."""


def subject_of(catalog: Catalog, packet: Packet, settings: Settings, say: Sayings) -> Subject:
    """Return what a packet is about."""
    makers = {
        "module": _module,
        "path": _path,
        "case": _case,
        "track": _track,
        "agenda": _agenda,
    }
    if packet.kind in makers:
        return makers[packet.kind](catalog, packet.id, say)
    if packet.kind == "selection" and len(packet.owners) == 1:
        owner = packet.owners[0]
        return (_module if owner in catalog.modules else _case)(catalog, owner, say)
    title, kind = settings.name, say("packet.whole")
    if packet.kind == "selection":
        title, kind = say("packet.selected"), say("packet.selection")
    return Subject(title, kind, "", settings.description or title, "content/index.md")


def _module(catalog: Catalog, id_: str, _say: Sayings) -> Subject:
    module = catalog.modules[id_]
    value, page = module.value, f"{module.folder}/index.md"
    kind = catalog.tracks[module.track].value.title
    return Subject(value.title, kind, value.question, value.summary, page, module.track, module)


def _path(catalog: Catalog, id_: str, say: Sayings) -> Subject:
    entry = catalog.paths[id_]
    value, page = entry.value, f"content/paths/{id_}.md"
    kind, summary = say("kind.path"), value.summary
    return Subject(value.title, kind, summary, summary, page, entry=entry)


def _case(catalog: Catalog, id_: str, say: Sayings) -> Subject:
    entry = catalog.cases[id_]
    case, page = entry.value, f"content/cases/{id_}/index.md"
    kind = f"{say('part.case')} · {case.city}, {case.years}"
    return Subject(case.title, kind, "", case.summary, page, case.tracks[0], entry)


def _track(catalog: Catalog, id_: str, say: Sayings) -> Subject:
    entry = catalog.tracks[id_]
    group, page = entry.value, f"modules/{id_}/index.md"
    return Subject(group.title, say("kind.track"), group.question, group.summary, page, id_, entry)


def _agenda(catalog: Catalog, id_: str, say: Sayings) -> Subject:
    entry = catalog.agendas[id_]
    value, page = entry.value, f"content/agendas/{id_}.md"
    return Subject(value.title, say("kind.agenda"), value.summary, value.summary, page, entry=entry)
