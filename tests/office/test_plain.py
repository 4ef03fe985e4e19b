"""How a packet's HTML for print becomes HTML that pandoc reads well."""

from __future__ import annotations

import pytest

from curriculum.office.plain import plain


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '<p class="eyebrow">Worksheet</p><h2>Tides</h2>',
            '<h2>Tides</h2><div class="eyebrow" custom-style="Eyebrow"><p class="eyebrow">Worksheet</p></div>',
        ),
        (
            '<p><a href="#tides">Tides</a></p><h2 id="tides">Tides</h2>',
            '<p><a href="#tides">Tides</a></p><h2 id="tides">Tides</h2>',
        ),
        ('<p><a href="#moon" title="Moon">Moon</a></p>', "<p>Moon</p>"),
        (
            '<p id="tides">Tides</p><p><a href="#tides">Tides</a></p>',
            '<p><span id="tides"></span>Tides</p><p><a href="#tides">Tides</a></p>',
        ),
        ('<input type="checkbox"> Tides', '<span class="tickbox">☐</span>\xa0Tides'),
        ('<input type="radio"> Tides', '<span class="tickbox">○</span>\xa0Tides'),
    ],
)
def test_pieces(body: str, expected: str) -> None:
    """A label follows its heading, an id stays where pandoc keeps it, no link leads to nothing."""
    text = f"<html><body><section class='cover'><h1>A</h1></section>{body}</body></html>"
    assert expected == plain(text).body.removeprefix('<section class="cover"></section>')


NAV = (
    '<nav><ul><li data-to="#m"><a>Piers</a></li><li data-to="#p1"><a>Briefing</a></li>'
    '<li data-to="#p2"><span>Worksheet</span> <a>Your bridge</a></li></ul></nav>'
)
CHAPTERS = (
    '<section class="chapter"><h2 id="m">Piers</h2><h3>Key points</h3><h4>More</h4>'
    '<p class="eyebrow">Briefing</p><h3 id="p1">Piers</h3><h4>Tides</h4>'
    '<p class="eyebrow">Worksheet</p><h3 id="p2">Your <em>bridge</em></h3></section>'
    '<section class="chapter"></section>'
)


def test_headings_say_what_the_contents_say() -> None:
    """A part says what it is; what is not listed stands below what is, and so does what it heads."""
    text = f"<html><body><h1>A</h1>{NAV}{CHAPTERS}</body></html>"
    assert (
        '<h2 id="m">Piers</h2><h4>Key points</h4><h5>More</h5><h3 id="p1">Briefing</h3><h4>Tides</h4>'
        '<h3 id="p2">Worksheet · Your <em>bridge</em></h3>'
    ) == plain(text).body
