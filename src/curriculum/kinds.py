"""At which paths each kind of entry stands, and which ids are claimed there though nobody read them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from curriculum import schema
from curriculum.catalog import CASE_FILES, PART_FILES
from curriculum.schema import Authored

# The pattern of each path, with `id` for the name people use.
ENTRIES: dict[str, tuple[re.Pattern[str], type[Authored]]] = {
    "tracks": (re.compile(r"modules/(?P<id>[^/]+)/track\.yml"), schema.Track),
    "modules": (re.compile(r"modules/[^/]+/(?P<id>[^/]+)/module\.yml"), schema.Module),
    "cases": (re.compile(r"content/cases/(?P<id>[^/]+)/case\.yml"), schema.Case),
    "paths": (re.compile(r"content/paths/(?P<id>[^/]+)\.yml"), schema.LearningPath),
    "agendas": (re.compile(r"content/agendas/(?P<id>[^/]+)\.yml"), schema.Agenda),
    "frameworks": (
        re.compile(r"content/frameworks/(?P<id>(?!index\.)[^/]+)\.md"),
        schema.Framework,
    ),
}
LISTS: dict[str, tuple[str, str, type[Authored]]] = {
    "content/people.yml": ("people", "people", schema.Person),
    "content/references.yml": ("references", "references", schema.Reference),
    "content/glossary.yml": ("terms", "terms", schema.Term),
    "content/further-reading.yml": ("further_reading", "items", schema.FurtherReading),
}
STRINGS = re.compile(r"content/strings/[^/]+\.yml")

_YAML = {"modules": ("module.yml", PART_FILES), "content": ("case.yml", CASE_FILES)}
_FOLDER = re.compile(r"(?P<folder>(?P<top>modules)/[^/]+/[^/]+|(?P<lib>content)/cases/[^/]+)/.+")
_HOMES = {
    **dict.fromkeys(("tracks", "modules"), "modules"),
    **{kind: f"content/{kind}" for kind in ("cases", "paths", "agendas", "frameworks")},
    **{kind: path for path, (kind, _, _) in LISTS.items()},
}
"""The folder or the file in which everything of a kind stands."""


def yaml_of(path: str) -> str:
    """Return the YAML file that the folder of a module or a case should have; empty elsewhere."""
    found = _FOLDER.fullmatch(path)
    return f"{found['folder']}/{_YAML[found['top'] or found['lib']][0]}" if found else ""


def claims(files: Iterable[str], left_out: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each kind and id that stands for something, though its YAML is not there or not read.

    A folder with parts is a module all the same: that its YAML is missing is one mistake, and
    nobody who names the module has made another.
    """
    expected = [yaml_of(path) for path in files if _is_part(path)]
    for path in left_out:
        expected += [path, *(f"{path}/{name}.yml" for name in ("track", "module", "case"))]
    for path in expected:
        for kind, (pattern, _) in ENTRIES.items():
            if found := pattern.fullmatch(path):
                yield kind, found["id"]


def _is_part(path: str) -> bool:
    """Whether a file is a part of a module or a text of a case, by its name and its place."""
    folder, _, name = path.rpartition("/")
    yaml = yaml_of(path)
    return yaml.rpartition("/")[0] == folder and name in _YAML[path.partition("/")[0]][1].values()


def unread(left_out: Collection[str]) -> Iterator[str]:
    """Yield the kinds of which nobody knows every id, because a file or a folder was left out."""
    for kind, home in _HOMES.items():
        if any(f"{home}/".startswith(f"{path}/") for path in left_out):
            yield kind
    if any(path.startswith("modules/") and path.count("/") == 1 for path in left_out):
        yield "modules"  # the folder of a whole track, perhaps
