"""Packets: parts of the curriculum for one role, on paper and as a PDF that can be filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from curriculum.caches import cache_folder
from curriculum.findings import Finding
from curriculum.packets.city import NO_CITY, CityFace
from curriculum.packets.packet import Packet
from curriculum.rendered import Work
from curriculum.state import Known, state_of

if TYPE_CHECKING:
    from curriculum.packets.document import PrintDocument
    from curriculum.packets.made import Made

CACHE = "packets"
"""Where finished packets are kept, below the curriculum's cache folder."""


@dataclass(frozen=True)
class Packets:
    """The packets that were made, and what is wrong with those that were not."""

    made: tuple[Made, ...]
    findings: tuple[Finding, ...]


def make_packets(  # noqa: PLR0913  (everything that a packet is made from)
    packets: Sequence[Packet],
    work: Callable[[], Work],
    root: Path,
    output: Path,
    *,
    state: str = "",
    city: CityFace = NO_CITY,
    jobs: int = 2,
    executor: Executor | None = None,
    step: Callable[[int, int, str], None] | None = None,
) -> Packets:
    """Make packets from rendered pages into a folder.

    `work` renders the pages; it is not called when all packets are known from an earlier time with
    the same `state`, which is `state_of(root)` from before anything else was read. `executor` makes
    the packets, such as a cluster's; without one, `jobs` processes do. Raises OSError when the
    folder's index cannot be written.
    """
    from curriculum.packets.make import Workshop, fetched, make  # noqa: PLC0415  (WeasyPrint is slow to import)

    workshop = Workshop(root, output, cache_folder(root) / CACHE, jobs)
    known = Known(root, CACHE, state if state == state_of(root) else "")
    keys = {packet: known.key((packet, city)) for packet in packets}
    before = {packet: fetched(packet, key, workshop) for packet, key in keys.items() if key}
    documents = _documents(packets, before, work, city)
    settled = state == state_of(root)  # what changed while it was read belongs to no state

    def progress(number: int, total: int, name: str, _seconds: float) -> None:
        if step:
            step(number, total, name)

    made, findings = make(documents, workshop, progress, executor)
    good = tuple(result for result in made if result.state != "failed")
    if settled:
        known.keep(((result.packet, city), result.key) for result in good)
    return Packets(good, tuple(findings))


def _documents(
    packets: Sequence[Packet],
    before: Mapping[Packet, Made | None],
    work: Callable[[], Work],
    city: CityFace,
) -> list[PrintDocument | Finding | Made]:
    """Return each packet as it was fetched, or composed for print."""
    if all(before.get(packet) for packet in packets):
        return [made for packet in packets if (made := before[packet])]
    from curriculum.packets.document import compose  # noqa: PLC0415  (lxml)

    catalog, settings, rendered = work()
    pages = {page.path: page for page in rendered}
    return [
        before.get(packet) or compose(catalog, packet, pages, settings, city) for packet in packets
    ]
