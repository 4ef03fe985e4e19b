"""Where things stand on the site."""

from __future__ import annotations

import pytest

from curriculum import bundles
from curriculum.exports import api
from curriculum.sites import MADE, link_between, public_url, relative, resolve, uri_of, url_of


def test_what_a_build_fills_is_named_once() -> None:
    """The rules, the copy on a device and the one in a ZIP all ask the same list."""
    assert {"office", "packets", "pagefind", api.FOLDER.split("/")[0], bundles.FOLDER} == MADE


def test_content_is_the_root() -> None:
    """Pages of `content/` lose the folder, modules keep theirs."""
    assert "cases/a/index.md" == uri_of("content/cases/a/index.md")
    assert "modules/t/a/index.md" == uri_of("modules/t/a/index.md")


@pytest.mark.parametrize(
    ("source", "target", "fragment", "expected"),
    [
        ("index.md", "modules/t/a/index.md", "", "modules/t/a/index.md"),
        ("modules/t/a/worksheet.md", "modules/t/b/index.md", "", "../b/index.md"),
        ("modules/t/a/worksheet.md", "glossary.md", "pilot", "../../../glossary.md#pilot"),
    ],
)
def test_sources_link_to_sources(source: str, target: str, fragment: str, expected: str) -> None:
    """Links in Markdown are relative files, which MkDocs and a browser of files both follow."""
    assert expected == relative(source, target, fragment)


@pytest.mark.parametrize(
    ("uri", "expected"),
    [("index.md", ""), ("a.md", "a/"), ("a/index.md", "a/"), ("a/myindex.md", "a/myindex/")],
)
def test_pages_have_folders_as_addresses(uri: str, expected: str) -> None:
    """An index is its folder, any other page a folder of its name."""
    assert expected == url_of(uri)


@pytest.mark.parametrize(
    ("source", "target", "fragment", "expected"),
    [
        ("index.md", "a/b.md", "", "a/b/"),
        ("a/b.md", "index.md", "", "../../"),
        ("a/b.md", "a/b.md", "x", "./#x"),
        ("a/index.md", "a/c.md", "", "c/"),
    ],
)
def test_pages_link_to_pages(source: str, target: str, fragment: str, expected: str) -> None:
    """Generated HTML has relative addresses, so that the site works in any folder."""
    assert expected == link_between(source, target, fragment)


@pytest.mark.parametrize(
    ("path", "address", "expected"),
    [
        ("content/index.md", "about.md", "content/about.md"),
        ("content/index.md", "modules/t/a/index.md#x", "modules/t/a/index.md"),
        ("content/cases/a/index.md", "../b/a%20map.png?x=1", "content/cases/b/a map.png"),
        ("modules/t/a/index.md", "../../../glossary.md", "content/glossary.md"),
        ("modules/t/a/index.md", "worksheet.md", "modules/t/a/worksheet.md"),
        ("content/index.md", "../x.md", ""),
        ("content/index.md", "..", ""),
        ("content/index.md", "/x.md", ""),
    ],
)
def test_links_are_followed_as_on_the_site(path: str, address: str, expected: str) -> None:
    """A link that leaves the site leads nowhere."""
    assert expected == resolve(path, address)


def test_a_source_file_has_a_public_address() -> None:
    """For codes to scan and for feeds."""
    said = public_url("https://example.org/x/", "content/cases/a/index.md")
    assert "https://example.org/x/cases/a/" == said
