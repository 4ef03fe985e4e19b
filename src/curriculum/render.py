"""How the pages of a curriculum are rendered without a site being published."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from curriculum.catalog import Catalog
from curriculum.plugin import build_site
from curriculum.rendered import Rendered
from curriculum.settings import Settings


class Work(NamedTuple):
    """Everything that packets are made from."""

    catalog: Catalog
    settings: Settings
    pages: list[Rendered]


def rendered_work(root: Path) -> Work:
    """Render a curriculum in a folder of its own and return its catalog, settings and pages.

    Raises `mkdocs.exceptions.Abort` or `PluginError` when the curriculum has mistakes; they have
    been logged then.
    """
    with tempfile.TemporaryDirectory(prefix="curriculum-") as folder:
        plugin = build_site(root / "mkdocs.yml", Path(folder) / "site", with_search=False)
    return Work(plugin.catalog, plugin.settings, plugin.rendered)


def rendered_pages(root: Path) -> list[Rendered]:
    """Return the rendered Markdown of every authored page."""
    return rendered_work(root).pages
