"""What the theme says: words for scripts as data, the side a page is read from, titles of notes."""

from __future__ import annotations

import json

from markupsafe import Markup

from curriculum.sayings import ENGLISH, Sayings, sayings_in
from curriculum.themewords import block_of, directed, theme_words, titled, words_for


def test_a_page_has_the_words_of_its_scripts_only() -> None:
    """Those of the scripts of every page, and of the page's own; a script asks by short names."""
    everywhere = words_for(ENGLISH, ("search.js", "view.js"))
    assert {"search", "view"} == {id_.partition(".")[0] for id_ in everywhere}
    assert {"search", "view", "clock"} == {
        id_.partition(".")[0] for id_ in json.loads(block_of(ENGLISH)(("clock.js", "terms.js")))
    }


def test_no_word_can_end_the_script_element() -> None:
    """What a translator wrote stays data."""
    block = block_of(Sayings("en", {"search.js.any": "</script><b>"}))(())
    assert "<" not in block
    assert {"search.any": "</script><b>"} == json.loads(block)


def test_the_theme_escapes_what_it_says() -> None:
    """Templates of the theme escape nothing by themselves; markup in a value stays markup."""
    said = theme_words(Sayings("en", {"a.b": "<{c}>"}))["say"]
    assert ("&lt;&amp;&gt;", "&lt;<b>&gt;") == (said("a.b", c="&"), said("a.b", c=Markup("<b>")))


def test_a_page_says_from_which_side_it_is_read() -> None:
    """Only where it is the right."""
    page = '<!doctype html>\n<html lang="ar"><body>'
    assert page == directed(page, sayings_in("pl"))
    assert '<!doctype html>\n<html dir="rtl" lang="ar"><body>' == directed(page, sayings_in("ar"))


def test_a_note_without_a_title_gets_one_of_the_site() -> None:
    """Markdown would call it by the English name of its class."""
    note = '<div class="admonition {}">\n<p class="admonition-title">{}</p>'
    say = sayings_in("fr")
    french = note.format("facilitator", say("role.facilitator"))
    assert french == titled(note.format("facilitator", "Facilitator"), say)
    own = note.format("facilitator", "À dire")
    assert own == titled(own, say)
    assert note.format("your-city", "Your city") == titled(
        note.format("your-city", "Your-city"), ENGLISH
    )
