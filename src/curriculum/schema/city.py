"""What a city may write about itself for its own packets: one YAML file, given on the command line."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from curriculum.schema.base import Authored, Id, Line, Prose


class City(Authored):
    """A city that prints packets: what it adds to them."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"\S")]
    """The name on the cover, such as `City of Springfield`."""
    logo: Line | None = None
    """The file of its logo (SVG, PNG, JPEG or WebP), counted from this file."""
    contact: (
        Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"\S")] | None
    ) = None
    """Whom to ask in the city, as it should be printed on the cover."""
    notes: dict[Id, Prose] = {}
    """What it says about a module, by the module's id; an empty line begins a new paragraph."""
