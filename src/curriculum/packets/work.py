"""What one worker does: it makes one packet, and what goes wrong comes back as a value."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from curriculum.packets.packet import Format
from curriculum.packets.pdf import Pdf, RenderError, Sheet, render
from curriculum.packets.web import web_page


@dataclass(frozen=True)
class Job:
    """What a worker needs to make one packet."""

    name: str
    html: str
    sheet: Sheet
    images: tuple[tuple[str, Path], ...]
    groups: tuple[tuple[str, str], ...]
    targets: tuple[tuple[str, str], ...]
    key: str
    format: Format = "pdf"


@dataclass(frozen=True)
class Fault:
    """Why a packet was not made."""

    message: str
    path: str = ""
    """The file to mend, where that is known."""
    hint: str = ""
    words: str = ""
    """The first words of what is to be mended, where there are any."""


Outcome = tuple[str, Pdf | Fault, float]
"""The name of a packet, what came of it, and the seconds it took."""


def work(job: Job) -> Outcome:
    """Make one packet, in whatever process."""
    begun = time.perf_counter()
    result: Pdf | Fault
    try:
        result = _made(job)
    except RenderError as error:
        result = Fault(str(error), error.path, error.hint, error.words)
    except Exception as error:  # noqa: BLE001  (one packet must not stop the others)
        result = Fault(f"{type(error).__name__}: {error}")
    return job.name, result, time.perf_counter() - begun


def _made(job: Job) -> Pdf:
    if job.format == "html":
        return Pdf(web_page(job.html, job.sheet, dict(job.images)), 0)
    return render(job.html, job.sheet, dict(job.images), dict(job.groups), dict(job.targets))
