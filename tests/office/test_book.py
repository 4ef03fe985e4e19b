"""E-books: complete, sound, and with nothing that is not for their reader."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import html

CHECKER = Path("/usr/bin/epubcheck")


def texts(file: Path) -> dict[str, str]:
    """Return the text parts of an e-book by name."""
    with zipfile.ZipFile(file) as box:
        return {
            name: box.read(name).decode()
            for name in box.namelist()
            if not name.endswith((".png", ".jpg"))
        }


@pytest.mark.parametrize("name", ["first.mayor.epub", "piers.facilitator.epub"])
def test_epubcheck_has_nothing_to_say(made: Path, name: str) -> None:
    """0 errors and 0 warnings."""
    done = subprocess.run(
        ["java", "-jar", str(CHECKER), str(made / name)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout


def test_the_contents_of_a_path_are_its_modules_and_parts(made: Path) -> None:
    """Modules in the order of the path, with their parts below them."""
    nav = html.fromstring(texts(made / "first.mayor.epub")["EPUB/nav.xhtml"].encode())
    firsts = [link.text_content() for link in nav.xpath("//nav[@id='toc']/ol/li/a")]
    assert firsts[:4] == ["First days", "The path", "Piers", "Arches"]
    below = nav.xpath("//nav[@id='toc']/ol/li[a='Piers']/ol/li/a")
    parts = ["Briefing", "Case · Harbor and its bridge", "Worksheet · Your bridge"]
    assert parts == [link.text_content() for link in below]


@pytest.mark.parametrize("name", ["first.mayor.epub", "piers.facilitator.epub"])
def test_nothing_but_modules_and_parts_is_listed(made: Path, name: str) -> None:
    """No chapter of its own for the lists at a glance; no two lines are the same below one."""
    nav = html.fromstring(texts(made / name)["EPUB/nav.xhtml"].encode())
    for level in nav.xpath("//nav[@id='toc']//ol"):
        lines = [link.text_content() for link in level.xpath("li/a")]
        assert len(lines) == len(set(lines))
        assert not {"You will be able to", "Key points", "Run sheet", "How to cite"} & set(lines)


def test_it_says_what_it_is(made: Path) -> None:
    """A fixed identifier, the language, the day of the edition, the license, where it is from."""
    about = texts(made / "first.mayor.epub")["EPUB/content.opf"]
    assert re.search(r"urn:uuid:[0-9a-f-]{36}<", about)
    assert "<dc:language>en</dc:language>" in about
    assert "2026-11-22T00:00:00Z" in about
    assert "<dc:source>https://example.org/curriculum/paths/first/</dc:source>" in about
    assert "You may share and adapt" in about


def test_participants_get_nothing_secret(made: Path) -> None:
    """A participant's book holds no note, guide or epilogue."""
    assert "SECRET" not in "".join(texts(made / "first.mayor.epub").values())
    assert "SECRET-END" in "".join(texts(made / "piers.facilitator.epub").values())
