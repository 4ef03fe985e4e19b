"""How a site is built beside the published one, looked at, and put in its place."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from curriculum import gates, offline, release
from curriculum.catalog import Catalog
from curriculum.findings import Finding
from curriculum.office.make import make_office
from curriculum.office.plan import offered
from curriculum.office.render import Work
from curriculum.packets import make_packets
from curriculum.plugin import build_site
from curriculum.rendered import Rendered
from curriculum.settings import Settings
from curriculum.words import size_words

Step = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Built:
    """What a build made, or why it published nothing."""

    findings: tuple[Finding, ...]
    """What stood against publishing; empty when the site was published."""
    pages: int = 0
    packets: int = 0
    """How many packets the site has."""
    rendered_packets: int = 0
    """How many of them had changed and were rendered."""
    release: Path | None = None
    """The folder that is published now."""
    seconds: float = 0.0


def build(  # noqa: PLR0913  (keywords, as the command line gives them)
    root: Path,
    output: Path,
    *,
    jobs: int = 2,
    with_packets: bool = True,
    with_offline: bool = False,
    step: Step | None = None,
) -> Built:
    """Build a curriculum and publish it at `output` when every gate is passed.

    Raises `release.BusyError` while another build runs, `FileExistsError` when `output` is a real
    folder, and `OSError` when the disk is full or read-only; the published site is untouched then.
    """
    started = time.monotonic()
    with release.new_release(root) as folder:
        work = _Workshop(root, folder, jobs, step)
        makers = (work.packets, work.office) if with_packets else ()
        plugin = build_site(root / "mkdocs.yml", folder, *makers)
        if with_offline:
            _take_along(folder, plugin.settings)
        files = release.read(folder)
        found = gates.findings(files, urlsplit(plugin.settings.url).path)
        if found or work.findings:
            return Built(tuple(found + work.findings))
        published = release.publish(root, folder, output)
    return Built(
        findings=(),
        pages=sum(path.endswith("/index.html") or path == "index.html" for path in files),
        packets=len(work.made),
        rendered_packets=sum(packet.state == "made" for packet in work.made),
        release=published,
        seconds=time.monotonic() - started,
    )


@dataclass
class _Workshop:
    """Makes what is handed out beside the pages, and remembers what came of it."""

    root: Path
    folder: Path
    jobs: int
    step: Step | None
    made: list[Any] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def packets(
        self, catalog: Catalog, settings: Settings, pages: list[Rendered]
    ) -> dict[str, list[Any]]:
        """Make every packet on paper and return them by the module or path they belong to."""
        target = self.folder / "packets"
        results = make_packets(
            catalog, settings, pages, self.root, target, jobs=self.jobs, step=self.step
        )
        self.made.extend(results.made)
        self.findings.extend(results.findings)
        return results.by_owner()

    def office(
        self, catalog: Catalog, settings: Settings, pages: list[Rendered]
    ) -> dict[str, list[Any]]:
        """Make every Word file, deck and e-book and return them by owner."""
        work = Work(catalog, settings, {page.path: page for page in pages}, self.root)
        target = self.folder / "office"
        results = make_office(work, offered(catalog), target, workers=self.jobs, step=self.step)
        self.findings.extend(results.findings)
        return dict(results.by_owner())


def _take_along(folder: Path, settings: Settings) -> None:
    """Put the ZIP of the whole site beside its downloads page, and its link on that page."""
    name = "-".join(re.findall(r"\w+", f"{settings.name} {settings.edition}".lower()))
    raw = offline.archive(offline.offline_files(release.read(folder), settings.url), name)
    (folder / offline.ARCHIVE).write_bytes(raw)
    page = folder / "downloads/index.html"
    page.write_text(offline.linked(page.read_text("utf-8"), size_words(len(raw))), "utf-8")
