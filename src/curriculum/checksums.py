"""Whether the files of a folder are the ones that were published, by the SHA-256 of each."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from curriculum.caches import write_whole
from curriculum.findings import Finding, shown

NAME = "SHA256SUMS"
RULE = "files-are-as-published"
MAX_BYTES = 32_000_000
MOST = 1_000
"""So many lines that do not hold are told; nobody reads more."""
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<path>[^\r\n]+)")
_CHUNK = 1 << 20


def listing(files: Mapping[str, bytes]) -> bytes:
    """Return the list of a folder's files, in order of path."""
    paths = sorted(files.keys() - {NAME})
    return lines((hashlib.sha256(files[path]).hexdigest(), path) for path in paths)


def lines(sums: Iterable[tuple[str, str]]) -> bytes:
    """Return digests with their paths as `sha256sum` writes and checks them."""
    return "".join(f"{digest}  {path}\n" for digest, path in sums).encode()


def record(folder: Path, sums: Mapping[str, str]) -> None:
    """Write the list of a folder: the digests of these files, by name, and of those listed before.

    A second run into one folder takes nothing off the list that is still there. Raises OSError.
    """
    listed = {path: digest for path, digest in _listed(folder) if (folder / path).is_file()}
    merged = sorted((listed | dict(sums)).items())
    write_whole(folder / NAME, lines((digest, path) for path, digest in merged))


def _listed(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what an older list says, as far as it can be read."""
    try:
        text = list_of(folder)
    except OSError:
        return
    for found in map(_LINE.fullmatch, text.split("\n")):
        if found and _is_below(found["path"]):
            yield found["path"], found["digest"]


def verify(folder: Path) -> Iterator[Finding]:
    """Yield what differs between a folder and the list in it: missing, changed and extra files.

    Raises OSError where there is no list. Nothing outside of the folder is opened.
    """
    listed: set[str] = set()
    wrongs = 0
    for number, line in enumerate(list_of(folder).removesuffix("\n").split("\n"), 1):
        found = _LINE.fullmatch(line)
        if not found or not _is_below(found["path"]) or found["path"] in listed:
            message = f"`{shown(line[:80])}` is no line of a list of checksums"
            hint = "take the list from where it was published"
            fault: Finding | None = Finding(NAME, number, RULE, message, hint)
        else:
            listed.add(found["path"])
            wrong = _wrong(folder / found["path"], folder, found["digest"])
            hint = f"line {number} of `{NAME}` names it"
            fault = Finding(shown(found["path"]), 1, RULE, wrong, hint) if wrong else None
        if fault:
            yield fault
            wrongs += 1
        if wrongs > MOST:
            message = f"more than {MOST:,} lines do not hold; the rest is not read"
            yield Finding(NAME, number, RULE, message, "get all anew from where it was published")
            return
    for path in sorted(_paths(folder) - listed):
        message = f"the file is not on the list of `{NAME}`"
        yield Finding(shown(path), 1, RULE, message, "it was not published; take it out")


def list_of(folder: Path) -> str:
    """Return the list in a folder; OSError where there is none, or a link in its place."""
    with os.fdopen(os.open(folder / NAME, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
        return file.read(MAX_BYTES).decode("utf-8", "replace")


def _is_below(path: str) -> bool:
    return not path.startswith("/") and not {"", ".", ".."} & set(path.split("/"))


def _wrong(file: Path, folder: Path, digest: str) -> str:
    """Return what is wrong with a file that should be there, or the empty string."""
    sum_ = hashlib.sha256()
    try:
        if any(each.is_symlink() for each in (file, *file.parents) if folder in each.parents):
            return "the file is a symbolic link, or lies behind one"
        if not file.is_file():
            return "the file is missing"
        with file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                sum_.update(chunk)
    except OSError as error:
        return f"the file cannot be read: {error.strerror}"
    return "" if sum_.hexdigest() == digest else "the file is not as it was published"


def _paths(folder: Path) -> set[str]:
    """Return every file below a folder but the list itself; folders behind links are not entered."""
    found = set()
    for top, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(top) / name).is_symlink()]
        found |= {(Path(top) / name).relative_to(folder).as_posix() for name in (*names, *links)}
    return found - {NAME}
