"""How pages get their frame: Jinja templates of the engine, which a curriculum may replace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
)
from markupsafe import Markup

from curriculum import schema
from curriculum.catalog import Catalog, Entry
from curriculum.exports.calendar import calendar_of
from curriculum.licenses import LICENSES
from curriculum.macros import arguments
from curriculum.notes import Note, facilitators_notes
from curriculum.pages import Page, is_facilitators
from curriculum.references import reference_html, source_html
from curriculum.reviews import due_of
from curriculum.settings import Settings
from curriculum.sites import link_between, uri_of, url_of
from curriculum.sixty import Sheet, sheet_of

CALENDAR_START = date(2001, 1, 1)
"""The first day in the calendar of a page; `room.js` moves it to the day that the reader chooses."""


@dataclass(frozen=True)
class Frames:
    """Everything that pages are framed with."""

    catalog: Catalog
    settings: Settings
    environment: Environment
    downloads: dict[str, list[Any]] = field(default_factory=dict)
    """The packets that were made, by the id of their module, path, case, track or agenda."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The rendered Markdown of every page, by its URI."""
    office: dict[str, list[Any]] = field(default_factory=dict)
    """Word files, slides and e-books, by the id of what they are made of."""
    zips: dict[str, list[Any]] = field(default_factory=dict)
    """A ZIP for each paper, by the id of its path."""

    def render(self, page: Page, body: str = "") -> str:
        """Return the HTML of a page's article: its frame around the rendered Markdown."""
        heading, rest = _split_heading(body)

        def to(path: str, fragment: str = "") -> str:
            return link_between(page.uri, uri_of(path), fragment)

        def asset(address: str) -> str:
            depth = url_of(page.uri).count("/")
            return "../" * depth + address

        def notes(path: str) -> list[Note]:
            uri = uri_of(path)
            return facilitators_notes(self.texts.get(uri, ""), url_of(uri), url_of(page.uri))

        def sheet(path: str, role: str) -> Sheet:
            return sheet_of(self.texts.get(uri_of(path), ""), role)

        return self.environment.get_template(page.template).render(
            page=page,
            catalog=self.catalog,
            settings=self.settings,
            downloads=self.downloads,
            office=self.office,
            zips=self.zips,
            heading=Markup(heading),  # noqa: S704  (rendered from checked Markdown)
            body=Markup(rest),  # noqa: S704
            to=to,
            asset=asset,
            notes=notes,
            sheet=sheet,
            terms=_terms(self.catalog, page.source),
            calendar=self._calendar,
            **page.values,
        )

    def _calendar(self, agenda: Entry[schema.Agenda]) -> str:
        """Return an agenda as a calendar that begins on a day which the page's script replaces."""
        return calendar_of(self.catalog, self.settings, agenda, CALENDAR_START)


def _terms(catalog: Catalog, source: str | None) -> list[schema.Term]:
    """Return the words of the glossary that a text uses, by name."""
    calls = catalog.calls.get(source or "", [])
    used = {arguments(call)["id"] for call in calls if call.name == "term"}
    found = (catalog.terms[id_] for id_ in used if id_ in catalog.terms)
    return sorted(found, key=lambda term: term.term.casefold())


def frames(
    catalog: Catalog,
    settings: Settings,
    overrides: Path | None,
    downloads: dict[str, list[Any]],
    texts: Mapping[str, str],
) -> Frames:
    """Return the frames of a site; templates in `overrides/pages/` win over the engine's own."""
    own = [FileSystemLoader(overrides / "pages")] if overrides else []
    environment = Environment(
        loader=ChoiceLoader([*own, PackageLoader("curriculum", "templates/pages")]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        say=settings.say,
        due_of=due_of,
        is_facilitators=is_facilitators,
        licenses=LICENSES,
        reference_html=partial(reference_html, say=settings.say),
        source_html=source_html,
    )
    return Frames(catalog, settings, environment, downloads, texts)


def _split_heading(html: str) -> tuple[str, str]:
    """Return the inside of the first h1 without its permalink, and what follows it."""
    before, mark, after = html.partition("</h1>")
    if not mark or not before.lstrip().startswith("<h1"):
        return "", html
    inner = before.partition(">")[2]
    return inner.partition('<a class="headerlink"')[0], after
