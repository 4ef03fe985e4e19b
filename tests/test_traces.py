"""What the gates find on a finished page is told at the line that somebody would mend."""

from __future__ import annotations

import pytest

from curricula import base, catalog_of, changed
from curriculum.findings import Finding
from curriculum.pages import pages
from curriculum.traces import traced

TEXT = """\
# Water

Read [the guide](practitioner-guide.md#no-such-step).

And [home](../../../index.md), [here](#nowhere), [odd](gone).
"""


@pytest.mark.parametrize(
    ("seen", "message", "path", "line"),
    [
        ("modules/garden/water/", "`practitioner-guide/#no-such-step` x", "water/index.md", 3),
        ("modules/garden/water/", "`#nowhere` x", "water/index.md", 5),
        ("modules/garden/water/", "`../../../` x", "water/index.md", 5),
        ("modules/garden/water/", "`gone` x", "water/index.md", 5),
        ("modules/garden/water/", "`elsewhere/` x", "water/index.md", 1),
        ("paths/season/", "`elsewhere/` x", "content/paths/season.yml", 1),
    ],
)
def test_a_link_is_told_at_its_source(seen: str, message: str, path: str, line: int) -> None:
    """With the page on which it was seen; what the engine wrote stands at the first line."""
    texts = changed(base(), {"modules/garden/water/index.md": TEXT})
    catalog = catalog_of(texts)
    finding = Finding(f"{seen}index.html", 99, "links-resolve", message)
    (told,) = traced([finding], pages(catalog), catalog.bodies)
    assert told.path.endswith(path)
    assert (line, f"{message}, on `{seen}index.html:99`") == (told.line, told.message)


@pytest.mark.parametrize("seen", ["404.html", "find/index.html"])
def test_what_has_no_source_stays_where_it_was_seen(seen: str) -> None:
    """The engine's own pages have none."""
    catalog = catalog_of(base())
    finding = Finding(seen, 9, "links-resolve", "`x` leads to no page")
    assert [finding] == traced([finding], pages(catalog), catalog.bodies)
