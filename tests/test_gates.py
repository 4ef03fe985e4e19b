"""What stands against publishing a finished site: tiny sites and their findings."""

from __future__ import annotations

import pytest

from curriculum.findings import as_text
from curriculum.gates import findings

OTHER = {"a/index.html": '<h1 id="top">A</h1><a name="old"></a>', "style.css": "", "a b.png": ""}

GOOD = {
    "a page": '<a href="a/">A</a>',
    "a page by its file": '<a href="a/index.html">A</a>',
    "this page": '<a href=".">here</a> <a href="./">here</a> <a href="">here</a>',
    "a place": '<a href="a/#top">A</a> <a href="a/#old">old</a> <h2 id="x">X</h2><a href="#x">X</a>',
    "a question": '<a href="a/?edit=1#top">A</a>',
    "from the root": '<a href="/a/">A</a>',
    "below the public address": '<a href="/base/a/#top">A</a>',
    "a name with a blank": '<img src="a%20b.png" alt="">',
    "another host, linked": '<a href="https://example.org/">E</a> <a href="//example.org/">E</a>',
    "a mail address": '<a href="mailto:a@example.org">A</a>',
    "a style of ours": '<link rel="stylesheet" href="style.css">',
    "the public address": '<link rel="canonical" href="https://example.org/">',
    "data in a script": '<script type="application/ld+json">{"a": 1}</script>',
    "a data image": '<img src="data:image/png;base64,AA==" alt="">',
    "words on errors": "<p>An error in a macro</p>",
}
BAD = {
    "a broken link": (
        '<p>\n<a href="b/">B</a></p>',
        "index.html:2: `b/` leads to no page [links-resolve]\n  hint: mend the link in its source",
    ),
    "a broken image": (
        '<img src="c.png" alt="">',
        "index.html:1: `c.png` leads to no page [links-resolve]\n  hint: mend the link in its source",
    ),
    "a link out of the site": (
        '<a href="../x/">X</a>',
        "index.html:1: `../x/` leads to no page [links-resolve]\n  hint: mend the link in its source",
    ),
    "a missing place": (
        '<a href="a/#none">A</a>',
        (
            "index.html:1: `a/#none` points at a place that is not on the page [anchors-exist]\n"
            "  hint: mend the link in its source"
        ),
    ),
    "a missing place here": (
        '<a href="#none">A</a>',
        (
            "index.html:1: `#none` points at a place that is not on the page [anchors-exist]\n"
            "  hint: mend the link in its source"
        ),
    ),
    "a foreign script": (
        '<script src="https://cdn.example.org/x.js"></script>',
        (
            "index.html:1: `https://cdn.example.org/x.js` is loaded from another host "
            "[pages-load-nothing-foreign]\n  hint: keep a copy in the site"
        ),
    ),
    "a foreign style": (
        '<link rel="preload stylesheet" href="//fonts.example.org/x.css">',
        (
            "index.html:1: `//fonts.example.org/x.css` is loaded from another host "
            "[pages-load-nothing-foreign]\n  hint: keep a copy in the site"
        ),
    ),
    "a foreign image": (
        '<img src="https://example.org/x.png" alt="">',
        (
            "index.html:1: `https://example.org/x.png` is loaded from another host "
            "[pages-load-nothing-foreign]\n  hint: keep a copy in the site"
        ),
    ),
    "an inline script": (
        "<script>alert(1)</script>",
        (
            "index.html:1: an inline script is not on the list [scripts-are-known]\n"
            "  hint: put it into a file of the theme"
        ),
    ),
    "an inline module": (
        '<script type="module">alert(1)</script>',
        (
            "index.html:1: an inline script is not on the list [scripts-are-known]\n"
            "  hint: put it into a file of the theme"
        ),
    ),
    "a handler": (
        '<p onclick="alert(1)">x</p>',
        "index.html:1: `onclick` on `<p>` runs code [scripts-are-known]\n  hint: take it out",
    ),
    "an address that runs code": (
        '<a href=" JavaScript:alert(1)">x</a>',
        "index.html:1: `href` on `<a>` runs code [scripts-are-known]\n  hint: take it out",
    ),
    "the text of an error": (
        "<p>\n\nMacro Rendering Error</p>",
        (
            "index.html:3: the page shows `Macro Rendering Error` [pages-hold-no-errors]\n"
            "  hint: see the build's log"
        ),
    ),
}


def report(page: str, **others: str) -> list[str]:
    """Return what is found on a home page beside a few other files, as people see it."""
    files = {path: text.encode() for path, text in {**OTHER, **others, "index.html": page}.items()}
    return [as_text(finding) for finding in findings(files, "/base/")]


@pytest.mark.parametrize("page", GOOD.values(), ids=GOOD)
def test_a_good_page_may_be_published(page: str) -> None:
    """What a reader's browser can follow and nothing foreign gives no finding."""
    assert [] == report(page)


@pytest.mark.parametrize(("page", "expected"), BAD.values(), ids=BAD)
def test_a_bad_page_is_named_with_its_line(page: str, expected: str) -> None:
    """What is broken, foreign or runs code is found with its page, its line and a hint."""
    assert [expected] == report(page)


def test_all_findings_of_all_pages_come_at_once() -> None:
    """Nothing stops at the first mistake, and pages come in order."""
    found = report('<a href="b/">B</a><a href="c/">C</a>', **{"z.html": '<a href="d/">D</a>'})
    assert ["index.html:1", "index.html:1", "z.html:1"] == [line.split(": ")[0] for line in found]
