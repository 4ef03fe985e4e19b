"""Rules about what a case says and where it was read."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.catalog import Catalog
from curriculum.findings import suggest
from curriculum.rules import Fault, firm_rule, rule
from curriculum.schema import Case
from curriculum.source import Path as Where
from curriculum.words import count_words

_LATITUDE, _LONGITUDE = 90, 180


def _cited(case: Case) -> Iterator[tuple[Where, str]]:
    for key in ("facts", "epilogue_facts", "timeline", "people", "exhibits"):
        for number, row in enumerate(getattr(case, key)):
            for place, source in enumerate(row.sources):
                yield (key, number, "sources", place), source


@firm_rule
def case_sources_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every source that a fact, a row, a person or an exhibit names is in the case's `sources`.

    Bad: `sources: [sun3a]`
    Good: `sources: [sun03a]`, which is a key of `sources`
    """
    for entry in catalog.cases.values():
        known = entry.value.sources
        for where, source in _cited(entry.value):
            if source not in known:
                message = f"`{where[0]}` names the source `{source}`, which `sources` does not have"
                hint = suggest(source, known) or "add it to `sources`"
                yield Fault(entry.path, entry.line(*where), message, hint)


@rule
def exhibit_rows_fill_their_columns(catalog: Catalog) -> Iterator[Fault]:
    """Every row of an exhibit has as many cells as the exhibit has columns.

    Bad: `columns: [Year, Trips]` with the row `["2004"]`
    Good: `columns: [Year, Trips]` with the row `["2004", "120"]`
    """
    for entry in catalog.cases.values():
        for number, exhibit in enumerate(entry.value.exhibits):
            wanted = len(exhibit.columns)
            for place, row in enumerate(exhibit.rows):
                if len(row) != wanted:
                    message = f"the row has {count_words(len(row), 'cell')}; the exhibit has {wanted} columns"
                    line = entry.line("exhibits", number, "rows", place)
                    yield Fault(entry.path, line, message, 'write `""` for an empty cell')


@rule
def coordinates_are_on_earth(catalog: Catalog) -> Iterator[Fault]:
    """A case's coordinates are a latitude and a longitude, in this order, and not both 0.

    Bad: `coordinates: [-121.29, 37.96]`, `coordinates: [0.0, 0.0]`
    Good: `coordinates: [37.96, -121.29]`
    """
    for entry in catalog.cases.values():
        latitude, longitude = entry.value.coordinates
        if abs(latitude) > _LATITUDE or abs(longitude) > _LONGITUDE:
            message = f"`coordinates` are {latitude} and {longitude}, which is nowhere on Earth"
            hint = "write the latitude (-90 to 90) first, then the longitude (-180 to 180)"
            yield Fault(entry.path, entry.line("coordinates"), message, hint)
        elif latitude == longitude == 0:
            message = f"`coordinates` are {latitude} and {longitude}, which is in the open sea"
            hint = "write the latitude and the longitude of the city, such as `[37.96, -121.29]`"
            yield Fault(entry.path, entry.line("coordinates"), message, hint)
