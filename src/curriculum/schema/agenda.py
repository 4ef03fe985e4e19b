"""What may stand in content/agendas/<id>.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from curriculum.schema.base import Authored, Clock, Id, Line, Minutes, Mode, Part, Prose, Role


class AgendaSession(Authored):
    """One block of a day."""

    start: Clock
    """When it begins, as "09:00"."""
    minutes: Minutes
    """How long it takes."""
    do: Line
    """What happens."""
    mode: Mode
    """Who works with whom; `break` for a pause."""
    module: Id | None = None
    """The module taught in it, if any."""
    part: Part | None = None
    """The part in people's hands, where it is not the whole module."""


class AgendaDay(Authored):
    """A day of a convening, or a week of a virtual course."""

    title: Line
    """The theme of the day or week."""
    sessions: Annotated[list[AgendaSession], Field(min_length=1)]
    """The blocks, in order."""
    between: Line | None = None
    """What participants do before the next one."""


class Agenda(Authored):
    """A delivery: modules with days and clock times."""

    title: Line
    """The agenda's name."""
    summary: Prose
    """One paragraph: for whom, how many, what they leave with."""
    audience: Annotated[list[Role], Field(min_length=1)]
    """The roles in the room, without the facilitator."""
    group: Annotated[int, Field(ge=1, le=500)]
    """How many people the packing list counts for."""
    tables_of: Annotated[int, Field(ge=2, le=20)] = 6
    """How many people sit at a table."""
    every: Annotated[str, Field(pattern="^(day|week)$")] = "day"
    """Whether `days` follow each other daily or weekly."""
    use: Annotated[str, Field(pattern="^(session|short_session)$")] = "session"
    """Which run sheet of each module it uses."""
    assumes: list[Id] = []
    """Modules that participants have done before."""
    days: Annotated[list[AgendaDay], Field(min_length=1, max_length=60)]
    """The days or weeks."""
    follow_up: list[Line] = []
    """What happens afterwards, and when."""
    formerly: list[str] = []
    """Addresses the agenda had before."""
