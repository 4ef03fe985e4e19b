"""`curriculum packets --format docx` and `epub`: the same wishes, in the formats that people edit."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

from curriculum import render
from curriculum.commands.packets import command
from curriculum.findings import Finding
from curriculum.office.plan import Job
from curriculum.office.render import OfficeSource, Ready, ready
from curriculum.rendered import Work


@pytest.fixture
def here(work: OfficeSource, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the small curriculum, whose pages are rendered."""
    (work.root / "mkdocs.yml").write_text("site_name: Small\n", "utf-8")
    monkeypatch.chdir(work.root)
    rendering = Work(work.catalog, work.settings, list(work.pages.values()))
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
def test_what_goes_wrong_ends_with_1(work: OfficeSource, tmp_path: Path) -> None:
    """The finding is said, and the exit code tells."""
    image = work.root / "modules/building/piers/pier.svg"
    kept = image.read_bytes()
    image.unlink()
    arguments = ["--module", "piers", "--audience", "mayor", "--format", "epub"]
    done = CliRunner().invoke(command, [*arguments, "--output", str(tmp_path / "out")])
    image.write_bytes(kept)
    assert done.exit_code == 1
    assert "[images-exist]" in done.output


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "option", [["--scheduler", "tcp://127.0.0.1:9"], ["--crop-marks"]], ids=lambda option: option[0]
)
def test_options_that_would_do_nothing_are_refused(tmp_path: Path, option: list[str]) -> None:
    """An e-book has no sheet to crop, and pandoc works on this machine only."""
    arguments = ["--module", "piers", "--format", "epub", *option]
    done = CliRunner().invoke(command, [*arguments, "--output", str(tmp_path / "out")])
    assert (
        f"Error: `{option[0]}` does nothing to `--format epub`\n"
        f"  hint: leave out `{option[0]}`, or make PDFs\n"
    ) == done.output
    assert done.exit_code == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("here")
def test_what_is_known_is_not_composed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time, nothing has changed: the file is fetched by what was asked for alone."""
    arguments = ["--module", "piers", "--audience", "mayor", "--format", "docx"]
    arguments += ["--output", str(tmp_path / "out")]
    composed: list[str] = []

    def counted(job: Job, work: OfficeSource) -> Ready | Finding:
        composed.append(job.name)
        return ready(job, work)

    monkeypatch.setattr("curriculum.office.make.ready", counted)
    first, second = (CliRunner().invoke(command, arguments) for _ in range(2))
    assert first.output.splitlines()[-1] == second.output.splitlines()[-1]
    assert ["piers.mayor.team-member.docx"] == composed


@pytest.mark.usefixtures("here")
def test_jobs_is_how_many_work_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pandoc runs so often at the same time, and no oftener."""
    asked: list[int] = []

    def pool(workers: int) -> ThreadPoolExecutor:
        asked.append(workers)
        return ThreadPoolExecutor(workers)

    monkeypatch.setattr("curriculum.office.make.ThreadPoolExecutor", pool)
    arguments = ["--module", "piers", "--audience", "mayor", "--format", "docx", "--jobs", "1"]
    done = CliRunner().invoke(command, [*arguments, "--output", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    assert [1] == asked
