"""How a site is built beside the published one, looked at, and put in its place."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from curriculum import checksums, device, gates, offline, release
from curriculum.archives import archive
from curriculum.bundles import make_bundles
from curriculum.catalog import Catalog
from curriculum.findings import Finding
from curriculum.handouts import Handouts, Owned, by_owner
from curriculum.office.make import make_office
from curriculum.office.plan import offered as offered_files
from curriculum.office.render import OfficeSource
from curriculum.packets import make_packets
from curriculum.packets.plan import offered as offered_packets
from curriculum.pages import pages
from curriculum.plugin import CurriculumPlugin, build_site
from curriculum.release import Files
from curriculum.rendered import Rendered, Work
from curriculum.settings import Settings
from curriculum.state import state_of
from curriculum.traces import traced
from curriculum.tree import read_files

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
    release.make_room(root, output)
    with release.new_release(root) as folder:
        sources = read_files(root)
        work = _Workshop(root, folder, jobs, step)
        plugin = build_site(root / "mkdocs.yml", folder, work.hand_out if with_packets else None)
        if with_offline:
            _take_along(folder, plugin.settings)
        files = _completed(folder, plugin.settings)
        found = _against(files, plugin)
        if read_files(root) != sources:
            # MkDocs reads each text a second time: the pages may be half of one state, half of another.
            message = "the curriculum changed while it was built"
            found.append(Finding("content", 1, "sources-stand-still", message, "build it again"))
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


def _completed(folder: Path, settings: Settings) -> Files:
    """Add what is made from the finished files, and return all of them by path."""
    for path, raw in device.additions(Files(folder), settings.say).items():
        (folder / path).write_bytes(raw)
    (folder / checksums.NAME).write_bytes(checksums.listing(Files(folder)))
    return Files(folder)


def _against(files: Files, plugin: CurriculumPlugin) -> list[Finding]:
    """Return what stands against publishing, at the sources that one would mend."""
    found = gates.findings(files, urlsplit(plugin.settings.url).path)
    if not found:
        return []
    return traced(found, pages(plugin.catalog, plugin.settings.say), plugin.catalog.bodies)


@dataclass
class _Workshop:
    """Makes what is handed out beside the pages, and remembers what came of it."""

    root: Path
    folder: Path
    jobs: int
    step: Step | None
    made: list[Any] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    state: str = field(init=False)

    def __post_init__(self) -> None:
        self.state = state_of(self.root)  # before anything is read

    def hand_out(self, catalog: Catalog, settings: Settings, pages: list[Rendered]) -> Handouts:
        """Make everything that the pages offer."""
        work = (catalog, settings, pages)
        made = Handouts(self._packets(*work), self._office(*work))
        return replace(made, zips=make_bundles(catalog, settings, made, self.folder))

    def _packets(self, catalog: Catalog, settings: Settings, pages: list[Rendered]) -> Owned:
        """Make every packet on paper and return them by the module or path they belong to."""
        target = self.folder / "packets"
        results = make_packets(
            offered_packets(catalog),
            lambda: Work(catalog, settings, pages),
            self.root,
            target,
            state=self.state,
            jobs=self.jobs,
            step=self.step,
        )
        self.made.extend(results.made)
        self.findings.extend(results.findings)
        return by_owner(results.made)

    def _office(self, catalog: Catalog, settings: Settings, pages: list[Rendered]) -> Owned:
        """Make every Word file, deck and e-book and return them by owner."""
        by_path = {page.path: page for page in pages}
        work = OfficeSource(catalog, settings, by_path, self.root, state=self.state)
        target, files = self.folder / "office", offered_files(catalog)
        results = make_office(work, files, target, workers=self.jobs, step=self.step)
        self.findings.extend(results.findings)
        return by_owner(results.made)


def _take_along(folder: Path, settings: Settings) -> None:
    """Put the ZIP of the whole site beside its downloads page, and its link on that page."""
    name = "-".join(re.findall(r"\w+", f"{settings.name} {settings.edition}".lower()))
    raw = archive(offline.offline_files(Files(folder), settings.url), name)
    (folder / offline.ARCHIVE).write_bytes(raw)
    page = folder / "downloads/index.html"
    text, size = page.read_text("utf-8"), settings.say.size(len(raw))
    page.write_text(offline.linked(text, size, settings.say), "utf-8")
