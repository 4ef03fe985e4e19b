"""Whether an address may stand in a page: http, https, mailto, tel or relative."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
# Browsers take these out of an address before they read it.
_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")


def unsafe_part(address: str) -> str:
    """Return what makes an address one that may run or load something, or the empty string."""
    bare = _BLANK.sub("", address)
    if bare[:2].replace("\\", "/") == "//":
        return bare[:2]
    scheme = _SCHEME.match(bare)
    return f"{scheme[0]}:" if scheme and scheme[0].lower() not in _SCHEMES else ""


def is_readable(address: str) -> bool:
    """Whether every program takes an address apart in the same way; some raise where it is broken."""
    try:
        parts = urlsplit(address)
        return parts.port is None or bool(parts.hostname)
    except ValueError:
        return False
