"""What a site hands out beside its pages: packets, office files, and a ZIP of each path."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from curriculum.catalog import Catalog
from curriculum.rendered import Rendered
from curriculum.settings import Settings

Owned = dict[str, list[Any]]
"""Files by the id of the module, path, case, track or agenda that they are made of."""


def by_owner(made: Iterable[Any]) -> Owned:
    """Return files by the id of what each is made of."""
    owned: Owned = {}
    for file in made:
        owned.setdefault(file.id, []).append(file)
    return owned


@dataclass(frozen=True)
class Handouts:
    """The files that were made before the pages are framed, so that the pages can offer them."""

    packets: Owned = field(default_factory=dict)
    """Packets on paper (`packets.made.Made`)."""
    office: Owned = field(default_factory=dict)
    """Word files, slides and e-books (`office.make.OfficeFile`)."""
    zips: Owned = field(default_factory=dict)
    """One for each path and paper (`bundles.Bundle`)."""


Maker = Callable[[Catalog, Settings, list[Rendered]], Handouts]
"""Makes files from the rendered pages of a curriculum."""
