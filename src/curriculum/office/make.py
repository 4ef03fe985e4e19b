"""How a list of office files is made: what was made before is kept, the rest is made and written whole."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from curriculum import checksums
from curriculum.caches import cache_folder, digest_of, prune, refresh, write_whole
from curriculum.findings import Finding
from curriculum.office.pandoc import Conversion, ConversionError
from curriculum.office.plan import Format, Job
from curriculum.office.render import OfficeSource, ready, render
from curriculum.state import Known, state_of

CACHE = "office"
"""Where finished files are kept, below the curriculum's cache folder."""
INDEX = "office.json"
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


def make_office(
    work: OfficeSource,
    jobs: Sequence[Job],
    output: Path,
    *,
    workers: int = 2,
    step: Progress | None = None,
) -> Office:
    """Make files into a folder, with a list of them and their checksums.

    What is known from an earlier time with the same state is not composed again. A file that fails stops no other. Raises OSError when the folder cannot be written.
    """
    made: list[OfficeFile] = []
    found: list[Finding] = []
    keys: list[tuple[object, str]] = []
    known = Known(work.root, CACHE, work.state if work.state == state_of(work.root) else "")
    for number, (job, done) in enumerate(_each(work, jobs, known, workers), 1):
        if isinstance(done.content, bytes):
            write_whole(output / job.name, done.content)
            made.append(_about(job, done.content, kept=done.kept))
            keys.append(((job, work.city), done.key))
        else:
            found += done.content
        if step:
            step(number, len(jobs), job.name)
    known.keep(keys)
    prune(cache_folder(work.root) / CACHE)
    _write_index(output, made)
    return Office(tuple(made), tuple(found))


class _Done(NamedTuple):
    """What came of one file."""

    content: bytes | list[Finding]
    key: str = ""
    """Under which it is kept in the cache."""
    kept: bool = False
    """Whether it had been made before."""


class _Begun(NamedTuple):
    """A file on which pandoc is at work."""

    key: str
    conversion: Conversion
    raw: Future[bytes]


def _each(
    work: OfficeSource, jobs: Sequence[Job], known: Known, workers: int
) -> Iterator[tuple[Job, _Done]]:
    """Yield each file with what came of it, in the order of the jobs.

    Pandoc works in processes of its own, a few files ahead. Trees of XML stay in this thread: lxml
    was seen to lose a namespace while several threads read and changed them.
    """
    keep = cache_folder(work.root) / CACHE
    waiting: deque[tuple[Job, _Done | _Begun]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for job in jobs:
            before = _fetched(keep, known.key((job, work.city)))
            waiting.append((job, before or _begin(work, job, keep, pool)))
            if len(waiting) > workers:
                yield _end(*waiting.popleft(), keep)
        yield from (_end(job, begun, keep) for job, begun in waiting)


def _fetched(keep: Path, key: str | None) -> _Done | None:
    content = _load(keep / key) if key else None
    return None if content is None else _Done(content, key or "", kept=True)


def _begin(work: OfficeSource, job: Job, keep: Path, pool: Executor) -> _Done | _Begun:
    what = ready(job, work)
    if isinstance(what, Finding):
        return _Done([what])
    key = digest_of(what.ingredients())
    before = _fetched(keep, key)
    if before:
        return before
    content = render(what, work)
    if isinstance(content, Conversion):
        return _Begun(key, content, pool.submit(content.run))
    return _finished(content, key, keep)


def _end(job: Job, begun: _Done | _Begun, keep: Path) -> tuple[Job, _Done]:
    if isinstance(begun, _Done):
        return job, begun
    try:
        content = begun.conversion.finish(begun.raw.result())
    except ConversionError as error:
        message = f"`{job.name}` was not made: {error}"
        return job, _Done([Finding(job.path, 1, "packets-are-made", message)])
    return job, _finished(content, begun.key, keep)


def _finished(content: bytes | list[Finding], key: str, keep: Path) -> _Done:
    if isinstance(content, bytes):
        _store(keep / key, content)
    return _Done(content, key)


def _load(file: Path) -> bytes | None:
    """Return what was kept, or None; a damaged file counts as absent."""
    try:
        checksum, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    if hashlib.sha256(content).hexdigest().encode() != checksum:
        return None
    refresh(file)
    return content


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
    raw = (json.dumps(rows, indent=1, ensure_ascii=False) + "\n").encode()
    write_whole(output / INDEX, raw)
    sums = {row.name: row.sha256 for row in made} | {INDEX: hashlib.sha256(raw).hexdigest()}
    checksums.record(output, sums)
