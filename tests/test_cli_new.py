"""What `curriculum new` does to a folder: it writes new files and touches no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import run
from curriculum.commands import new


def test_a_new_module_is_listed_in_its_track(root: Path) -> None:
    """Only sentences are left to write."""
    assert 0 == run("new", "module", "garden/sun").exit_code
    assert "modules: [soil, water, sun]" in (root / "modules/garden/track.yml").read_text()
    said = [row["rule"] for row in json.loads(run("check", "--format", "json").stdout)]
    assert {"sentences-are-written"} == set(said)


def test_a_new_track_lists_its_first_module_once(root: Path) -> None:
    """The scaffold of the track has it already."""
    assert "listed in" not in run("new", "module", "tools/spade", "--title", "A spade").stdout
    assert 1 == (root / "modules/tools/track.yml").read_text().count("spade")


def test_an_unusual_track_is_left_to_its_author(root: Path) -> None:
    """The command says what to add."""
    track = root / "modules/garden/track.yml"
    track.write_text(track.read_text().replace("[soil, water]", "[soil,\n  water]"))
    assert "add `sun` to `modules`" in run("new", "module", "garden/sun").stdout


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("case", "content/cases/x/case.yml"),
        ("path", "content/paths/x.yml"),
        ("agenda", "content/agendas/x.yml"),
    ],
)
def test_the_others_are_written_too(root: Path, kind: str, path: str) -> None:
    """Each into its place, and not a second time."""
    assert f"wrote {path}\n" in run("new", kind, "x").stdout
    assert (root / path).is_file()
    assert 2 == run("new", kind, "x").exit_code


def test_existing_files_are_never_written_over(root: Path) -> None:
    """Even where no curriculum knows them, and nothing else is written either."""
    stray = root / "modules/garden/sun/worksheet.md"
    stray.parent.mkdir()
    stray.write_text("mine")
    result = run("new", "module", "garden/sun")
    assert (2, "mine") == (result.exit_code, stray.read_text())
    assert "exists already; nothing was written" in result.stderr
    assert ["worksheet.md"] == [path.name for path in stray.parent.iterdir()]


def test_a_module_needs_a_track() -> None:
    """The hint shows how to write it."""
    assert "write `curriculum new module TRACK/sun`" in run("new", "module", "sun").stderr


def test_a_track_that_is_nearly_another_is_a_slip(root: Path) -> None:
    """A track is not begun by a typing mistake."""
    result = run("new", "module", "gardn/sun")
    assert 2 == result.exit_code
    assert "there is no track `gardn`\n  hint: did you mean `garden`?" in result.stderr
    assert not (root / "modules/gardn").exists()


def test_a_full_disk_leaves_nothing_behind(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same command can be given again when there is room."""
    write = new.write_whole

    def full(file: Path, content: bytes) -> None:
        if file.name == "worksheet.md":
            raise OSError(28, "No space left on device", str(file))
        write(file, content)

    monkeypatch.setattr(new, "write_whole", full)
    assert "worksheet.md`: No space left on device" in run("new", "module", "garden/sun").stderr
    assert not list((root / "modules/garden").glob("sun/*"))
    monkeypatch.undo()
    monkeypatch.chdir(root)
    assert 0 == run("new", "module", "garden/sun").exit_code


def test_the_sample_is_complete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole curriculum without a finding, and never over another one."""
    monkeypatch.chdir(tmp_path)
    assert 0 == run("new", "curriculum", "garden").exit_code
    monkeypatch.chdir(tmp_path / "garden")
    assert "6 modules, 2 cases: no findings\n" == run("check").stderr
    assert (tmp_path / "garden/schema/module.json").is_file()
    assert "exists already" in run("new", "curriculum", ".").stderr
