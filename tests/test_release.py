"""How a finished site takes the place of the one before: in one step, or not at all."""

from __future__ import annotations

import fcntl
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from curriculum import gates
from curriculum.build import build
from curriculum.checksums import listing
from curriculum.findings import Finding
from curriculum.release import RELEASES, BusyError, make_room, new_release, publish
from folders import read, small_at

MOMENTS = 20
DISK = 2_000_000  # bytes; the small curriculum fits, its site does not


def released(root: Path, text: str) -> Path:
    """Publish a site of one page below a root and return where it stands."""
    with new_release(root) as folder:
        (folder / "index.html").write_text(text, encoding="utf-8")
        return publish(root, folder, root / "site")


def releases(root: Path) -> list[str]:
    """Return the releases that are kept, without the folders of builds that run."""
    return sorted(path.name for path in (root / RELEASES).iterdir() if path.name[0] != ".")


def test_the_site_is_a_link_to_a_release(tmp_path: Path) -> None:
    """What is served is a relative link, so that the whole curriculum can be moved."""
    release = released(tmp_path, "one")
    assert f"{RELEASES}/{release.name}" == str((tmp_path / "site").readlink())
    assert {"index.html": b"one"} == read(tmp_path / "site")


def test_a_site_is_swapped_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old link is replaced by one rename; there is no moment without a site."""
    old = released(tmp_path, "one")
    seen = []
    replace = Path.replace

    def watched(link: Path, target: Path) -> Path:
        if target == tmp_path / "site":
            seen.append((read(target), read(link)))
        return replace(link, target)

    monkeypatch.setattr(Path, "replace", watched)
    new = released(tmp_path, "two")
    assert [({"index.html": b"one"}, {"index.html": b"two"})] == seen
    assert (tmp_path / "site").resolve() == new != old


def test_the_release_before_is_kept_and_older_ones_go(tmp_path: Path) -> None:
    """One step back is possible; the disk does not fill."""
    first, second, third = (released(tmp_path, text).name for text in ("one", "two", "three"))
    assert sorted([second, third]) == releases(tmp_path)
    assert first not in releases(tmp_path)


def test_an_equal_site_is_the_same_release(tmp_path: Path) -> None:
    """Publishing the same bytes again changes nothing, and a step back finds its folder."""
    one = released(tmp_path, "one")
    released(tmp_path, "two")
    assert one == released(tmp_path, "one") == (tmp_path / "site").resolve()
    assert [one.name] == [name for name in releases(tmp_path) if name == one.name]


def test_names_and_bytes_both_make_a_release(tmp_path: Path) -> None:
    """A file of another name, or cut at another place, is another site."""
    made = set()
    for files in ({"a": "bc"}, {"ab": "c"}, {"a": "b", "c": ""}):
        with new_release(tmp_path) as folder:
            for name, text in files.items():
                (folder / name).write_text(text, encoding="utf-8")
            made.add(publish(tmp_path, folder, tmp_path / "site").name)
    assert len(made) == 3


def test_a_real_folder_is_refused(tmp_path: Path) -> None:
    """A folder that the command did not make is not emptied."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        released(tmp_path, "one")
    assert {"mine.txt": b"mine"} == read(tmp_path / "site")
    assert [] == releases(tmp_path)


def test_a_bad_output_is_told_before_anything_is_built(tmp_path: Path) -> None:
    """A build takes minutes; where it cannot end it does not begin."""
    root = small_at(tmp_path / "small")
    (tmp_path / "taken").mkdir()
    with pytest.raises(FileExistsError):
        build(root, tmp_path / "taken")
    assert not (root / RELEASES).exists()
    with pytest.raises(OSError, match="among these files"):
        build(root, root / "modules/site")
    make_room(root, tmp_path / "new/folder/site")
    assert (tmp_path / "new/folder").is_dir()


def test_a_site_may_be_published_elsewhere(tmp_path: Path) -> None:
    """`--output` may lie in another folder; the link then leads there and back."""
    (tmp_path / "www").mkdir()
    with new_release(tmp_path) as folder:
        (folder / "index.html").write_text("one", encoding="utf-8")
        publish(tmp_path, folder, tmp_path / "www/public")
    assert {"index.html": b"one"} == read(tmp_path / "www/public")


