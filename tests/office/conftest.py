"""What the tests of office files need: the small curriculum of the packets, on a disk, and its work."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "packets"))

import small
from printing import SETTINGS, read_small

from curriculum.office.make import make_office
from curriculum.office.plan import Job, packet_jobs, slide_jobs
from curriculum.office.render import OfficeSource
from curriculum.packets.plan import plan


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> OfficeSource:
    """The small curriculum with its rendered pages and its images."""
    root = tmp_path_factory.mktemp("root")
    for path, text in small.texts().items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    catalog, pages = read_small()
    return OfficeSource(catalog, SETTINGS, pages, root)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep finished files where no other test finds them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="session")
def jobs(work: OfficeSource) -> dict[str, Job]:
    """Every file that can be made of it, by name."""
    kinds = ("module", "path", "track", "case", "agenda", "book")
    packets = plan(work.catalog, kinds, ("a4",))  # type: ignore[arg-type]
    found = [*packet_jobs(packets, ("docx", "epub")), *slide_jobs(work.catalog)]
    return {job.name: job for job in found}


@pytest.fixture(scope="session")
def made(
    work: OfficeSource, jobs: dict[str, Job], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder with a file of each kind."""
    folder = tmp_path_factory.mktemp("office")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        names = (
            "piers.mayor.team-member.docx",
            "piers.facilitator.docx",
            "first.mayor.epub",
            "piers.facilitator.epub",
            "piers.slides.pptx",
            "piers.slides.pdf",
        )
        done = make_office(work, [jobs[name] for name in names], folder)
    assert done.findings == ()
    return folder
