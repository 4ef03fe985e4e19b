"""Whether an image is what its name says, and can do no harm to a reader."""

from __future__ import annotations

from curriculum import drawings, pictures
from curriculum.findings import Finding
from curriculum.source import decode


def check_image(path: str, raw: bytes) -> list[Finding]:
    """Return what is wrong with an image file: its size, its type, its pixels, what it holds."""
    suffix = path.rpartition(".")[2]
    if suffix != "svg":
        flaws = pictures.flaws(suffix, raw)
        return [Finding(path, 1, flaw.rule, flaw.message, flaw.hint) for flaw in flaws]
    text, findings = decode(path, raw)
    if findings:
        return findings
    return [
        Finding(path, remark.line, remark.rule, remark.message, remark.hint)
        for remark in drawings.remarks(text)
    ]