def test_what_another_output_shows_is_kept(tmp_path: Path) -> None:
    """A trial build into another folder takes no site away, however many follow."""
    released(tmp_path, "one")
    gone = tmp_path / "gone"
    for output in (gone, *[tmp_path / "trial"] * 3):
        with new_release(tmp_path) as folder:
            (folder / "index.html").write_text(f"trial {os.urandom(4).hex()}", encoding="utf-8")
            publish(tmp_path, folder, output)
        gone.unlink(missing_ok=True)
    assert {"index.html": b"one"} == read(tmp_path / "site")
    assert 3 == len(releases(tmp_path))
    assert 2 == len(list((tmp_path / RELEASES).glob(".output-*")))


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    """The second build stops before it does anything, and the first one goes on."""
    with new_release(tmp_path) as folder:
        with pytest.raises(BusyError), new_release(tmp_path):
            pass  # pragma: no cover
        assert folder.is_dir()


def test_a_failed_build_leaves_nothing(tmp_path: Path) -> None:
    """A build that raises removes its folder; the site stays."""
    released(tmp_path, "one")
    with pytest.raises(FileNotFoundError), new_release(tmp_path) as folder:
        (folder / "none/index.html").write_text("two", encoding="utf-8")
    assert {"index.html": b"one"} == read(tmp_path / "site")
    assert not list((tmp_path / RELEASES).glob(".new-*"))


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    """The next build clears what nobody builds in any more."""
    (tmp_path / RELEASES / ".new-1").mkdir(parents=True)
    released(tmp_path, "one")
    assert not list((tmp_path / RELEASES).glob(".new-*"))


def build_in_a_process(root: Path, *, fsize: int | None = None) -> subprocess.Popen[bytes]:
    """Start `curriculum build --no-packets` in a process of its own."""
    limit = None
    if fsize is not None:
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (fsize, fsize))  # noqa: E731
    return subprocess.Popen(
        [sys.executable, "-c", "from curriculum.cli import main; main()", "build", "--no-packets"],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=limit,  # noqa: PLW1509  (no threads here)
    )


def titled(root: Path, title: str) -> None:
    """Give the small curriculum's path another title, and so the site other bytes."""
    path = root / "content/paths/season.yml"
    path.write_text(path.read_text("utf-8").replace("title: Season", f"title: {title}"), "utf-8")


