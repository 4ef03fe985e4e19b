"""Where in the sources stands what was found on a finished page: the file one would mend, and its line."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import replace

from curriculum.body import Body
from curriculum.findings import Finding
from curriculum.page import Page
from curriculum.sites import resolve, uri_of, url_of


def traced(
    found: Iterable[Finding], pages: Iterable[Page], bodies: Mapping[str, Body]
) -> list[Finding]:
    """Return findings of the gates at their sources; where on the site each was seen is said too."""
    by_file = {f"{url_of(page.uri)}index.html": page for page in pages}
    return sorted(_traced(finding, by_file.get(finding.path), bodies) for finding in found)


def _traced(finding: Finding, page: Page | None, bodies: Mapping[str, Body]) -> Finding:
    source = (page.source or page.edit) if page else ""
    if not page or not source:
        return finding
    message = f"{finding.message}, on `{finding.path}:{finding.line}`"
    line = _line(page, bodies.get(page.source or ""), finding.message)
    return replace(finding, path=source, line=line, message=message)


def _line(page: Page, body: Body | None, message: str) -> int:
    """Return the line of the link that a message names, or 1 where it is not the author's."""
    address = message.partition("`")[2].partition("`")[0]
    for link in body.links if body else ():
        if link.address == address or _target(page, link.address) == _seen(page, address):
            return link.line
    return 1


def _target(page: Page, address: str) -> tuple[str, str]:
    """Return where a link of a Markdown file leads on the site."""
    path, _, fragment = address.partition("#")
    found = resolve(page.source or "", path) if path else page.source or ""
    return posixpath.normpath(url_of(uri_of(found)) or "."), fragment


def _seen(page: Page, address: str) -> tuple[str, str]:
    """Return where a link of the finished page leads on the site."""
    path, _, fragment = address.partition("#")
    return posixpath.normpath(posixpath.join(url_of(page.uri) or ".", path)), fragment
