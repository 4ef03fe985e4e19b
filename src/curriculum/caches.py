"""Where finished work is kept between two runs: in the user's own cache folder, never in the tree."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

_NOWHERE = Path(os.devnull)
KEPT_DAYS = 30


def cache_folder(root: Path) -> Path:
    """Return the folder in which work on the curriculum below a root is kept; it may not exist yet.

    A contributor can put a file into the tree, but not here, so what is kept here can be trusted.
    Where the user has no folder of their own, everything written to the path returned fails with
    OSError, which is the same as keeping nothing.
    """
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    # The standard says that a relative path is to be ignored; it would lead into the tree.
    base = given if given.is_absolute() else Path("~/.cache").expanduser()
    name = hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]
    return base / "curriculum" / name if base.is_absolute() else _NOWHERE / name


def digest_of(parts: Iterable[bytes]) -> str:
    """Return one SHA-256 of several parts, each told with its length so that none runs into the next."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.hexdigest()


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that it is never seen half-written under its name; raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    except OSError as error:
        # A full disk names no file of its own, and the unfinished one tells nobody anything.
        raise OSError(error.errno, error.strerror, str(file)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def refresh(file: Path) -> None:
    """Remember that a kept file was of use today."""
    with suppress(OSError):  # a cache that can only be read is still of use
        os.utime(file)


def prune(folder: Path, days: int = KEPT_DAYS) -> None:
    """Forget every file below a folder that was of no use for some days.

    One that cannot be forgotten, or that another run has just forgotten, is left alone.
    """
    oldest = time.time() - days * 86_400
    for place, _, names in os.walk(folder):
        for file in (Path(place, name) for name in names):
            with suppress(OSError):
                if file.stat().st_mtime < oldest:
                    file.unlink()


class CompiledTemplates(FileSystemBytecodeCache):
    """Templates that were compiled by an earlier build; one that cannot be kept is no mistake."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, where there is room for it."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(root: Path) -> CompiledTemplates | None:
    """Return where compiled templates of a curriculum are kept, or None where nothing can be."""
    folder = cache_folder(root) / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return CompiledTemplates(str(folder))
