"""How a finished site takes the place of the one before: in one step, or not at all."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from curriculum.caches import digest_of
from curriculum.tree import CODE, FOLDERS

RELEASES = ".releases"
_OUTPUT = ".output-"
"""How the links begin that lead from the releases to every folder in which one is shown."""


class BusyError(Exception):
    """Another build of the same curriculum is running."""


@contextmanager
def new_release(root: Path) -> Iterator[Path]:
    """Give an empty folder to build in; it is removed again unless it was published.

    Raises `BusyError` while another build holds the lock.
    """
    releases = root / RELEASES
    releases.mkdir(exist_ok=True)
    with (releases / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        for left in releases.glob(".new-*"):
            shutil.rmtree(left)  # a killed build left it, and the lock says that none is running
        folder = releases / f".new-{os.getpid()}"
        folder.mkdir()
        try:
            yield folder
        finally:
            if folder.exists():
                shutil.rmtree(folder)


def make_room(root: Path, output: Path) -> None:
    """Make the folder in which an output is to stand.

    Raises `FileExistsError` when the output is a real folder or a file, and `OSError` when nothing
    can be written beside it, or it would stand among the sources or in another release: before
    anything is built, because that takes minutes.
    """
    for folder in (*FOLDERS, *CODE, RELEASES):
        if output.parent.resolve().is_relative_to((root / folder).resolve()):
            raise OSError(errno.EINVAL, "no site can stand among these files", f"{root / folder}")
    if output.exists() and not output.is_symlink():
        raise FileExistsError(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    if not os.access(output.parent, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(output.parent))


def publish(root: Path, folder: Path, output: Path) -> Path:
    """Make a finished folder the published site and return where it stands.

    `output` is a symbolic link that is replaced in one step, so whoever serves it sees the old
    site or the new one and nothing between. Raises `FileExistsError` when `output` is a real
    folder, which would have to be emptied first. What other outputs show stays where it is.
    """
    make_room(root, output)
    release = root / RELEASES / _fingerprint(folder)
    before = output.resolve() if output.is_symlink() else None
    if release.exists():
        shutil.rmtree(folder)
    else:
        folder.rename(release)
    name = digest_of([os.fsencode(os.path.relpath(output, release.parent))])[:16]
    # Remembered before it shows anything: after a kill between the two nothing is lost.
    _link(release.with_name(_OUTPUT + name), output)
    _link(output, release)
    _prune(release.parent, {release, before, *_shown(release.parent)})
    return release


def _link(link: Path, target: Path) -> None:
    """Let a symbolic link lead to a target, in one step; both may be moved together."""
    made = link.with_name(f".{link.name}-{os.getpid()}")
    made.unlink(missing_ok=True)
    made.symlink_to(os.path.relpath(target, link.parent))
    made.replace(link)


def _shown(releases: Path) -> Iterator[Path]:
    """Yield the releases that outputs show, and forget the outputs that are gone."""
    for known in releases.glob(f"{_OUTPUT}*"):
        if known.exists():
            yield known.resolve()
        else:
            known.unlink()


class Files(Mapping[str, bytes]):
    """The files of a folder by their paths with forward slashes, in order.

    Each is read when it is asked for: a site with its packets is larger than what it is built in.
    """

    def __init__(self, folder: Path) -> None:
        found = (path for path in sorted(folder.rglob("*")) if path.is_file())
        self._paths = {path.relative_to(folder).as_posix(): path for path in found}

    def __getitem__(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return self._paths[path].read_bytes()

    def __contains__(self, path: object) -> bool:
        """Tell whether there is such a file, without reading it."""
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        """Go through the paths."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._paths)


def _fingerprint(folder: Path) -> str:
    """Return a name that is the same for the same files."""
    files = Files(folder).items()
    return digest_of(part for path, raw in files for part in (path.encode(), raw))[:16]


def _prune(releases: Path, kept: set[Path | None]) -> None:
    """Remove the releases that no output shows, but for the one before."""
    for release in releases.iterdir():
        if release.is_dir() and not release.name.startswith(".") and release not in kept:
            shutil.rmtree(release)
