"""Where the reading of Markdown is kept between two checks, by the hash of each text."""

from __future__ import annotations

import hashlib
import inspect
import json
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

from curriculum.body import Body, Heading, Link, Markup, read_body
from curriculum.bounds import too_much
from curriculum.caches import write_whole
from curriculum.calls import Call, Pieces, read_calls
from curriculum.findings import Finding
from curriculum.source import front_matter

FILE = "bodies.json"
_FIELDS: dict[str, type[Any]] = {
    "headings": Heading,
    "images": Link,
    "links": Link,
    "markup": Markup,
    "attributes": Markup,
    "unseen": Markup,
}


class KeptBodies:
    """A reader of Markdown that remembers what it read in a folder of the user's own.

    A file that is missing, broken or of another engine is the same as none; one that cannot be
    written is no mistake.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._engine = _engine()
        self._old = _load(self._file, self._engine)
        self._new: dict[str, dict[str, Any]] = {}

    def too_much(self, path: str, text: str) -> list[Finding]:
        """Return why a text is not read, or nothing; what was read before was not too much."""
        key = hashlib.sha256(text.encode()).hexdigest()
        return [] if key in self._old else too_much(path, text)

    def read(self, path: str, text: str) -> Body:
        """Return the body of a text, read anew only if its hash is not known."""
        key = hashlib.sha256(text.encode()).hexdigest()
        kept = self._old.get(key)
        revived = _revive(path, text, kept) if kept else None
        found = revived or read_body(path, text)
        self._new[key] = kept if kept and revived else _plain(found)
        return found

    def calls(
        self, path: str, text: str, known: Mapping[str, inspect.Signature]
    ) -> tuple[Pieces, list[Finding]]:
        """Return a text with its macro calls, parsed anew only if its hash is not known.

        What had a finding is never kept: it is told again, with the words of today.
        """
        key = f"calls {hashlib.sha256(text.encode()).hexdigest()}"
        found = _revive_calls(self._old.get(key))
        findings: list[Finding] = []
        if found is None:
            found, findings = read_calls(path, text, known)
        if not findings and len(found) > 1:
            self._new[key] = {"pieces": [_row(piece) for piece in found]}
        return found, findings

    def keep(self) -> None:
        """Write what was read, in one step, if anything changed."""
        if self._new != self._old:
            text = json.dumps({"engine": self._engine, "bodies": self._new}, ensure_ascii=False)
            with suppress(OSError):
                write_whole(self._file, text.encode())


def _engine() -> str:
    """Return what decides how a text is read: the files that do it, and the parsers' versions."""
    parsers = f"{version('markdown-it-py')} {version('mdit-py-plugins')} {version('markdown')}"
    digest = hashlib.sha256(parsers.encode())
    for name in (
        "bounds",
        "body",
        "calls",
        "macros",
        "forms",
        "source",
        "article",
        "addresses",
        "unseen",
        "findings",
    ):
        digest.update(Path(__file__).with_name(f"{name}.py").read_bytes())
    return digest.hexdigest()


def _load(file: Path, engine: str) -> dict[str, dict[str, Any]]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        bodies = kept["bodies"] if kept["engine"] == engine else {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return bodies if isinstance(bodies, dict) else {}


def _plain(found: Body) -> dict[str, Any]:
    rows = {name: [list(vars(row).values()) for row in getattr(found, name)] for name in _FIELDS}
    return {**rows, "words": found.words}


def _revive(path: str, text: str, kept: dict[str, Any]) -> Body | None:
    """Return the body that was kept, or None if it is not what was written."""
    try:
        rows = {
            name: tuple(_checked(kind(*row)) for row in kept[name])
            for name, kind in _FIELDS.items()
        }
        words = int(kept["words"])
    except (KeyError, TypeError, ValueError):
        return None
    return Body(path=path, text=text, matter=front_matter(text)[0], words=words, **rows)


def _row(piece: str | Call) -> str | list[Any]:
    return piece if isinstance(piece, str) else list(vars(piece).values())


def _revive_calls(kept: Any) -> Pieces | None:
    """Return the text that was kept with its calls, or None if it is not what was written."""
    try:
        return tuple(row if isinstance(row, str) else _call(*row) for row in kept["pieces"])
    except (KeyError, TypeError, ValueError):
        return None


def _call(name: str, arguments: list[Any], keywords: list[Any], line: int) -> Call:
    pairs = tuple((key, value) for key, value in keywords)
    return Call(str(name), tuple(arguments), pairs, int(line))


def _checked(row: Any) -> Any:
    """Return a row whose fields have the types they are declared with; TypeError otherwise."""
    for name, kind in type(row).__annotations__.items():
        if type(getattr(row, name)).__name__ != kind:
            raise TypeError(name)
    return row
