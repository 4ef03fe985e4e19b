"""Which day somebody named on the command line."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import click

from curriculum.roots import Refusal
from curriculum.schema.base import YEARS


def read_day(_ctx: click.Context, _option: click.Parameter, given: str | None) -> date | None:
    """Return a day written as `2026-11-22`, and none where none is given; `Refusal` where it is no day."""
    if given is None:
        return None
    with suppress(ValueError):
        day = date.fromisoformat(given)
        if day.year in YEARS:
            return day
    hint = f"write the year ({YEARS[0]} to {YEARS[-1]}), the month and the day: `2027-03-01`"
    message = f"`{given}` is not a day"
    raise Refusal(message, hint)


day_option = click.option(
    "--date",
    "day",
    callback=read_day,
    metavar="DAY",
    help="The day as 2026-11-22; today if not given.",
)
"""For commands that write down when something was so."""
