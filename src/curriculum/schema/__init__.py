"""What may be written: the kinds of YAML in a curriculum."""

from __future__ import annotations

from curriculum.schema.agenda import Agenda, AgendaDay, AgendaSession
from curriculum.schema.base import Authored
from curriculum.schema.case import Case, Exhibit, Fact, Figure, Source, TimelineRow
from curriculum.schema.city import City
from curriculum.schema.files import (
    Framework,
    FrontMatter,
    FurtherReading,
    FurtherReadingFile,
    Glossary,
    People,
    Person,
    Reference,
    ReferenceName,
    References,
    Term,
    Track,
)
from curriculum.schema.module import (
    Allowance,
    Audience,
    Change,
    Contributions,
    Group,
    Material,
    Module,
    Objective,
    SessionStep,
)
from curriculum.schema.path import Choice, LearningPath, PathOption, PathStep

__all__ = [
    "Agenda",
    "AgendaDay",
    "AgendaSession",
    "Allowance",
    "Audience",
    "Authored",
    "Case",
    "Change",
    "Choice",
    "City",
    "Contributions",
    "Exhibit",
    "Fact",
    "Figure",
    "Framework",
    "FrontMatter",
    "FurtherReading",
    "FurtherReadingFile",
    "Glossary",
    "Group",
    "LearningPath",
    "Material",
    "Module",
    "Objective",
    "PathOption",
    "PathStep",
    "People",
    "Person",
    "Reference",
    "ReferenceName",
    "References",
    "SessionStep",
    "Source",
    "Term",
    "TimelineRow",
    "Track",
]
