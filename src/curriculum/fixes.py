"""What can be mended without judgment, in which files, and how one sees what was mended."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from curriculum.findings import Finding
from curriculum.mending import MENDINGS, SCHEMA, Lines

_WORD = re.compile(r"\w+")
_MARK = b"\xef\xbb\xbf"
FIXABLE = frozenset(MENDINGS)
"""The rules of which some findings can be mended."""
DOUBTFUL = frozenset(
    [
        "characters-are-visible",
        "files-are-files",
        "files-are-readable",
        "files-are-small",
        "files-are-utf-8",
        "keys-are-unique",
        "macros-are-known",
        "yaml-is-a-mapping",
        "yaml-is-plain",
        "yaml-is-valid",
    ]
)
"""A file with a finding of these was not wholly understood, so that nothing in it is touched."""


def mended(path: str, raw: bytes, findings: Iterable[Finding]) -> bytes:
    """Return a file with what is mechanical in its findings mended; else its bytes as they are.

    A byte order mark stays, and so do the line ends, which must be the same in the whole file.
    """
    own = [finding for finding in findings if finding.path == path]
    if any(finding.rule in DOUBTFUL for finding in own):
        return raw
    mark, bare = (_MARK, raw[3:]) if raw.startswith(_MARK) else (b"", raw)
    end = b"\r\n" if b"\r\n" in bare else b"\n"
    plain = bare.replace(end, b"\n")
    if b"\r" in plain or plain.replace(b"\n", end) != bare:
        return raw
    text = plain.decode("utf-8")
    after = fixed(path, text, own)
    return mark + after.encode().replace(b"\n", end) if after != text else raw


def fixed(path: str, text: str, findings: Iterable[Finding]) -> str:
    """Return a text with what is mechanical in its findings mended; no word of it is ever lost."""
    lines = text.split("\n")
    # From the end, so that a line that is put in moves none that is still to be mended.
    for finding in sorted(set(findings), reverse=True):
        mending = MENDINGS.get(finding.rule)
        if mending and 1 <= finding.line <= len(lines):
            changed = mending.mend(path, list(lines), finding)
            more, less = (_WORD.findall(words(finding)) for words in (mending.more, mending.less))
            before, after = _apart(lines, changed)
            if _differ_by(_words(before), _words(after), more, less):
                lines = changed
    return "\n".join(lines)


def difference(path: str, before: str, after: str) -> str:
    """Return what changed in a file, as `diff -u` shows it and `git apply -R` takes it back."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"a/{path}", f"b/{path}", lineterm="", n=1
    )
    return "\n".join(lines)


def _apart(before: Lines, after: Lines) -> tuple[Lines, Lines]:
    """Return the lines between the first and the last that differ: no word spans two lines."""
    least = min(len(before), len(after))
    head = next((n for n in range(least) if before[n] != after[n]), least)
    ends = range(1, least - head + 1)
    tail = next((n - 1 for n in ends if before[-n] != after[-n]), least - head)
    return before[head : len(before) - tail], after[head : len(after) - tail]


def _differ_by(before: Lines, after: Lines, more: Lines, less: Lines) -> bool:
    """Whether words are the same, in order, but for some that came in, or went, in one place."""
    if len(after) >= len(before):
        return before == after or (bool(more) and _is_put_in(before, after, more))
    return bool(less) and _is_put_in(after, before, less)


def _is_put_in(short: Lines, long: Lines, words: Lines) -> bool:
    count = len(words)
    same = next(
        (n for n, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]),
        len(short),
    )
    # The place may be a little before the first difference, where the words begin alike.
    return len(long) == len(short) + count and any(
        long[at : at + count] == words and long[:at] + long[at + count :] == short
        for at in range(max(0, same - count), same + 1)
    )


def _words(lines: Lines) -> Lines:
    """Return every word; only a line for the schema may be another."""
    return _WORD.findall("\n".join(line for line in lines if not SCHEMA.match(line)))
