"""How a list of packets becomes files: made by several workers, kept in a cache, written whole."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from curriculum.caches import prune, write_whole
from curriculum.findings import Finding, suggest
from curriculum.packets import cache
from curriculum.packets.document import PrintDocument
from curriculum.packets.faults import finding_of, merged
from curriculum.packets.made import Made, write_index
from curriculum.packets.packet import Packet
from curriculum.packets.pdf import Pdf, Roots, sheet_of
from curriculum.packets.verdict import Verdict
from curriculum.packets.work import Fault, Job
from curriculum.packets.workers import rendered
from curriculum.words import count_words

Progress = Callable[[int, int, str, float], None]
"""Called after each packet with its number, how many there are, its name and the seconds it took."""


@dataclass(frozen=True)
class Workshop:
    """Where things are read and written, and how many work at once."""

    root: Path
    """The curriculum's root, from which images are read."""
    output: Path
    cache: Path
    jobs: int = 1
    roots: Roots = field(default_factory=Roots)


def make(
    documents: Sequence[PrintDocument | Finding | Made],
    workshop: Workshop,
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> tuple[list[Made], list[Finding]]:
    """Make every packet, and write the index and the checksums; a failure stops no other packet.

    Packets come back in the order of `documents`, of which some may have been fetched by
    `fetched`. `executor` may be any executor of `concurrent.futures`, such as a cluster's; without
    one, `workshop.jobs` processes work.
    """
    findings = [document for document in documents if isinstance(document, Finding)]
    printable = [document for document in documents if not isinstance(document, Finding)]
    results: dict[str, Made] = {}
    begun = time.perf_counter()
    for number, result in enumerate(_each(printable, workshop, executor), 1):
        results[result.name] = result
        if progress:
            progress(number, len(printable), result.name, time.perf_counter() - begun)
    made = [results[document.packet.name] for document in printable]
    findings += merged((result.name, result.finding) for result in made if result.finding)
    write_index(workshop.output, made)
    prune(workshop.cache)
    return made, findings


def _each(
    documents: list[PrintDocument | Made], workshop: Workshop, executor: Executor | None
) -> Iterator[Made]:
    waiting: dict[str, tuple[Job, PrintDocument]] = {}
    for document in documents:
        if isinstance(document, Made):
            yield document
            continue
        job = _job(document, workshop)
        if isinstance(job, Finding):
            yield Made(document.packet, "failed", finding=job)
            continue
        kept = fetched(document.packet, job.key, workshop)
        if kept:
            yield kept
        else:
            waiting[job.name] = (job, document)
    jobs = [job for job, _ in waiting.values()]
    for name, outcome, seconds in rendered(jobs, workshop.jobs, executor):
        document = waiting[name][1]
        if isinstance(outcome, Pdf):
            yield _kept(document, outcome, workshop, waiting[name][0].key, seconds)
        else:
            finding = finding_of(document.packet, outcome, workshop.root)
            yield Made(document.packet, "failed", finding=finding)


def fetched(packet: Packet, key: str, workshop: Workshop) -> Made | None:
    """Write a packet that was made before under this key; None where it is not kept any more."""
    kept = cache.load(workshop.cache, key)
    return replace(_written(packet, kept, workshop, "cached"), key=key) if kept else None


def _job(document: PrintDocument, workshop: Workshop) -> Job | Finding:
    images = {}
    for path, shown_by in document.images:
        file = workshop.roots.find(workshop.root, path)
        if file is None:
            folder = workshop.roots.place(workshop.root, path).parent
            near = sorted(other.name for other in folder.glob("*.*"))
            message = f"the image `{path}` cannot be printed: there is no such file"
            return Finding(shown_by, 1, "images-exist", message, suggest(Path(path).name, near))
        images[path] = file
    return Job(
        document.packet.name,
        document.html,
        sheet_of(document.packet),
        tuple(images.items()),
        document.groups,
        document.targets,
        cache.key_of(document, images),
        document.packet.format,
    )


def _kept(document: PrintDocument, pdf: Pdf, workshop: Workshop, key: str, seconds: float) -> Made:
    """Keep a new PDF for the next time, and write it."""
    with suppress(OSError):  # without room for the cache there may be room for the packet
        cache.store(workshop.cache, key, pdf)
    return replace(_written(document.packet, pdf, workshop, "made"), seconds=seconds, key=key)


def _written(
    packet: Packet, pdf: Pdf, workshop: Workshop, state: Literal["made", "cached"]
) -> Made:
    checksum = hashlib.sha256(pdf.content).hexdigest()
    if pdf.verdict.broken:
        finding = _inaccessible(packet, pdf.verdict)
        return Made(packet, "failed", finding=finding, verdict=pdf.verdict)
    try:
        write_whole(workshop.output / packet.name, pdf.content)
    except OSError as error:
        fault = Fault(f"{error.strerror}")
        return Made(packet, "failed", finding=finding_of(packet, fault, workshop.root))
    size = len(pdf.content)
    return Made(packet, state, pdf.pages, size, checksum, verdict=pdf.verdict)


def _inaccessible(packet: Packet, verdict: Verdict) -> Finding:
    path, name = packet.path, packet.name
    rules = count_words(len(verdict.broken), "rule")
    message = f"`{name}` is not published: it breaks {rules} of PDF/UA-1 ({verdict.words()})"
    hint = "look for what is new in its parts: a drawing, a table, a foreign letter"
    return Finding(path, 1, "packets-are-accessible", message, hint)
