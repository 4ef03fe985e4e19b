"""Which page shows what waits for people: drafts, pilots, and reviews by the day they are due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curriculum.catalog import Catalog, Entry
from curriculum.page import Page
from curriculum.reviews import due_of
from curriculum.sayings import ENGLISH, Sayings
from curriculum.schema import Module

QUEUE = "contribute/queue.md"


@dataclass(frozen=True)
class Waiting:
    """A module that is not `stable` yet, and what it still needs for that."""

    module: Entry[Module]
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Due:
    """A module and the day its review is due, as ISO 8601."""

    module: Entry[Module]
    day: str


def queue(catalog: Catalog, say: Sayings = ENGLISH) -> Iterator[Page]:
    """Yield the page of what waits.

    It holds days and no ages, so that two builds are equal; `queue.js` counts in the browser.
    """
    living = [entry for entry in catalog.in_order() if entry.value.status != "archived"]
    due = [Due(entry, due_of(entry.value)) for entry in living]
    yield Page(
        QUEUE,
        say("queue.title"),
        "queue.html",
        say("queue.description"),
        filters=(("kind", say("kind.contributors")),),
        values={
            "drafts": list(_waiting(living, "draft", say)),
            "pilots": list(_waiting(living, "pilot", say)),
            "due": sorted(due, key=lambda each: each.day),
        },
        scripts=("queue.js",),
        weight=0.3,
    )


def _waiting(modules: list[Entry[Module]], status: str, say: Sayings) -> Iterator[Waiting]:
    for entry in modules:
        if entry.value.status == status:
            given = entry.value.contributions
            needs = [] if given.testing else [say("queue.needs-test")]
            needs += [] if given.review else [say("queue.needs-review")]
            yield Waiting(entry, tuple(needs))
