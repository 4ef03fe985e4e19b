"""Where things stand on the site: the source URI and the link from one page to another."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

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

MADE = frozenset({"api", "office", "packets", "pagefind", "zips"})
"""The folders at the top of a site that a build fills with what is no page."""
TAKEN = MADE | {"assets", "modules", "search", "sitemap"}
"""Those, and what the theme puts there: no author's page may stand in them."""


def uri_of(path: str) -> str:
    """Return the MkDocs source URI of a file: `content/` is the root, `modules/` keeps its name."""
    return path.removeprefix("content/")


def relative(from_uri: str, to_uri: str, fragment: str = "") -> str:
    """Return a page-relative link between two source URIs, as MkDocs and GitHub both follow it."""
    link = posixpath.relpath(to_uri, posixpath.dirname(from_uri) or ".")
    return f"{link}#{fragment}" if fragment else link


def url_of(uri: str) -> str:
    """Return the address of a page below the site's root (`use_directory_urls`): `a/b/` for `a/b.md`."""
    stem = uri.removesuffix(".md")
    is_index = stem == "index" or stem.endswith("/index")
    return stem.removesuffix("index") if is_index else f"{stem}/"


def link_between(from_uri: str, to_uri: str, fragment: str = "") -> str:
    """Return the relative address between two *published* pages, for generated HTML."""
    here = url_of(from_uri)
    link = posixpath.relpath(url_of(to_uri) or ".", here or ".")
    link = "./" if link == "." else f"{link}/"
    return f"{link}#{fragment}" if fragment else link


def resolve(path: str, address: str) -> str:
    """Return the source file that a link from another one means, without fragment and query.

    Addresses are followed as on the site, where `content/` is the root and `modules/` stands
    beside its folders. What leaves the site gives the empty string.
    """
    bare = unquote(address.partition("#")[0].partition("?")[0])
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(uri_of(path)), bare))
    if uri == ".." or uri.startswith(("../", "/")):
        return ""
    return uri if uri.startswith("modules/") else f"content/{uri}"


def public_url(site: str, path: str) -> str:
    """Return the public address of a source file's page, on a site whose address ends in `/`."""
    return site + url_of(uri_of(path))
