"""What other programs read: what people wrote in YAML, under the same names, with an id and an address."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from curriculum import schema


class Published(BaseModel):
    """Something that is only read by others."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True, populate_by_name=True)


class PartRecord(Published):
    """One part of a module."""

    part: str
    """Which part it is, such as `worksheet`."""
    url: str
    """Its page."""
    for_facilitators: bool
    """True for what participants do not get."""


class TrackRecord(schema.Track):
    """A group of modules in order."""

    id: str
    """The track's id."""
    url: str
    """The track's page."""


class ModuleRecord(schema.Module):
    """One module: what people can do after it, how long it takes and what each role gets."""

    id: str
    """The module's id."""
    url: str
    """The module's page."""
    track: str
    """The id of the module's track."""
    parts: list[PartRecord]
    """What it consists of, in reading order, with the parts of its case."""
    allow: list[schema.Allowance] = Field(default_factory=list, exclude=True)


class CaseRecord(schema.Case):
    """A real city's decision. What came after it stands only on the page of the epilogue."""

    id: str
    """The case's id."""
    url: str
    """The case's page."""
    epilogue_facts: list[schema.Fact] = Field(default_factory=list, exclude=True)
    allow: list[schema.Allowance] = Field(default_factory=list, exclude=True)


class PathRecord(schema.LearningPath):
    """An audience's walk through modules."""

    id: str
    """The path's id."""
    url: str
    """The path's page."""
    shortest: int
    """The minutes of its shortest route."""
    longest: int
    """The minutes of its longest route."""


class AgendaRecord(schema.Agenda):
    """A delivery: modules with days and clock times."""

    id: str
    """The agenda's id."""
    url: str
    """The agenda's page."""


class FrameworkRecord(schema.Framework):
    """An idea that modules use, on one page."""

    id: str
    """The framework's id."""
    url: str
    """The framework's page."""


class TermRecord(schema.Term):
    """A word that needs explaining."""

    url: str
    """Where it is explained."""


class Head(Published):
    """What stands at the top of every file: whose it is, and where the others are."""

    version: int
    """The version of the names: within one version no name is taken away."""
    name: str
    """The name of the curriculum."""
    description: str
    """What the curriculum is, in one sentence."""
    url: str
    """The address of the site."""
    edition: str
    """The edition, such as `2026.1`."""
    date: str
    """The day of the edition."""
    language: str
    """The language of all texts, as BCP 47."""
    links: dict[str, str]
    """The address of every file, by its name."""


class Whole(Head):
    """Everything in one file; the files of `api/v1/` each have one of its lists."""

    tracks: list[TrackRecord]
    """The tracks by position."""
    modules: list[ModuleRecord]
    """The modules, by track and in its order."""
    cases: list[CaseRecord]
    """The case library."""
    paths: list[PathRecord]
    """The learning paths."""
    agendas: list[AgendaRecord]
    """Ready deliveries."""
    frameworks: list[FrameworkRecord]
    """The frameworks."""
    glossary: list[TermRecord]
    """The glossary."""
    people: list[schema.Person]
    """Who contributed."""
    references: list[schema.Reference]
    """Every work that is cited, in the fields of the Citation Style Language; what nobody has seen is null."""
