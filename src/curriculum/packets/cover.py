"""What the cover of a packet says: its title, for whom it is, how long it takes, where it lives."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from markupsafe import Markup

from curriculum import schema
from curriculum.catalog import Catalog, Entry
from curriculum.licenses import License, strictest
from curriculum.packets import look
from curriculum.packets.packet import Packet
from curriculum.packets.subject import subject_of
from curriculum.sayings import Sayings
from curriculum.settings import Settings
from curriculum.sites import uri_of, url_of


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
        license=strictest([m.value.license for m in modules]),
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
    """Return how long it takes; whoever runs it must not take their own time for the session's."""
    if packet.for_facilitators:
        session, short = say.minutes(module.minutes), sum(s.minutes for s in module.short_session)
        if short:
            session = say("module.session-or-short-of", time=session, short=say.minutes(short))
        whole = say("module.all", time=say.minutes(module.audience["facilitator"].minutes))
        return f"{say('module.session')}: {session} · {say('role.facilitator')}: {whole}"
    times = sorted({module.audience[role].minutes for role in packet.roles})
    if times[0] == times[-1]:
        return say.minutes(times[0])
    return say("unit.time-range", low=say.minutes(times[0]), high=say.minutes(times[-1]))


def _changes(catalog: Catalog, packet: Packet, modules: list[Entry[schema.Module]]) -> list[Change]:
    """Return what changed in the modules and the cases printed here, newest first."""
    told = (catalog.case_at(part.path) for part in packet.parts)
    cases = {case.id: case.value for case in told if case}
    owners: list[schema.Module | schema.Case] = [module.value for module in modules]
    owners += [cases[id_] for id_ in sorted(cases)]
    changes = [
        Change(change.date, change.edition, change.what, owner.title if len(owners) > 1 else "")
        for owner in owners
        for change in owner.changes
    ]
    return sorted(changes, key=lambda change: change.date, reverse=True)
