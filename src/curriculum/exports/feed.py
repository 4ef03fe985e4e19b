"""What has changed lately, for news readers: an Atom feed of the changes of modules and cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker  # type: ignore[import-not-found, unused-ignore]  # no stubs

from curriculum import schema
from curriculum.catalog import Catalog, Entry
from curriculum.settings import Settings
from curriculum.sites import public_url

NAME = "feed.xml"
LATEST = 100
"""How many changes the feed holds."""

_ATOM = "http://www.w3.org/2005/Atom"
_make: Any = ElementMaker(namespace=_ATOM, nsmap={None: _ATOM})


@dataclass(frozen=True)
class News:
    """One change of one module or case."""

    date: str
    edition: str
    what: str
    title: str
    """The title of what changed."""
    url: str
    number: int
    """Which change of that module or case it is, counted from its first."""


def news(catalog: Catalog, settings: Settings) -> list[News]:
    """Return the latest changes, newest first; those of one day in the curriculum's order."""
    entries: list[Entry[schema.Module] | Entry[schema.Case]] = [
        *catalog.in_order(),
        *catalog.cases.values(),
    ]
    found = [change for entry in entries for change in _changes(entry, settings)]
    return sorted(found, key=lambda change: change.date, reverse=True)[:LATEST]


def _changes(
    entry: Entry[schema.Module] | Entry[schema.Case], settings: Settings
) -> Iterator[News]:
    url = public_url(settings.url, f"{entry.folder}/index.md")
    changes = entry.value.changes
    for place, change in enumerate(changes):
        number = len(changes) - place
        yield News(change.date, change.edition, change.what, entry.value.title, url, number)


def atom(catalog: Catalog, settings: Settings) -> str:
    """Return the feed. The identifier of a change stays the same when newer ones come."""
    changes = news(catalog, settings)
    latest = changes[0].date if changes else settings.date or "1970-01-01"
    feed = _make.feed(
        _make.id(settings.url + NAME),
        _make.title(settings.say("feed.title", site=settings.name)),
        _make.updated(_moment(latest)),
        _make.author(_make.name(settings.name)),
        _make.link(rel="self", type="application/atom+xml", href=settings.url + NAME),
        _make.link(rel="alternate", type="text/html", href=settings.url),
        *(_entry(change, settings) for change in changes),
    )
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", settings.language)
    etree.indent(feed)
    text = etree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _entry(change: News, settings: Settings) -> Any:
    return _make.entry(
        _make.id(f"{change.url}#change-{change.number}"),
        _make.title(f"{change.title}: {change.what}"),
        _make.updated(_moment(change.date)),
        _make.link(rel="alternate", type="text/html", href=change.url),
        _make.summary(settings.say("feed.summary", edition=change.edition, what=change.what)),
    )


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
