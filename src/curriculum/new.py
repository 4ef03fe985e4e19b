"""What a new module, case, path or agenda begins with: the texts of its files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from curriculum.catalog import Catalog, Entry
from curriculum.kinds import ENTRIES
from curriculum.schema import Module
from curriculum.words import clock

Texts = dict[str, str]

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 60
# Braces and angle brackets would be macros and HTML in the heading of a page.
_TITLE = re.compile(r"[^\n\r{}<>`]+")


class CannotBeginError(ValueError):
    """Something new that cannot be begun: why, and a hint."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class Wish:
    """What somebody wants to begin."""

    id: str
    title: str
    today: str
    """The day, as ISO 8601."""

    @property
    def values(self) -> dict[str, str]:
        """What the scaffold is filled with."""
        edition = f"{self.today[:4]}.1"
        return {"id": self.id, "title": self.title, "today": self.today, "edition": edition}


def wish(id_: str, title: str, today: str) -> Wish:
    """Return a wish whose id and title can stand in files; `CannotBeginError` otherwise."""
    if not _ID.fullmatch(id_) or len(id_) > _LONGEST:
        plain = re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-")[:_LONGEST].strip("-")
        hint = f"try `{plain}`" if plain else "use small letters, digits and single hyphens"
        message = f"`{id_}` cannot be an id"
        raise CannotBeginError(message, hint)
    title = title.strip() or id_.replace("-", " ").capitalize()
    if not _TITLE.fullmatch(title):
        message = "the title holds braces, angle brackets, back-ticks or a line break"
        raise CannotBeginError(message, "write it in plain words")
    return Wish(id_, title, today)


def new_module(catalog: Catalog, track: str, wanted: Wish) -> Texts:
    """Return the files of a new module, with a track if that is new as well."""
    _refuse_twin(catalog, "modules", "module", wanted, "ids are unique over all tracks")
    begun = wish(track, "", wanted.today)
    texts = _filled("module", f"modules/{track}/{wanted.id}", wanted.values)
    if not catalog.knows("tracks", track):
        taken = {entry.value.position for entry in catalog.tracks.values()}
        position = next(number for number in range(1, 100) if number not in taken)
        values = {**begun.values, "id": wanted.id, "position": str(position)}
        texts |= _filled("track", f"modules/{track}", values)
    return texts


def new_case(catalog: Catalog, wanted: Wish) -> Texts:
    """Return the files of a new case, for the first track."""
    _refuse_twin(catalog, "cases", "case", wanted)
    tracks = catalog.ordered_tracks()
    if not tracks:
        message = "a case serves a track, and there is none"
        raise CannotBeginError(message, "begin with `curriculum new module TRACK/ID`")
    values = {**wanted.values, "track": tracks[0].id}
    return _filled("case", f"content/cases/{wanted.id}", values)


def new_path(catalog: Catalog, wanted: Wish) -> Texts:
    """Return the file of a new learning path, which begins with the first module that is ready."""
    _refuse_twin(catalog, "paths", "learning path", wanted)
    first, role = _first_ready(catalog)
    values = {
        **_first_values(first, role),
        **wanted.values,
        "minutes": str(first.value.audience[role].minutes),  # type: ignore[index]  # a role of it
    }
    text = _filled("path", "content/paths", values)
    return {f"content/paths/{wanted.id}.yml": text["content/paths/path.yml"]}


def new_agenda(catalog: Catalog, wanted: Wish) -> Texts:
    """Return the file of a new agenda: one day with the first module that is ready."""
    _refuse_twin(catalog, "agendas", "agenda", wanted)
    first, role = _first_ready(catalog)
    minutes = sum(step.minutes for step in first.value.session)
    times = {"minutes": str(minutes), "end": clock("09:30", minutes)}
    text = _filled("agenda", "content/agendas", _first_values(first, role) | wanted.values | times)
    return {f"content/agendas/{wanted.id}.yml": text["content/agendas/agenda.yml"]}


def new_curriculum() -> Texts:
    """Return the files of a whole sample curriculum, by their paths."""
    return {
        # Tools that pack Python drop some names that begin with a dot.
        path.replace("gitignore", ".gitignore"): text
        for path, text in _read(files("curriculum") / "scaffold" / "curriculum").items()
    }


def with_module(text: str, module: str) -> str | None:
    """Return the text of a track.yml that lists one more module, or None if its list is unusual."""
    found = re.search(r"^modules:[ \t]*(\[[^\]\n]*\])?[ \t]*\n?", text, re.MULTILINE)
    if not found:
        return None
    if found[1]:
        if _names(found[1], module):
            return text
        inside = found[1][1:-1].strip()
        row = f"modules: [{inside}, {module}]\n" if inside else f"modules: [{module}]\n"
        return text[: found.start()] + row + text[found.end() :]
    rows = re.compile(r"(?:[ \t]*- .*(?:\n|$))+").match(text, found.end())
    if not rows:
        return None
    if _names(rows.group(), module):
        return text
    last = rows.group().rstrip("\n").rpartition("\n")[2]
    indent = last[: len(last) - len(last.lstrip())]
    return text[: rows.end()].rstrip("\n") + f"\n{indent}- {module}\n" + text[rows.end() :]


def _names(rows: str, module: str) -> bool:
    """Whether a list in YAML has a module already; what stands behind `#` is no part of it."""
    return module in re.findall(r"[a-z0-9][a-z0-9-]*", re.sub(r"#.*", "", rows))


def _refuse_twin(
    catalog: Catalog, kind: str, word: str, wanted: Wish, hint: str = "choose another id"
) -> None:
    # By the files: a folder that has lost its YAML is known too, and is none that exists already.
    every = (ENTRIES[kind][0].fullmatch(path) for path in catalog.files)
    if any(found and found["id"] == wanted.id for found in every):
        message = f"there is already the {word} `{wanted.id}`"
        raise CannotBeginError(message, hint)


def _first_ready(catalog: Catalog) -> tuple[Entry[Module], str]:
    """Return the first module that may stand on a path, and a role that it is for."""
    for entry in catalog.in_order():
        roles = sorted(entry.value.audience, key=lambda role: role == "facilitator")
        if entry.value.status in {"pilot", "stable"}:
            return entry, roles[0]
    message = "it needs a module that is no draft, and there is none"
    raise CannotBeginError(message, "finish a module and write `status: pilot`")


def _first_values(first: Entry[Module], role: str) -> dict[str, str]:
    return {"module": first.id, "role": role, "assumes": f"[{', '.join(first.value.requires)}]"}


def _filled(kind: str, folder: str, values: Mapping[str, str]) -> Texts:
    """Return the files of a scaffold below a folder, with each `@name@` replaced."""
    texts = _read(files("curriculum") / "scaffold" / kind)
    return {f"{folder}/{path}": _fill(path, text, values) for path, text in texts.items()}


def _fill(path: str, text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        # In YAML the mark stands between quotes, so that a quote in a title cannot end it.
        safe = json.dumps(value, ensure_ascii=False)[1:-1] if path.endswith(".yml") else value
        text = text.replace(f"@{name}@", safe)
    return text


def _read(folder: Traversable, before: str = "") -> Texts:
    texts: Texts = {}
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            texts |= _read(item, f"{before}{item.name}/")
        else:
            texts[before + item.name] = item.read_text(encoding="utf-8")
    return texts
