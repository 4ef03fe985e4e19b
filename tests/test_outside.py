"""`curriculum links`: a link to the outside is dead after three bad days, never after one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as some

from curriculum.cli import main
from curriculum.outside import failures, read_history

SITE = "http://127.0.0.1:8765/"
HEAD = (
    "# created by LinkChecker at 2026-11-22\n"
    "urlname;parentname;base;result;warningstring;infostring;valid;url;line;column\n"
)
END = "# Stopped checking at 2026-11-22\n"
GONE = "https://gone.example/a;b"
DEAD = f'x;{SITE}modules/a/;;"404 ""Not;\nFound""";;;False;"{GONE}";7;1\n'
FINE = f"x;{SITE}modules/a/;;200 OK;;;True;https://fine.example/;8;1\n"
INSIDE = f"x;{SITE};;404 Not Found;;;False;{SITE}nope/;0;1\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the command is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def night(day: str, *rows: str) -> Result:
    """Run the command on the report of one night."""
    Path("links.csv").write_text(HEAD + "".join(rows) + END, "utf-8")
    options = ["--site", SITE, "--history", "links.json", "--date", day]
    return CliRunner().invoke(main, ["links", "links.csv", *options])


def test_a_link_is_dead_after_three_days(folder: Path) -> None:
    """The same day twice is one day; the finding says since when, and where the link stands."""
    assert 0 == night("2026-11-20", DEAD, FINE).exit_code
    assert 0 == night("2026-11-20", DEAD, FINE).exit_code
    assert "0 dead links; 1 link to be watched\n" == night("2026-11-21", DEAD).stderr
    told = night("2026-11-23", DEAD, DEAD)
    assert (
        f"modules/a/:7: `{GONE}` failed on 3 days, first on 2026-11-20: "
        '404 "Not; Found" [outside-links-answer]\n'
        "  hint: look where it has moved, or name another source\n"
    ) == told.stdout
    assert (1, "1 dead link; 0 links to be watched\n") == (told.exit_code, told.stderr)
    assert [GONE] == list(json.loads((folder / "links.json").read_text("utf-8")))


def test_a_link_that_answers_begins_anew(folder: Path) -> None:
    """Two bad days, a good one and two bad ones are not enough."""
    for day, rows in (("20", [DEAD]), ("21", [DEAD]), ("22", []), ("23", [DEAD]), ("24", [DEAD])):
        assert 0 == night(f"2026-11-{day}", *rows).exit_code
    assert {GONE: ["2026-11-23", "2026-11-24"]} == json.loads((folder / "links.json").read_text())


def test_a_link_inside_the_site_is_reported_at_once(folder: Path) -> None:
    """It is our own mistake; the history does not hold it."""
    told = night("2026-11-20", INSIDE)
    assert "index.html:1: `http://127.0.0.1:8765/nope/` leads nowhere: 404 Not Found" in told.stdout
    assert (1, "{}\n") == (told.exit_code, (folder / "links.json").read_text())


@pytest.mark.parametrize("text", ["[]", "{", '{"a": 1}', '{"a": ["x"]}', '{"a": [1]}', "[" * 9999])
def test_a_broken_history_begins_anew(folder: Path, text: str) -> None:
    """No link is called dead because of it, and it is said."""
    (folder / "links.json").write_text(text)
    told = night("2026-11-20", DEAD)
    assert 0 == told.exit_code
    assert "`links.json` is no history of links; it begins anew" in told.stderr


@pytest.mark.parametrize("text", ["", HEAD + DEAD, f"a;b\n1;2\n{END}", f"{HEAD}x\n{END}"])
def test_half_a_report_is_refused(folder: Path, text: str) -> None:
    """The history stays as it was."""
    night("2026-11-20", DEAD)
    before = (folder / "links.json").read_text()
    (folder / "links.csv").write_text(text)
    told = CliRunner().invoke(main, ["links", "links.csv", "--history", "links.json"])
    assert 2 == told.exit_code
    assert "hint: run LinkChecker again" in told.stderr
    assert before == (folder / "links.json").read_text()


@pytest.mark.parametrize("options", [[], ["--site", SITE]])
def test_bytes_that_are_no_text_are_no_report(folder: Path, options: list[str]) -> None:
    """Such as a report that was packed, or a picture; the hint says how one is made."""
    (folder / "links.csv").write_bytes(b"\xac\x00\xff")
    told = CliRunner().invoke(main, ["links", "links.csv", "--history", "links.json", *options])
    assert (
        "Error: `links.csv`: this is no report of LinkChecker in CSV\n"
        "  hint: run LinkChecker again: "
        f"`linkchecker --check-extern -o csv {SITE if options else 'ADDRESS'} >links.csv`\n"
    ) == told.stderr
    assert 2 == told.exit_code


@given(some.text())
def test_no_history_makes_it_raise(text: str) -> None:
    """Whatever stands in the file."""
    read_history(text)


@given(some.text())
def test_no_report_makes_it_raise_anything_else(text: str) -> None:
    """A report is read or refused."""
    try:
        failures(f"{HEAD}{text}\n{END}", SITE)
    except ValueError as error:
        assert str(error) == "this is no report of LinkChecker in CSV"  # noqa: PT017
