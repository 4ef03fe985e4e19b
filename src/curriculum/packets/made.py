"""What came of each packet, and the lists that are published beside the files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from curriculum import checksums
from curriculum.caches import write_whole
from curriculum.findings import Finding
from curriculum.packets.packet import Packet
from curriculum.packets.verdict import UNCHECKED, Verdict, tool

INDEX, REPORT = "packets.json", "accessibility.json"


@dataclass(frozen=True)
class Made:
    """One packet after the work: made, taken from the cache, or failed with what is wrong."""

    packet: Packet
    state: Literal["made", "cached", "failed"]
    pages: int = 0
    size: int = 0
    """In bytes."""
    sha256: str = ""
    seconds: float = 0.0
    finding: Finding | None = None
    verdict: Verdict = UNCHECKED
    key: str = ""
    """Under which it is kept in the cache."""

    @property
    def id(self) -> str:
        """The id of what it is made of."""
        return self.packet.id

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.packet.name

    @property
    def roles(self) -> tuple[str, ...]:
        """For whom it is."""
        return self.packet.roles

    @property
    def paper(self) -> str:
        """`a4` or `letter`."""
        return self.packet.paper

    @property
    def large_print(self) -> bool:
        """Whether it is in large print."""
        return self.packet.large_print


def write_index(folder: Path, made: Sequence[Made]) -> None:
    """Write the index, the checksums and the report on accessibility; raises OSError.

    The report names packets that were held back too, with the rules that they break.
    """
    good = [result for result in made if result.state != "failed"]
    sums = {result.name: result.sha256 for result in good}
    for name, value in ((INDEX, [_row(result) for result in good]), (REPORT, _report(made))):
        raw = (json.dumps(value, indent=1) + "\n").encode()
        write_whole(folder / name, raw)
        sums[name] = sha256(raw).hexdigest()
    checksums.record(folder, sums)


def _report(made: Sequence[Made]) -> dict[str, object]:
    checked = [result for result in made if result.verdict.rules]
    return {
        "profile": "PDF/UA-1 (ISO 14289-1)",
        "checked_with": tool(),
        "packets": len(checked),
        "rules": max((result.verdict.rules for result in checked), default=0),
        "failed": sum(len(result.verdict.broken) for result in checked),
        "results": [
            {
                "name": result.name,
                "rules": result.verdict.rules,
                "failed": len(result.verdict.broken),
                "broken": [asdict(rule) for rule in result.verdict.broken],
                "published": result.state != "failed",
            }
            for result in checked
        ],
    }


def _row(result: Made) -> dict[str, object]:
    packet = result.packet
    return {
        "name": packet.name,
        "kind": packet.kind,
        "id": packet.id,
        "roles": packet.roles,
        "paper": packet.paper,
        "large_print": packet.large_print,
        "parts": [asdict(part) for part in packet.parts],
        "pages": result.pages,
        "size": result.size,
        "sha256": result.sha256,
    }
