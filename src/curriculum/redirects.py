"""How an address that was published before leads to where its page stands now."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from markupsafe import Markup

from curriculum.catalog import Catalog
from curriculum.page import Page
from curriculum.settings import Settings
from curriculum.sites import uri_of, url_of

# Nothing on the page may run, and nothing is loaded.
_PAGE = Markup("""\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta http-equiv="refresh" content="0; url={link}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="{canonical}">
<title>{title}</title>
</head>
<body><p>{moved}</p></body>
</html>
""")


def redirects(catalog: Catalog, settings: Settings, pages: list[Page]) -> dict[str, str]:
    """Return the HTML of each former address, by the path of its file below the site's root.

    A module's or a case's parts move with it.
    """
    titles = {url_of(page.uri): page.title for page in pages}
    return {
        f"{before}/index.html": _page(before, now, titles[now], settings)
        for before, now in _moves(catalog, list(titles))
    }


def _page(before: str, now: str, title: str, settings: Settings) -> str:
    say, link = settings.say, f"{posixpath.relpath(now, before)}/"
    anchor = Markup('<a href="{}">{}</a>').format(link, title)
    return _PAGE.format(
        language=settings.language,
        direction=say.direction,
        link=link,
        canonical=f"{settings.url}{now}",
        title=title,
        moved=say("not-found.moved", link=anchor),
    )


def _moves(catalog: Catalog, urls: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each address that was with the one that is."""
    for kind in (catalog.modules, catalog.cases, catalog.paths, catalog.agendas):
        for entry in kind.values():
            here = address(entry.path)
            for before in entry.value.formerly:
                for now in urls:
                    if now.startswith(f"{here}/"):
                        yield f"{before}/{now.removeprefix(f'{here}/')}".rstrip("/"), now


def address(path: str) -> str:
    """Return the address of the page of a YAML file, without a slash at the end."""
    bare = uri_of(path).removesuffix(".yml")
    return bare.removesuffix("/module").removesuffix("/case")
