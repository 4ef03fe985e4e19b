"""What may stand in content/cases/<id>/case.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from curriculum.schema.base import Address, Authored, Confidence, Country, Day, Id, Line, Prose
from curriculum.schema.module import Allowance, Change

SourceKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]


class Source(Authored):
    """Where a fact was read."""

    title: Line
    """The title of the article, report or page."""
    publisher: Line
    """Who published it."""
    year: Annotated[int, Field(ge=1800, le=2100)] | None = None
    """The year it appeared."""
    url: Address | None = None
    """Where it can be read, when a page by the publisher is known."""
    note: Line | None = None
    """What was not read, such as `abstract read`."""
    last_verified: Day
    """The day somebody last read it there."""


class Fact(Authored):
    """One fact with where it was read."""

    text: Line
    """The fact, in one sentence."""
    sources: Annotated[list[SourceKey], Field(min_length=1)]
    """Keys of `sources`."""
    confidence: Confidence
    """How sure we are: `high` where two good sources agree or one is official."""


class TimelineRow(Authored):
    """Something that happened, and when."""

    when: Line
    """A day, month or year, as it should be printed."""
    what: Line
    """What happened, in one sentence."""
    sources: list[SourceKey] = []
    """Keys of `sources`."""
    after: bool = False
    """True when it happened after the decision, so that only the epilogue shows it."""


class Figure(Authored):
    """A person who appears in the case."""

    name: Line
    """The person's name."""
    role: Line
    """What the person was at the time."""
    sources: list[SourceKey] = []
    """Keys of `sources`."""


class Exhibit(Authored):
    """A table of published numbers."""

    title: Line
    """What the table shows."""
    columns: Annotated[list[Line], Field(min_length=2, max_length=8)]
    """The heading of each column."""
    rows: Annotated[list[list[str]], Field(min_length=1, max_length=40)]
    """The cells of each row, as many as there are columns."""
    sources: list[SourceKey] = []
    """Keys of `sources`."""
    after: bool = False
    """True when it shows what came after the decision."""


class Case(Authored):
    """A real city's decision, told once and used by many modules."""

    title: Line
    """The city and what was at stake."""
    summary: Prose
    """One paragraph that ends at the decision and does not give it away."""
    city: Line
    """The city's name in English."""
    country: Country
    """Its country, by ISO 3166-1 alpha-2, such as `CO`."""
    coordinates: Annotated[list[float | int], Field(min_length=2, max_length=2)]
    """Latitude and longitude in degrees, for the map."""
    years: Line
    """The years the case covers."""
    tracks: Annotated[list[Id], Field(min_length=1)]
    """The tracks it serves."""
    decision: Prose
    """The question at the end: what would you do?"""
    fictional: bool
    """True only for a composite, which the text then says too."""
    facts: Annotated[list[Fact], Field(min_length=1)]
    """What the case rests on, up to the decision."""
    epilogue_facts: list[Fact] = []
    """What happened afterwards."""
    timeline: list[TimelineRow] = []
    """What happened when."""
    people: list[Figure] = []
    """Who appears in it."""
    exhibits: list[Exhibit] = []
    """Tables of published numbers."""
    questions: Annotated[list[Line], Field(min_length=1, max_length=8)]
    """What to ask a group."""
    caution: str = ""
    """Where the evidence is thin or disputed; shown with the sources."""
    sources: Annotated[dict[SourceKey, Source], Field(min_length=1)]
    """Everything that was read, by a short key that `cite()` uses."""
    changes: Annotated[list[Change], Field(min_length=1)]
    """What changed for readers, newest first."""
    formerly: list[str] = []
    """Addresses the case had before."""
    allow: list[Allowance] = []
    """Rules that do not hold here, each with its reason."""