@pytest.fixture(scope="module")
def sites(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """A published small curriculum whose source has changed since, its old bytes and its new ones."""
    root = small_at(tmp_path_factory.mktemp("killed"))
    other = small_at(tmp_path_factory.mktemp("whole"))
    titled(other, "Another season")
    for place in (root, other):
        built = build(place, place / "site", with_packets=False)
        assert built.findings == ()
    titled(root, "Another season")
    return root, read(root / "site"), read(other / "site")


def test_a_killed_build_never_harms_what_is_served(
    sites: tuple[Path, dict[str, bytes], dict[str, bytes]],
) -> None:
    """Killed at random moments, a build leaves the old site or the new one, byte for byte."""
    root, old, new = sites
    assert old != new
    chance = random.Random(2026)  # noqa: S311  (moments, not secrets)
    length = 1.0
    for moment in range(MOMENTS + 1):
        started = time.monotonic()
        process = build_in_a_process(root)
        # The first build may end, to know how long one takes; the others are killed on the way.
        try:
            process.communicate(timeout=None if moment == 0 else chance.uniform(0.1, 0.95) * length)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        if moment == 0:
            length = time.monotonic() - started
            assert new == read(root / "site")
            back = (root / "content/paths/season.yml").read_text("utf-8")
            (root / "content/paths/season.yml").write_text(
                back.replace("Another season", "Season"), "utf-8"
            )
        assert read(root / "site") in (old, new)
    process = build_in_a_process(root)
    assert process.wait() == 0, process.communicate()[1]
    process.communicate()
    assert old == read(root / "site")


def test_two_builds_give_equal_bytes(
    sites: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    """The same input gives the same site, in another folder too."""
    root = small_at(tmp_path / "again")
    titled(root, "Another season")
    build(root, root / "site", with_packets=False)
    again = read(root / "site")
    assert sorted(sites[2]) == sorted(again)
    assert [] == [path for path, raw in again.items() if raw != sites[2][path]]


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Callable[[Path], subprocess.Popen[bytes]]]:
    """A build on a disk that fills: a small tmpfs where one can be mounted, else a limit on files."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(disk)],
        check=False,
        capture_output=True,
    ).returncode
    yield lambda root: build_in_a_process(root, fsize=None if mounted else 100_000)
    if mounted:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_leaves_the_site(
    full_disk: Callable[[Path], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    """A disk that is full in the middle of a build: exit 2, a line of words, the old site."""
    root = small_at(tmp_path / "disk/small")
    released(root, "one")
    process = full_disk(root)
    error = process.communicate()[1].decode()
    assert process.returncode != 0
    assert "Traceback" not in error
    assert {"index.html": b"one"} == read(root / "site")
    assert not list((root / RELEASES).glob(".new-*"))


def test_a_source_that_changes_during_a_build_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of one state and half of another would be neither the old site nor the new one."""
    root = small_at(tmp_path / "small")
    released(root, "one")
    look = gates.findings

    def meanwhile(files: Mapping[str, bytes], base: str) -> list[Finding]:
        titled(root, "Another season")
        return look(files, base)

    monkeypatch.setattr(gates, "findings", meanwhile)
    (finding,) = build(root, root / "site", with_packets=False).findings
    assert "the curriculum changed while it was built" == finding.message
    assert {"index.html": b"one"} == read(root / "site")
    monkeypatch.undo()
    assert () == build(root, root / "site", with_packets=False).findings


def test_changes_at_any_moment_give_the_old_site_or_the_new_one(
    sites: tuple[Path, dict[str, bytes], dict[str, bytes]],
) -> None:
    """Somebody saves a file while a build runs; what is served is one state, byte for byte."""
    root, old, new = sites
    chance = random.Random(2027)  # noqa: S311  (moments, not secrets)
    path = root / "content/paths/season.yml"
    text = path.read_text("utf-8")
    other = text.replace("title: Season", "title: Another season")
    assert text != other
    for _ in range(4):
        process = build_in_a_process(root)
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=chance.uniform(0.2, 1.5))
        path.write_text(other, "utf-8")
        process.communicate()
        assert read(root / "site") in (old, new)
        path.write_text(text, "utf-8")


def test_a_read_only_folder_leaves_the_site(tmp_path: Path) -> None:
    """Nothing can be written: exit 2, a line of words, the old site."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=20000000", "tmpfs", str(disk)]
    mounted = not subprocess.run(mount, check=False, capture_output=True).returncode
    root = small_at(disk / "small")
    released(root, "one")
    if mounted:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    else:
        (root / RELEASES).chmod(0o555)
    process = build_in_a_process(root)
    error = process.communicate()[1].decode()
    served = read(root / "site")
    if mounted:
        subprocess.run(["umount", "-l", str(disk)], check=True)
    else:
        (root / RELEASES).chmod(0o755)
    assert (2, {"index.html": b"one"}) == (process.returncode, served)
    assert re.match(r"Error: .*(Read-only file system|Permission denied)", error), error


def test_every_site_lists_its_files(
    sites: tuple[Path, dict[str, bytes], dict[str, bytes]],
) -> None:
    """`SHA256SUMS` names each, so that a copy can be verified."""
    assert sites[2]["SHA256SUMS"] == listing(sites[2])
    assert len(sites[2]["SHA256SUMS"].splitlines()) == len(sites[2]) - 1


def test_the_lock_is_free_after_a_build(tmp_path: Path) -> None:
    """A finished build holds nothing back."""
    released(tmp_path, "one")
    with (tmp_path / RELEASES / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
