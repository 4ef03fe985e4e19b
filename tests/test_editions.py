"""Published addresses: the record of an edition, what has vanished since, and where old ones lead."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import html

from curricula import base, catalog_of, changed
from curriculum import gates
from curriculum.cli import main
from curriculum.editions import edition_text, last_edition, vanished
from curriculum.examine import examine
from curriculum.findings import as_text
from curriculum.pages import pages
from curriculum.redirects import redirects
from curriculum.settings import Settings
from folders import MKDOCS
from trees import plant

SITE = Settings("Small", "https://example.org/small/")
MOVED = {
    "modules/garden/soil/module.yml": [
        {"find": "title: Soil", "put": 'title: "Soil & <b>"'},
        {"find": "changes:", "put": "formerly: [modules/garden/dirt]\nchanges:"},
    ],
    "content/paths/season.yml": [
        {"find": "budget: 120", "put": "budget: 120\nformerly: [old/way]"}
    ],
}


def _edition() -> str:
    catalog = catalog_of(base())
    files = {path: text.encode() for path, text in base().items()}
    return edition_text("2026.1", "2026-11-22", catalog, pages(catalog), files)


def test_an_edition_records_every_address() -> None:
    """With title, version and checksum; pages for contributors are no promise."""
    record = json.loads(_edition())
    rows = record["pages"]
    assert ("2026.1", "2026-11-22") == (record["edition"], record["date"])
    assert rows["modules/garden/soil/"]["title"] == "Soil"
    assert rows["modules/garden/soil/"]["version"] == "2026.1"
    assert len(rows["modules/garden/soil/"]["sha256"]) == 64
    assert rows["find/"] == {
        "title": "Find a module",
        "version": "",
        "sha256": "",
    }
    assert not [url for url in rows if url.startswith("contribute/")]
    assert _edition() == _edition()


def test_nothing_has_vanished_at_first() -> None:
    """The edition holds what there is."""
    catalog = catalog_of(base())
    assert [] == list(vanished("e.json", _edition(), catalog, pages(catalog)))


def test_a_page_that_is_gone_is_a_finding_at_its_line() -> None:
    """Until `formerly` says what took its place; its parts go with it."""
    catalog = catalog_of(base())
    before = _edition().replace('"paths/season/"', '"paths/winter/"')
    (finding,) = vanished("e.json", before, catalog, pages(catalog))
    assert finding.message == "the address `paths/winter/` was published and is gone"
    assert "paths/winter/" in before.split("\n")[finding.line - 1]
    moved = catalog_of(changed(base(), MOVED))
    before = _edition().replace("garden/soil", "garden/dirt")
    assert [] == list(vanished("e.json", before, moved, pages(moved)))


def _gone(changes: dict[str, Any], *, was: str = "garden/soil") -> list[str]:
    """Return the addresses that some changes lose, where soil was published at another address."""
    catalog = catalog_of(changed(base(), changes))
    before = _edition().replace("garden/soil", was)
    told = (each.message for each in vanished("e.json", before, catalog, pages(catalog)))
    return [message.split("`")[1] for message in told]


SHEET = "modules/garden/soil/worksheet.md"
WRONG = {"find": "title: Soil", "put": "title: [Soil]"}


@pytest.mark.parametrize(
    ("changes", "was", "expected"),
    [
        ({SHEET: None}, "garden/soil", ["modules/garden/soil/worksheet/"]),
        ({SHEET: None, **MOVED}, "garden/dirt", ["modules/garden/dirt/worksheet/"]),
        ({"content/agendas/day.yml": None}, "garden/soil", ["agendas/day/"]),
    ],
)
def test_a_page_is_gone_though_what_held_it_is_there(
    changes: dict[str, Any], was: str, expected: list[str]
) -> None:
    """Each address is promised, not only that of the module; a redirect has to lead to a page."""
    assert expected == _gone(changes, was=was)


@pytest.mark.parametrize(
    "changes",
    [
        {"content/paths/season.yml": [{"find": "budget: 120", "put": "budget: much"}]},
        {"content/paths/season.yml": "steps: [\n"},
        {"modules/garden/soil/module.yml": [WRONG]},
        {"modules/garden/soil/module.yml": "{\n"},
        {"modules/garden/track.yml": [{"find": "position: 1", "put": "position: first"}]},
        {"content/frameworks/balance.md": "---\ntitle: [x]\n---\n\n# Balance\n"},
    ],
)
def test_a_mistake_takes_no_address_away(changes: dict[str, Any]) -> None:
    """What cannot be read just now has a finding of its own, and only that."""
    assert [] == _gone(changes)


def test_a_mistake_takes_no_former_address_away() -> None:
    """What was moved stays moved while another field of its file is wrong."""
    moved = [
        *MOVED["modules/garden/soil/module.yml"],
        {"find": "minutes: 60\nlevel", "put": "minutes: x\nlevel"},
    ]
    assert [] == _gone({"modules/garden/soil/module.yml": moved}, was="garden/dirt")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"pages": 1}', '{"pages": [1]}', "[" * 9999, '{"pages": {"\\u001b": 1}}'],
)
def test_a_record_that_cannot_be_read_is_a_finding(text: str) -> None:
    """It is not taken for an empty one."""
    catalog = catalog_of(base())
    (finding,) = vanished("e.json", text, catalog, pages(catalog))
    assert finding.message == "the record of the edition cannot be read"


def test_the_newest_edition_counts(tmp_path: Path) -> None:
    """By its number, not by its letters; a link is not followed."""
    assert last_edition(tmp_path) is None
    folder = tmp_path / "editions"
    folder.mkdir()
    for name in ("2026.2", "2026.10", "2025.11"):
        (folder / f"{name}.json").write_text(name)
    (folder / "2027.1.json").symlink_to("/etc/passwd")
    assert last_edition(tmp_path) == ("editions/2026.10.json", "2026.10")


def test_former_addresses_lead_to_the_new_ones() -> None:
    """Each part has a page of its own that moves the reader on, and nothing on it runs."""
    catalog = catalog_of(changed(base(), MOVED))
    made = redirects(catalog, SITE, pages(catalog))
    assert sorted(made) == [
        "modules/garden/dirt/facilitate/index.html",
        "modules/garden/dirt/index.html",
        "modules/garden/dirt/worksheet/index.html",
        "old/way/index.html",
    ]
    page = html.document_fromstring(made["modules/garden/dirt/index.html"])
    assert page.findtext(".//title") == "Soil & <b>"
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../soil/"]
    assert page.xpath("//link/@href") == ["https://example.org/small/modules/garden/soil/"]
    assert page.xpath("//a/@href") == ["../soil/"]
    there = {"modules/garden/soil/index.html", "modules/garden/soil/facilitate/index.html"}
    there |= {"modules/garden/soil/worksheet/index.html", "paths/season/index.html"}
    site = {path: text.encode() for path, text in made.items()} | dict.fromkeys(there, b"<p>x</p>")
    assert [] == gates.findings(site, "/small/")


def _run(root: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.chdir(root)
    return CliRunner().invoke(main, ["edition", *arguments])


def test_an_edition_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And from then on `check` compares with it."""
    root = plant(tmp_path, {})
    (root / "mkdocs.yml").write_text(MKDOCS)
    assert _run(root, monkeypatch, "2026.1").stdout.startswith("editions/2026.1.json: ")
    assert [] == examine(root)[1]
    assert "is there already" in _run(root, monkeypatch, "2026.1").stderr
    assert _run(root, monkeypatch, "2026.1", "--force", "--date", "2026-11-22").exit_code == 0
    assert '"date": "2026-11-22"' in (root / "editions/2026.1.json").read_text()
    assert "is no name for an edition" in _run(root, monkeypatch, "../x").stderr
    (root / "content/about.md").write_text("# About\n")
    assert "still something to mend: 1 finding" in _run(root, monkeypatch, "2026.2").stderr
    (root / "content/about.md").unlink()
    (root / "content/agendas/day.yml").unlink()
    told = [as_text(finding) for finding in examine(root)[1]]
    assert any("the address `agendas/day/` was published and is gone" in line for line in told)
