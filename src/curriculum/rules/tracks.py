"""Rules about tracks and the folders of their modules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.catalog import Catalog
from curriculum.rules import Fault, firm_rule, rule

_MODULE = re.compile(r"modules/(?P<track>[^/]+)/(?P<id>[^/]+)/module\.yml")
_FOLDER = re.compile(r"(modules/[^/]+/[^/]+)/.+|(content/cases/[^/]+)/.+")


def _module_folders(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the track and the id of each folder with a module, in the order of their paths."""
    for path in sorted(catalog.files):
        found = _MODULE.fullmatch(path)
        if found:
            yield found["track"], found["id"]


@rule
def folders_have_their_yaml(catalog: Catalog) -> Iterator[Fault]:
    """Every folder of a module has a `module.yml`, every folder of a case a `case.yml`.

    Bad: `modules/innovation/prototype-this-week/` with `index.md` alone
    Good: `modules/innovation/prototype-this-week/` with `module.yml` and `index.md`
    """
    seen = set()
    for path in sorted(catalog.files):
        found = _FOLDER.fullmatch(path)
        folder = found[1] or found[2] if found else ""
        if folder in seen or not folder:
            continue
        seen.add(folder)
        name = "module.yml" if folder.startswith("modules/") else "case.yml"
        if f"{folder}/{name}" not in catalog.files:
            message = f"the folder `{folder}` has no `{name}`"
            yield Fault(path, 1, message, f"write `{folder}/{name}`, or delete the folder")


@firm_rule
def tracks_are_declared(catalog: Catalog) -> Iterator[Fault]:
    """Every folder of a track has a `track.yml`.

    Bad: `modules/innovation/` with modules and without `track.yml`
    Good: `modules/innovation/track.yml`
    """
    seen = set()
    for track, id_ in _module_folders(catalog):
        if track not in seen and f"modules/{track}/track.yml" not in catalog.files:
            message = f"the track `{track}` has no `track.yml`"
            hint = f"write `modules/{track}/track.yml`, or move the module to another track"
            yield Fault(f"modules/{track}/{id_}/module.yml", 1, message, hint)
        seen.add(track)


@rule
def tracks_list_their_modules(catalog: Catalog) -> Iterator[Fault]:
    """A track lists every module in its folder, each once.

    Bad: `modules: [prototype-this-week]` beside a folder `find-the-right-problem`
    Good: `modules: [find-the-right-problem, prototype-this-week]`
    """
    for track, id_ in _module_folders(catalog):
        entry = catalog.tracks.get(track)
        if entry and id_ not in entry.value.modules:
            message = f"`modules` leaves out `{id_}`, whose folder stands in this track"
            yield Fault(entry.path, entry.line("modules"), message, f"add `{id_}` where it belongs")
    for entry in catalog.tracks.values():
        order = entry.value.modules
        for number, id_ in enumerate(order):
            if id_ in order[:number]:
                message = f"`modules` lists `{id_}` twice"
                yield Fault(entry.path, entry.line("modules", number), message, "keep one of them")


@rule
def track_modules_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every module that a track lists has its folder in that track.

    Bad: `modules: [prototype-this-weak]`
    Good: `modules: [prototype-this-week]`
    """
    places = {id_: track for track, id_ in _module_folders(catalog)}
    for entry in catalog.tracks.values():
        for number, id_ in enumerate(entry.value.modules):
            if places.get(id_) == entry.id:
                continue
            message = f"`modules` lists `{id_}`, which has no folder in this track"
            elsewhere = f"it stands in `modules/{places[id_]}/{id_}`" if id_ in places else ""
            hint = elsewhere or f"write `modules/{entry.id}/{id_}/module.yml`, or take the name out"
            yield Fault(entry.path, entry.line("modules", number), message, hint)


@rule
def track_positions_are_unique(catalog: Catalog) -> Iterator[Fault]:
    """No two tracks stand at the same position.

    Bad: two `track.yml` files with `position: 2`
    Good: one with `position: 2`, one with `position: 3`
    """
    taken: dict[int, str] = {}
    for entry in sorted(catalog.tracks.values(), key=lambda entry: entry.id):
        other = taken.setdefault(entry.value.position, entry.id)
        if other != entry.id:
            message = f"`position` is {entry.value.position}, as in the track `{other}`"
            free = next(number for number in range(1, 100) if number not in taken)
            yield Fault(entry.path, entry.line("position"), message, f"{free} is free")
