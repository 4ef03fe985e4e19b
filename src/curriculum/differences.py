"""What changed in one module, case, path, agenda, track or framework, said sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from curriculum.catalog import Catalog, Entry
from curriculum.paths import minutes_range, named_modules, routes
from curriculum.schema import Module
from curriculum.words import PARTS, ROLES_MANY, STATUSES, count_words, day_words, minutes_words

_CALLED = {
    "session": "run sheet",
    "short_session": "run sheet of the 60-minute version",
    "contributions": "credits",
    "requires": "modules that come before",
    "recommends": "modules that go well with it",
    "also": "other cases",
    "case": "case it tells",
    "group": "size of the group",
    "coordinates": "place on the map",
    "every": "rhythm",
    "use": "version of the modules",
    "assumes": "modules that readers have done before",
}
_UNSAID = {"title", "changes", "formerly", "allow", "reviewed", "review_every"}
Two = Entry[Any]
Saying = Callable[[Catalog, Catalog, Two, Two], Iterator[str]]


def text_changes(name: str, old: str, new: str) -> Iterator[str]:
    """Yield how many words of a text are new and how many are gone, roughly; nothing if none."""
    before, after = old.split(), new.split()
    if before == after:
        return
    was, now = Counter(before), Counter(after)
    added, gone = (now - was).total(), (was - now).total()
    told = [f"{count_words(added, 'word')} added"] if added else []
    told += [f"{count_words(gone, 'word')} taken out"] if gone else []
    yield f"{name}: {', '.join(told) or 'the order of the words'}"


def _was(name: str, old: str, new: str) -> Iterator[str]:
    if old != new:
        yield f"{name} {new}; before, {old}"


def _title(old: Two, new: Two) -> Iterator[str]:
    yield from _was("It is called", f"“{old.value.title}”", f"“{new.value.title}”")


def _rest(old: Two, new: Two, said: set[str]) -> Iterator[str]:
    """Yield the names of the other fields that are not as they were."""
    names = [name for name in type(new.value).model_fields if name not in said | _UNSAID]
    changed = [name for name in names if getattr(old.value, name) != getattr(new.value, name)]
    if changed:
        words = (_CALLED.get(name, name.replace("_", " ")) for name in changed)
        yield f"Also changed: {', '.join(words)}"


def _parts(before: Catalog, after: Catalog, old: Two, new: Two) -> Iterator[str]:
    for part in PARTS:
        was, now = old.parts.get(part), new.parts.get(part)
        if now and not was:
            yield f"New: {PARTS[part].lower()}"
        elif was and not now:
            yield f"Taken out: {PARTS[part].lower()}"
        elif was and now and was in before.bodies and now in after.bodies:
            yield from text_changes(PARTS[part], before.bodies[was].rest, after.bodies[now].rest)


def _module(before: Catalog, after: Catalog, old: Two, new: Two) -> Iterator[str]:
    yield from _title(old, new)
    yield from _was("Its state is", STATUSES[old.value.status], STATUSES[new.value.status])
    yield from _module_minutes(old.value, new.value)
    yield from _roles(old.value, new.value)
    yield from _objectives(old.value, new.value)
    yield from _parts(before, after, old, new)
    said = {"status", "minutes", "prep_minutes", "audience", "objectives"}
    if _short(old.value) != _short(new.value):
        said.add("short_session")
    yield from _rest(old, new, said)
    if old.value.reviewed != new.value.reviewed:
        yield f"Read again for truth on {day_words(new.value.reviewed)}"


def _module_minutes(old: Module, new: Module) -> Iterator[str]:
    yield from _was("The session takes", minutes_words(old.minutes), minutes_words(new.minutes))
    short = [_short(value) for value in (old, new)]
    if all(short):
        yield from _was("The short version takes", *map(minutes_words, short))
    elif any(short):
        yield "There is a short version now" if short[1] else "There is no short version any more"
    before = (minutes_words(value.prep_minutes) for value in (old, new))
    yield from _was("Reading before the session takes", *before)


def _short(module: Module) -> int:
    return sum(row.minutes for row in module.short_session)


def _roles(old: Module, new: Module) -> Iterator[str]:
    for role, many in ROLES_MANY.items():
        was, now = old.audience.get(role), new.audience.get(role)  # type: ignore[call-overload]
        if was and now:
            name = f"{many.capitalize()} need"
            yield from _was(name, minutes_words(was.minutes), minutes_words(now.minutes))
            yield from _hands(many.capitalize(), was.parts, now.parts)
        elif now:
            yield f"It is for {many} now, who need {minutes_words(now.minutes)}"
        elif was:
            yield f"It is no longer for {many}"


def _hands(who: str, was: list[str], now: list[str]) -> Iterator[str]:
    more = [PARTS[part].lower() for part in now if part not in was]
    less = [PARTS[part].lower() for part in was if part not in now]
    if more:
        yield f"{who} now get: {', '.join(more)}"
    if less:
        yield f"{who} no longer get: {', '.join(less)}"
    if not more and not less and was != now:
        yield f"{who} get the parts in another order"


def _objectives(old: Module, new: Module) -> Iterator[str]:
    was = {goal.text: goal for goal in old.objectives}
    now = {goal.text: goal for goal in new.objectives}
    for text, goal in now.items():
        if text not in was:
            yield f"New objective: “{text}”"
            continue
        places = (PARTS[each.assessed_by].lower() for each in (was[text], goal))
        yield from _was(f"The objective “{text}” is checked in the part", *places)
        yield from _was(f"The level of the objective “{text}” is", was[text].level, goal.level)
    for text in was:
        if text not in now:
            yield f"Objective taken out: “{text}”"


def _case(before: Catalog, after: Catalog, old: Two, new: Two) -> Iterator[str]:
    yield from _title(old, new)
    for name, field in (("facts", "facts"), ("facts after the decision", "epilogue_facts")):
        was, now = ({fact.text for fact in getattr(e.value, field)} for e in (old, new))
        if was != now:
            yield f"Its {name}: {len(now - was)} new or reworded, {len(was - now)} taken out"
    yield from _parts(before, after, old, new)
    yield from _rest(old, new, {"facts", "epilogue_facts"})


def _path(before: Catalog, after: Catalog, old: Two, new: Two) -> Iterator[str]:
    yield from _title(old, new)
    both = ((before, old), (after, new))
    # A module that cannot be read would count as one of no minutes.
    if not any(
        id_ not in catalog.modules and catalog.knows("modules", id_)
        for catalog, entry in both
        for id_ in named_modules(entry.value)
    ):
        was, now = (minutes_range(routes(catalog, entry.value)) for catalog, entry in both)
        yield from _was("It takes", _span(was), _span(now))
    yield from _members(before, after, named_modules(old.value), named_modules(new.value))
    yield from _rest(old, new, set())


def _span(found: tuple[int, int]) -> str:
    low, high = map(minutes_words, found)
    return low if low == high else f"{low} to {high}"


def _agenda(before: Catalog, after: Catalog, old: Two, new: Two) -> Iterator[str]:
    yield from _title(old, new)
    long = (sum(row.minutes for day in e.value.days for row in day.sessions) for e in (old, new))
    yield from _was("In all it takes", *map(minutes_words, long))
    was, now = (
        tuple(row.module for day in entry.value.days for row in day.sessions if row.module)
        for entry in (old, new)
    )
    yield from _members(before, after, was, now)
    yield from _rest(old, new, set())


def _track(before: Catalog, after: Catalog, old: Two, new: Two) -> Iterator[str]:
    yield from _title(old, new)
    yield from _members(before, after, tuple(old.value.modules), tuple(new.value.modules))
    yield from _rest(old, new, {"modules"})


def _members(
    before: Catalog, after: Catalog, was: tuple[str, ...], now: tuple[str, ...]
) -> Iterator[str]:
    more = [_name(after, id_) for id_ in dict.fromkeys(now) if id_ not in was]
    less = [_name(before, id_) for id_ in dict.fromkeys(was) if id_ not in now]
    if more:
        yield f"Modules added: {', '.join(more)}"
    if less:
        yield f"Modules taken out: {', '.join(less)}"
    if not more and not less and was != now:
        yield "Its modules stand in another order"


def _name(catalog: Catalog, module: str) -> str:
    known = catalog.modules.get(module)
    return f"“{known.value.title}”" if known else module


def _framework(before: Catalog, after: Catalog, old: Two, new: Two) -> Iterator[str]:
    yield from _title(old, new)
    was, now = before.bodies[old.path], after.bodies[new.path]
    yield from text_changes("The text", was.rest, now.rest)
    yield from _rest(old, new, set())


SAYINGS: dict[str, Saying] = {
    "tracks": _track,
    "modules": _module,
    "cases": _case,
    "paths": _path,
    "agendas": _agenda,
    "frameworks": _framework,
}
"""What says the changes of each kind."""
