"""Packets: parts of the curriculum for one role, on paper and as a PDF that can be filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from curriculum.caches import cache_folder
from curriculum.catalog import Catalog
from curriculum.findings import Finding
from curriculum.packets.city import NO_CITY, CityFace
from curriculum.packets.packet import Packet
from curriculum.packets.plan import offered
from curriculum.rendered import Rendered
from curriculum.settings import Settings

if TYPE_CHECKING:
    from curriculum.packets.made import Made

CACHE = "packets"
"""Where finished packets are kept, below the curriculum's cache folder."""


@dataclass(frozen=True)
class Packets:
    """The packets that were made, and what is wrong with those that were not."""

    made: tuple[Made, ...]
    findings: tuple[Finding, ...]

    def by_owner(self) -> dict[str, list[Made]]:
        """Return the finished packets by the id of their module or path."""
        owners: dict[str, list[Made]] = {}
        for made in self.made:
            owners.setdefault(made.packet.id, []).append(made)
        return owners


def make_packets(  # noqa: PLR0913  (everything that a packet is made from)
    catalog: Catalog,
    settings: Settings,
    pages: Sequence[Rendered],
    root: Path,
    output: Path,
    *,
    packets: Sequence[Packet] | None = None,
    city: CityFace = NO_CITY,
    jobs: int = 2,
    executor: Executor | None = None,
    step: Callable[[int, int, str], None] | None = None,
) -> Packets:
    """Make packets from rendered pages into a folder; all that a site offers when none are named.

    `executor` does the work, such as a cluster's; without one, `jobs` processes do.
    Raises OSError when the folder's index cannot be written.
    """
    from curriculum.packets.document import compose  # noqa: PLC0415  (lxml)
    from curriculum.packets.make import Workshop, make  # noqa: PLC0415  (WeasyPrint is slow to import)

    by_path = {page.path: page for page in pages}
    wanted = offered(catalog) if packets is None else packets
    documents = [compose(catalog, packet, by_path, settings, city) for packet in wanted]
    workshop = Workshop(root, output, cache_folder(root) / CACHE, jobs)

    def progress(number: int, total: int, name: str, _seconds: float) -> None:
        if step:
            step(number, total, name)

    made, findings = make(documents, workshop, progress, executor)
    good = tuple(result for result in made if result.state != "failed")
    return Packets(good, tuple(findings))
