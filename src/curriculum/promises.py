"""Which promises to readers a change would break: addresses, parts, and what checks an objective."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from curriculum.catalog import CASE_FILES, PART_FILES, Catalog, Entry
from curriculum.kinds import yaml_of
from curriculum.redirects import address
from curriculum.schema import Module
from curriculum.sites import uri_of, url_of
from curriculum.words import PARTS, count_words

_MOVABLE = ("modules", "cases", "paths", "agendas")


def broken(before: Catalog, after: Catalog) -> Iterator[str]:
    """Yield a sentence for each promise of `before` that `after` does not keep.

    Addresses are counted by the files that are there, so that a mistake in one loses none.
    """
    now = set(addresses(after.files | after.left_out))
    gone = {old for old in addresses(before.files | before.left_out) if not leads(old, now, after)}
    for title, part, path in _lost_parts(before, after):
        here = url_of(uri_of(path))
        gone.discard(here)
        yield f"“{title}” has lost its {PARTS[part].lower()}, and {here} leads nowhere"
    for root in sorted(gone):
        if not any(root != other and root.startswith(other) for other in gone):
            below = sum(other.startswith(root) for other in gone) - 1
            also = f", with {count_words(below, 'page')} below it" if below else ""
            yield f"The address {root} was published and leads nowhere now{also}"
    yield from _unchecked(before, after)


def addresses(files: Iterable[str]) -> Iterator[str]:
    """Yield the address of each page that the files of a curriculum make, lists excepted."""
    for path in files:
        if path.endswith(".md"):
            yield url_of(uri_of(path))
        # A folder without its YAML is a mistake of its own, and no loss of an address.
        if path.startswith("modules/") and yaml_of(path):
            yield f"{yaml_of(path).rpartition('/')[0]}/facilitate/"
        elif path.endswith("/track.yml"):
            yield f"{address(path).removesuffix('/track')}/"
        elif path.startswith(("content/paths/", "content/agendas/")) and path.endswith(".yml"):
            yield f"{address(path)}/"


def leads(old: str, now: set[str], after: Catalog) -> bool:
    """Whether an address is still there, or a redirect leads from it to a page that is."""
    if old in now:
        return True
    for here, former in _moves(after):
        rest = old.removeprefix(f"{former}/")
        if rest != old and f"{here}/{rest}" in now:
            return True
    return False


def _moves(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the address of each entry with each that it had before, as far as its file tells."""
    whole = (entry for kind in _MOVABLE for entry in getattr(catalog, kind).values())
    for entry in (*whole, *(entry for _, entry in catalog.damaged)):
        for former in getattr(entry.value, "formerly", []):
            yield address(entry.path), former


def named_before(olds: Mapping[str, Entry[Any]], new: Entry[Any]) -> Entry[Any] | None:
    """Return what an entry was before it got another name, by what its `formerly` says."""
    former = getattr(new.value, "formerly", [])
    return next((old for old in olds.values() if address(old.path) in former), None)


def _kept_modules(before: Catalog, after: Catalog) -> Iterator[tuple[Entry[Module], Entry[Module]]]:
    for new in after.modules.values():
        old = before.modules.get(new.id) or named_before(before.modules, new)
        if old:
            yield old, new


def _lost_parts(before: Catalog, after: Catalog) -> Iterator[tuple[str, str, str]]:
    for old, new in _kept_modules(before, after):
        for part in PART_FILES:
            here = f"{new.folder}/{PART_FILES[part]}"
            if part in old.parts and not after.has(here):
                yield new.value.title, part, old.parts[part]


def _unchecked(before: Catalog, after: Catalog) -> Iterator[str]:
    for old, new in _kept_modules(before, after):
        checked = {goal.text for goal in old.value.objectives if _checks(before, old, goal)}
        for goal in new.value.objectives:
            kept = _checks(after, new, goal) or _nobody_knows(after, new, goal)
            if goal.text in checked and not kept:
                yield f"“{new.value.title}” no longer checks the objective “{goal.text}” anywhere"


def _checks(catalog: Catalog, module: Entry[Module], goal: Any) -> bool:
    """Whether the part that checks an objective is there and in somebody's hands."""
    given = {part for audience in module.value.audience.values() for part in audience.parts}
    return goal.assessed_by in given and bool(catalog.part_path(module, goal.assessed_by))


def _nobody_knows(catalog: Catalog, module: Entry[Module], goal: Any) -> bool:
    """Whether an objective is checked in a text of a case whose own file has mistakes."""
    told = module.value.case or ""
    unread = told not in catalog.cases and catalog.knows("cases", told)
    return unread and goal.assessed_by in CASE_FILES
