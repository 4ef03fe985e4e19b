"""What the page for 360 feedback in files asks, taken from the kit's rendered sheets, and when there is one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree, html
from markupsafe import Markup

from curriculum.catalog import Catalog
from curriculum.contents import words_of
from curriculum.page import Page
from curriculum.sayings import ENGLISH, Sayings

KIT = "content/kits/feedback-360/"
OWN, RATERS = f"{KIT}instrument.md", f"{KIT}rater-sheet.md"


@dataclass(frozen=True)
class Field:
    """One field of a sheet, as it stands on the page of a role."""

    name: str
    """Its name in the file that is saved."""
    label: str
    """What it asks."""
    html: Markup
    """The field itself; its ids and names begin with the role's."""


@dataclass(frozen=True)
class Area:
    """Fields of one sort that stand under one heading."""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Sheet:
    """What one role is asked."""

    kinds: tuple[Field, ...]
    """How the rater works with the leader."""
    options: tuple[str, ...]
    """The answers to that, in order: the kinds of rater."""
    areas: tuple[Area, ...]
    """The statements to mark."""
    texts: tuple[Field, ...]
    """The open questions."""

    @property
    def edition(self) -> str:
        """Eight letters that change with any question, so that files of two editions are not added up."""
        asked = [*self.options]
        asked += [f.name + f.label for area in self.areas for f in area.fields]
        asked += [f.name + f.label for f in self.texts]
        return hashlib.sha256("\n".join(asked).encode()).hexdigest()[:8]


def sixty_pages(catalog: Catalog, say: Sayings = ENGLISH) -> Iterator[Page]:
    """Yield the page for 360 feedback in files where the curriculum has the sheets for it."""
    if {OWN, RATERS} <= set(catalog.bodies):
        yield Page(
            uri="three-sixty.md",
            title=say("three-sixty.title"),
            template="three-sixty.html",
            description=say("three-sixty.description"),
            edit=RATERS,
            filters=(("kind", say("kind.page")),),
            values={"own": OWN, "raters": RATERS, "kit": KIT},
            scripts=("keep.js", "sixty-sums.js", "sixty-files.js", "sixty.js", "sixty-sheet.js"),
        )


def sheet_of(text: str, role: str) -> Sheet:
    """Return the fields of a rendered sheet for a role, which tells the copies on one page apart."""
    found: dict[str, list[tuple[str, Field, Any]]] = {"scale": [], "choose": [], "write": []}
    title = ""
    root = html.fragment_fromstring(text, create_parent="div")
    for element in root.iter(etree.Element):
        if element.tag == "h2":
            title = words_of(element)
        for kind, fields in found.items():
            if f"field--{kind}" in element.classes:
                fields.append((title, _field(element, role), element))
    areas: dict[str, list[Field]] = {}
    for heading, field, _ in found["scale"]:
        areas.setdefault(heading, []).append(field)
    options = [i.get("value") for *_, e in found["choose"] for i in e.iter("input")]
    return Sheet(
        kinds=tuple(field for _, field, _ in found["choose"]),
        options=tuple(options),
        areas=tuple(Area(heading, tuple(fields)) for heading, fields in areas.items()),
        texts=tuple(field for _, field, _ in found["write"]),
    )


def _field(element: Any, role: str) -> Field:
    control = next(element.iter("input", "textarea"))
    name = control.get("name")
    for inner in element.iter(etree.Element):
        for attribute in ("id", "for"):
            if inner.get(attribute):
                inner.set(attribute, f"{role}-{inner.get(attribute)}")
        if inner.get("name"):
            inner.set("name", f"{role}-{inner.get('name')}")
    element.tail = None
    label = words_of(next(element.iter("legend", "label")))
    return Field(name, label, Markup(html.tostring(element, encoding="unicode")))  # noqa: S704  (rendered from checked Markdown)
