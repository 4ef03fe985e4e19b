"""What came of packets, as the downloads page offers it."""

from __future__ import annotations

import pytest
from lxml import html
from printing import SETTINGS

from curriculum.catalog import Catalog
from curriculum.handouts import by_owner
from curriculum.packets.made import Made
from curriculum.packets.packet import Packet, PacketPart
from curriculum.packets.verdict import Verdict
from curriculum.pages import pages
from curriculum.rendered import Rendered
from curriculum.templating import frames

PARTS = (PacketPart("piers", "briefing", "modules/building/piers/index.md"),)


@pytest.mark.parametrize(
    ("packet", "expected"),
    [
        (
            Packet("module", "piers", ("mayor", "team-member"), "a4", PARTS),
            ["Mayor, Team member", "A4", "12", "PDF, 312 KB", "abababababab"],
        ),
        (
            Packet("module", "piers", ("facilitator",), "letter", PARTS, large_print=True),
            ["Facilitator", "Letter, large print", "12", "PDF, 312 KB", "abababababab"],
        ),
        (
            Packet("path", "first", ("mayor",), "a4", PARTS),
            ["Mayor", "A4", "12", "PDF, 312 KB", "abababababab"],
        ),
    ],
)
def test_a_packet_is_offered_with_its_facts(
    curriculum: tuple[Catalog, dict[str, Rendered]], packet: Packet, expected: list[str]
) -> None:
    """For whom, on which paper, how long, how large, and how to know it again."""
    made = Made(packet, "made", 12, 312_400, "ab" * 32, verdict=Verdict(106, ()))
    catalog = curriculum[0]
    (page,) = (page for page in pages(catalog) if page.uri == "downloads.md")
    text = frames(catalog, SETTINGS, None, by_owner([made]), {}).render(page)
    tree = html.fragment_fromstring(text, create_parent=True)
    assert [expected] == [[cell.text_content() for cell in row] for row in tree.xpath("//tbody/tr")]
    (link,) = tree.xpath("//tbody//a/@href")
    assert f"../packets/{packet.name}" == link
