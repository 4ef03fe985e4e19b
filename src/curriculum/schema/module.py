"""What may stand in modules/<track>/<id>/module.yml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from curriculum.schema.base import (
    Authored,
    Bloom,
    Day,
    Id,
    Level,
    Line,
    Minutes,
    Mode,
    Part,
    Prose,
    Role,
    Status,
)


class Audience(Authored):
    """What one role gets from the module."""

    parts: list[Part]
    """The parts in this role's packet, in reading order."""
    minutes: Minutes
    """How long this role needs in all, in minutes."""


class Objective(Authored):
    """What a participant will be able to do, and where that is checked."""

    level: Bloom
    """The level of thinking, by Anderson and Krathwohl's revision of Bloom's taxonomy."""
    text: Line
    """One sentence that begins with a verb whose result can be seen, such as `Diagnose`."""
    assessed_by: Part
    """The part in which the participant shows it."""


class Group(Authored):
    """How many people the session is made for."""

    min: Annotated[int, Field(ge=1, le=500)]
    """The fewest people with whom it works."""
    max: Annotated[int, Field(ge=1, le=500)]
    """The most people with whom it works."""
    tables_of: Annotated[int, Field(ge=2, le=20)] = 6
    """How many people sit at a table."""


class Material(Authored):
    """One thing to bring, for the packing list."""

    item: Line
    """What it is."""
    per: Literal["person", "table", "room"]
    """Whether one set is needed for each person, each table or the whole room."""
    amount: Annotated[int, Field(ge=1, le=500)] = 1
    """How many for each."""
    reused: bool = False
    """True when each person's serves the next session too, such as a pen."""


class SessionStep(Authored):
    """One row of the run sheet."""

    minutes: Minutes
    """How long it takes."""
    mode: Mode
    """Who works with whom."""
    do: Line
    """What happens, as an instruction."""
    part: Part | None = None
    """The part that people have in their hands, if any."""


class Contributions(Authored):
    """Who did what; ids from content/people.yml. Nobody is named who did not do it."""

    authorship: list[Id]
    """Who wrote it."""
    review: list[Id] = []
    """Who read it and agreed to be named as a reviewer."""
    testing: list[Id] = []
    """Who ran it with real participants."""
    translation: list[Id] = []
    """Who translated it."""


class Change(Authored):
    """What changed for readers, in one edition."""

    date: Day
    """The day of the change, as "2026-11-22"."""
    edition: Line
    """The edition in which readers first see it."""
    what: Line
    """What changed, in a reader's words."""


class Allowance(Authored):
    """A rule that does not hold here, and why."""

    rule: Id
    """The id of the rule."""
    reason: Line
    """Why the module is right and the rule is not."""


class Module(Authored):
    """One module: what people can do after it, how long it takes and what each role gets."""

    title: Line
    """The module's name, in a few plain words."""
    summary: Prose
    """One paragraph for cards, search results and schema.org `abstract`."""
    question: Line
    """The question the module answers, as a mayor would ask it."""
    status: Status
    """`draft` (in no path), `pilot` (not yet tested in a city), `stable` or `archived`."""
    minutes: Minutes
    """The full session, in minutes; the rows of `session` add up to it within 20 %."""
    prep_minutes: Annotated[int, Field(ge=0, le=600)] = 0
    """What participants read or do before, in minutes."""
    level: Level
    """How much experience it assumes."""
    audience: Annotated[dict[Role, Audience], Field(min_length=1)]
    """One entry for each role: its parts and minutes. Drives packets, paths and filters."""
    objectives: Annotated[list[Objective], Field(min_length=1, max_length=8)]
    """What participants will be able to do."""
    key_points: Annotated[list[Line], Field(min_length=1, max_length=7)]
    """Sentences worth remembering."""
    requires: list[Id] = []
    """Modules that come before this one. They advise the reader and never lock anything."""
    recommends: list[Id] = []
    """Modules that go well with this one."""
    case: Id | None = None
    """The case this module tells, from content/cases/."""
    also: list[Id] = []
    """Other cases that would serve."""
    frameworks: list[Id] = []
    """The pages in content/frameworks/ that explain its ideas."""
    references: list[Id] = []
    """Works it rests on, from content/references.yml."""
    further_reading: list[Id] = []
    """What others publish on the same question, from content/further-reading.yml."""
    group: Group
    """How many people it is made for."""
    materials: list[Material] = []
    """What to bring."""
    session: Annotated[list[SessionStep], Field(min_length=1)]
    """The run sheet of the full session."""
    short_session: list[SessionStep] = []
    """The run sheet of a version that fits 60 minutes and stands alone."""
    take_home: Line | None = None
    """What each participant takes home."""
    contributions: Contributions
    """Who did what."""
    reviewed: Day
    """The day somebody last read the whole module for truth, as "2026-11-22"."""
    review_every: Annotated[int, Field(ge=1, le=60)] = 12
    """After how many months it is due to be read again."""
    license: Literal["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"] = "CC-BY-4.0"
    """The licence, by its SPDX id."""
    formerly: list[str] = []
    """Addresses the module had before, such as `modules/collaboration/old-name`."""
    changes: Annotated[list[Change], Field(min_length=1)]
    """What changed for readers, newest first."""
    allow: list[Allowance] = []
    """Rules that do not hold here, each with its reason."""
