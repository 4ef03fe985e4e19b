"""Under which license texts may be passed on, and where its terms stand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class License:
    """The terms under which texts may be used."""

    name: str
    words: str
    """The id of the words that say what it allows."""
    address: str


LICENSES = {
    id_: License(name, f"license.{words}", f"https://creativecommons.org/{path}/")
    for id_, name, words, path in (
        ("CC-BY-4.0", "CC BY 4.0", "by", "licenses/by/4.0"),
        ("CC-BY-SA-4.0", "CC BY-SA 4.0", "by-sa", "licenses/by-sa/4.0"),
        ("CC0-1.0", "CC0 1.0", "zero", "publicdomain/zero/1.0"),
    )
}


def strictest(ids: Collection[str]) -> License:
    """Return the license under which texts with these licenses may be passed on together."""
    for id_ in ("CC-BY-SA-4.0", "CC-BY-4.0", "CC0-1.0"):
        if id_ in ids:
            return LICENSES[id_]
    return LICENSES["CC-BY-4.0"]
