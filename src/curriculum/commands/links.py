"""`curriculum links`: which links to the outside are dead, from the reports of several nights."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO

import click

from curriculum.caches import write_whole
from curriculum.days import day_option
from curriculum.findings import as_text
from curriculum.outside import (
    DAYS,
    NO_REPORT,
    History,
    dead,
    failures,
    history_text,
    read_history,
    updated,
)
from curriculum.roots import Refusal
from curriculum.words import count_words


@click.command()
@click.option(
    "--history",
    "file",
    type=click.Path(path_type=Path),
    required=True,
    help="The file that remembers the nights before; it is written anew.",
)
@click.option("--site", metavar="ADDRESS", default="file:", help="The address that was looked at.")
@day_option
@click.argument("report", metavar="REPORT", type=click.File(encoding="utf-8"))
def command(file: Path, site: str, day: date | None, report: TextIO) -> None:
    """Tell which links are dead, from a REPORT of LinkChecker.

    LinkChecker writes the report with `-o csv`; `scripts/links` does all of it.

    A link to the outside is dead when it failed on three different days and never answered
    between them: one bad night is nobody's mistake. A link inside the site is reported at once.
    The exit is 1 when a link is dead.

    \b
    Example:
      curriculum links links.csv --site http://127.0.0.1:8765/ --history links.json
    """
    try:
        failed = failures(report.read(), site)
    except ValueError as error:
        # Python's own words about bytes that are no text tell nobody what to do.
        why = NO_REPORT if isinstance(error, UnicodeDecodeError) else str(error)
        hint = f"run LinkChecker again: `linkchecker --check-extern -o csv {_address(site)} >links.csv`"
        message = f"`{report.name}`: {why}"
        raise Refusal(message, hint) from error
    history = updated(_before(file), failed, (day or datetime.now(UTC).date()).isoformat())
    write_whole(file, history_text(history).encode())
    found = sorted(set(dead(history, failed)))
    for finding in found:
        click.echo(as_text(finding))
    waiting = sum(len(days) < DAYS for days in history.values())
    said = f"{count_words(len(found), 'dead link')}; {count_words(waiting, 'link')} to be watched"
    click.echo(said, err=True)
    raise SystemExit(bool(found))


def _address(site: str) -> str:
    return site if site.startswith("http") else "ADDRESS"


def _before(file: Path) -> History:
    """Return what the nights before found; a history that cannot be read begins anew, and says so."""
    if not file.exists():
        return {}
    history = read_history(file.read_text("utf-8", errors="replace"))
    if history is None:
        click.echo(f"`{file}` is no history of links; it begins anew", err=True)
    return history or {}
