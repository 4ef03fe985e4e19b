"""The words an author may use in `{{ }}`: each looks something up and formats it as Markdown or HTML."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from markupsafe import escape

from curriculum import forms
from curriculum.calls import Call
from curriculum.catalog import Catalog, Entry
from curriculum.citations import source_path
from curriculum.sayings import ENGLISH, Sayings
from curriculum.schema import Case, Exhibit, Module
from curriculum.sites import link_between, relative, uri_of
from curriculum.words import author_year

T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """The page on which a macro stands."""

    catalog: Catalog
    path: str
    """The Markdown file, relative to the root."""
    say: Sayings = ENGLISH
    """Says the words of the site itself."""

    @property
    def module(self) -> Entry[Module]:
        """The module in whose folder this stands."""
        return _there(self.catalog.module_at(self.path), self.path)

    def to(self, path: str) -> str:
        """Return the link from this page to another source file, for Markdown."""
        return relative(uri_of(self.path), uri_of(path))

    def at(self, path: str, fragment: str) -> str:
        """Return the address of a place on another page, for HTML."""
        return link_between(uri_of(self.path), uri_of(path), fragment)


def _there(found: T | None, path: str) -> T:
    """Return what the rules hold to be there; LookupError on a page that they were not asked about."""
    if found is None:
        raise LookupError(path)
    return found


def _plain(words: str) -> str:
    """Escape words for Markdown: nothing in them is read as a mark, and they stay on one line."""
    line = " ".join(words.split())
    return re.sub(r"[\\`*_{}\[\]<>()#+.!|&~^=-]", lambda mark: f"&#{ord(mark.group())};", line)


def _link(place: Place, words: str, path: str) -> str:
    return f"[{_plain(words)}]({place.to(path)})"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {_plain(item)}" for item in items)


def _table(columns: list[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *([_plain(cell) for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _titled(place: Place, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table whose columns have words of the site as their titles."""
    return _table([_plain(place.say(column)) for column in columns], rows)


def module(place: Place, id: str, words: str = "") -> str:  # noqa: A002  (authors write `id`)
    """Link to a module by its id."""
    entry = place.catalog.modules[id]
    return _link(place, words or entry.value.title, f"{entry.folder}/index.md")


def case(place: Place, id: str, words: str = "") -> str:  # noqa: A002
    """Link to a case by its id."""
    entry = place.catalog.cases[id]
    return _link(place, words or entry.value.title, f"{entry.folder}/index.md")


def framework(place: Place, id: str, words: str = "") -> str:  # noqa: A002
    """Link to the page that explains a framework."""
    entry = place.catalog.frameworks[id]
    return _link(place, words or entry.value.title, entry.path)


def path(place: Place, id: str, words: str = "") -> str:  # noqa: A002
    """Link to a learning path."""
    entry = place.catalog.paths[id]
    return _link(place, words or entry.value.title, f"content/paths/{id}.md")


def agenda(place: Place, id: str, words: str = "") -> str:  # noqa: A002
    """Link to an agenda."""
    entry = place.catalog.agendas[id]
    return _link(place, words or entry.value.title, f"content/agendas/{id}.md")


def term(place: Place, id: str, words: str = "") -> str:  # noqa: A002
    """Link a word to its place in the glossary."""
    entry = place.catalog.terms[id]
    address = place.at("content/glossary.md", id)
    return f'<a class="term" href="{address}">{_plain(words or entry.term)}</a>'


def cite(place: Place, id: str) -> str:  # noqa: A002
    """Cite a work from references.yml, a source of this case, or `case/source` from elsewhere."""
    owner, _, key = id.rpartition("/")
    catalog = place.catalog
    told = catalog.cases.get(owner) if owner else catalog.case_at(place.path)
    if told and key in told.value.sources:
        number = list(told.value.sources).index(key) + 1
        address = place.at(source_path(catalog, told, key), f"source-{key}")
        said = escape(place.say("case.source", number=number))
        return f'<a class="cite" href="{address}" aria-label="{said}">{number}</a>'
    words = author_year(catalog.references[id], place.say)
    address = place.at("content/references.md", id)
    return f'<a class="cite-name" href="{address}">({_plain(words)})</a>'


