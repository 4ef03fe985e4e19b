"""How a list of office files is made: what was made before is kept, the rest is made and written whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from curriculum.caches import cache_folder
from curriculum.findings import Finding
from curriculum.office.plan import Format, Job
from curriculum.office.render import Ready, Work, ready, render
from curriculum.packets.cache import write_whole

INDEX, CHECKSUMS = "office.json", "SHA256SUMS"
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class OfficeFile:
    """One file that was made."""

    id: str
    """The id of what it is made of."""
    name: str
    format: Format
    roles: tuple[str, ...]
    kind: str
    """What it is made of: `module`, `path`, `book` …, or `slides`."""
    size: int
    """In bytes."""
    sha256: str
    kept: bool
    """Whether it was made before and nothing in it had changed."""


@dataclass(frozen=True)
class Office:
    """The files that were made, and what is wrong with those that were not."""

    made: tuple[OfficeFile, ...]
    findings: tuple[Finding, ...]

    def by_owner(self) -> dict[str, list[OfficeFile]]:
        """Return the files by the id of what they are made of."""
        owners: dict[str, list[OfficeFile]] = {}
        for made in self.made:
            owners.setdefault(made.id, []).append(made)
        return owners


def make_office(
    work: Work, jobs: Sequence[Job], output: Path, *, workers: int = 2, step: Progress | None = None
) -> Office:
    """Make files into a folder, with a list of them and their checksums.

    A file that fails stops no other. Raises OSError when the folder cannot be written.
    """
    made: list[OfficeFile] = []
    found: list[Finding] = []
    for number, (job, content, kept) in enumerate(_contents(work, jobs, workers), 1):
        if isinstance(content, bytes):
            write_whole(output / job.name, content)
            made.append(_about(job, content, kept=kept))
        else:
            found += content
        if step:
            step(number, len(jobs), job.name)
    _write_index(output, made)
    return Office(tuple(made), tuple(found))


def _contents(
    work: Work, jobs: Sequence[Job], workers: int
) -> Iterator[tuple[Job, bytes | list[Finding], bool]]:
    """Yield each job with its bytes or findings, and whether it had been made before."""
    keep = cache_folder(work.root) / "office"
    with ThreadPoolExecutor(workers) as pool:
        # Threads suffice, since pandoc works in a process of its own; WeasyPrint stays in this one.
        others = [job for job in jobs if job.format != "pdf"]
        for job, result in zip(
            others, pool.map(lambda job: _one(work, job, keep), others), strict=True
        ):
            yield job, *result
    for job in jobs:
        if job.format == "pdf":
            yield job, *_one(work, job, keep)


def _one(work: Work, job: Job, keep: Path) -> tuple[bytes | list[Finding], bool]:
    what = ready(job, work)
    if isinstance(what, Finding):
        return [what], False
    file = keep / _key(what)
    before = _load(file)
    if before is not None:
        return before, True
    content = render(what, work)
    if isinstance(content, bytes):
        _store(file, content)
    return content, False


def _key(what: Ready) -> str:
    digest = hashlib.sha256()
    for part in what.ingredients():
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.hexdigest()


def _load(file: Path) -> bytes | None:
    """Return what was kept, or None; a damaged file counts as absent."""
    try:
        checksum, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest().encode() == checksum else None


def _store(file: Path, content: bytes) -> None:
    """Keep a finished file; one that cannot be kept is made again the next time."""
    checksum = hashlib.sha256(content).hexdigest().encode()
    try:
        write_whole(file, checksum + b"\n" + content)
    except OSError:
        return


def _about(job: Job, content: bytes, *, kept: bool) -> OfficeFile:
    checksum = hashlib.sha256(content).hexdigest()
    kind = job.packet.kind if job.packet else "slides"
    return OfficeFile(job.id, job.name, job.format, job.roles, kind, len(content), checksum, kept)


def _write_index(output: Path, made: list[OfficeFile]) -> None:
    rows = [{name: value for name, value in vars(file).items() if name != "kept"} for file in made]
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in made)
    write_whole(output / INDEX, (json.dumps(rows, indent=1, ensure_ascii=False) + "\n").encode())
    write_whole(output / CHECKSUMS, sums.encode())
