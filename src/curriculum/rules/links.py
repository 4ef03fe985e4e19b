"""Rules about links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.addresses import unsafe_part
from curriculum.body import Body, Link
from curriculum.catalog import Catalog
from curriculum.findings import suggest
from curriculum.rules import RULES, Fault, firm_rule, rule
from curriculum.sites import resolve, uri_of
from curriculum.sixty import sixty_pages

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

# Pages that the engine makes from the catalog; a test holds that `curriculum.pages` makes the same.
LISTS = frozenset(
    f"content/{name}.md"
    for name in (
        "find",
        "cases/index",
        "paths/index",
        "agendas/index",
        "frameworks/index",
        "glossary",
        "references",
        "further-reading",
        "people",
        "downloads",
        "my-packet",
        "api",
        "contribute/fields",
        "contribute/macros",
        "contribute/queue",
    )
) | {"modules/index.md"}


@firm_rule
def links_are_safe(catalog: Catalog) -> Iterator[Fault]:
    """A link leads to a file, a web page, a mail address or a telephone number.

    Bad: `[Look](javascript:alert(1))`
    Good: `[Look](worksheet.md)`
    """
    for path, body in catalog.bodies.items():
        for link in body.links:
            unsafe = unsafe_part(link.address)
            if unsafe:
                what = (
                    "leads elsewhere without saying how"
                    if unsafe[-1] in "/\\"
                    else "may run something"
                )
                message = f"the link begins with `{unsafe}`, which {what}"
                hint = "use an address that begins with `https:` or `mailto:`, or a file"
                yield Fault(path, link.line, message, hint)


@rule
def links_resolve(catalog: Catalog) -> Iterator[Fault]:
    """Every link to a file leads to one; a module links outside its folder by macro.

    Bad: `[worksheet](work-sheet.md)`, `[another module](../story-of-us/index.md)`
    Good: `[worksheet](worksheet.md)`, `{{ module("story-of-us") }}`
    """
    known = _targets(catalog)
    for body in catalog.bodies.values():
        for link in body.links:
            if link.address and link.address[0] != "#" and not _elsewhere(link.address):
                yield from _faults(known, body, link)


def _elsewhere(address: str) -> bool:
    return bool(_SCHEME.match(address) or unsafe_part(address))


def _targets(catalog: Catalog) -> frozenset[str]:
    """Return every page and image that a link may lead to, made ones too."""
    made = {f"content/paths/{id_}.md" for id_ in catalog.declared.get("paths", ())}
    made |= {f"content/agendas/{id_}.md" for id_ in catalog.declared.get("agendas", ())}
    made |= {f"modules/{id_}/index.md" for id_ in catalog.declared.get("tracks", ())}
    made |= {f"content/contribute/rules/{id_}.md" for id_ in ("index", *RULES)}
    made |= {f"{entry.folder}/facilitate.md" for entry in catalog.modules.values()}
    made |= {f"content/{page.uri}" for page in sixty_pages(catalog)}
    return frozenset(path for path in catalog.files if not path.endswith(".yml")) | made | LISTS


def _faults(known: frozenset[str], body: Body, link: Link) -> Iterator[Fault]:
    folder = body.path.rpartition("/")[0]
    target = resolve(body.path, link.address)
    if link.address.startswith("/"):
        hint = "write it relative to this file, so that it holds wherever the site stands"
        yield Fault(body.path, link.line, f"the link `{link.address}` begins with `/`", hint)
    elif folder.startswith("modules/") and target.rpartition("/")[0] != folder:
        message = f"the link `{link.address}` leaves the module's folder"
        yield Fault(body.path, link.line, message, _macro_for(target))
    elif target not in known:
        near = {uri_of(other).removeprefix(f"{uri_of(folder)}/") for other in known}
        hint = suggest(link.address, sorted(near)) or "addresses count from this file"
        yield Fault(body.path, link.line, f"there is no file `{link.address}`", hint)


def _macro_for(target: str) -> str:
    """Return the macro that says the same as a link to another folder."""
    kinds = (("modules/", 2, "module"), ("content/cases/", 2, "case"))
    single = (("frameworks", "framework"), ("paths", "path"), ("agendas", "agenda"))
    for start, place, macro in kinds:
        if target.startswith(start) and target.count("/") > place:
            return f'write `{{{{ {macro}("{target.split("/")[place]}") }}}}`'
    for name, macro in single:
        if target.startswith(f"content/{name}/"):
            id_ = target.rpartition("/")[2].removesuffix(".md")
            return f'write `{{{{ {macro}("{id_}") }}}}`'
    return "use a macro, such as `{{ module(…) }}` or `{{ case(…) }}`"
