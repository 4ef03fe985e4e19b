"""What a reader sees who follows an address that was published before."""

from __future__ import annotations

import pytest
from lxml import html

from curricula import base, catalog_of, changed
from curriculum.pages import pages
from curriculum.redirects import redirects
from curriculum.settings import Settings

MOVED = {
    "content/paths/season.yml": [
        {"find": "title: Season", "put": 'title: "Seasons & <b>"'},
        {"find": "budget: 120", "put": "budget: 120\nformerly: [old/way]"},
    ]
}
SAID = {
    "en": "This page has moved: Seasons & <b>",
    "es": "Esta página ha cambiado de dirección: Seasons & <b>",
    "pl": "Ta strona została przeniesiona: Seasons & <b>",
    "ar": "انتقلت هذه الصفحة إلى: Seasons & <b>",
}


@pytest.mark.parametrize("language", SAID)
def test_it_says_that_the_page_has_moved_in_the_language_of_the_curriculum(language: str) -> None:
    """The words, their language and their direction agree; the title is only a title."""
    catalog = catalog_of(changed(base(), MOVED))
    settings = Settings("Small", "https://example.org/small/", language=language)
    made = redirects(catalog, settings, pages(catalog, settings.say))
    page = html.document_fromstring(made["old/way/index.html"])
    direction = "rtl" if language == "ar" else "ltr"
    assert (language, direction) == (page.get("lang"), page.get("dir"))
    assert SAID[language] == page.find("body/p").text_content()
    assert ["../../paths/season/"] == page.xpath("//p/a/@href")
