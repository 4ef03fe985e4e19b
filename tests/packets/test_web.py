"""A packet as one HTML file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from curriculum.packets.document import PrintDocument
from curriculum.packets.make import Workshop, make

Compose = Callable[[str], PrintDocument]


def test_an_html_packet_needs_no_other_file(composed: Compose, workshop: Workshop) -> None:
    """Style and images stand inside; its fields can be filled in; nothing is fetched."""
    document = composed("piers.mayor.team-member.a4.pdf")
    document = replace(document, packet=replace(document.packet, format="html"))
    for state in ("made", "cached"):
        made, findings = make([document], workshop)
        assert (made[0].state, findings) == (state, [])
    text = (workshop.output / "piers.mayor.team-member.a4.html").read_text("utf-8")
    assert 'src="data:image/svg+xml;base64,' in text
    assert 'name="piers-worksheet-name"' in text
    for foreign in ("site:", "url(font:", "@import", "@font-face", "<script", "<link"):
        assert foreign not in text
    assert "@media screen" in text
