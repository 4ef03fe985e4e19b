"""What a city that prints packets adds to them: its name, its logo, whom to ask, and notes on modules."""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from curriculum.findings import Finding, suggest
from curriculum.images import check_image
from curriculum.schema import City
from curriculum.source import Record, decode, read_yaml
from curriculum.tree import read_regular
from curriculum.validate import validate
from curriculum.words import size_words

LOGO_BYTES = 500_000
NAME_LETTERS = 80
"""How long its name may be, as `schema.City` says too."""
TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
}
_HINT = "a logo needs to be no more than 1,000 pixels wide"


@dataclass(frozen=True)
class CityFace:
    """A city as packets show it."""

    name: str = ""
    logo: str = ""
    """Its logo as a `data:` address."""
    contact: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    """What it says about a module, by the module's id."""


NO_CITY = CityFace()


def read_city(file: Path, modules: Collection[str]) -> tuple[CityFace, list[Finding]]:
    """Read a city's YAML file and its logo; `modules` are the ids that notes may name."""
    try:
        raw = read_regular(file)
    except OSError as error:
        message = f"the city's file cannot be read: {error.strerror}"
        return NO_CITY, [Finding(str(file), 1, "cities-are-complete", message)]
    text, findings = decode(str(file), raw)
    record, more = read_yaml(str(file), text) if not findings else (None, [])
    if record is None:
        return NO_CITY, [*findings, *more]
    city, wrong = validate(City, record)
    if city is None:
        return NO_CITY, wrong
    found = list(_unknown(city, record, modules))
    face = CityFace(city.name, "", city.contact or "", city.notes)
    if city.logo:
        logo, flaws = read_logo(file.parent / city.logo, city.logo)
        place = record.line(("logo",))
        found += [replace(flaw, path=str(file), line=place) for flaw in flaws]
        face = replace(face, logo=logo)
    return face, sorted(found)


def _unknown(city: City, record: Record, modules: Collection[str]) -> Iterator[Finding]:
    for id_ in city.notes:
        if id_ not in modules:
            message = f"`notes` names the module `{id_}`, which does not exist"
            line = record.line(("notes", id_))
            yield Finding(record.path, line, "cities-are-complete", message, suggest(id_, modules))


def read_logo(file: Path, name: str) -> tuple[str, list[Finding]]:
    """Return a logo as a `data:` address, or what is wrong with it; `name` is how it was given."""
    suffix = file.suffix.removeprefix(".").lower()
    if suffix not in TYPES:
        return _refused(name, "is no SVG, PNG, JPEG or WebP image", "save it as one of these")
    try:
        raw = read_regular(file)
    except OSError as error:
        near = sorted(other.name for other in file.parent.glob("*.*"))
        what = "is not there" if isinstance(error, FileNotFoundError) else f"{error.strerror}"
        return _refused(name, what, suggest(file.name, near))
    if len(raw) > LOGO_BYTES:
        size, most = size_words(len(raw)), size_words(LOGO_BYTES)
        return _refused(name, f"has {size}; at most {most} are printed", _HINT)
    flaws = check_image(f"logo.{'jpg' if suffix == 'jpeg' else suffix}", raw)
    if flaws:
        return _refused(name, f"cannot be printed: {flaws[0].message}", flaws[0].hint)
    return f"data:{TYPES[suffix]};base64,{base64.b64encode(raw).decode()}", []


def _refused(name: str, what: str, hint: str) -> tuple[str, list[Finding]]:
    return "", [Finding(name, 1, "logos-can-be-printed", f"the logo `{name}` {what}", hint)]
