"""What one page of the site is, before it is framed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page of the site."""

    uri: str
    """The MkDocs source URI, such as `modules/innovation/index.md`."""
    title: str
    """The page's name, not escaped."""
    template: str
    """The template in `templates/pages/` that gives it its frame."""
    description: str = ""
    """One sentence for search results and schema.org."""
    source: str | None = None
    """The Markdown file whose text stands in the frame; None for a page made from the catalog."""
    edit: str = ""
    """The file that a contributor would change."""
    filters: tuple[tuple[str, str], ...] = ()
    """What search can filter by: (`track`, `Innovation`), (`kind`, `Case`) …"""
    values: dict[str, Any] = field(default_factory=dict)
    """What the template shows besides the catalog."""
    scripts: tuple[str, ...] = ()
    """The scripts in `theme/assets/curriculum/` that only this kind of page needs, in order."""
    weight: float = 1
    """How much its words count in search; 0 leaves the page out."""


HIDDEN = {
    "home.html": ("navigation", "toc"),
    "path.html": ("toc",),
    "cases.html": ("toc",),
    "facilitate.html": ("toc",),
    "my-packet.html": ("toc",),
    "three-sixty.html": ("toc",),
}
"""What the pages of a template do without, because they need the room."""
