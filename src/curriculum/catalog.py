"""What a curriculum consists of: every module, case, path and page, read and ready to look up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from curriculum import schema
from curriculum.body import Body
from curriculum.calls import Call, Pieces
from curriculum.sayings import Said, family, flat
from curriculum.schema import Authored
from curriculum.source import Path as Where
from curriculum.source import Record

T_co = TypeVar("T_co", bound=Authored, covariant=True)

PART_FILES = {
    "briefing": "index.md",
    "practitioner-guide": "practitioner-guide.md",
    "educator-guide": "educator-guide.md",
    "worksheet": "worksheet.md",
    "slides": "slides.md",
    "self-assessment": "self-assessment.md",
}
CASE_FILES = {"case": "index.md", "short-case": "short.md", "epilogue": "epilogue.md"}
FACILITATOR_PARTS = frozenset({"practitioner-guide", "educator-guide", "epilogue", "slides"})


@dataclass(frozen=True)
class Entry(Generic[T_co]):
    """Something that was declared: its id, its file, its value and where each field stands."""

    id: str
    path: str
    value: T_co
    record: Record
    parts: Mapping[str, str] = field(default_factory=dict)
    """The Markdown files beside it, by part."""

    def line(self, *where: str | int) -> int:
        """Return the line of a field."""
        place: Where = where
        return self.record.line(place)

    @property
    def folder(self) -> str:
        """The folder of its file, such as `modules/innovation/prototype-this-week`."""
        return self.path.rpartition("/")[0]

    @property
    def track(self) -> str:
        """The id of the track whose folder holds it; meant for modules and tracks."""
        return self.path.split("/")[1]


@dataclass(frozen=True)
class Catalog:
    """The whole curriculum. Ids that are declared stay known even when their file has mistakes."""

    tracks: dict[str, Entry[schema.Track]] = field(default_factory=dict)
    modules: dict[str, Entry[schema.Module]] = field(default_factory=dict)
    cases: dict[str, Entry[schema.Case]] = field(default_factory=dict)
    paths: dict[str, Entry[schema.LearningPath]] = field(default_factory=dict)
    agendas: dict[str, Entry[schema.Agenda]] = field(default_factory=dict)
    frameworks: dict[str, Entry[schema.Framework]] = field(default_factory=dict)
    people: dict[str, schema.Person] = field(default_factory=dict)
    references: dict[str, schema.Reference] = field(default_factory=dict)
    terms: dict[str, schema.Term] = field(default_factory=dict)
    further_reading: dict[str, schema.FurtherReading] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    calls: dict[str, list[Call]] = field(default_factory=dict)
    pieces: dict[str, Pieces] = field(default_factory=dict)
    """Each Markdown text with its calls, as it is to be printed."""
    records: dict[str, Record] = field(default_factory=dict)
    """Every YAML file that could be read, by path."""
    files: frozenset[str] = frozenset()
    """Every file of the curriculum, images too."""
    left_out: frozenset[str] = frozenset()
    """Files and folders that are there and were not read, such as an image that is too large."""
    declared: dict[str, frozenset[str]] = field(default_factory=dict)
    """The ids of each kind that a file or an entry claims, valid or not."""
    damaged: tuple[tuple[str, Entry[Authored]], ...] = ()
    """Entries whose YAML has mistakes, by kind, with the fields that are right."""
    unreadable: frozenset[str] = frozenset()
    """The kinds whose list could not be read, so that nobody knows their ids."""

    def knows(self, kind: str, id_: str) -> bool:
        """Whether an id of a kind (`modules`, `cases`, `terms` …) is declared, as far as one can tell."""
        return kind in self.unreadable or id_ in self.declared.get(kind, frozenset())

    def has(self, path: str) -> bool:
        """Whether a file is there, read or left out."""
        return path in self.files or self.is_left_out(path)

    def is_left_out(self, path: str) -> bool:
        """Whether a file, or a folder above it, is there and was not read."""
        steps = path.split("/")
        above = ("/".join(steps[:count]) for count in range(1, len(steps) + 1))
        return not self.left_out.isdisjoint(above)

    def strings(self, language: str) -> dict[str, Said]:
        """Return the curriculum's own words of the interface, from `content/strings/<language>.yml`."""
        said: dict[str, Said] = {}
        for name in family(language):
            record = self.records.get(f"content/strings/{name}.yml")
            said |= flat(record.value) if record else {}
        return said

    def modules_and_cases(self) -> Iterator[Entry[schema.Module] | Entry[schema.Case]]:
        """Yield everything that has texts, changes and exceptions from rules."""
        yield from self.modules.values()
        yield from self.cases.values()

    def module_at(self, path: str) -> Entry[schema.Module] | None:
        """Return the module in whose folder a file stands, directly or deeper."""
        return _holder(self.modules, path)

    def case_at(self, path: str) -> Entry[schema.Case] | None:
        """Return the case in whose folder a file stands, directly or deeper."""
        return _holder(self.cases, path)

    def case_told_at(self, path: str) -> Entry[schema.Case] | None:
        """Return the case that a file is about: the one in whose folder it stands, or its module's."""
        module = self.module_at(path)
        return self.cases.get(module.value.case or "") if module else self.case_at(path)

    def part_path(self, module: Entry[schema.Module], part: str) -> str | None:
        """Return the file of a module's part; the case's parts come from the library."""
        if part in PART_FILES:
            return module.parts.get(part)
        case = self.cases.get(module.value.case or "")
        return case.parts.get(part) if case else None

    def parts_of(self, module: Entry[schema.Module]) -> Iterator[tuple[str, str]]:
        """Yield each part a module has with its file, in reading order."""
        for part in READING_ORDER:
            path = self.part_path(module, part)
            if path:
                yield part, path

    def modules_of(self, track: str) -> list[Entry[schema.Module]]:
        """Return a track's modules in its order."""
        order = self.tracks[track].value.modules if track in self.tracks else []
        return [self.modules[id_] for id_ in order if id_ in self.modules]

    def in_order(self) -> list[Entry[schema.Module]]:
        """Return all modules: tracks by position, modules in the order of their track."""
        return [module for track in self.ordered_tracks() for module in self.modules_of(track.id)]

    def ordered_tracks(self) -> list[Entry[schema.Track]]:
        """Return the tracks by position."""
        return sorted(self.tracks.values(), key=lambda track: (track.value.position, track.id))

    def uses_of_case(self, case: str) -> list[Entry[schema.Module]]:
        """Return the modules that tell a case or name it as an alternative."""
        return [m for m in self.in_order() if case in (m.value.case, *m.value.also)]


def _holder(entries: Mapping[str, Entry[T_co]], path: str) -> Entry[T_co] | None:
    """Return the entry in whose folder a file stands; such folders stand on the third level."""
    names = path.split("/")
    entry = entries.get(names[2]) if len(names) > 3 else None  # noqa: PLR2004
    return entry if entry and path.startswith(f"{entry.folder}/") else None


READING_ORDER = (
    "briefing",
    "case",
    "short-case",
    "worksheet",
    "self-assessment",
    "practitioner-guide",
    "educator-guide",
    "slides",
    "epilogue",
)
