"""What can be mended without judgment: quotes, the line for the schema, levels of headings."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable

from curriculum.findings import Finding
from curriculum.rules.upkeep import schema_line, schema_of

_WORD = re.compile(r"\w+")
_FIELD = re.compile(r"`(?:[^`]*\.)?(?P<key>[\w-]+)(?:\.\d+)?`: it should be text")
_SCHEMA = re.compile(r"#\s*yaml-language-server:")
_HASHES = re.compile(r"( {0,3})#{1,6}(?=[ \t])")
_TITLE = re.compile(r"write `(#+) ")
Lines = list[str]


def fixed(path: str, text: str, findings: Iterable[Finding]) -> str:
    """Return a text with what is mechanical in its findings mended; no word of it is ever lost."""
    lines = text.split("\n")
    # From the end, so that a line that is put in moves none that is still to be mended.
    for finding in sorted(findings, reverse=True):
        fix = _FIXES.get(finding.rule)
        if fix and 1 <= finding.line <= len(lines):
            mended = fix(path, list(lines), finding)
            if _keeps_words(lines, mended):
                lines = mended
    return "\n".join(lines)


def difference(path: str, before: str, after: str) -> str:
    """Return what changed in a file, as `diff -u` shows it."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"a/{path}", f"b/{path}", lineterm="", n=1
    )
    return "\n".join(lines)


def _quoted(_path: str, lines: Lines, finding: Finding) -> Lines:
    field = _FIELD.search(finding.message)
    if field:
        key = re.escape(field["key"])
        value = r"(?P<value>[-+.\w]+)(?=\s*(?:[,}]|$|\s#))"
        pattern = re.compile(rf"(?P<key>(?<![\w-]){key}:\s+){value}")
        at = finding.line - 1
        lines[at] = pattern.sub(r'\g<key>"\g<value>"', lines[at], count=1)
    return lines


def _with_schema(path: str, lines: Lines, _finding: Finding) -> Lines:
    line = schema_line(path, schema_of(path))
    rest = lines[1:] if _SCHEMA.match(lines[0]) else lines
    return [line, *rest]


def _leveled(_path: str, lines: Lines, finding: Finding) -> Lines:
    wanted = _TITLE.match(finding.hint)
    at = finding.line - 1
    if wanted:
        lines[at] = _HASHES.sub(rf"\g<1>{wanted[1]}", lines[at], count=1)
    return lines


_FIXES: dict[str, Callable[[str, Lines, Finding], Lines]] = {
    "values-are-valid": _quoted,
    "yaml-names-its-schema": _with_schema,
    "headings-skip-no-level": _leveled,
    "pages-have-one-title": _leveled,
}
FIXABLE = frozenset(_FIXES)
"""The rules of which some findings can be mended."""


def _keeps_words(before: Lines, after: Lines) -> bool:
    """Whether every word is still there and in order; only a line for the schema may be another."""
    return _words(before) == _words(after)


def _words(lines: Lines) -> list[str]:
    own = [line for line in lines if not _SCHEMA.match(line)]
    return _WORD.findall("\n".join(own))
