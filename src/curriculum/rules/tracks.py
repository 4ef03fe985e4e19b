"""Rules about tracks and the folders of their modules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.catalog import Catalog
from curriculum.kinds import yaml_of
from curriculum.rules import Fault, firm_rule, rule

_MODULE = re.compile(r"modules/(?P<track>[^/]+)/(?P<id>[^/]+)/module\.yml")


def _module_folders(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the track and the id of each folder with a module, in the order of their paths."""
    for path in sorted(catalog.files):
        found = _MODULE.fullmatch(path)
        if found:
            yield found["track"], found["id"]


@firm_rule
def folders_have_their_yaml(catalog: Catalog) -> Iterator[Fault]:
    """Every folder of a module has a `module.yml`, every folder of a case a `case.yml`.

    Bad: `modules/innovation/prototype-this-week/` with `index.md` alone
    Good: `modules/innovation/prototype-this-week/` with `module.yml` and `index.md`
    """
    told = set()
    for path in sorted(catalog.files, key=lambda path: (not path.endswith("/index.md"), path)):
        wanted = yaml_of(path)
        if wanted and wanted not in told and not catalog.has(wanted):
            told.add(wanted)
            folder, _, name = wanted.rpartition("/")
            hint = f"write `{wanted}`, or delete the folder"
            yield Fault(path, 1, f"the folder `{folder}` has no `{name}`", hint)


@firm_rule
def tracks_are_declared(catalog: Catalog) -> Iterator[Fault]:
    """Every folder of a track has a `track.yml`.

    Bad: `modules/innovation/` with modules and without `track.yml`
    Good: `modules/innovation/track.yml`
    """
    seen = set()
    for track, id_ in _module_folders(catalog):
        if track not in seen and not catalog.has(f"modules/{track}/track.yml"):
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
            # A folder without its YAML is told of the folder.
            folder = f"modules/{entry.id}/{id_}"
            if places.get(id_) == entry.id or _stands(catalog, folder):
                continue
            message = f"`modules` lists `{id_}`, which has no folder in this track"
            elsewhere = f"it stands in `modules/{places[id_]}/{id_}`" if id_ in places else ""
            hint = elsewhere or f"write `{folder}/module.yml`, or take the name out"
            yield Fault(entry.path, entry.line("modules", number), message, hint)


def _stands(catalog: Catalog, folder: str) -> bool:
    return catalog.has(folder) or any(path.startswith(f"{folder}/") for path in catalog.files)


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
