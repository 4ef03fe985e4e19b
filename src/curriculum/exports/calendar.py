"""When an agenda happens, as a calendar file: its sessions from a start date that somebody chose."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vUri

from curriculum import schema
from curriculum.agendas import Block, blocks, minute_of
from curriculum.catalog import Catalog, Entry
from curriculum.settings import Settings
from curriculum.sites import public_url

_EVERY = {"day": timedelta(days=1), "week": timedelta(weeks=1)}


def calendar_of(
    catalog: Catalog,
    settings: Settings,
    agenda: Entry[schema.Agenda],
    start: date,
    zone: ZoneInfo | None = None,
) -> str:
    """Return an agenda's sessions as iCalendar text; breaks are the gaps between them.

    Without a zone the times are those of wherever the reader is. The same start gives the same
    bytes, and an event keeps its identifier when the agenda is exported anew, so that calendars
    replace it and do not double it.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.name}//curriculum//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", agenda.value.title)
    for block in blocks(agenda.value):
        if block.session.mode != "break":
            event = _event(catalog, settings, agenda, block)
            name = f"{agenda.id}-{start}-{block.day}-{block.number}"
            event.add("uid", f"{name}@{urlsplit(settings.url).hostname or 'localhost'}")
            _when(event, block, start + _EVERY[agenda.value.every] * (block.day - 1), zone)
            calendar.add_component(event)
    if zone:
        year = timedelta(days=366)
        calendar.add_missing_timezones(first_date=start - year, last_date=start + 2 * year)
    return str(calendar.to_ical(), "utf-8")


def _event(
    catalog: Catalog, settings: Settings, agenda: Entry[schema.Agenda], block: Block
) -> Event:
    session, event = block.session, Event()
    module = catalog.modules.get(session.module or "")
    page = f"{module.folder}/index.md" if module else f"content/agendas/{agenda.id}.md"
    address = public_url(settings.url, page)
    lines = [
        module.value.title if module else "",
        settings.say(f"part.{session.part}") if session.part else "",
        settings.say(f"mode.{session.mode}"),
        address,
    ]
    event.add("dtstamp", _stamp(catalog, settings))
    event.add("summary", session.do)
    event.add("description", "\n".join(line for line in lines if line))
    event.add("url", vUri(address))
    return event


def _when(event: Event, block: Block, day: date, zone: ZoneInfo | None) -> None:
    """Set when an event begins and ends: wall-clock times, also over a change of the clocks."""
    midnight = datetime.combine(day, time())
    begin = midnight + timedelta(minutes=minute_of(block.start))
    end = begin + timedelta(minutes=block.session.minutes)
    event.add("dtstart", begin.replace(tzinfo=zone))
    event.add("dtend", end.replace(tzinfo=zone))


def _stamp(catalog: Catalog, settings: Settings) -> datetime:
    """Return the day of the edition, or of the newest change where no edition has a date."""
    changes = (
        change.date for entry in catalog.modules_and_cases() for change in entry.value.changes
    )
    day = settings.date or max(changes, default="1970-01-01")
    return datetime.fromisoformat(day).replace(tzinfo=UTC)
