"""What is wrong, where it is, and what to do about it."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

_BLANKS = "\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake in one place, as a value; nothing in the core raises for it."""

    path: str
    """The file, relative to the curriculum's root, with forward slashes."""
    line: int
    """The line, counted from 1; 1 where the whole file is meant."""
    rule: str
    """The id of the rule, which names the good state (`prerequisites-exist`)."""
    message: str
    """What is wrong: literals in back-ticks, no full stop."""
    hint: str = ""
    """What to do about it."""
    severity: Severity = "error"
    """`error` stops a build; `warning` does not."""


def suggest(word: str, known: Iterable[str]) -> str:
    """Return a `did you mean` hint for a word that is not known, or the empty string."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else ""


def shown(line: str) -> str:
    """Return a line that stays one line and tells a terminal nothing, whatever a contributor wrote."""
    return "".join(mark if mark.isprintable() or mark in _BLANKS else "?" for mark in line)


def short(text: str, longest: int = 40) -> str:
    """Return the beginning of a text on one line, fit to stand between back-ticks."""
    line = " ".join(text.split()).replace("`", "'")
    return line if len(line) <= longest else line[:longest] + "…"


def as_text(finding: Finding) -> str:
    """Return a finding as people read it: `path:line: message [rule]` and its hint below."""
    mark = "warning: " if finding.severity == "warning" else ""
    head = f"{finding.path}:{finding.line}: {mark}{finding.message} [{finding.rule}]"
    return shown(head) + (f"\n  hint: {shown(finding.hint)}" if finding.hint else "")


def as_github(finding: Finding) -> str:
    """Return a finding as a GitHub workflow command, which puts it on its line of a pull request."""
    lines = [f"{finding.message} [{finding.rule}]", *([finding.hint] if finding.hint else [])]
    text = "%0A".join(shown(line).replace("%", "%25") for line in lines)
    path = shown(finding.path).replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{finding.severity} file={path},line={finding.line},title={finding.rule}::{text}"


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as a JSON list of objects with the fields of `Finding`."""
    return json.dumps([asdict(finding) for finding in findings], indent=2, ensure_ascii=False)
