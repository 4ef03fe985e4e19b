"""Which files a curriculum consists of on a disk, and which of them are not even opened."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from curriculum.findings import Finding
from curriculum.words import size_words

FOLDERS = ("content", "modules")
CODE = ("macros", "overrides")
"""What a curriculum has beside its texts: words and templates of its own."""
_LEFT = re.compile(r"\.DS_Store|\.\#.*|\..*\.sw[a-z]|[^.].*~", re.DOTALL)
"""What a file manager or an editor leaves beside a text that is open; it is never published."""
MAX_FILES = 20_000
MAX_DEPTH = 8
MAX_BYTES = 2_000_000
MAX_TOTAL = 256_000_000


class Tree(NamedTuple):
    """The files that were read, by their path with forward slashes, and what was left out."""

    files: dict[str, bytes]
    findings: list[Finding]

    @property
    def left_out(self) -> frozenset[str]:
        """The files and folders that are there and were not read; all, where the reading broke off."""
        broken_off = any(finding.rule == "files-are-few" for finding in self.findings)
        return frozenset(finding.path for finding in self.findings).union(
            FOLDERS if broken_off else ()
        )


class _Found(NamedTuple):
    """One entry of a folder."""

    path: str
    file: Path
    finding: Finding | None


def read_tree(root: Path) -> Tree:
    """Read every file of `content/` and `modules/`; nothing outside of them is opened.

    Links, pipes and devices are findings and never followed; folders deeper than `MAX_DEPTH`,
    files larger than `MAX_BYTES` and all after the first `MAX_FILES` are findings and not read.
    """
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    total = 0
    for found in _walk(root):
        if len(files) >= MAX_FILES or total > MAX_TOTAL:
            message = f"the curriculum has more than {MAX_FILES:,} files or {size_words(MAX_TOTAL)}"
            findings.append(Finding(found.path, 1, "files-are-few", message, "split it into two"))
            break
        if found.finding:
            findings.append(found.finding)
            continue
        try:
            # Not through a link, even one that took the file's place a moment ago.
            files[found.path] = read_regular(found.file, os.O_NOFOLLOW)
            total += len(files[found.path])
        except FileNotFoundError:
            continue  # such as a copy that an editor made and took away
        except OSError as error:
            message = f"the file cannot be read: {error.strerror}"
            findings.append(Finding(found.path, 1, "files-are-readable", message))
    return Tree(files, findings)


def read_files(root: Path) -> dict[str, bytes]:
    """Return the files that `read_tree` reads, without what is wrong with the others."""
    return read_tree(root).files


def read_regular(file: Path, flags: int = 0) -> bytes:
    """Return the bytes of a file that somebody named, at most `MAX_BYTES` and one; OSError for a pipe."""
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NONBLOCK | flags), "rb") as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no file")
        return opened.read(MAX_BYTES + 1)


def _walk(root: Path) -> Iterator[_Found]:
    for name in FOLDERS:
        top = root / name
        if top.is_symlink():
            yield _Found(name, top, _link(name))
        elif top.is_dir():
            yield from _below(top, name, 1)
        elif top.exists():
            message, hint = f"`{name}` is not a folder", "take it out, and bring the folder back"
            yield _Found(name, top, Finding(name, 1, "files-are-files", message, hint))


def _below(folder: Path, path: str, depth: int) -> Iterator[_Found]:
    try:
        # By bytes: a name that is no text must not stop the reading.
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}"
        yield _Found(path, folder, Finding(_shown(path), 1, "files-are-readable", message))
        return
    for entry in entries:
        if _LEFT.fullmatch(entry.name):
            continue
        inner = f"{path}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if depth < MAX_DEPTH:
                yield from _below(Path(entry.path), inner, depth + 1)
            else:
                message = f"the folder is more than {MAX_DEPTH} levels deep"
                finding = Finding(_shown(inner), 1, "folders-are-shallow", message, "move it up")
                yield _Found(inner, Path(entry.path), finding)
        else:
            yield _Found(inner, Path(entry.path), _wrong(entry, inner))


def _wrong(entry: os.DirEntry[str], path: str) -> Finding | None:
    """Return why a file is not opened, or None if it may be."""
    if _shown(path) != path:
        message = "the name of the file is not UTF-8"
        hint = "use small letters, digits and single hyphens"
        return Finding(_shown(path), 1, "names-are-portable", message, hint)
    if entry.is_symlink():
        return _link(path)
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return None  # reading it will tell
    if not stat.S_ISREG(status.st_mode):
        message = "this is a pipe, a socket or a device, not a file"
        return Finding(path, 1, "files-are-files", message, "take it out")
    if status.st_size > MAX_BYTES:
        message = f"the file has {size_words(status.st_size)}; at most {size_words(MAX_BYTES)}"
        return Finding(path, 1, "files-are-small", f"{message} are read", "make it smaller")
    return None


def _link(path: str) -> Finding:
    message = "this is a symbolic link, which may lead out of the curriculum"
    return Finding(path, 1, "files-are-files", message, "put a copy of the file in its place")


def _shown(path: str) -> str:
    """Return a path that can be printed: bytes that are no text become question marks."""
    return os.fsencode(path).decode("utf-8", "replace")
