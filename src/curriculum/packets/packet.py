"""What one packet is: its parts, for whom, on which paper, under which name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from curriculum.schema.base import Role

Kind = Literal["module", "path", "case", "track", "agenda", "book", "selection"]
Paper = Literal["a4", "letter"]
Format = Literal["pdf", "html"]

PAPERS: tuple[Paper, ...] = get_args(Paper)
FORMATS: tuple[Format, ...] = get_args(Format)
ROLES: tuple[Role, ...] = get_args(Role)
PARTICIPANTS = ROLES[:-1]


@dataclass(frozen=True)
class PacketPart:
    """One part in a packet."""

    owner: str
    """The id of its module, or of its case where the case stands by itself."""
    part: str
    """Which part of the owner it is, such as `worksheet`."""
    path: str
    """Its Markdown file."""


@dataclass(frozen=True)
class Packet:
    """One file to be made."""

    kind: Kind
    id: str
    """The id of the module, path, case, track or agenda; a name of ours for the other kinds."""
    roles: tuple[Role, ...]
    """For whom it is: the roles that get the same parts."""
    paper: Paper
    parts: tuple[PacketPart, ...]
    """What stands in it, in reading order, each file once."""
    large_print: bool = False
    stem: str = ""
    """What its name begins with; its id when empty."""
    crop_marks: bool = False
    """Whether the sheet is larger than the page, with marks that say where to cut."""
    format: Format = "pdf"

    @property
    def name(self) -> str:
        """The name of its file, such as `story-of-self.mayor.team-member.a4.pdf`."""
        chosen = self.kind == "selection" and self.roles == PARTICIPANTS
        roles = () if chosen else self.roles
        large = ["large"] if self.large_print else []
        crop = ["crop"] if self.crop_marks else []
        return ".".join([self.stem or self.id, *roles, self.paper, *large, *crop, self.format])

    @property
    def for_facilitators(self) -> bool:
        """Whether it may hold what participants must not see."""
        return "facilitator" in self.roles

    @property
    def owners(self) -> tuple[str, ...]:
        """The modules and cases it is made of, in order, each once."""
        return tuple(dict.fromkeys(part.owner for part in self.parts))

    @property
    def path(self) -> str:
        """The file to name when something is wrong with the packet as a whole."""
        return self.parts[0].path if self.parts else f"content/{self.kind}s/{self.id}.yml"

    def runs(self) -> Iterator[tuple[str, tuple[PacketPart, ...]]]:
        """Yield each owner with its parts; one comes again where another stands between its parts."""
        for owner, parts in groupby(self.parts, lambda part: part.owner):
            yield owner, tuple(parts)