def objectives(place: Place) -> str:
    """List the module's objectives."""
    return _list(objective.text for objective in place.module.value.objectives)


def key_points(place: Place) -> str:
    """List the module's key points."""
    return _list(place.module.value.key_points)


def run_sheet(place: Place, version: str = "full") -> str:
    """Print the run sheet of the session, or of the `short` one, with the minutes from its start."""
    steps = place.module.value.session if version == "full" else place.module.value.short_session
    starts = [sum(step.minutes for step in steps[:number]) for number in range(len(steps))]
    rows = [
        (f"{start}–{start + step.minutes}", step.do, place.say(f"mode.{step.mode}"))
        for start, step in zip(starts, steps, strict=True)
    ]
    return _titled(place, ("run-sheet.minutes", "run-sheet.happens", "run-sheet.how"), rows)


def materials(place: Place) -> str:
    """List what to bring to the session."""
    wanted = place.module.value.materials
    rows = ((m.item, place.say(f"materials.per-{m.per}", amount=m.amount)) for m in wanted)
    return _titled(place, ("materials.what", "materials.many"), rows)


def timeline(place: Place, id: str = "") -> str:  # noqa: A002
    """Print a case's timeline up to the decision; on its epilogue, what came after."""
    told, after = _told(place, id)
    rows = [(row.when, row.what) for row in told.value.timeline if row.after == after]
    return _titled(place, ("case.when", "case.happened"), rows)


def facts(place: Place, id: str = "") -> str:  # noqa: A002
    """List a case's facts up to the decision; on its epilogue, those after."""
    told, after = _told(place, id)
    return _list(fact.text for fact in (told.value.epilogue_facts if after else told.value.facts))


def exhibit(place: Place, number: int = 1, id: str = "") -> str:  # noqa: A002
    """Print a case's table of numbers: its title, its rows and its sources."""
    told, _ = _told(place, id)
    shown: Exhibit = told.value.exhibits[number - 1]
    sources = " ".join(cite(place, f"{told.id}/{key}") for key in shown.sources)
    name = _plain(place.say("case.exhibit", number=number))
    return f"**{name}. {_plain(shown.title)}** {sources}\n\n" + _table(
        [_plain(column) for column in shown.columns], shown.rows
    )


def _told(place: Place, id_: str) -> tuple[Entry[Case], bool]:
    catalog = place.catalog
    told = catalog.cases.get(id_) if id_ else catalog.case_told_at(place.path)
    return _there(told, place.path), place.path.endswith("/epilogue.md")


def packet(place: Place, id: str = "", words: str = "") -> str:  # noqa: A002
    """Link to where a module's packets can be downloaded."""
    entry = place.catalog.modules[id] if id else place.module
    address = place.at(f"{entry.folder}/index.md", "")
    said = place.say("downloads.packets-of", title=entry.value.title)
    return f'<a href="{address}">{_plain(words or said)}</a>'


VOCABULARY: dict[str, Callable[..., str]] = {
    word.__name__: word
    for word in (
        module,
        case,
        framework,
        path,
        agenda,
        term,
        cite,
        objectives,
        key_points,
        run_sheet,
        materials,
        timeline,
        facts,
        exhibit,
        packet,
        forms.write,
        forms.choose,
        forms.tick,
        forms.scale,
        forms.canvas,
    )
}
"""Every macro by its name; each takes a `Place` first."""


def _authors_signature(word: Callable[..., str]) -> inspect.Signature:
    signature = inspect.signature(word)
    return signature.replace(parameters=list(signature.parameters.values())[1:])


SIGNATURES = {name: _authors_signature(word) for name, word in VOCABULARY.items()}
"""What an author may pass to each macro: its parameters without the `Place`."""


def arguments(call: Call) -> dict[str, Any]:
    """Return what a call passes, by the name of each parameter, with the defaults filled in."""
    names, defaults = _parameters(call.name)
    return {**defaults, **call.passed(*names)}


@cache
def _parameters(macro: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Return the names of a macro's parameters, and the values of those that may be left out."""
    given = SIGNATURES[macro].parameters
    defaults = {
        name: each.default for name, each in given.items() if each.default is not each.empty
    }
    return tuple(given), defaults
