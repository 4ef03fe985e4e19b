"""How parts become chapters of a packet: each module, or case, with its parts in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from curriculum import schema
from curriculum.catalog import Catalog, Entry
from curriculum.packets.city import CityFace
from curriculum.packets.elements import drop, inner_html
from curriculum.packets.elements import words as words_of
from curriculum.packets.fields import Fields
from curriculum.packets.links import Trail
from curriculum.packets.packet import Packet, PacketPart
from curriculum.packets.transform import Sheet, transform
from curriculum.sayings import Sayings
from curriculum.settings import Settings

_COLON = re.compile(r"\s*[:：]\s*")


@dataclass(frozen=True)
class PrintedPart:
    """One part on paper."""

    anchor: str
    name: str
    label: str
    heading: Markup
    text: str
    """The heading without marks, for the contents."""
    body: Markup
    path: str
    """Its Markdown file."""
    case: schema.Case | None
    """The case that it tells up to the decision, whose questions follow it."""


@dataclass(frozen=True)
class Chapter:
    """A module, or a case, with its parts."""

    anchor: str
    title: str
    eyebrow: str
    lead: str
    entry: Entry[schema.Module] | None
    """The module; None for a case, and where a module goes on after another."""
    note: str
    """What the city that prints it says about the module."""
    parts: tuple[PrintedPart, ...]


@dataclass(frozen=True)
class Composition:
    """What a packet is made from, and what its parts leave behind for its last pages."""

    catalog: Catalog
    packet: Packet
    settings: Settings
    city: CityFace
    trail: Trail
    fields: Fields

    @property
    def say(self) -> Sayings:
        """What the packet says in its language."""
        return self.trail.say


def chapters_of(work: Composition, sheets: list[Sheet]) -> Iterator[Chapter]:
    """Yield the chapters of a packet; filling them fills what its last pages say."""
    runs = list(work.packet.runs())
    shift = 2 if len(runs) > 1 else 1
    left, seen = iter(sheets), set[str]()
    for number, (owner, parts) in enumerate(runs, 1):
        printed = [_printed(work, sheet, shift) for sheet in islice(left, len(parts))]
        again = owner in seen
        seen.add(owner)
        anchor = f"{owner}-again-{number}" if again else f"{owner}-at-a-glance"
        yield _chapter(work, owner, anchor, tuple(printed), again=again)


def _chapter(
    work: Composition, owner: str, anchor: str, parts: tuple[PrintedPart, ...], *, again: bool
) -> Chapter:
    module = work.catalog.modules.get(owner) if work.packet.kind != "case" else None
    note = "" if again else work.city.notes.get(owner, "")
    if module is None:
        case = work.catalog.cases[owner].value
        eyebrow, lead = f"{work.say('part.case')} · {case.city}, {case.years}", case.summary
        return Chapter(anchor, case.title, eyebrow, lead, None, note, parts)
    value, eyebrow = module.value, work.catalog.tracks[module.track].value.title
    if again:
        title = work.say("packet.continued", title=value.title)
        return Chapter(anchor, title, eyebrow, "", None, note, parts)
    return Chapter(anchor, value.title, eyebrow, value.question, module, note, parts)


def _printed(work: Composition, sheet: Sheet, shift: int) -> PrintedPart:
    facilitator = work.packet.for_facilitators
    root = transform(sheet, work.trail, work.fields, shift=shift, facilitator=facilitator)
    label = work.say(f"part.{sheet.part.part}")
    heading = next(iter(root.iter(f"h{1 + shift}")), None)
    inside, text = Markup("{}").format(label), label
    if heading is not None:
        inside, text = Markup(inner_html(heading)), words_of(heading)  # noqa: S704  (rendered HTML)
        drop(heading)
    said, _, rest = _COLON.sub(":", text, count=1).partition(":")
    kinds = {label, *map(work.say, ("part.case", "part.short-case", "packet.short-case"))}
    if rest and said.lower() in {kind.lower() for kind in kinds}:
        text = rest[:1].upper() + rest[1:]
        inside = Markup("{}").format(text)
    body = Markup(inner_html(root))  # noqa: S704  (rendered HTML)
    case = _told(work.catalog, sheet.part)
    return PrintedPart(
        sheet.anchor, sheet.part.part, label, inside, text, body, sheet.part.path, case
    )


def _told(catalog: Catalog, part: PacketPart) -> schema.Case | None:
    """Return the case that a part tells up to its decision."""
    case = catalog.case_at(part.path) if part.part in {"case", "short-case"} else None
    return case.value if case else None
