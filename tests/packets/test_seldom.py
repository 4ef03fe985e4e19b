"""What packets say of modules that are seldom written so: roles with unequal time, a part without a heading."""

from __future__ import annotations

from dataclasses import replace

from lxml import html
from printing import SETTINGS

from curriculum.catalog import Catalog
from curriculum.packets.document import PrintDocument, compose
from curriculum.packets.plan import plan
from curriculum.rendered import Rendered


def test_roles_that_share_a_packet_may_need_different_time(
    curriculum: tuple[Catalog, dict[str, Rendered]],
) -> None:
    """The cover says from how long to how long."""
    catalog, pages = curriculum
    entry = catalog.modules["piers"]
    audience = entry.value.audience
    shorter = audience["mayor"].model_copy(update={"minutes": 45})
    value = entry.value.model_copy(update={"audience": {**audience, "mayor": shorter}})
    changed = replace(catalog, modules={**catalog.modules, "piers": replace(entry, value=value)})
    document = compose(changed, plan(changed)[0], pages, SETTINGS)
    assert isinstance(document, PrintDocument)
    assert (
        "45 minutes to 1 hour"
        in html.document_fromstring(document.html).find_class("cover")[0].text_content()
    )


def test_a_part_without_a_heading_is_called_what_it_is(
    curriculum: tuple[Catalog, dict[str, Rendered]],
) -> None:
    """Its kind stands in the contents and above its text, of which nothing is lost."""
    catalog, pages = curriculum
    path = "modules/building/piers/worksheet.md"
    bare = replace(pages[path], html="<p>Draw it.</p>")
    document = compose(catalog, plan(catalog)[0], {**pages, path: bare}, SETTINGS)
    assert isinstance(document, PrintDocument)
    part = html.document_fromstring(document.html).find_class("part--worksheet")[0]
    assert ("Worksheet", "Draw it.") == (part.find(".//h2").text, part.find(".//div/p").text)
