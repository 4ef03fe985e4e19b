"""How a work or a source is printed, and what is left out because nobody has seen it."""

from __future__ import annotations

from typing import Any

import pytest

from curriculum.references import as_seen, reference_html, source_html
from curriculum.schema import Reference, Source

NAME = {"family": "Moore", "given": "Mark H."}


def work(**fields: Any) -> Reference:
    """Return a work with an id, a type and a title."""
    return Reference.model_validate({"id": "a", "type": "book", "title": "Public value", **fields})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "<cite>Public value</cite>."),
        ({"author": [NAME], "issued": "1995"}, "Moore, Mark H. (1995). <cite>Public value</cite>."),
        ({"editor": [NAME]}, "Moore, Mark H. (ed.). <cite>Public value</cite>."),
        (
            {"author": [NAME], "editor": [{"literal": "WHO"}]},
            "Moore, Mark H. <cite>Public value</cite>.",
        ),
        ({"issued": "1995-03-01"}, "<cite>Public value</cite> (1995)."),
        ({"publisher": "A press"}, "<cite>Public value</cite>. A press."),
        (
            {
                "type": "article-journal",
                "container-title": "Cities",
                "volume": "4",
                "issue": "2",
                "page": "1-9",
            },
            "Public value. <cite>Cities</cite>, 4(2), pp. 1–9.",
        ),
        (
            {"type": "chapter", "container-title": "A book", "volume": "4", "page": "7"},
            "Public value. <cite>A book</cite>, 4, p. 7.",
        ),
        ({"type": "article-journal", "volume": "4", "issue": "2"}, "Public value."),
        (
            {"DOI": "10.1000/x", "URL": "https://example.org/"},
            '<cite>Public value</cite>. <a href="https://doi.org/10.1000/x">https://doi.org/10.1000/x</a>',
        ),
        (
            {"URL": "https://example.org/?a=1&b=2"},
            (
                '<cite>Public value</cite>. <a href="https://example.org/?a=1&amp;b=2">'
                "https://example.org/?a=1&amp;b=2</a>"
            ),
        ),
        ({"verified": False}, "<cite>Public value</cite>. Details not verified."),
        ({"title": "<b>&"}, "<cite>&lt;b&gt;&amp;</cite>."),
    ],
)
def test_a_work_is_printed_in_one_order(fields: dict[str, Any], expected: str) -> None:
    """Author, year, title, where, address; what is missing leaves no gap and no mark."""
    assert expected == str(reference_html(work(**fields)))


@pytest.mark.parametrize(
    "field",
    ["author", "issued", "container-title", "volume", "issue", "page", "publisher", "DOI", "URL"],
)
def test_a_field_that_nobody_has_seen_is_not_printed(field: str) -> None:
    """A field named in `unverified_fields` is held back wherever it would be printed."""
    values: dict[str, Any] = {
        "author": [NAME],
        "issued": "1995",
        "container-title": "Cities",
        "volume": "44",
        "issue": "22",
        "page": "101",
        "publisher": "A press",
        "DOI": "10.1000/x",
        "URL": "https://example.org/",
    }
    alone = {"volume": "44"} if field == "issue" else {}
    held_back = work(**{field: values[field]}, **alone, unverified_fields=[field])
    assert str(reference_html(work(**alone))) == str(reference_html(held_back))


def test_what_every_work_has_stays() -> None:
    """Without its id, its type and its title a work is none; an ISSN can be held back like others."""
    held_back = work(ISSN="1234-5678", unverified_fields=["id", "type", "title", "ISSN"])
    seen = as_seen(held_back)
    assert ("a", "book", "Public value", None) == (seen.id, seen.type, seen.title, seen.issn)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "A paper. A press."),
        ({"year": 2019}, "A paper. A press (2019)."),
        (
            {"url": "https://example.org/"},
            'A paper. A press. <a href="https://example.org/">https://example.org/</a>',
        ),
        ({"note": "abstract read"}, "A paper. A press. [abstract read]"),
        ({"title": "<b>"}, "&lt;b&gt;. A press."),
    ],
)
def test_a_source_says_what_was_read(fields: dict[str, Any], expected: str) -> None:
    """Title, publisher, year, address, and what was not read."""
    source = Source.model_validate(
        {"title": "A paper", "publisher": "A press", "last_verified": "2026-11-22", **fields}
    )
    assert expected == str(source_html(source))
