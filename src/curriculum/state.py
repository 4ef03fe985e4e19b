"""Whether anything has changed that files are made from: one digest of all of it, and what it gave."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from curriculum.caches import cache_folder, digest_of, write_whole
from curriculum.tree import CODE, read_files

_WORD = re.compile(rb"\w+")
_PLUGINS = {"curriculum", "macros", "search", "material/search"}
_MACROS = {"module_name": "macros/main", "include_dir": ""}
_EXTENSIONS = frozenset(
    [
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
    ]
)
"""What reads nothing but the curriculum: with any other plugin or extension nobody can tell."""


def state_of(root: Path) -> str:
    """Return a digest of everything that decides what is made from a curriculum.

    It is empty where the site has plugins that may read other files, so that nobody can tell.
    """
    try:
        config = (root / "mkdocs.yml").read_bytes()
        if not _knowable(yaml.load(config, Loader=yaml.BaseLoader)):  # noqa: S506  (reads text only)
            return ""
        return digest_of(_parts(root, config))
    except (OSError, ValueError, yaml.YAMLError):
        return ""


def _parts(root: Path, config: bytes) -> Iterator[bytes]:
    """Yield everything that decides what is made, each after its name."""
    yield _engine().encode()
    words = set(_WORD.findall(config)) if b"!ENV" in config else set()
    for name in sorted(words & os.environb.keys()):
        yield from (name, os.environb[name])
    yield from (b"mkdocs.yml", config)
    for path, content in read_files(root).items():
        yield from (path.encode(), content)
    for folder in CODE:
        yield from _files(root / folder, root)


def _knowable(config: Any) -> bool:
    """Whether a mkdocs.yml names nothing that could read files of which we do not know."""
    if not isinstance(config, dict) or {"hooks", "INHERIT"} & config.keys():
        return False
    plugins, extensions = _named(config.get("plugins")), _named(config.get("markdown_extensions"))
    macros, theme = plugins.get("macros") or {}, config.get("theme") or {}
    return (
        plugins.keys() <= _PLUGINS
        and extensions.keys() <= _EXTENSIONS
        and all(macros.get(name, value) == value for name, value in _MACROS.items())
        and not any(name.startswith("include_yaml") for name in macros)
        and (not isinstance(theme, dict) or theme.get("custom_dir", "overrides") == "overrides")
        and config.get("docs_dir", "content") == "content"
    )


def _named(rows: Any) -> dict[str, Any]:
    """Return the names in a list of MkDocs or in a mapping, each with its options."""
    if isinstance(rows, dict):
        return rows
    named: dict[str, Any] = {}
    for row in rows or []:
        named.update(row if isinstance(row, dict) else {str(row): {}})
    return named


def _files(folder: Path, above: Path) -> Iterator[bytes]:
    """Yield path and bytes of each file below a folder in a fixed order, of none that Python made."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            yield str(file.relative_to(above)).encode()
            yield file.read_bytes()


@cache
def _engine() -> str:
    """Return a digest of this package and of what is installed beside it, by name and version."""
    packages = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    installed = " ".join(sorted(folder.name for folder in packages))
    here = Path(__file__).parent
    return digest_of(chain((sys.version.encode(), installed.encode()), _files(here, here)))


class Known:
    """Which finished file belonged to what was wanted, when everything was as it is now.

    With it, files that were made before need not be composed again only to find that they exist.
    """

    def __init__(self, root: Path, kind: str, state: str) -> None:
        self._file = cache_folder(root) / f"{kind}.json"
        self._state = state
        self._keys = _kept(self._file, state) if state else {}

    def key(self, wanted: object) -> str | None:
        """Return the key under which it is kept, or None where nobody knows."""
        return self._keys.get(_digest(wanted))

    def keep(self, learned: Iterable[tuple[object, str]]) -> None:
        """Remember the keys of what was made from this state; where they cannot be kept, nothing is lost."""
        if self._state:
            keys = self._keys | {_digest(wanted): key for wanted, key in learned}
            text = json.dumps({"state": self._state, "keys": keys})
            with suppress(OSError):
                write_whole(self._file, text.encode())


def _digest(wanted: object) -> str:
    return hashlib.sha256(repr(wanted).encode()).hexdigest()


def _kept(file: Path, state: str) -> dict[str, str]:
    try:
        kept = json.loads(file.read_bytes())
        keys = kept["keys"] if kept["state"] == state else {}
        return {str(wanted): str(key) for wanted, key in keys.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
