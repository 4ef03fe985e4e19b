"""What is said of packets that were not made: each fault once, at its line, with how many packets it is in."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from curriculum.findings import Finding
from curriculum.packets.packet import Packet
from curriculum.packets.work import Fault

_WORD = re.compile(r"[^\W_]+")
_LONGEST, _SHORTEST = 20, 6
"""How many words are looked for, and how many letters of them must be found."""
_LENGTH = re.compile(r"\d+ mm")


def finding_of(packet: Packet, fault: Fault, root: Path) -> Finding:
    """Return why a packet was not made, at the line of a file below the root where that is known."""
    path = fault.path or packet.path
    message = f"`{packet.name}` was not made: {fault.message}"
    line = _line_in(root / path, fault.words)
    return Finding(path, line, "packets-are-made", message, fault.hint)


def _line_in(file: Path, words: str) -> int:
    try:
        return line_of(words, file.read_text("utf-8")) if words else 1
    except (OSError, UnicodeDecodeError):
        return 1


def line_of(words: str, text: str) -> int:
    """Return the line of Markdown on which some printed words begin, or 1 where they are not found.

    Marks and spaces do not count. What is printed may go on otherwise than its source, where that
    has a link or a macro; so fewer and fewer words are looked for.
    """
    lines = ["".join(_WORD.findall(line)) for line in text.casefold().split("\n")]
    ends = list(accumulate(map(len, lines)))
    letters, wanted = "".join(lines), _WORD.findall(words.casefold())[:_LONGEST]
    for count in range(len(wanted), 0, -1):
        beginning = "".join(wanted[:count])
        if count < len(wanted) and len(beginning) < _SHORTEST:
            break
        place = letters.find(beginning)
        if place >= 0:
            return bisect(ends, place) + 1
    return 1


def merged(found: Iterable[tuple[str, Finding]]) -> list[Finding]:
    """Return findings about packets, by their names, each fault once: `x.pdf` and 5 more have it.

    On another paper the same table is wider by another length.
    """
    alike: dict[Finding, list[tuple[str, Finding]]] = {}
    for name, finding in found:
        nameless = finding.message.removeprefix(f"`{name}` was")
        key = replace(finding, message=_LENGTH.sub("", nameless))
        alike.setdefault(key, []).append((name, finding))
    return [_one(*group) for group in alike.values()]


def _one(first: tuple[str, Finding], *others: tuple[str, Finding]) -> Finding:
    name, finding = first
    if not others:
        return finding
    one, several = f"`{name}` was", f"`{name}` and {len(others)} more were"
    return replace(finding, message=finding.message.replace(one, several, 1))
