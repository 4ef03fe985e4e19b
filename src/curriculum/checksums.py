"""Whether the files of a folder are the ones that were published, by the SHA-256 of each."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from curriculum.findings import Finding, shown

NAME = "SHA256SUMS"
RULE = "files-are-as-published"
MAX_BYTES = 32_000_000
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<path>[^\r\n]+)")
_CHUNK = 1 << 20


def listing(files: Mapping[str, bytes]) -> bytes:
    """Return the list of a folder's files as `sha256sum` writes and checks it, in order of path."""
    rows = (
        f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n"
        for path in sorted(files)
        if path != NAME
    )
    return "".join(rows).encode()


def verify(folder: Path) -> Iterator[Finding]:
    """Yield what differs between a folder and the list in it: missing, changed and extra files.

    Raises OSError where there is no list. Nothing outside of the folder is opened.
    """
    text = (folder / NAME).read_bytes()[:MAX_BYTES].decode("utf-8", "replace")
    listed: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        found = _LINE.fullmatch(line)
        if not found or not _is_below(found["path"]):
            message = f"`{shown(line[:80])}` is no line of a list of checksums"
            yield Finding(NAME, number, RULE, message, "take the list from where it was published")
            continue
        listed.add(found["path"])
        wrong = _wrong(folder / found["path"], folder, found["digest"])
        if wrong:
            yield Finding(
                shown(found["path"]), 1, RULE, wrong, f"line {number} of `{NAME}` names it"
            )
    for path in sorted(_paths(folder) - listed):
        message = f"the file is not on the list of `{NAME}`"
        yield Finding(shown(path), 1, RULE, message, "it was not published; take it out")


def _is_below(path: str) -> bool:
    return not path.startswith("/") and not {"", ".", ".."} & set(path.split("/"))


def _wrong(file: Path, folder: Path, digest: str) -> str:
    """Return what is wrong with a file that should be there, or the empty string."""
    if any(each.is_symlink() for each in (file, *file.parents) if folder in each.parents):
        return "the file is a symbolic link, or lies behind one"
    if not file.is_file():
        return "the file is missing"
    sum_ = hashlib.sha256()
    try:
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
