"""Rules about repetition: what is written once need not be read twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.catalog import Catalog
from curriculum.rules import Fault, rule

_SHORT = 12
_FIRST = 4
_MARKS = "-*+>#|!.)0123456789 \t\n"
# Items of a list need no blank line between them.
_ITEM = re.compile(r"\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_BLANK = re.compile(r"\n[ \t]*\n")
_CALLS = re.compile(r"(?:\{\{[^{}]*\}\}\s*)+")
_SHARED_FOLDERS = ("modules/", "content/cases/", "content/kits/")


@rule
def paragraphs_stand_once(catalog: Catalog) -> Iterator[Fault]:
    """No two modules, cases or kits share a paragraph of more than twelve words.

    Bad: the same advice on nervous speakers, word for word, in two educator guides
    Good: the advice in one of them, and `{{ module("story-of-self") }}` in the other
    """
    for (path, block), (first, before) in _repeated(catalog):
        line = _line(catalog.bodies[path].text, block)
        place = f"{first}:{_line(catalog.bodies[first].text, before)}"
        message = f"the same paragraph stands in `{place}`"
        yield Fault(path, line, message, "say it in other words, or link to the one from the other")


Place = tuple[str, str]


def _repeated(catalog: Catalog) -> Iterator[tuple[Place, Place]]:
    """Yield each paragraph that stands in two units, as file and text, with the place before it."""
    beginnings: dict[str, list[Place]] = {}
    for path, body in catalog.bodies.items():
        for block in _blocks(body.text):
            # Only those that begin alike are compared in full, which is a tenth of the work.
            words = block.lstrip(_MARKS).split(None, _FIRST)
            if len(words) > _FIRST:
                beginning = " ".join(words[:_FIRST]).lower()
                beginnings.setdefault(beginning, []).append((path, block))
    for alike in beginnings.values():
        if len(alike) > 1:
            yield from _same(alike)


def _same(alike: list[Place]) -> Iterator[tuple[Place, Place]]:
    seen: dict[str, Place] = {}
    for place in alike:
        path, block = place
        words = block.lstrip(_MARKS).lower().split()
        if len(words) <= _SHORT or _CALLS.fullmatch(block.strip()):
            continue
        before = seen.setdefault(" ".join(words), place)
        if _unit(before[0]) != _unit(path):
            yield place, before


def _blocks(text: str) -> Iterator[str]:
    for block in _BLANK.split(text):
        if "\n" in block:
            yield from _ITEM.split(block)
        else:
            yield block


def _unit(path: str) -> str:
    """Return what a text belongs to: its folder, or itself where each file of a folder is its own."""
    return path.rpartition("/")[0] if path.startswith(_SHARED_FOLDERS) else path


def _line(text: str, block: str) -> int:
    begin = text.index(block)
    begin += len(block) - len(block.lstrip("\n"))
    return text.count("\n", 0, begin) + 1
