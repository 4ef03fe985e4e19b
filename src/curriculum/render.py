"""How the pages of a curriculum are rendered without a site being published."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Never

from curriculum.catalog import Catalog
from curriculum.plugin import build_site
from curriculum.rendered import Rendered, Work
from curriculum.settings import Settings


class _EnoughError(Exception):
    """Every page is rendered. MkDocs knows no other way to end before it frames and writes them."""

    def __init__(self, work: Work) -> None:
        super().__init__("every page is rendered")
        self.work = work


def rendered_work(root: Path) -> Work:
    """Render the texts of a curriculum and return its catalog, settings and pages.

    Raises `mkdocs.exceptions.Abort` or `PluginError` when the curriculum has mistakes; they have
    been logged then.
    """
    with tempfile.TemporaryDirectory(prefix="curriculum-") as folder:
        try:
            build_site(root / "mkdocs.yml", Path(folder) / "site", _stop, with_search=False)
        except _EnoughError as enough:
            return enough.work
    message = "MkDocs ended before the pages were rendered"
    raise RuntimeError(message)


def _stop(catalog: Catalog, settings: Settings, pages: list[Rendered]) -> Never:
    raise _EnoughError(Work(catalog, settings, pages))
