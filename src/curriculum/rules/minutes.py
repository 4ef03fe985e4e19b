"""Rules about the minutes of a module's sessions."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.catalog import Catalog
from curriculum.rules import Fault, rule
from curriculum.words import minutes_words

SLACK = 0.2
SHORT = 60


def far(actual: int, wanted: int) -> bool:
    """Whether a sum of minutes is more than a fifth away from what is wanted."""
    return abs(actual - wanted) > wanted * SLACK


@rule
def sessions_fit_their_minutes(catalog: Catalog) -> Iterator[Fault]:
    """The rows of `session` add up to the module's `minutes` within 20 %.

    Bad: `minutes: 90` and rows that add up to 60
    Good: `minutes: 90` and rows that add up to 85
    """
    for entry in catalog.modules.values():
        total = sum(step.minutes for step in entry.value.session)
        wanted = entry.value.minutes
        if far(total, wanted):
            message = f"the rows of `session` add up to {total} minutes; `minutes` is {wanted}"
            gap = minutes_words(abs(wanted - total))
            hint = f"{'add' if total < wanted else 'take away'} about {gap}, or correct `minutes`"
            yield Fault(entry.path, entry.line("session"), message, hint)


@rule
def short_sessions_fit_an_hour(catalog: Catalog) -> Iterator[Fault]:
    """The rows of `short_session` add up to at most 60 minutes.

    Bad: rows that add up to 75
    Good: rows that add up to 60
    """
    for entry in catalog.modules.values():
        total = sum(step.minutes for step in entry.value.short_session)
        if total > SHORT:
            message = f"the rows of `short_session` add up to {total} minutes, more than {SHORT}"
            hint = f"take away {minutes_words(total - SHORT)}"
            yield Fault(entry.path, entry.line("short_session"), message, hint)
