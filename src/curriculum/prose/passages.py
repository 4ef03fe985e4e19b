"""Which words of a curriculum its readers read, and on which line they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from curriculum.body import Body, tokens_of
from curriculum.calls import without_calls
from curriculum.catalog import Catalog
from curriculum.macros import arguments
from curriculum.source import Path as Where
from curriculum.source import front_matter, walk_strings

CITED = "\ue000"
"""Stands where a source is cited."""
CALLED = "\ue001"
"""Stands where any other macro prints something."""

_CITE = re.compile(r"[ ]*\{\{\s*cite\([^{}]*\)\s*\}\}")
_FIELDS = (  # noqa: SIM905  (a list with one to a line is too long to be read)
    "title summary question questions decision text what do between follow_up key_points take_home"
    " item prompt label why term definition note role columns rows caution"
).split()
# What others have named: their works keep the spelling of their title pages.
_OTHERS = frozenset({"sources", "references", "items", "people", "allow"})
_SHOWN = ("label", "words", "options", "low", "high")
_STAND_INS = {"softbreak": "\n", "hardbreak": "\n", "code_inline": CALLED}
_SPAN_ENDS = {"em_open": "em_close", "link_open": "link_close"}


@dataclass(frozen=True)
class Passage:
    """A paragraph, a heading, a cell or a field: words without marks, as one reads them."""

    path: str
    line: int
    text: str
    """Its lines stay lines; `CITED` and `CALLED` stand for macro calls."""
    is_prose: bool = False
    """Whether it is made of sentences: a paragraph, also one of a list or a box."""
    has_sources: bool = False
    """Whether what it quotes is cited beside it: the fields of a case."""
    set_apart: tuple[tuple[int, int], ...] = ()
    """Where words in italics and links to the outside begin and end."""

    def line_at(self, place: int) -> int:
        """Return the line of a place in its text."""
        return self.line + self.text.count("\n", 0, place)


def passages_of(catalog: Catalog) -> Iterator[Passage]:
    """Yield every passage of a curriculum: of its Markdown, its fields on paper and its YAML."""
    for path, body in catalog.bodies.items():
        yield from passages_in(path, body)
    for path, calls in catalog.calls.items():
        for call in calls:
            given = arguments(call)
            for text in _flat([given[name] for name in _SHOWN if name in given]):
                yield Passage(path, call.line, text)
    for path, record in catalog.records.items():
        for where, text in walk_strings(record.value):
            if _is_ours(where):
                cited = path.endswith("/case.yml")
                yield Passage(path, record.line(where), text.rstrip("\n"), has_sources=cited)


def _flat(given: list[Any]) -> Iterator[str]:
    for each in given:
        yield from each if isinstance(each, list) else [each]


def _is_ours(where: Where) -> bool:
    """Whether a field is a sentence or a title of our own."""
    names = [name for name in where if isinstance(name, str)]
    return bool(names) and names[-1] in _FIELDS and not _OTHERS.intersection(names[:-1])


def passages_in(path: str, body: Body) -> Iterator[Passage]:
    """Yield the passages of a Markdown file."""
    blank = "\n" * front_matter(body.text)[1]
    text = without_calls(_CITE.sub(CITED, blank + body.rest), CALLED)
    before, line = "", 1
    for token in tokens_of(text):
        line = token.map[0] + 1 if token.map else line
        if token.type == "inline":
            words, apart = _plain(token.children or [])
            if words.strip(f" \n{CITED}{CALLED}"):
                prose = before == "paragraph_open"
                yield Passage(path, line, words, is_prose=prose, set_apart=apart)
        before = token.type


def _plain(parts: list[Token]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the words of a paragraph, and where those stand that are set apart."""
    text = ""
    apart: list[tuple[int, int]] = []
    begin, end = 0, ""
    for part in parts:
        if part.type in {"text", "image"}:
            text += part.content
        elif part.type in _STAND_INS:
            text += _STAND_INS[part.type]
        elif not end and _is_apart(part):
            begin, end = len(text), _SPAN_ENDS[part.type]
        elif part.type == end:
            apart.append((begin, len(text)))
            end = ""
    return text, tuple(apart)


def _is_apart(part: Token) -> bool:
    outside = str(part.attrs.get("href", "http")).startswith("http")
    return part.type in _SPAN_ENDS and outside
