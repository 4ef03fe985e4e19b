"""What the site and its packets say themselves, such as `Contents`, in the language of the curriculum."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.units import format_unit
from markupsafe import Markup, escape

FOLDER = Path(__file__).parent / "strings"
"""One file for each language: `en.yml` has every word, the others what is said instead."""
VALUE = re.compile(r"\{(\w+)\}")
"""Where a value stands in some words."""
PLURAL = "n"
"""The value whose number decides the form of the words around it."""

Said = str | Mapping[str, str]
"""Words, or their forms by the names that Unicode gives plurals: `one`, `few`, `many`, `other` …"""

_DENSE = {"ja", "zh"}
"""The languages that set no spaces; the names of their units are the short ones."""


def flat(tree: Mapping[Any, Any]) -> dict[str, Said]:
    """Return the words of a file by their ids, `group.name`; what is no word is left out."""
    return {
        f"{group}.{name}": said
        for group, entries in tree.items()
        if isinstance(entries, Mapping)
        for name, said in entries.items()
        if isinstance(said, str | Mapping)
    }


@cache
def shipped(language: str) -> Mapping[str, Said]:
    """Return the words that the engine brings in a language; none where it has no file for it."""
    file = FOLDER / f"{language}.yml"
    if not file.is_file():
        return {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where it is there
    text = file.read_text("utf-8")
    return flat(yaml.load(text, Loader=loader))  # noqa: S506  (both of them are safe)


def family(language: str) -> tuple[str, ...]:
    """Return the names under which a language may have a file, the nearest last: `pt`, `pt-BR`."""
    return tuple(dict.fromkeys((language.partition("-")[0], language)))


@cache
def locale_of(language: str) -> Locale:
    """Return the customs of a language; those of English where nobody has written them down."""
    try:
        return Locale.parse("en_GB" if language == "en" else language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


@cache
def _minutes(language: str, minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [(hours, "duration-hour")] if hours else []
    parts += [(rest, "duration-minute")] if rest or not hours else []
    locale = locale_of(language)
    if locale.language in _DENSE:
        return "".join(format_unit(n, unit, "short", locale=locale) for n, unit in parts)
    return " ".join(format_unit(n, unit, "long", locale=locale) for n, unit in parts)


@cache
def _day(language: str, day: str) -> str:
    return format_date(date.fromisoformat(day), "long", locale_of(language))


@cache
def _number(language: str, number: float) -> str:
    return format_decimal(number, locale=locale_of(language))


@dataclass(frozen=True)
class Sayings:
    """Says words, numbers, times and days in one language; what has no translation stays English."""

    language: str = "en"
    """As BCP 47, such as `pt-BR`."""
    said: Mapping[str, Said] = field(
        default_factory=lambda: shipped("en"), hash=False, compare=False, repr=False
    )
    """The words by their ids; `{names}` in them stand for values."""

    def __call__(self, id_: str, /, **values: Any) -> str:
        """Return some words with their values filled in; markup in a value makes all of it markup."""
        words = self.said[id_]
        if not isinstance(words, str):
            form = locale_of(self.language).plural_form(values[PLURAL])
            words = words.get(form) or words["other"]
        if not values:
            return words
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup(VALUE.sub(self._fill(values), str(escape(words))))  # noqa: S704  (escaped)
        return VALUE.sub(self._fill(values, escape_them=False), words)

    def _fill(self, values: Mapping[str, object], *, escape_them: bool = True) -> Any:
        def shown(found: re.Match[str]) -> str:
            value = values.get(found[1], found[0])
            if isinstance(value, int | float):
                value = self.number(value)
            return str(escape(value) if escape_them else value)

        return shown

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as HTML has it."""
        return locale_of(self.language).text_direction

    def number(self, number: float) -> str:
        """Return a number as people write it: `1,200` in English, `1200` in Polish."""
        return _number(self.language, number)

    def minutes(self, minutes: int) -> str:
        """Return minutes as people say them: `45 minutes`, `2 hours 30 minutes`."""
        return _minutes(self.language, minutes)

    def day(self, day: str) -> str:
        """Return `2026-11-22` as `22 November 2026`."""
        return _day(self.language, day)

    def size(self, size: int) -> str:
        """Return bytes as `312 KB` or `1.4 MB` (1 KB is 1,000 bytes, as browsers show it)."""
        kilobytes = max(1, round(size / 1000))
        if kilobytes < 1000:  # noqa: PLR2004
            return self("unit.kilobytes", size=kilobytes)
        megabytes = format_decimal(kilobytes / 1000, "0.0", locale_of(self.language))
        return self("unit.megabytes", size=megabytes)

    def around(self, id_: str) -> list[str]:
        """Return what stands before, between and after the values in some words."""
        return VALUE.split(str(self.said[id_]))[::2]


ENGLISH = Sayings()


def sayings_in(language: str, own: Mapping[str, Said] | None = None) -> Sayings:
    """Return what is said in a language: English below, then what the engine has in it, then `own`."""
    said = dict(shipped("en"))
    for name in family(language):
        said |= shipped(name)
    return Sayings(language, said | dict(own or {}))
