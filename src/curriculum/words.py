"""How values are said in words: minutes, clock times, names, dates, sizes."""

from __future__ import annotations

from datetime import date

from curriculum.sayings import ENGLISH, Sayings, shipped
from curriculum.schema import Reference, ReferenceName


def _named(group: str) -> dict[str, str]:
    """Return a group of the English words of the interface, by their names."""
    words = shipped("en").items()
    return {id_.partition(".")[2]: str(said) for id_, said in words if id_.startswith(f"{group}.")}


# For messages on the command line, which speaks English; pages and packets ask `Sayings`.
ROLES, ROLES_MANY = _named("role"), _named("roles")
PARTS, STATUSES = _named("part"), _named("status")


def minutes_words(minutes: int) -> str:
    """Return minutes as people say them: `45 minutes`, `1 hour`, `2 hours 30 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(f"{hours} hour" + "s" * (hours > 1))
    if rest or not hours:
        parts.append(f"{rest} minute" + "s" * (rest != 1))
    return " ".join(parts)


def clock(start: str, minutes: int) -> str:
    """Return the clock time some minutes after a start: `clock("09:50", 15)` is `10:05`."""
    hour, minute = start.split(":")
    total = (int(hour) * 60 + int(minute) + minutes) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def day_words(day: str) -> str:
    """Return `2026-11-22` as `22 November 2026`."""
    when = date.fromisoformat(day)
    return f"{when.day} {when:%B %Y}"


def months_after(day: str, months: int) -> str:
    """Return the day some months later, as ISO 8601; the last of the month where that is shorter."""
    when = date.fromisoformat(day)
    year, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    for last in (when.day, 30, 29, 28):
        try:
            return date(year, month + 1, last).isoformat()
        except ValueError:
            continue
    raise AssertionError(day)  # pragma: no cover  (every month has a 28th)


def size_words(size: int) -> str:
    """Return bytes as `312 KB` or `1.4 MB` (1 KB is 1,000 bytes, as browsers show it)."""
    kilobytes = max(1, round(size / 1000))
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{kilobytes / 1000:.1f} MB"  # noqa: PLR2004


def _family(name: ReferenceName) -> str:
    return name.literal or name.family or name.given or ""


def author_year(work: Reference, say: Sayings = ENGLISH) -> str:
    """Return the short form of a citation: `Moore 1995`, `Ansell and Gash 2008`, `Ganz and others 2011`."""
    names = [_family(name) for name in work.author or work.editor]
    if not names:
        names = [work.publisher or work.title]
    who = names[0] if len(names) == 1 else say("cite.two", one=names[0], other=names[1])
    if len(names) > 2:  # noqa: PLR2004  (three names or more are shortened)
        who = say("cite.more", one=names[0])
    return f"{who} {work.issued[:4]}" if work.issued else who


def full_name(name: ReferenceName) -> str:
    """Return a name for a list of sources, such as `Moore, Mark H.`."""
    if name.literal:
        return name.literal
    parts = ", ".join(part for part in (name.family, name.given) if part)
    return f"{parts}, {name.suffix}" if name.suffix else parts


def count_words(count: int, what: str) -> str:
    """Return a number with its noun: `1 file`, `8 files`, `1,200 files`."""
    return f"{count:,} {what}" + "s" * (count != 1)
