"""What changed for readers between two states of a curriculum, in plain words; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from curriculum.catalog import Catalog, Entry
from curriculum.differences import SAYINGS, text_changes
from curriculum.promises import broken, named_before
from curriculum.redirects import address
from curriculum.sites import uri_of, url_of
from curriculum.words import count_words, minutes_words

State = Literal["new", "changed", "moved", "gone", "unreadable"]
KINDS = {
    "tracks": "Track",
    "modules": "Module",
    "cases": "Case",
    "paths": "Learning path",
    "agendas": "Agenda",
    "frameworks": "Framework",
}
_LISTS = {
    "terms": ("Glossary", "glossary/", "term"),
    "references": ("References", "references/", "title"),
    "further_reading": ("Further reading", "further-reading/", "title"),
    "people": ("People", "people/", "name"),
}
_FEW = 5


@dataclass(frozen=True)
class Change:
    """What happened to one thing that readers see."""

    state: State
    kind: str
    """`Module`, `Case`, `Page` …"""
    title: str
    """Its name now, or its last name; not escaped."""
    address: str
    """Where it stands, below the site's root."""
    says: tuple[str, ...] = ()
    """What changed in it, one sentence each; not escaped."""


@dataclass(frozen=True)
class Changes:
    """Everything that changed, and what should not have."""

    broken: tuple[str, ...] = ()
    """Promises that were made to readers and are not kept."""
    entries: tuple[Change, ...] = ()


def changes(before: Catalog, after: Catalog) -> Changes:
    """Return what changed for readers from one catalog to another, in the order of the site."""
    entries = [change for kind in KINDS for change in _of_kind(before, after, kind)]
    entries += _pages(before, after)
    entries += _lists(before, after)
    return Changes(tuple(broken(before, after)), tuple(entries))


def _of_kind(before: Catalog, after: Catalog, kind: str) -> Iterator[Change]:
    olds: Mapping[str, Entry[Any]] = getattr(before, kind)
    news: Mapping[str, Entry[Any]] = getattr(after, kind)
    taken = set()
    for new in news.values():
        old = olds.get(new.id) or named_before(olds, new)
        if old:
            taken.add(old.id)
            yield from _pair(before, after, kind, (old, new))
        elif not before.knows(kind, new.id):
            about = _first_words(kind, new)
            yield Change("new", KINDS[kind], new.value.title, _place(new.path), about)
    for old in olds.values():
        if old.id not in taken:
            known = after.knows(kind, old.id)
            state: State = "unreadable" if known else "gone"
            yield Change(state, KINDS[kind], old.value.title, _place(old.path))


def _first_words(kind: str, new: Entry[Any]) -> tuple[str, ...]:
    if kind != "modules":
        return ()
    return (f"The session takes {minutes_words(new.value.minutes)}",)


def _pair(
    before: Catalog, after: Catalog, kind: str, pair: tuple[Entry[Any], Entry[Any]]
) -> Iterator[Change]:
    old, new = pair
    says = list(SAYINGS[kind](before, after, old, new))
    here, there = _place(new.path), _place(old.path)
    if here != there:
        says.insert(0, f"It stood in {there} before")
    if says:
        state: State = "moved" if here != there else "changed"
        yield Change(state, KINDS[kind], new.value.title, here, tuple(says))


def _pages(before: Catalog, after: Catalog) -> Iterator[Change]:
    """Yield what happened to the pages that somebody wrote by hand."""
    olds, news = _written(before), _written(after)
    for path in sorted({*olds, *news}):
        old, new = before.bodies.get(path), after.bodies.get(path)
        place = url_of(uri_of(path))
        if old and new:
            says = tuple(text_changes("The text", old.rest, new.rest))
            if says:
                yield Change("changed", "Page", new.title or path, place, says)
        elif new and not before.has(path):
            yield Change("new", "Page", new.title or path, place)
        elif old:
            state: State = "unreadable" if after.has(path) else "gone"
            yield Change(state, "Page", old.title or path, place)


def _written(catalog: Catalog) -> set[str]:
    """Return the files that belong to no entry; those of an entry with mistakes are told with it."""
    shown = {path for kind in KINDS for path in _texts(getattr(catalog, kind).values())}
    return catalog.bodies.keys() - shown - set(_texts(each for _, each in catalog.damaged))


def _texts(entries: Iterable[Entry[Any]]) -> Iterator[str]:
    for entry in entries:
        yield from (entry.path, *entry.parts.values())


def _lists(before: Catalog, after: Catalog) -> Iterator[Change]:
    """Yield what happened to the lists: words, sources, further reading, people."""
    for kind, (title, place, name) in _LISTS.items():
        olds: Mapping[str, Any] = getattr(before, kind)
        news: Mapping[str, Any] = getattr(after, kind)
        if kind in after.unreadable:
            yield Change("unreadable", "List", title, place)
            continue
        both = [id_ for id_ in news if id_ in olds and news[id_] != olds[id_]]
        told = {
            "New": [getattr(news[id_], name) for id_ in news if not before.knows(kind, id_)],
            "Changed": [getattr(news[id_], name) for id_ in both],
            "Taken out": [getattr(olds[id_], name) for id_ in olds if not after.knows(kind, id_)],
        }
        says = tuple(f"{what}: {_some(names)}" for what, names in told.items() if names)
        if says:
            yield Change("changed", "List", title, place, says)


def _some(names: list[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:_FEW])
    more = len(names) - _FEW
    return f"{shown} and {count_words(more, 'other')}" if more > 0 else shown


def _place(path: str) -> str:
    """Return the address of the page of an entry's file, with a slash at the end."""
    if path.endswith(".md"):
        return url_of(uri_of(path))
    return f"{address(path).removesuffix('/track')}/"
