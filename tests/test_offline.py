"""What stands in the copy that opens from files, and that equal sites give equal archives."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html
from markupsafe import escape

from curriculum.archives import archive
from curriculum.cli import main
from curriculum.offline import ARCHIVE, INDEX, MARK, linked, offline_files
from curriculum.policy import policy
from curriculum.unserved import entry
from folders import small_at

URL = "https://example.org/small/"
PAGE = (
    '<html><head><meta http-equiv="Content-Security-Policy" content="{policy}">'
    '<meta data-pagefind-filter="track[content]" content="One">'
    '<meta data-pagefind-filter="track[content]" content="Two">'
    '<meta data-pagefind-meta="title[content]" content="The title">'
    '<link rel="preload" href="f.woff2" as="font" crossorigin></head><body>{body}'
    '<dialog data-bundle="../pagefind/pagefind.js"></dialog>'
    '<script src="../assets/curriculum/search.js" defer></script></body></html>'
)


def _page(body: str) -> bytes:
    return PAGE.format(policy=escape(policy()), body=body).encode()


def _copy(body: str) -> dict[str, bytes]:
    site = {
        "index.html": b"<p>Home</p>",
        "404.html": b"",
        "a/index.html": _page(body),
        "a/b/index.html": b"<p>B</p>",
        "f.woff2": b"",
        "packets/p.pdf": b"",
        "pagefind/pagefind.js": b"",
    }
    return offline_files(site, URL)


def _hrefs(body: str) -> list[str]:
    return html.document_fromstring(_copy(body)["a/index.html"]).xpath("//a/@href")


def test_links_to_folders_name_their_page() -> None:
    """Also with a fragment, upwards and to the folder itself; what is no folder stays."""
    body = '<a href=".."></a><a href="./"></a><a href="b/#x"></a><a href="#y"></a><a href="../f.woff2"></a>'
    assert ["../index.html", "./index.html", "b/index.html#x", "#y", "../f.woff2"] == _hrefs(body)


def test_links_to_what_is_left_out_lead_to_the_site() -> None:
    """Packets are not in the copy; other hosts and unknown places are left as they are."""
    body = '<a href="../packets/p.pdf"></a><a href="https://a.example/"></a><a href="../none/"></a>'
    assert [f"{URL}packets/p.pdf", "https://a.example/", "../none/"] == _hrefs(body)


def test_a_page_of_the_copy_needs_no_server() -> None:
    """Its policy knows files, its search is a classic script, and no font is fetched."""
    page = _copy("")["a/index.html"].decode()
    assert str(escape("script-src 'self' file: 'sha256-")) in page
    assert 'data-bundle="../assets/curriculum/offline-index.js"' in page
    assert '<script src="../assets/curriculum/offline.js" defer></script>\n<script src=' in page
    assert "preload" not in page
    assert "pagefind/pagefind.js" not in page


def test_the_index_has_pages_by_sections() -> None:
    """Headings with an id begin a section; what search leaves out is left out here too."""
    body = (
        '<p>Menu</p><div data-pagefind-body><h1>T</h1><p>First</p><p data-pagefind-ignore="all">No</p>'
        '<h2 id="s">Second <a class="headerlink">¶</a></h2><script>no()</script><!-- no --><p>More <b>b</b>old</p></div>'
    )
    assert {
        "url": "a/index.html",
        "title": "The title",
        "filters": {"track": ["One", "Two"]},
        "parts": [["", "", "T First"], ["s", "Second", "More bold"]],
    } == entry("a/index.html", _page(body).decode())
    index = _copy(body)[INDEX].decode()
    assert [entry("a/index.html", _page(body).decode())] == json.loads(
        index.removeprefix("window.curriculumIndex = ").removesuffix(";\n")
    )


def test_a_page_without_a_name_of_its_own_is_called_nothing() -> None:
    """Only pages that are searched are in the index."""
    found = entry("x.html", "<div data-pagefind-body><p>Words</p></div>")
    assert found is not None
    assert "" == found["title"]
    assert entry("y.html", "<p>Words</p>") is None


def test_equal_files_give_equal_archives() -> None:
    """Neither the order nor the clock nor the machine is in the bytes."""
    files = {"b.txt": b"b" * 99, "a.txt": b"a"}
    raw = archive(files, "top")
    assert raw == archive(dict(reversed(files.items())), "top")
    bundle = zipfile.ZipFile(io.BytesIO(raw))
    assert ["top/a.txt", "top/b.txt"] == bundle.namelist()
    assert {(1980, 1, 1, 0, 0, 0)} == {about.date_time for about in bundle.infolist()}


def test_the_downloads_page_names_the_archive_and_its_size() -> None:
    """The link takes the place that the page keeps for it."""
    page = linked(f"<h1>Downloads</h1>{MARK}", "3 MB")
    assert '<a href="offline.zip" download>The whole site to take along: ZIP, 3 MB</a>' in page
    assert MARK not in page


def test_the_command_offers_the_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`curriculum build --offline` publishes the ZIP with the site and links it."""
    root = small_at(tmp_path)
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["build", "--no-packets", "--offline"])
    assert done.exit_code == 0, done.output
    bundle = zipfile.ZipFile(root / "site" / ARCHIVE)
    assert "small-2026-1/index.html" in bundle.namelist()
    assert "ZIP, " in (root / "site/downloads/index.html").read_text("utf-8")
