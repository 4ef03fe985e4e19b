"""How changes are told: as text for a terminal, or as Markdown in which nothing that people wrote acts."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from curriculum.changes import Change, Changes
from curriculum.findings import shown
from curriculum.words import count_words

NOTHING = "Nothing changes for readers."
_HEADS = {
    "new": "New",
    "moved": "Moved or renamed",
    "changed": "Changed",
    "gone": "Gone",
    "unreadable": "Cannot be read until the findings are mended",
}
_SHORT = {
    "moved": "moved",
    "unreadable": "not readable",
    **{s: s for s in ("new", "changed", "gone")},
}
_WIDTH = 88
_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|~=^$:-])")
_GAP = "\N{ZERO WIDTH SPACE}"
# A code host links these after Markdown is read, so that a backslash does not stop it.
_ACTIVE = re.compile(r"(@|#|:(?=//)|(?<=www)(?=\.)|(?<=GH)(?=-))", re.IGNORECASE)


def as_words(changes: Changes) -> str:
    """Return changes as text for a terminal, in lines of at most 88 columns where words allow."""
    lines = [_summary(changes)]
    if changes.broken:
        lines += ["", "Broken promises"]
        lines += [line for words in changes.broken for line in _wrapped("  ! ", words)]
    for head, entries in _groups(changes):
        lines += ["", head]
        for change in entries:
            lines += _wrapped("  ", _named(change))
            lines += [line for words in change.says for line in _wrapped("    - ", words)]
    return "\n".join(lines) + "\n"


def as_markdown(changes: Changes) -> str:
    """Return changes as Markdown; titles ping nobody, link nowhere and are no HTML."""
    lines = [_summary(changes)]
    if changes.broken:
        lines += ["", "### Broken promises", ""]
        lines += [f"- ⚠️ {escaped(words)}" for words in changes.broken]
    for head, entries in _groups(changes):
        lines += ["", f"### {head}", ""]
        for change in entries:
            lines.append(f"- {escaped(_named(change))}")
            lines += [f"    - {escaped(words)}" for words in change.says]
    return "\n".join(lines) + "\n"


def escaped(words: str) -> str:
    """Return words as Markdown that shows them as they are, on one line, and does nothing else."""
    line = shown(" ".join(words.split()))
    line = _ACTIVE.sub(rf"\1{_GAP}", line)
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKS.sub(r"\\\1", line)


def _summary(changes: Changes) -> str:
    told = [count_words(len(changes.broken), "broken promise")] if changes.broken else []
    told += [f"{len(entries)} {_SHORT[entries[0].state]}" for _, entries in _groups(changes)]
    return f"For readers: {', '.join(told)}." if told else NOTHING


def _groups(changes: Changes) -> Iterator[tuple[str, list[Change]]]:
    for state, head in _HEADS.items():
        entries = [change for change in changes.entries if change.state == state]
        if entries:
            yield head, entries


def _named(change: Change) -> str:
    return f"{change.kind} “{change.title}”" + (f", {change.address}" if change.address else "")


def _wrapped(mark: str, words: str) -> list[str]:
    line = shown(" ".join(words.split()))
    blank = " " * len(mark)
    return textwrap.wrap(
        line,
        _WIDTH,
        initial_indent=mark,
        subsequent_indent=blank,
        break_long_words=False,
        break_on_hyphens=False,
    )
