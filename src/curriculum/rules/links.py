"""Rules about links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from curriculum.addresses import is_readable, unsafe_part
from curriculum.body import Body, Link
from curriculum.catalog import Catalog
from curriculum.findings import suggest
from curriculum.kinds import yaml_of
from curriculum.rules import RULES, Fault, firm_rule, rule
from curriculum.rules.headings import anchor_of
from curriculum.sites import LISTS, relative, resolve, uri_of
from curriculum.sixty import sixty_pages

_LONGEST = 80
_ID = re.compile(r'\bid="([\w-]+)"')
_INLINE = frozenset({"term", "cite", "module", "case", "framework", "path", "agenda"})
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


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
            elif not is_readable(unquote(link.address)):
                message = f"the link `{link.address[:_LONGEST]}` is no address that can be read"
                yield Fault(path, link.line, message, "copy it again from where the page stands")


@firm_rule
def links_resolve(catalog: Catalog) -> Iterator[Fault]:
    """Every link to a file leads to one.

    Bad: `[worksheet](work-sheet.md)`, `[find](/find/)`
    Good: `[worksheet](worksheet.md)`
    """
    known = _targets(catalog)
    for body, link in _to_files(catalog):
        target = resolve(body.path, link.address)
        if link.address.startswith("/"):
            message = f"the link `{link.address}` begins with `/`"
            hint = "write it relative to this file, so that it holds wherever the site stands"
            yield Fault(body.path, link.line, message, hint)
        elif target not in known and not catalog.is_left_out(target):
            hint = _near(known, body, link, target) or "addresses count from this file"
            yield Fault(body.path, link.line, f"there is no file `{link.address}`", hint)


@rule
def modules_link_by_macro(catalog: Catalog) -> Iterator[Fault]:
    """A module links outside its folder by macro, so that the link holds wherever it is printed.

    Bad: `[another module](../story-of-us/index.md)`
    Good: `{{ module("story-of-us") }}`
    """
    known = _targets(catalog)
    for body, link in _to_files(catalog):
        target = resolve(body.path, link.address)
        if target in known and _leaves(body, target) and not link.address.startswith("/"):
            message = f"the link `{link.address}` leaves the module's folder"
            yield Fault(body.path, link.line, message, _macro_for(target))


def _to_files(catalog: Catalog) -> Iterator[tuple[Body, Link]]:
    """Yield each link that means a file, not a place on its own page or somewhere else."""
    for body in catalog.bodies.values():
        for link in body.links:
            if link.address and link.address[0] != "#" and not _elsewhere(link.address):
                yield body, link


def _leaves(body: Body, target: str) -> bool:
    folder = body.path.rpartition("/")[0]
    return folder.startswith("modules/") and target.rpartition("/")[0] != folder


@rule
def anchors_exist(catalog: Catalog) -> Iterator[Fault]:
    """A link to a place on a page leads to a heading that stands there.

    Bad: `[how to begin](#beginning)` on a page with the heading `## How to begin`
    Good: `[how to begin](#how-to-begin)`
    """
    for path, body in catalog.bodies.items():
        for link in body.links:
            where, _, fragment = link.address.partition("#")
            if not fragment or _elsewhere(link.address) or link.address.startswith("/"):
                continue
            target = resolve(path, where) if where else path
            known = _anchors(catalog, target)
            if known and unquote(fragment) not in known | _made_anchors():
                message = f"`{link.address}` points at a place that is not on the page"
                hint = suggest(fragment, sorted(known)) or "use the words of a heading there"
                yield Fault(path, link.line, message, hint)


def _anchors(catalog: Catalog, path: str) -> frozenset[str]:
    """Return the anchors of a page's headings; none where macros make more of them."""
    body = catalog.bodies.get(path)
    if not body or any(call.name not in _INLINE for call in catalog.calls.get(path, [])):
        return frozenset()
    lines = {heading.line for heading in body.headings}
    if any(call.line in lines for call in catalog.calls.get(path, [])):
        return frozenset()
    anchors = [anchor_of(heading.text) for heading in body.headings]
    more = (f"{name}_{n}" for name in anchors for n in range(1, min(anchors.count(name), 9)))
    return frozenset([*anchors, *more])


@cache
def _made_anchors() -> frozenset[str]:
    """Return the anchors that the frames of pages have themselves."""
    folder = Path(__file__).parents[1] / "templates" / "pages"
    texts = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.html")))
    return frozenset(name for text in texts for name in _ID.findall(text))


def _elsewhere(address: str) -> bool:
    return bool(_SCHEME.match(address) or unsafe_part(address))


def _targets(catalog: Catalog) -> frozenset[str]:
    """Return every page and image that a link may lead to, made ones too."""
    made = {f"content/paths/{id_}.md" for id_ in catalog.declared.get("paths", ())}
    made |= {f"content/agendas/{id_}.md" for id_ in catalog.declared.get("agendas", ())}
    made |= {f"modules/{id_}/index.md" for id_ in catalog.declared.get("tracks", ())}
    made |= {f"content/contribute/rules/{id_}.md" for id_ in ("index", *RULES)}
    folders = {yaml_of(path).rpartition("/")[0] for path in catalog.files}
    made |= {f"{folder}/facilitate.md" for folder in folders if folder.startswith("modules/")}
    made |= {f"content/{page.uri}" for page in sixty_pages(catalog)}
    return frozenset(path for path in catalog.files if not path.endswith(".yml")) | made | LISTS


def _near(known: frozenset[str], body: Body, link: Link, target: str) -> str:
    """Return a hint that names what somebody may have meant; a macro where a link would leave the module."""
    if _leaves(body, target):
        meant = get_close_matches(target, sorted(known), n=1)
        return _macro_for(meant[0]) if meant else ""
    near = (each for each in known if not _leaves(body, each))
    return suggest(link.address, sorted(relative(uri_of(body.path), uri_of(each)) for each in near))


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
