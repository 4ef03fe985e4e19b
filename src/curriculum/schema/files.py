"""What may stand in the small files: tracks, people, references, glossary, front matter."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from curriculum.schema.base import Address, Authored, Country, Id, Line, Minutes, Prose


class Track(Authored):
    """modules/<track>/track.yml: a group of modules in order."""

    title: Line
    """The track's name."""
    summary: Prose
    """One paragraph: what the track is about."""
    question: Line
    """The question the track answers."""
    color: Literal["slate", "plum", "teal", "amber", "moss", "brick", "ocean", "olive"]
    """A name from the palette."""
    position: Annotated[int, Field(ge=1, le=99)]
    """Where the track stands among the tracks, from 1."""
    modules: Annotated[list[Id], Field(min_length=1)]
    """The track's modules, in the order in which they are best taken."""


class Person(Authored):
    """Somebody who contributed."""

    id: Id
    """The name used in `contributions`."""
    name: Line
    """The name as it should be printed."""
    kind: Literal["person", "organization"]
    """Whether it is one person or a group."""
    role: Line | None = None
    """What the person does in the curriculum."""
    orcid: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$")] | None = (
        None
    )
    """The person's ORCID, as 0000-0002-1825-0097."""
    url: Address | None = None
    """A page about the person."""


class People(Authored):
    """content/people.yml."""

    people: list[Person]
    """Everybody who contributed."""


class ReferenceName(Authored):
    """A name in the way of the Citation Style Language."""

    family: Line | None = None
    """The family name."""
    given: Line | None = None
    """The given names."""
    suffix: Line | None = None
    """What follows the name, such as `Jr.`"""
    literal: Line | None = None
    """The whole name of an organization."""


class Reference(Authored):
    """A work, in the fields of the Citation Style Language (CSL)."""

    model_config = ConfigDict(
        alias_generator=lambda name: {
            "doi": "DOI",
            "isbn": "ISBN",
            "issn": "ISSN",
            "url": "URL",
            "unverified_fields": name,
        }.get(name, name.replace("_", "-"))
    )

    id: Id
    """The name used by `cite()`, such as `moore-1995`."""
    type: Line
    """The CSL type, such as `book` or `article-journal`."""
    title: Line
    """The title."""
    author: list[ReferenceName] = []
    """The authors."""
    editor: list[ReferenceName] = []
    """The editors."""
    container_title: Line | None = None
    """The journal, book or site it stands in."""
    publisher: Line | None = None
    """Who published it."""
    publisher_place: Line | None = None
    """Where it was published."""
    volume: Line | None = None
    """The volume."""
    issue: Line | None = None
    """The issue."""
    page: Line | None = None
    """The pages."""
    number: Line | None = None
    """The number of a report."""
    chapter_number: Line | None = None
    """The chapter."""
    edition: Line | None = None
    """The edition."""
    issued: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}){0,2}$")] | None = None
    """The year, or the day as "2018-11-15"."""
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d+/\S+$")] | None = None
    """The DOI, without an address before it."""
    isbn: Line | None = None
    """The ISBN."""
    issn: Line | None = None
    """The ISSN."""
    url: Address | None = None
    """Where it can be read."""
    unverified_fields: list[str] = []
    """CSL fields that nobody has seen; they are never printed."""
    verified: bool = True
    """False when nobody has seen the work itself; it is then printed with a remark."""


class References(Authored):
    """content/references.yml."""

    references: list[Reference]
    """Every work that is cited."""


class Term(Authored):
    """A word that needs explaining."""

    id: Id
    """The name used by `term()`."""
    term: Line
    """The word as it is printed."""
    definition: Prose
    """What it means, in plain words."""
    see_also: list[Id] = []
    """Other terms that help."""


class Glossary(Authored):
    """content/glossary.yml."""

    terms: list[Term]
    """The terms, in alphabetical order."""


class FurtherReading(Authored):
    """Something that others publish, linked and never copied."""

    id: Id
    """The name used in a module's `further_reading`."""
    title: Line
    """Its title."""
    publisher: Line
    """Who publishes it."""
    city: Line | None = None
    """The city it is about."""
    country: Country | None = None
    """That city's country."""
    strand: Id | None = None
    """The track it belongs to."""
    companions: list[Line] = []
    """What comes with it, such as `educator guide`."""
    url: Address
    """Where it is."""
    note: Line | None = None
    """What a reader should know first, such as that registration is needed."""


class FurtherReadingFile(Authored):
    """content/further-reading.yml."""

    items: list[FurtherReading]
    """What others publish."""


class Framework(Authored):
    """The front matter of content/frameworks/<id>.md."""

    title: Line
    """The framework's name."""
    summary: Line
    """One sentence for lists and search results."""
    references: list[Id] = []
    """Works it rests on."""
    minutes: Minutes = 20
    """How long a first use takes."""


class FrontMatter(Authored):
    """The front matter of any other page: a title where it differs from the heading."""

    title: Line | None = None
    """The title in the navigation."""
    summary: Line | None = None
    """One sentence for lists and search results."""
