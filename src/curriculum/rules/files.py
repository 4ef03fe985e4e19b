"""Rules about the names of files: every computer can keep them, and each page has its own address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from curriculum.catalog import Catalog
from curriculum.rules import RULES, Fault, firm_rule
from curriculum.sites import LISTS, TAKEN, uri_of, url_of
from curriculum.sixty import sixty_pages

_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LONGEST = 80
_LONGEST_PATH = 200
# MkDocs takes no pages from it.
_PASSED_OVER = "templates"


@firm_rule
def names_are_portable(catalog: Catalog) -> Iterator[Fault]:
    """Names of files and folders consist of letters, digits, hyphens and dots.

    Bad: `modules/innovation/prototype-this-week/Übersicht (alt).md`, `aux.md`, `.notes.md`
    Good: `modules/innovation/prototype-this-week/overview.md`
    """
    told: set[str] = set()
    for path in sorted(catalog.files):
        names = path.split("/")
        for depth, name in enumerate(names):
            what = _odd(name)
            here = "/".join(names[: depth + 1])
            if what and here not in told:
                told.add(here)
                hint = "use small letters, digits and hyphens, and begin with a letter"
                yield Fault(path, 1, f"the name `{_shown(name)}` {what}", hint)
        if len(path) > _LONGEST_PATH:
            message = (
                f"the path is {len(path)} characters long; at most {_LONGEST_PATH} work everywhere"
            )
            yield Fault(path, 1, message, "use shorter names")


def _odd(name: str) -> str:
    """Return what is wrong with the name of a file or a folder, or the empty string."""
    if name.startswith("."):
        return "begins with a dot, which hides it"
    if _DEVICES.match(name):
        return "means a device on Windows"
    if len(name) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    return "" if _NAME.fullmatch(name) else "does not work on every computer and in every address"


def _shown(name: str) -> str:
    """Return a name that can be printed on one line."""
    plain = "".join(mark if mark.isprintable() else "?" for mark in name).replace("`", "'")
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…"


@firm_rule
def names_differ_by_more_than_case(catalog: Catalog) -> Iterator[Fault]:
    """No two paths are equal but for capitals or the way in which accents are written.

    Bad: `content/kits/Press.md` beside `content/kits/press.md`
    Good: `content/kits/press.md` beside `content/kits/press-release.md`
    """
    first: dict[str, str] = {}
    for path in sorted(catalog.files):
        names = path.split("/")
        for depth in range(1, len(names) + 1):
            here = "/".join(names[:depth])
            other = first.setdefault(unicodedata.normalize("NFKC", here).casefold(), here)
            if other != here:
                message = f"the path is `{other}` again, but for capitals or accents"
                yield Fault(path, 1, message, "many computers cannot keep both: rename one")
                break


@firm_rule
def pages_have_their_own_addresses(catalog: Catalog) -> Iterator[Fault]:
    """Every page and image has an address that nothing else on the site has.

    Bad: `content/kits.md` beside `content/kits/index.md`; `content/assets/map.png`
    Good: `content/kits/index.md` alone; `content/kits/map.png`
    """
    for path in sorted(catalog.files):
        top = uri_of(path).partition("/")[0].removesuffix(".md")
        if path.startswith("content/") and top in TAKEN and "/" in uri_of(path):
            message = f"the site keeps files of its own in `{top}/`"
            yield Fault(path, 1, message, "choose another name for the folder")
        elif path.startswith(f"content/{_PASSED_OVER}/"):
            message = f"nothing in `{_PASSED_OVER}/` is published"
            yield Fault(path, 1, message, "choose another name for the folder")
        elif path.endswith("/README.md"):
            message = "`README.md` would be published as `index.md`"
            yield Fault(path, 1, message, "name it `index.md`, or delete it")
    first: dict[str, str] = {}
    for address, path in addresses(catalog):
        other = first.setdefault(address, path)
        if other != path:
            message = f"the address `{address}` belongs to {_of(other)}"
            yield Fault(path, 1, message, "rename one of them, or put both into one file")


def addresses(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the address of every page with the file it is made from; the site's own have none."""
    own = (*LISTS, *(f"contribute/rules/{id_}.md" for id_ in ("index", *RULES)))
    for uri in (*own, *(page.uri for page in sixty_pages(catalog))):
        yield url_of(uri_of(uri)), ""
    for track in catalog.tracks.values():
        yield f"modules/{track.id}/", track.path
    for module in catalog.modules.values():
        yield f"{module.folder}/facilitate/", module.path
    for walk in (*catalog.paths.values(), *catalog.agendas.values()):
        yield url_of(uri_of(walk.path.removesuffix(".yml"))), walk.path
    for path in sorted(catalog.files):
        misplaced = path.startswith("content/modules/") or path.endswith("/README.md")
        if path.endswith(".md") and not misplaced:
            yield url_of(uri_of(path)), path


def _of(other: str) -> str:
    if not other:
        return "a page that the site makes"
    return f"the page made from `{other}`" if other.endswith(".yml") else f"`{other}`"
