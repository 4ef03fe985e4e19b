"""The feed of changes: newest first, with identifiers that last."""

from __future__ import annotations

from lxml import etree

from curricula import base, catalog_of, changed
from curriculum.catalog import Catalog
from curriculum.exports.feed import LATEST, atom, news
from curriculum.settings import Settings

SETTINGS = Settings(
    name="Small", url="https://example.org/small/", edition="2026.1", date="2026-11-22"
)
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(catalog: Catalog) -> etree._Element:
    """Return the parsed feed."""
    return etree.fromstring(atom(catalog, SETTINGS).encode())


def test_the_newest_change_comes_first(catalog: Catalog) -> None:
    """By day; then in the order of the curriculum, modules before cases."""
    titles = feed(catalog).xpath("//a:entry/a:title/text()", namespaces=ATOM)
    assert [title.rpartition(": ")[2] for title in titles] == [
        "The sheet is shorter",
        *["First published"] * 3,
    ]
    assert titles[1:2] + titles[3:] == ["Soil: First published", "A drought: First published"]
    assert feed(catalog).findtext("a:updated", namespaces=ATOM) == "2027-02-03T00:00:00Z"


def test_what_atom_requires_is_there(catalog: Catalog) -> None:
    """Identifier, title, date and author of the feed; of each entry too, and identifiers differ."""
    tree = feed(catalog)
    for name in ("id", "title", "updated", "author"):
        assert tree.find(f"a:{name}", ATOM) is not None, name
    entries = tree.findall("a:entry", ATOM)
    assert all(
        entry.find(f"a:{name}", ATOM) is not None
        for entry in entries
        for name in ("id", "title", "updated")
    )
    ids = tree.xpath("//a:id/text()", namespaces=ATOM)
    assert len(ids) == len(set(ids))


def test_a_newer_change_leaves_the_older_identifiers(catalog: Catalog) -> None:
    """The first publication of `water` is its change 1, before and after there is a second."""
    old = {(n.url, n.what): n.number for n in news(catalog_of(base()), SETTINGS)}
    new = {(n.url, n.what): n.number for n in news(catalog, SETTINGS)}
    assert old.items() <= new.items()


def test_a_hostile_title_is_text(catalog: Catalog) -> None:
    """What looks like HTML is escaped."""
    assert "<script>" not in atom(catalog, SETTINGS)


def test_the_feed_is_short() -> None:
    """Only the latest changes are told."""
    rows = "".join(
        f'\n  - {{date: "2026-{month:02}-{day:02}", edition: "1", what: Change}}'
        for month in range(12, 0, -1)
        for day in range(28, 0, -1)
    )
    edits = [
        {
            "find": '\n  - {date: "2026-11-22", edition: "2026.1", what: First published}',
            "put": rows,
        }
    ]
    catalog = catalog_of(changed(base(), {"modules/garden/soil/module.yml": edits}))
    assert len(news(catalog, SETTINGS)) == LATEST


def test_an_empty_curriculum_has_an_empty_feed() -> None:
    """No changes: the day of the edition."""
    assert "<updated>2026-11-22T00:00:00Z</updated>" in atom(catalog_of({}), SETTINGS)
