"""What a device is told to keep: which files, how large, under which name, and never in the copy from files."""

from __future__ import annotations

import json

import pytest

from curriculum.device import LIST, PAGE, WORKER, additions, asked, fingerprint, group, without
from curriculum.sayings import Sayings

SAY = Sayings()
ASK = """\
<section class="device" data-device hidden>
<p>It takes <span data-size="site"></span></p>
<fieldset>
<label><input value="a4"> <span data-size="a4"></span></label>
<label><input value="letter"> <span data-size="letter"></span></label>
</fieldset>
</section>
"""
SITE = {
    "index.html": b"<h1>Home</h1>",
    PAGE: f"<h1>Downloads</h1>{ASK}".encode(),
    "packets/a.mayor.a4.pdf": b"%" * 2000000,
    "sitemap.xml": b"",
    "zips/all.zip": b"",
}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", "site"),
        ("404.html", "site"),
        ("pagefind/pagefind.js", "site"),
        ("assets/curriculum/keep.js", "site"),
        ("packets/a.mayor.team-member.a4.pdf", "a4"),
        ("packets/a.facilitator.letter.pdf", "letter"),
        ("packets/a.facilitator.letter.large.pdf", "large"),
        ("packets/SHA256SUMS", ""),
        ("office/a.facilitator.docx", ""),
        ("zips/first.a4.zip", ""),
        ("downloads/offline.zip", ""),
        ("assets/stylesheets/main.css.map", ""),
        ("api/v1/modules.json", ""),
        ("catalog.json", ""),
        (WORKER, ""),
        (LIST, ""),
    ],
)
def test_each_file_is_of_one_group_or_none(path: str, expected: str) -> None:
    """What is only for printing comes by choice; what only other programs read never does."""
    assert expected == group(path)


def test_the_list_and_the_script_name_one_edition() -> None:
    """The list has the page with the sizes in it, and the script has the list's fingerprint."""
    added = additions(SITE, SAY)
    assert {PAGE, LIST, WORKER} == set(added)
    listed = json.loads(added[LIST])
    assert {"site": ["downloads/index.html", "index.html"], "a4": ["packets/a.mayor.a4.pdf"]} == {
        name: list(files) for name, files in listed.items()
    }
    assert [fingerprint(added[PAGE]), len(added[PAGE])] == listed["site"][PAGE]
    assert b'<span data-size="a4">2.0 MB</span>' in added[PAGE]
    assert fingerprint(added[LIST]).encode() in added[WORKER]


def test_equal_sites_have_equal_editions_and_others_do_not() -> None:
    """The order of the files does not matter, a single letter does."""
    assert additions(SITE, SAY) == additions(dict(reversed(SITE.items())), SAY)
    other = additions({**SITE, "index.html": b"<h1>House</h1>"}, SAY)
    assert additions(SITE, SAY)[WORKER] != other[WORKER]


def test_what_nobody_made_is_not_offered() -> None:
    """Neither a paper without packets, nor the choice where there are none at all."""
    shown = (
        '<section class="device" data-device>\n<p>It takes <span data-size="site">1 KB</span></p>\n'
    )
    assert f"{shown}</section>\n" == asked(ASK, {"index.html": b""}, SAY)
    choice = '<label><input value="a4"> <span data-size="a4">2.0 MB</span></label>\n'
    assert f"{shown}<fieldset>\n{choice}</fieldset>\n</section>\n" == asked(
        ASK, {"index.html": b"", "packets/a.mayor.a4.pdf": b"%" * 2000000}, SAY
    )


def test_a_site_without_the_page_that_asks_is_left_alone() -> None:
    """Nobody could ask for it to be kept."""
    assert {} == additions({"index.html": b""}, SAY)


def test_a_copy_that_has_no_server_never_asks() -> None:
    """Neither the question nor the note nor a script of them stays."""
    page = (
        f"<h1>Downloads</h1>{ASK}"
        '<p class="newer" role="status" data-newer hidden>Newer <button>Use</button></p>\n'
        '<script src="../assets/curriculum/view.js" defer></script>\n'
        '<script src="../assets/curriculum/newer.js" defer></script>\n'
        '<script src="../assets/curriculum/device.js" defer></script>'
    )
    assert (
        '<h1>Downloads</h1><script src="../assets/curriculum/view.js" defer></script>\n'
        == without(page)
    )
