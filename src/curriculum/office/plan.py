"""Which office files and e-books there are, and what each is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from curriculum.catalog import Catalog
from curriculum.packets.packet import Packet
from curriculum.packets.plan import plan
from curriculum.schema.base import Role

Format = Literal["docx", "epub", "pptx", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)
PACKET_FORMATS: tuple[Format, ...] = ("docx", "epub")
"""The formats of packets; slides become `pptx` and `pdf`."""


@dataclass(frozen=True)
class Job:
    """One file to be made: from a packet, or from the slides of a module."""

    id: str
    """The id of the module, path, case, track, agenda or book."""
    format: Format
    packet: Packet | None = None
    """What stands in it, where it is made from a packet."""
    slides: str = ""
    """The Markdown file of the slides, where it is made from slides."""

    @property
    def name(self) -> str:
        """The name of its file, such as `story-of-self.facilitator.docx`."""
        if self.packet is None:
            return f"{self.id}.slides.{self.format}"
        large = ["large"] if self.packet.large_print else []
        stem = self.packet.stem or self.id
        return ".".join([stem, *self.packet.roles, *large, self.format])

    @property
    def roles(self) -> tuple[Role, ...]:
        """For whom it is."""
        return self.packet.roles if self.packet else ("facilitator",)

    @property
    def path(self) -> str:
        """The file that a finding about it names."""
        return self.packet.path if self.packet else self.slides


def offered(catalog: Catalog) -> list[Job]:
    """Return what a site offers.

    Word files of every module for participants and facilitators, its slides twice, an e-book of
    every path, and one of the whole curriculum for those who teach from it.
    """
    whole = [book for book in plan(catalog, ("book",), ("a4",)) if book.for_facilitators]
    return [
        *packet_jobs(plan(catalog, ("module",), ("a4",)), ["docx"]),
        *slide_jobs(catalog),
        *packet_jobs(plan(catalog, ("path",), ("a4",)), ["epub"]),
        *packet_jobs(whole, ["epub"]),
    ]


def packet_jobs(packets: Iterable[Packet], formats: Iterable[Format]) -> list[Job]:
    """Return the files of some packets; two papers give one file, since it has none of its own."""
    wanted = list(formats)
    jobs = [Job(packet.id, format_, packet) for packet in packets for format_ in wanted]
    return list({job.name: job for job in reversed(jobs)}.values())[::-1]


def slide_jobs(catalog: Catalog) -> Iterator[Job]:
    """Yield the presentation and the PDF of each module that has slides."""
    for module in catalog.in_order():
        slides = module.parts.get("slides")
        if slides:
            yield Job(module.id, "pptx", slides=slides)
            yield Job(module.id, "pdf", slides=slides)
