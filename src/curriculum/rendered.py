"""What a page looks like after MkDocs has rendered it: the one source of packets and exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from curriculum.catalog import Catalog
from curriculum.settings import Settings


@dataclass(frozen=True)
class Rendered:
    """One authored page, as HTML."""

    path: str
    """The Markdown file, such as `modules/foundations/x/worksheet.md`."""
    uri: str
    """The MkDocs source URI."""
    url: str
    """The page's address, absolute or relative to the site's root."""
    title: str
    """The page's name, not escaped."""
    html: str
    """The HTML of the Markdown alone, without the frame around it."""


class Work(NamedTuple):
    """Everything that packets are made from."""

    catalog: Catalog
    settings: Settings
    pages: list[Rendered]
