"""What the cover of a packet says: its title, for whom it is, how long it takes, where it lives."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from markupsafe import Markup

from curriculum import schema
from curriculum.catalog import Catalog, Entry
from curriculum.packets import look
from curriculum.packets.packet import Packet
from curriculum.packets.subject import subject_of
from curriculum.sayings import Sayings
from curriculum.settings import Settings
from curriculum.sites import uri_of, url_of


@dataclass(frozen=True)
class License:
    """The terms under which a packet may be used."""

    name: str
    words: str
    """The id of the words that say what it allows."""
    address: str


@dataclass(frozen=True)
class Look:
    """The colors of the packet's track, its pattern and its QR code."""

    color: str
    soft: str
    pale: str
    pattern: str
    qr: Markup


@dataclass(frozen=True)
class Change:
    """What changed in one edition; `where` names the module or case if there are several."""

    date: str
    edition: str
    what: str
    where: str


@dataclass(frozen=True)
class Cover:
    """The facts of a packet as a whole."""

    title: str
    kind: str
    lead: str
    summary: str
    audience: str
    roles: str
    minutes: str
    status: str
    address: str
    license: License
    look: Look
    changes: tuple[Change, ...]
    entry: Entry[schema.Authored] | None


LICENSES = {
    id_: License(name, f"license.{words}", f"https://creativecommons.org/{path}/")
    for id_, name, words, path in (
        ("CC-BY-4.0", "CC BY 4.0", "by", "licenses/by/4.0"),
        ("CC-BY-SA-4.0", "CC BY-SA 4.0", "by-sa", "licenses/by-sa/4.0"),
        ("CC0-1.0", "CC0 1.0", "zero", "publicdomain/zero/1.0"),
    )
}


def cover_of(catalog: Catalog, packet: Packet, settings: Settings) -> Cover:
    """Return what the cover says about a packet."""
    say = settings.say
    subject = subject_of(catalog, packet, settings, say)
    track = catalog.tracks.get(subject.track)
    color = look.color_of(track.value.color if track else "slate")
    address = urljoin(settings.url, url_of(uri_of(subject.path)))
    modules = [catalog.modules[id_] for id_ in packet.owners if id_ in catalog.modules]
    module = modules[0].value if packet.kind == "module" and modules else None
    return Cover(
        title=subject.title,
        kind=subject.kind,
        lead=subject.lead,
        summary=subject.summary,
        audience=say("packet.facilitator" if packet.for_facilitators else "packet.participant"),
        roles=" · ".join(say(f"role.{role}") for role in packet.roles),
        minutes=_minutes(module, packet, say) if module else "",
        status=say(f"status.{module.status}") if module and module.status != "stable" else "",
        address=address,
        license=_strictest([m.value.license for m in modules]),
        look=Look(
            color,
            look.tint(color, 0.45),
            look.tint(color, 0.08),
            look.pattern(packet.id, color),
            Markup(look.qr_code(address, say("packet.code", address=address))),  # noqa: S704  (ours)
        ),
        changes=tuple(_changes(catalog, packet, modules)),
        entry=subject.entry,
    )


def _minutes(module: schema.Module, packet: Packet, say: Sayings) -> str:
    times = sorted({module.audience[role].minutes for role in packet.roles})
    if times[0] == times[-1]:
        return say.minutes(times[0])
    return say("unit.time-range", low=say.minutes(times[0]), high=say.minutes(times[-1]))


def _strictest(ids: list[str]) -> License:
    """Return the license under which all modules together may be passed on."""
    for id_ in ("CC-BY-SA-4.0", "CC-BY-4.0", "CC0-1.0"):
        if id_ in ids:
            return LICENSES[id_]
    return LICENSES["CC-BY-4.0"]


def _changes(catalog: Catalog, packet: Packet, modules: list[Entry[schema.Module]]) -> list[Change]:
    """Return what changed in the modules and the cases printed here, newest first."""
    cases = {
        part.path.split("/")[2] for part in packet.parts if part.path.startswith("content/cases/")
    }
    owners: list[schema.Module | schema.Case] = [module.value for module in modules]
    owners += [catalog.cases[id_].value for id_ in sorted(cases)]
    changes = [
        Change(change.date, change.edition, change.what, owner.title if len(owners) > 1 else "")
        for owner in owners
        for change in owner.changes
    ]
    return sorted(changes, key=lambda change: change.date, reverse=True)
