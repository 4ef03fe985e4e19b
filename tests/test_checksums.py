"""`SHA256SUMS` and `curriculum verify`: what is missing, changed or too many is told."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from curriculum.checksums import NAME, listing, record, verify
from curriculum.cli import main

FILES = {"index.html": b"one", "a/é b.pdf": b"two", "a/SHA256SUMS": b"its own"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with its list."""
    folder = tmp_path / "site"
    for path, raw in {**FILES, NAME: listing(FILES)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    return folder


def run(folder: Path) -> Result:
    """Run the command as people do."""
    return CliRunner().invoke(main, ["verify", str(folder)])


def test_a_folder_as_published_has_no_findings(site: Path) -> None:
    """The list is one that `sha256sum` reads too."""
    told = run(site)
    assert (0, "", "3 files: all as published\n") == (told.exit_code, told.stdout, told.stderr)
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", NAME], cwd=site, check=True)


def test_a_site_may_be_reached_by_a_link(site: Path) -> None:
    """As the published one is."""
    (site.parent / "link").symlink_to("site")
    assert 0 == run(site.parent / "link").exit_code


def _grow(site: Path) -> None:
    (site / "a/more.html").write_text("x")


def _link(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "index.html").symlink_to("a/SHA256SUMS")


def _link_folder(site: Path) -> None:
    (site / "a").rename(site.parent / "b")
    (site / "a").symlink_to("../b")


def _add_line(line: str) -> Callable[[Path], None]:
    def add(site: Path) -> None:
        with (site / NAME).open("a") as file:
            file.write(line)

    return add


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda site: (site / "index.html").unlink(), ["index.html:1: the file is missing"]),
        (
            lambda site: (site / "index.html").write_bytes(b"On"),
            ["index.html:1: the file is not as it was published"],
        ),
        (_grow, ["a/more.html:1: the file is not on the list of `SHA256SUMS`"]),
        (_link, ["index.html:1: the file is a symbolic link, or lies behind one"]),
        (
            _link_folder,
            [
                "a/SHA256SUMS:1: the file is a symbolic link, or lies behind one",
                "a/é b.pdf:1: the file is a symbolic link, or lies behind one",
                "a:1: the file is not on the list of `SHA256SUMS`",
            ],
        ),
        (_add_line("x\n"), ["SHA256SUMS:4: `x` is no line of a list of checksums"]),
        (
            _add_line(f"{hashlib.sha256(b'').hexdigest()}  ../passwd\n"),
            [
                f"SHA256SUMS:4: `{hashlib.sha256(b'').hexdigest()}  ../passwd` is no line of a list of checksums"
            ],
        ),
        (
            _add_line("\x1b[31m\n"),
            ["SHA256SUMS:4: `?[31m` is no line of a list of checksums"],
        ),
    ],
)
def test_every_difference_is_told(
    site: Path, change: Callable[[Path], object], expected: list[str]
) -> None:
    """With its file, and the exit says so."""
    change(site)
    told = run(site)
    lines = [line for line in told.stdout.splitlines() if not line.startswith("  hint")]
    assert expected == [line.removesuffix(" [files-are-as-published]") for line in lines]
    assert 1 == told.exit_code


def test_a_file_that_cannot_be_read_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read all, so the refusal is made here."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", lambda _: listing({"index.html": b"one"}))
    messages = {finding.message for finding in verify(site)}
    assert "the file cannot be read: Permission denied" in messages


def test_a_folder_without_a_list_is_refused(tmp_path: Path) -> None:
    """A hint says which folders have one."""
    told = run(tmp_path)
    assert 2 == told.exit_code
    assert f"there is no `{tmp_path / NAME}`" in told.stderr


def test_a_second_run_takes_nothing_off_the_list(tmp_path: Path) -> None:
    """What was listed and is still there stays; what is gone or was no line goes."""
    for name in ("a4.pdf", "letter.pdf"):
        (tmp_path / name).write_bytes(name.encode())
    record(tmp_path, {"a4.pdf": hashlib.sha256(b"a4.pdf").hexdigest(), "gone.pdf": "0" * 64})
    with (tmp_path / NAME).open("a") as file:
        file.write("no line\n" + "0" * 64 + "  ../secret\n")
    record(tmp_path, {"letter.pdf": hashlib.sha256(b"letter.pdf").hexdigest()})
    assert [] == list(verify(tmp_path))
    assert 2 == len((tmp_path / NAME).read_text().splitlines())
