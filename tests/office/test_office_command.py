"""`curriculum packets --format docx` and `epub`: the same wishes, in the formats that people edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from curriculum import render
from curriculum.commands.packets import command
from curriculum.office.render import Work
from curriculum.rendered import Work as Rendering


@pytest.fixture
def here(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the small curriculum, whose pages are rendered."""
    (work.root / "mkdocs.yml").write_text("site_name: Small\n", "utf-8")
    monkeypatch.chdir(work.root)
    rendering = Rendering(work.catalog, work.settings, list(work.pages.values()))
    monkeypatch.setattr(render, "rendered_work", lambda _root: rendering)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (
            ["--module", "piers", "--audience", "mayor", "--format", "docx"],
            ["piers.mayor.team-member.docx"],
        ),
        (["--path", "first", "--format", "epub"], ["first.mayor.epub"]),
        (
            ["--part", "piers/worksheet", "--cover", "City of X", "--format", "docx"],
            ["my-packet.mayor.senior-official.team-member.docx"],
        ),
    ],
)
def test_it_makes_what_was_asked_for(
    tmp_path: Path, arguments: list[str], names: list[str]
) -> None:
    """One file for each packet, whatever the paper, with its size said."""
    done = CliRunner().invoke(command, [*arguments, "--output", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    found = {file.name for file in (tmp_path / "out").iterdir()}
    assert found == {"SHA256SUMS", "office.json", *names}
    assert " KB" in done.output


@pytest.mark.usefixtures("here")
def test_what_goes_wrong_ends_with_1(work: Work, tmp_path: Path) -> None:
    """The finding is said, and the exit code tells."""
    image = work.root / "modules/building/piers/pier.svg"
    kept = image.read_bytes()
    image.unlink()
    arguments = ["--module", "piers", "--audience", "mayor", "--format", "epub"]
    done = CliRunner().invoke(command, [*arguments, "--output", str(tmp_path / "out")])
    image.write_bytes(kept)
    assert done.exit_code == 1
    assert "[images-exist]" in done.output
