"""What a packet itself says, such as `Contents`, in the language of its curriculum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from babel import Locale
from babel.dates import format_date
from babel.units import format_unit

FOLDER = Path(__file__).parent / "languages"
"""One file for each language but English: the English words, and what is said instead."""

_LATIN = (
    ('"Source Serif 4"', '"Noto Serif"', "serif"),
    ('"Source Sans 3"', '"Noto Sans"', "sans-serif"),
)
_FACES = {
    "ar": {"--serif": '"Noto Naskh Arabic"', "--sans": '"Noto Naskh Arabic"'},
    "zh": {"--serif": '"Noto Serif CJK SC"', "--sans": '"Noto Sans CJK SC"'},
}
"""The faces for text and for headings where Source Serif and Source Sans lack the letters."""
_DENSE = {"ja", "zh"}
"""The languages that set no spaces; the names of their units are the short ones."""
_VALUE = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class Sayings:
    """Says words, times and days in one language; what has no translation stays English."""

    language: str = "en"
    """As BCP 47, such as `pt-BR`."""
    said: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)
    """What is said instead of the English words; `{names}` in both stand for values."""

    def __call__(self, english: str, /, **values: object) -> str:
        """Return some words with their values filled in."""
        words = self.said.get(english, english)
        return words.format(**values) if values else words

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as HTML has it."""
        return self._locale.text_direction

    @property
    def _locale(self) -> Locale:
        return Locale.parse("en_GB" if self.language == "en" else self.language.replace("-", "_"))

    def minutes(self, minutes: int) -> str:
        """Return minutes as people say them: `45 minutes`, `2 hours 30 minutes`."""
        hours, rest = divmod(minutes, 60)
        parts = [(hours, "duration-hour")] if hours else []
        parts += [(rest, "duration-minute")] if rest or not hours else []
        dense = self._locale.language in _DENSE
        joint, length = ("", "short") if dense else (" ", "long")
        return joint.join(format_unit(n, unit, length, locale=self._locale) for n, unit in parts)  # type: ignore[arg-type]

    def day(self, day: str) -> str:
        """Return `2026-11-22` as `22 November 2026`."""
        return format_date(date.fromisoformat(day), "long", self._locale)

    def around(self, english: str) -> list[str]:
        """Return what stands before, between and after the values in some words."""
        return _VALUE.split(self(english))

    def style(self) -> Iterator[tuple[str, str]]:
        """Yield what the style sheet must know: the faces, and the words that only it sets."""
        for name, faces in zip(("--serif", "--sans"), _LATIN, strict=True):
            own = _FACES.get(self._locale.language, {}).get(name)
            yield name, ", ".join([own, *faces] if own else faces)
        before, between, after = map(_quoted, self.around("Page {page} of {pages}"))
        yield from (("--page", before), ("--page-of", between), ("--page-end", after))
        before, after = map(_quoted, self.around("(page {page})"))
        yield from (("--see", before), ("--see-end", after))


def _quoted(words: str) -> str:
    return f'"{words}"'


@cache
def sayings_in(language: str) -> Sayings:
    """Return what is said in a language; in that of its family where it has no file of its own."""
    for name in (language, language.partition("-")[0]):
        file = FOLDER / f"{name}.yml"
        if file.is_file():
            return Sayings(language, yaml.safe_load(file.read_text("utf-8")))
    return Sayings(language)
