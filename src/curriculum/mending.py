"""How each mechanical mistake is mended: lines in, lines out, and which words come or go."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from curriculum.catalog import READING_ORDER
from curriculum.findings import Finding
from curriculum.rules.upkeep import schema_line, schema_of

_FIELD = re.compile(r"`(?:[^`]*\.)?(?P<key>[\w-]+)(?:\.\d+)?`: it should be text")
SCHEMA = re.compile(r"#\s*yaml-language-server:")
_HASHES = re.compile(r"( {0,3})#{1,6}(?=[ \t])")
_TITLE = re.compile(r"write `(#+) ")
_PART = re.compile(r"the part `(?P<part>[a-z-]+)`")
_LIST = re.compile(r"(?P<open>\bparts:\s+\[\s*)(?P<items>[a-z,\s-]*?)(?P<close>\s*\])")
_LONGEST = 10
"""So many lines may a list of parts have."""
SKELETON = "(write: what the image shows)"
Lines = list[str]


@dataclass(frozen=True)
class Mending:
    """What a rule's findings are mended with, and by how many words a file may then differ."""

    mend: Callable[[str, Lines, Finding], Lines]
    more: Callable[[Finding], str] = lambda _finding: ""
    """The words that come in, in one place."""
    less: Callable[[Finding], str] = lambda _finding: ""
    """The words that go, in one place, because they stand twice."""


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
    rest = lines[1:] if SCHEMA.match(lines[0]) else lines
    return [line, *rest]


def _leveled(_path: str, lines: Lines, finding: Finding) -> Lines:
    wanted = _TITLE.match(finding.hint)
    at = finding.line - 1
    if wanted:
        lines[at] = _HASHES.sub(rf"\g<1>{wanted[1]}", lines[at], count=1)
    return lines


def _with_skeleton(_path: str, lines: Lines, finding: Finding) -> Lines:
    """Put a mark where the words for an image belong; the check asks for them until they stand there."""
    address = finding.message.removeprefix("the image `").partition("`")[0]
    at = finding.line - 1
    bare = re.compile(rf"!\[\s*\](?=\({re.escape(address)}[\s)])")
    lines[at] = bare.sub(f"![{SKELETON}]", lines[at], count=1)
    return lines


def _with_part(_path: str, lines: Lines, finding: Finding) -> Lines:
    """Put a part that nobody gets where it is read in the facilitator's list."""
    part = _part(finding)
    known = part in READING_ORDER and "`facilitator`" in finding.hint
    place = READING_ORDER.index(part) if known else -1

    def completed(items: Lines) -> Lines:
        later = (n for n, item in enumerate(items) if READING_ORDER.index(item) > place)
        at = next(later, len(items))
        return [*items[:at], part, *items[at:]]

    return _listed(lines, finding.line, completed) if place >= 0 else lines


def _with_part_once(_path: str, lines: Lines, finding: Finding) -> Lines:
    part = _twice(finding)

    def once(items: Lines) -> Lines:
        last = len(items) - 1 - items[::-1].index(part)
        return items[:last] + items[last + 1 :] if items.count(part) > 1 else items

    return _listed(lines, finding.line, once)


def _listed(lines: Lines, line: int, change: Callable[[Lines], Lines]) -> Lines:
    """Change the first list of parts from a line on; one of another form stays as it is."""
    block = "\n".join(lines[line - 1 : line - 1 + _LONGEST])
    found = _LIST.search(block)
    items = re.split(r",\s*", found["items"]) if found else []
    # It must be the only list that begins in the line of the finding: others are other roles'.
    own = found and "\n" not in block[: found.end("open")] and lines[line - 1].count("parts:") == 1
    if not found or not own or not set(items) <= set(READING_ORDER):
        return lines
    changed = f"{found['open']}{', '.join(change(items))}{found['close']}"
    block = block[: found.start()] + changed + block[found.end() :]
    return [*lines[: line - 1], *block.split("\n"), *lines[line - 1 + _LONGEST :]]


def _part(finding: Finding) -> str:
    found = _PART.search(finding.message)
    return found["part"] if found else ""


def _twice(finding: Finding) -> str:
    return _part(finding) if finding.message.endswith(" twice") else ""


MENDINGS = {
    "values-are-valid": Mending(_quoted),
    "yaml-names-its-schema": Mending(_with_schema),
    "headings-skip-no-level": Mending(_leveled),
    "pages-have-one-title": Mending(_leveled),
    "images-have-alt-text": Mending(_with_skeleton, more=lambda _finding: SKELETON),
    "parts-are-named": Mending(_with_part, more=_part),
    "roles-have-parts": Mending(_with_part_once, less=_twice),
}
"""The rules of which some findings can be mended."""
