"""How a finished site becomes one that opens from a folder or a USB stick, and the ZIP that holds it.

A browser that opens a file finds no `index.html` for a folder, and refuses modules and `fetch`. So
links to folders name their page, search runs over an index in a classic script, and what only a
server can give is left out: links to it lead to the public site.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit

from markupsafe import Markup, escape

from curriculum import device
from curriculum.policy import policy
from curriculum.sayings import ENGLISH, Sayings
from curriculum.sites import MADE
from curriculum.unserved import entry

ARCHIVE = "downloads/offline.zip"
"""Where the ZIP stands on the site."""
SEARCH = "assets/curriculum/offline.js"
INDEX = "assets/curriculum/offline-index.js"
MARK = "<p data-offline hidden></p>"
"""Stands on the downloads page where the link to the ZIP goes."""
# What other programs read can be read from files too.
_FOLDERS = "|".join(sorted(MADE - {"api"}))
_ONLY_SERVED = re.compile(
    rf"404\.html|(?:{_FOLDERS}|assets/javascripts)/.*|sitemap\..*|.*\.map|"
    rf"assets/curriculum/(?:device|newer)\.js|{device.WORKER}|{device.LIST}|{ARCHIVE}"
)
_ADDRESS = re.compile(r'(\s(?:href|src|data-bundle)=")([^"#?]+)')
# The file system has no origin, and a font is fetched from an origin only.
_PRELOADED_FONT = re.compile(r'<link rel="preload"[^>]*\bas="font"[^>]*>\s*')
_SEARCH_SCRIPT = re.compile(r'<script src="([^"]*)assets/curriculum/search\.js" defer></script>')


def offline_files(files: Mapping[str, bytes], url: str) -> dict[str, bytes]:
    """Return the files of a site as they stand in the ZIP; `url` is its public address."""
    kept = {path for path in files if not _ONLY_SERVED.fullmatch(path)}
    made: dict[str, bytes] = {}
    entries = []
    for path in sorted(kept):
        if path.endswith(".html"):
            text = files[path].decode("utf-8")
            entries.append(entry(path, text))
            made[path] = _page(path, text, files, kept, url).encode()
        else:
            made[path] = files[path]
    found = [each for each in entries if each]
    index = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    made[INDEX] = f"window.curriculumIndex = {index};\n".encode()
    return made


def linked(page: str, size: str, say: Sayings = ENGLISH) -> str:
    """Return the downloads page with a link to the ZIP and its size in words."""
    words = Markup('<p><a href="{}" download>{}</a>. {}</p>').format(
        posixpath.basename(ARCHIVE),
        say("downloads.offline", size=size),
        say("downloads.offline-open", file=Markup("<code>index.html</code>")),
    )
    return page.replace(MARK, words)


def _page(path: str, text: str, files: Mapping[str, bytes], kept: set[str], url: str) -> str:
    """Return a page as it stands in the ZIP."""

    def moved(found: re.Match[str]) -> str:
        before, address = found.groups()
        if urlsplit(address).scheme or address.startswith("/"):
            return found[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address)))
        if target in kept:
            return found[0]
        if posixpath.normpath(f"{target}/index.html") in kept:
            return f"{before}{address.rstrip('/')}/index.html"
        if target in files:
            return f"{before}{escape(url)}{quote(target)}"
        return found[0]

    bundle = posixpath.relpath(INDEX, posixpath.dirname(path) or ".")
    text = re.sub(r'data-bundle="[^"]*"', f'data-bundle="{bundle}"', text)
    text = _SEARCH_SCRIPT.sub(rf'<script src="\1{SEARCH}" defer></script>\n\g<0>', text)
    text = device.without(_PRELOADED_FONT.sub("", text).replace(MARK, ""))
    text = text.replace(str(escape(policy())), str(escape(policy("file:"))))
    return _ADDRESS.sub(moved, text)
