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
        ('<input type="checkbox"> Tides', '<span class="tickbox">☐</span> Tides'),
        ('<input type="radio"> Tides', '<span class="tickbox">○</span> Tides'),
    ],
)
def test_pieces(body: str, expected: str) -> None:
    """A label follows its heading, an id stays where pandoc keeps it, no link leads to nothing."""
    text = f"<html><body><section class='cover'><h1>A</h1></section>{body}</body></html>"
    assert expected == plain(text).body.removeprefix('<section class="cover"></section>')
