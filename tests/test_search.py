"""How the finished site becomes searchable."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from curriculum.search import index
from folders import read, write

PAGE = '<html lang="{language}"><body><div data-pagefind-body><h1>{words}</h1></div></body></html>'


def test_every_page_with_a_body_is_indexed(tmp_path: Path) -> None:
    """The count is of the pages that name what is searched; others are left out."""
    write(
        tmp_path,
        {
            "index.html": PAGE.format(language="en", words="Soil"),
            "a/index.html": PAGE.format(language="en", words="Water"),
            "404.html": '<html lang="en"><body><h1>Not found</h1></body></html>',
        },
    )
    assert index(tmp_path) == 2
    assert (tmp_path / "pagefind/pagefind.js").is_file()


def test_languages_are_added_up(tmp_path: Path) -> None:
    """A site in two languages has an index for each; all pages are counted."""
    write(
        tmp_path,
        {
            "index.html": PAGE.format(language="en", words="Soil"),
            "es/index.html": PAGE.format(language="es", words="Suelo"),
        },
    )
    assert index(tmp_path) == 2


def test_what_our_dialog_never_loads_is_not_published(tmp_path: Path) -> None:
    """Pagefind's ready-made screens stay out of the site."""
    write(tmp_path, {"index.html": PAGE.format(language="en", words="Soil")})
    index(tmp_path)
    names = {path.name for path in (tmp_path / "pagefind").iterdir()}
    assert "pagefind.js" in names
    assert [] == sorted(name for name in names if "ui" in name or "highlight" in name)


def test_an_index_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    """A site that is not there does not pass for one without pages."""
    with pytest.raises(OSError, match="the search index was not made: Most likely"):
        index(tmp_path / "none")


def test_two_indexes_of_one_site_are_equal(tmp_path: Path) -> None:
    """The order in which Pagefind happens to hold its filters is in no file."""
    made = []
    for place in ("one", "two", "three"):
        filters = "".join(
            f'<meta data-pagefind-filter="{name}[content]" content="{value}">'
            for name in ("track", "kind", "audience", "minutes")
            for value in ("a", "b", "c", "d", "e")
        )
        page = PAGE.format(language="en", words="Soil").replace("<body>", f"{filters}<body>")
        write(tmp_path / place, {"index.html": page, "a/index.html": page})
        index(tmp_path / place)
        made.append(read(tmp_path / place))
    assert made[0] == made[1] == made[2]


def test_marks_of_permalinks_are_not_found(tmp_path: Path) -> None:
    """The sign that links to a section is in no excerpt."""
    page = PAGE.format(language="en", words='Soil <a class="headerlink" href="#a">¶</a>')
    write(tmp_path, {"index.html": page})
    index(tmp_path)
    (fragment,) = (tmp_path / "pagefind/fragment").iterdir()
    assert "¶" not in gzip.decompress(fragment.read_bytes()).decode()
