"""`curriculum packets`: what it makes, and what it says when it cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result
from printing import SETTINGS

from curriculum.catalog import Catalog
from curriculum.checksums import verify
from curriculum.packets.make import Workshop
from curriculum.rendered import Rendered
from curriculum.settings import Settings

Run = Callable[..., Result]


class Work(NamedTuple):
    """What rendering returns."""

    catalog: Catalog
    settings: Settings
    pages: list[Rendered]


@pytest.fixture
def run(
    curriculum: tuple[Catalog, dict[str, Rendered]],
    workshop: Workshop,
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """A function that calls the command in the small curriculum."""
    (workshop.root / "mkdocs.yml").write_text("site_name: Small\n")
    monkeypatch.chdir(workshop.root)
    catalog, pages = curriculum
    work = Work(catalog, SETTINGS, list(pages.values()))
    without_mkdocs = SimpleNamespace(rendered_work=lambda _root: work)
    monkeypatch.setitem(sys.modules, "curriculum.render", without_mkdocs)

    def call(*arguments: str) -> Result:
        from curriculum.commands.packets import command  # noqa: PLC0415  (after the folder is set)

        return CliRunner().invoke(command, arguments)

    return call


def test_it_makes_the_named_packets(run: Run, workshop: Workshop) -> None:
    """One module, one role, one paper: one file, with its size and pages said."""
    arguments = ("--module", "piers", "--audience", "senior-official", "--paper", "letter")
    result = run(*arguments, "--output", str(workshop.output))
    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in workshop.output.iterdir())
    listed = ["SHA256SUMS", "accessibility.json", "packets.json"]
    assert names == [*listed, "piers.senior-official.letter.pdf"]
    assert "pages," in result.output
    again = run(*arguments[:-1], "a4", "--output", str(workshop.output))
    assert again.exit_code == 0, again.output
    assert [] == list(verify(workshop.output))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--module", "peers"), "there is no module `peers`\n  hint: did you mean `piers`?"),
        (("--path", "frist"), "there is no path `frist`\n  hint: did you mean `first`?"),
        (("--path", "first", "--audience", "team-member"), "`first` has packets for `mayor`\n"),
    ],
)
def test_what_is_not_there_is_refused(
    run: Run, workshop: Workshop, arguments: tuple[str, ...], said: str
) -> None:
    """An unknown id and an impossible choice end with 2 and a hint."""
    result = run(*arguments, "--output", str(workshop.output))
    assert result.exit_code == 2
    assert said in result.output
    assert not workshop.output.exists()


def test_an_impossible_folder_is_refused(run: Run, tmp_path: Path) -> None:
    """A folder below a file cannot be made."""
    (tmp_path / "file").write_text("x")
    result = run("--module", "piers", "--output", str(tmp_path / "file" / "out"))
    assert result.exit_code == 2
    assert "cannot be made" in result.output


def test_a_missing_image_is_said_and_ends_with_one(run: Run, workshop: Workshop) -> None:
    """A packet that was not made is named with its file; the exit code is 1."""
    (workshop.root / "modules/building/piers/pier.svg").unlink()
    arguments = ("--module", "piers", "--audience", "mayor", "--paper", "a4")
    result = run(*arguments, "--output", str(workshop.output))
    assert result.exit_code == 1
    assert "modules/building/piers/index.md:1: the image" in result.output


def test_a_scheduler_that_is_not_there_is_refused(
    run: Run, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong address ends with 2 and says how addresses are written."""
    monkeypatch.setattr("curriculum.packets.cluster.WAIT", 1)
    scheduler = ("--scheduler", "tcp://127.0.0.1:9")
    result = run("--module", "piers", *scheduler, "--output", str(workshop.output))
    assert result.exit_code == 2
    assert "no scheduler answers at `tcp://127.0.0.1:9`\n  hint: addresses are" in result.output


def test_a_selection_with_a_city(run: Run, workshop: Workshop, tmp_path: Path) -> None:
    """Parts in the order given, with a city's cover, as HTML and as PDF."""
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>')
    (tmp_path / "city.yml").write_text("name: Old Name\nnotes: {piers: Bring a rope.}\n")
    parts = ("--part", "arches/worksheet", "--part", "piers/briefing", "--paper", "a4")
    city = ("--city", str(tmp_path / "city.yml"), "--logo", str(logo), "--cover", "City of X")
    for kind in ("html", "pdf"):
        result = run(*parts, *city, "--format", kind, "--output", str(workshop.output))
        assert result.exit_code == 0, result.output
        assert f"my-packet.a4.{kind}" in result.output
    text = (workshop.output / "my-packet.a4.html").read_text()
    assert text.index("Arches</h2>") < text.index("Piers</h2>")
    for words in ("City of X", "Bring a rope.", "data:image/svg+xml;base64,"):
        assert words in text
    assert "Old Name" not in text


def test_a_name_too_long_for_a_cover_is_refused(run: Run, workshop: Workshop) -> None:
    """It is said of the name, before any work, and not of the first thing that has no room."""
    arguments = ("--part", "piers/briefing", "--cover", "X" * 500)
    result = run(*arguments, "--output", str(workshop.output))
    assert (
        "Error: the city's name has 500 letters; at most 80 are printed\n"
        "  hint: use a shorter name for `--cover`\n"
    ) == result.output
    assert result.exit_code == 2
    assert not workshop.output.exists()


def test_a_bad_city_is_refused_before_any_work(
    run: Run, workshop: Workshop, tmp_path: Path
) -> None:
    """File and line stand in the message; the exit code is 2 and nothing is made."""
    file = tmp_path / "city.yml"
    file.write_text("name: X\nlogo: none.png\n")
    arguments = ("--part", "piers/briefing", "--city", str(file))
    result = run(*arguments, "--output", str(workshop.output))
    assert result.exit_code == 2
    assert f"{file}:2: the logo `none.png` is not there" in result.output
    assert not workshop.output.exists()


def test_a_folder_of_somebody_else_is_refused(run: Run, tmp_path: Path) -> None:
    """A folder that is there but may not be written is named before any work."""
    output = tmp_path / "out"
    output.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.access", lambda _, mode: mode == os.R_OK)
        result = run("--module", "piers", "--output", str(output))
    assert result.exit_code == 2
    assert "cannot be written" in result.output
