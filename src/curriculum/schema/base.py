"""The kinds of value that every schema shares: ids, dates, minutes, addresses, closed vocabularies."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Annotated, Literal

from babel import Locale
from babel.core import get_global
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from curriculum.addresses import is_readable

YEARS = range(1900, 2200)
# Unicode has names for these too: unions, outlying islands, what is unknown and what is for tests.
_NO_COUNTRIES = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ")
)
_HOST = re.compile(r"https?://\w[^\\]*")


class Authored(BaseModel):
    """Something that people write: frozen, strict, and closed to unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )


def _calendar_day(text: str) -> str:
    if date.fromisoformat(text).year not in YEARS:
        message = f"the year must be from {YEARS[0]} to {YEARS[-1]}"
        raise ValueError(message)
    return text


def _web_address(text: str) -> str:
    if not is_readable(text) or not _HOST.fullmatch(text):
        message = "it is no web address"
        raise ValueError(message)
    return text


@cache
def _countries() -> frozenset[str]:
    """Return the codes of ISO 3166-1, and the one that everybody uses for Kosovo."""
    return frozenset(Locale("en").territories) - _NO_COUNTRIES


def _country(code: str) -> str:
    if code not in _countries():
        today = get_global("territory_aliases").get(code, ())
        hint = "use the two capital letters of ISO 3166-1, such as `CO`"
        if len(today) == 1 and today[0] in _countries():
            hint = f"did you mean `{today[0]}`?"
        kind, message = "no_country", "no country has the code `{code}`"
        raise PydanticCustomError(kind, message, {"code": code, "hint": hint})
    return code


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=600, pattern=r"\S")]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=r"\S")]
Minutes = Annotated[int, Field(ge=1, le=1440)]
Day = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_calendar_day)
]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Address = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=400),
    AfterValidator(_web_address),
]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), AfterValidator(_country)]

Role = Literal["mayor", "senior-official", "team-member", "facilitator"]
Part = Literal[
    "briefing",
    "case",
    "short-case",
    "practitioner-guide",
    "educator-guide",
    "worksheet",
    "slides",
    "self-assessment",
    "epilogue",
]
Mode = Literal["alone", "pairs", "threes", "small-groups", "city-teams", "plenary", "break"]
Bloom = Literal["remember", "understand", "apply", "analyze", "evaluate", "create"]
Level = Literal["introductory", "intermediate", "advanced"]
Status = Literal["draft", "pilot", "stable", "archived"]
Confidence = Literal["high", "medium", "low"]
