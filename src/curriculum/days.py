"""Which day somebody named on the command line."""

from __future__ import annotations

from datetime import date

import click

from curriculum.roots import Refusal


def read_day(_ctx: click.Context, _option: click.Parameter, given: str | None) -> date | None:
    """Return a day written as `2026-11-22`, and none where none is given; `Refusal` where it is no day."""
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        message = f"`{given}` is not a day"
        raise Refusal(message, "write the year, the month and the day: `2027-03-01`") from None
