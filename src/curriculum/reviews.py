"""Which modules nobody has read again for too long."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.catalog import Catalog
from curriculum.findings import Finding
from curriculum.schema import Module
from curriculum.words import day_words, months_after

RULE = "reviews-are-kept"
QUARTER = 3


def due_of(module: Module) -> str:
    """Return the day on which a module is due to be read again, as ISO 8601."""
    return months_after(module.reviewed, module.review_every)


def overdue(catalog: Catalog, today: str) -> Iterator[Finding]:
    """Yield a finding for every module whose review was due more than a quarter before a day.

    `today` is a day as ISO 8601; it comes from whoever asks, so that a build never depends on it.
    """
    for entry in catalog.modules.values():
        if not hasattr(entry.value, "reviewed") or entry.value.status == "archived":
            continue
        due = due_of(entry.value)
        if months_after(due, QUARTER) < today:
            message = f"the review of `{entry.id}` was due on {day_words(due)}"
            hint = "read the whole module for truth, then set `reviewed` to that day"
            yield Finding(entry.path, entry.line("reviewed"), RULE, message, hint)
