"""A packet as one HTML file, and pictures that are written with a fragment or a space."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from printing import SETTINGS

from curriculum.catalog import Catalog
from curriculum.packets.document import PrintDocument, compose
from curriculum.packets.make import Workshop, make
from curriculum.packets.packet import FORMATS, Format
from curriculum.packets.plan import plan
from curriculum.rendered import Rendered

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


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("address", ["pier.svg#half", "two%20piers.svg"])
def test_a_picture_is_found_as_it_is_written(
    curriculum: tuple[Catalog, dict[str, Rendered]], workshop: Workshop, form: Format, address: str
) -> None:
    """With a fragment, which says what of it to show, or a space in its name."""
    catalog, pages = curriculum
    folder = workshop.root / "modules/building/piers"
    (folder / "two piers.svg").write_bytes((folder / "pier.svg").read_bytes())
    packet = replace(plan(catalog)[0], format=form)
    path = "modules/building/piers/index.md"
    page = replace(pages[path], html=pages[path].html.replace("pier.svg", address))
    document = compose(catalog, packet, {**pages, path: page}, SETTINGS)
    assert isinstance(document, PrintDocument)
    made, findings = make([document], workshop)
    assert ([], ["made"]) == (findings, [result.state for result in made])
