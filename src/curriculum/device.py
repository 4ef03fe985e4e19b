"""Which files a reader's device keeps when it is asked to, and the script that serves them from there."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from importlib.resources import files as package

from curriculum.sayings import Sayings
from curriculum.shrink import script
from curriculum.sites import MADE

WORKER, LIST = "sw.js", "device.json"
PAGE = "downloads/index.html"
"""Where readers are asked."""
SITE = "site"
"""The group of files without which nothing works; the others are packets, by their print."""
# Search works on the device too.
_FOLDERS = "|".join(sorted(MADE - {"pagefind"}))
_LEFT_OUT = re.compile(
    rf"(?:{_FOLDERS}|assets/javascripts)/.*|sitemap\..*|.*\.(?:map|zip)|"
    rf"catalog\.json|feed\.xml|{re.escape(WORKER)}|{re.escape(LIST)}"
)
_PACKET = re.compile(r"packets/[^/]+?\.(?P<paper>a4|letter)(?P<large>\.large)?\.pdf")
_ASKED = re.compile(r"<section [^>]*data-device\b.*?</section>\s*", re.DOTALL)
_PACKETS = re.compile(r"<fieldset>.*?</fieldset>\s*", re.DOTALL)
_CHOICE = re.compile(r"<label>.*?</label>\s*", re.DOTALL)
_SIZE = re.compile(r'<span data-size="(?P<name>\w+)"></span>')
_NOTE = re.compile(r"<p [^>]*data-newer\b.*?</p>\s*", re.DOTALL)
_SCRIPTS = re.compile(
    r'<script src="[^"]*assets/curriculum/(?:device|newer)\.js" defer></script>\s*'
)


def group(path: str) -> str:
    """Return the group of a file: `site`, `a4`, `letter`, `large`, or nothing when it is not kept."""
    packet = _PACKET.fullmatch(path)
    if packet:
        return "large" if packet["large"] else packet["paper"]
    return "" if _LEFT_OUT.fullmatch(path) else SITE


def fingerprint(raw: bytes) -> str:
    """Return sixteen letters by which a file is known again."""
    return hashlib.sha256(raw).hexdigest()[:16]


def listed(files: Mapping[str, bytes], asking: bytes) -> bytes:
    """Return the list that a device follows: by group, each file with its fingerprint and size.

    `asking` is the finished page that asks, which stands in place of the one in `files`.
    """
    groups: dict[str, dict[str, tuple[str, int]]] = {}
    for path in sorted(files):
        raw = asking if path == PAGE else files[path]
        if name := group(path):
            groups.setdefault(name, {})[path] = (fingerprint(raw), len(raw))
    return (json.dumps(groups, sort_keys=True, separators=(",", ":")) + "\n").encode()


def worker(files_list: bytes) -> bytes:
    """Return the script that keeps and serves an edition; the list's fingerprint is its name."""
    source = package("curriculum").joinpath("templates/sw.js").read_text("utf-8")
    return script(source.replace("{edition}", fingerprint(files_list))).encode()


def asked(page: str, files: Mapping[str, bytes], say: Sayings) -> str:
    """Return the page that asks, with the size of each group of files that there is."""
    sizes: dict[str, int] = {}
    for path, raw in files.items():
        sizes[group(path)] = sizes.get(group(path), 0) + len(raw)

    def sized(found: re.Match[str]) -> str:
        size = say.size(sizes.get(found["name"], 0))
        return f"{found[0].removesuffix('</span>')}{size}</span>"

    def offered(found: re.Match[str]) -> str:
        return found[0] if any(f'"{name}"' in found[0] for name in sizes) else ""

    def shown(found: re.Match[str]) -> str:
        part = _PACKETS.sub(offered, _CHOICE.sub(offered, found[0]))
        return _SIZE.sub(sized, part).replace("data-device hidden>", "data-device>")

    return _ASKED.sub(shown, page)


def additions(files: Mapping[str, bytes], say: Sayings) -> dict[str, bytes]:
    """Return what a finished site needs besides to be kept: the page that asks, the list, the script."""
    if PAGE not in files:
        return {}
    page = asked(files[PAGE].decode("utf-8"), files, say).encode()
    kept = listed(files, page)
    return {PAGE: page, LIST: kept, WORKER: worker(kept)}


def without(page: str) -> str:
    """Return a page that never asks, for a copy that has no server."""
    for part in (_ASKED, _NOTE, _SCRIPTS):
        page = part.sub("", page)
    return page
