"""Which links to the outside are dead: those that failed on three different days, never those of one night."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from curriculum.findings import Finding

RULE = "outside-links-answer"
DAYS = 3
"""On so many different days a link must have failed, without having answered between them."""
NO_REPORT = "this is no report of LinkChecker in CSV"
_KEPT = 10
_LONGEST = 100
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_END = "# Stopped checking"
History = dict[str, list[str]]
"""The days on which each link failed since it last answered, as ISO 8601, oldest first."""


@dataclass(frozen=True)
class Failure:
    """One link that led nowhere on one night."""

    address: str
    page: str
    """The address of the page that has the link, below the site's root."""
    line: int
    why: str
    inside: bool
    """Whether it leads to the site itself."""


def failures(report: str, site: str) -> list[Failure]:
    """Return what failed by LinkChecker's report (`-o csv`) of the site at an address.

    Raises ValueError where the report does not go to its end, because nobody knows then what failed.
    """
    if _END not in report:
        message = "the report does not go to its end"
        raise ValueError(message)
    lines = (line for line in report.splitlines(keepends=True) if not line.startswith("#"))
    rows = csv.DictReader(lines, delimiter=";")
    try:
        return [_failure(row, site) for row in rows if row["valid"].strip() == "False"]
    except (KeyError, TypeError, AttributeError, csv.Error) as error:
        raise ValueError(NO_REPORT) from error


def _failure(row: Mapping[str, str], site: str) -> Failure:
    line = int(row["line"]) if row["line"].isdecimal() else 1
    page = row["parentname"].removeprefix(site) or "index.html"
    why = " ".join(row["result"].split())[:_LONGEST]
    inside = row["url"].startswith((site, "file:"))
    return Failure(row["url"], page, max(1, line), why, inside)


def read_history(text: str) -> History | None:
    """Return a history that was written before, or None where it is not one."""
    try:
        found = json.loads(text)
        good = all(
            isinstance(days, list) and all(_DAY.fullmatch(day) for day in days)
            for days in found.values()
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return found if good else None


def history_text(history: History) -> str:
    """Return a history as it is kept."""
    return json.dumps(history, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def updated(history: History, failed: Iterable[Failure], today: str) -> History:
    """Return the history after one more night; what did not fail, or is no longer linked, is forgotten."""
    outside = {each.address for each in failed if not each.inside}
    return {
        address: sorted({*history.get(address, []), today})[-_KEPT:] for address in sorted(outside)
    }


def dead(history: History, failed: Iterable[Failure]) -> Iterator[Finding]:
    """Yield a finding for each link that leads nowhere: at once inside the site, after days outside."""
    for each in failed:
        days = history.get(each.address, [])
        if each.inside:
            message = f"`{each.address}` leads nowhere: {each.why}"
            yield Finding(each.page, each.line, "links-resolve", message, "mend it in its source")
        elif len(days) >= DAYS:
            message = f"`{each.address}` failed on {len(days)} days, first on {days[0]}: {each.why}"
            hint = "look where it has moved, or name another source"
            yield Finding(each.page, each.line, RULE, message, hint)
