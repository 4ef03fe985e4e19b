"""`curriculum agenda`: the sessions of an agenda as a calendar file, from a day that you choose."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import click

from curriculum.caches import write_whole
from curriculum.catalog import Catalog
from curriculum.days import read_day
from curriculum.findings import suggest
from curriculum.roots import Refusal, find_root


@click.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--start", callback=read_day, metavar="DAY", required=True, help="The first day, as 2027-03-01."
)
@click.option(
    "--zone",
    metavar="ZONE",
    default=None,
    help="The time zone, such as Europe/Warsaw; without it the times hold wherever the reader is.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The calendar file to write, such as convening.ics.",
)
def command(id_: str, start: date, zone: str | None, output: Path) -> None:
    """Write the sessions of an agenda as a calendar file (.ics).

    \b
    Example:
      curriculum agenda three-day-convening --start 2027-03-01 --zone Europe/Warsaw --output convening.ics
    """
    from curriculum.examine import examine  # noqa: PLC0415  (reads all; --help needs nothing)
    from curriculum.exports.calendar import calendar_of  # noqa: PLC0415
    from curriculum.plugin import settings_of  # noqa: PLC0415  (slow: MkDocs)

    root = find_root()
    where = _zone(zone)
    catalog, _ = examine(root)
    _known(catalog, id_)
    settings = settings_of(root / "mkdocs.yml", catalog)
    text = calendar_of(catalog, settings, catalog.agendas[id_], start, where)
    write_whole(output, text.encode())
    count = text.count("BEGIN:VEVENT")
    click.echo(f"{output}: {count} session{'s' * (count != 1)} from {start}")


def _zone(name: str | None) -> ZoneInfo | None:
    """Return a time zone by its name; `Refusal` where there is none of that name."""
    if name is None:
        return None
    zones = available_timezones()
    if name not in zones:
        message = f"there is no time zone `{name}`"
        raise Refusal(message, suggest(name, zones) or "zones are named like `America/New_York`")
    return ZoneInfo(name)


def _known(catalog: Catalog, id_: str) -> None:
    if id_ not in catalog.agendas:
        known = ", ".join(f"`{name}`" for name in catalog.agendas)
        message = f"there is no agenda `{id_}`"
        raise Refusal(message, suggest(id_, catalog.agendas) or f"there are {known}")
