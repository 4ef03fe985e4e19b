"""Which sources of a case stand on its page, and which with the epilogue because they tell the end."""

from __future__ import annotations

from curriculum import schema
from curriculum.calls import Call
from curriculum.catalog import Catalog, Entry

Numbered = tuple[int, str, schema.Source]
"""The number, the key and the value of a source."""


def is_early(catalog: Catalog, case: Entry[schema.Case], key: str) -> bool:
    """Whether something up to the decision rests on a source: its title may be read before it."""
    value = case.value
    rows = [fact.sources for fact in value.facts]
    rows += [figure.sources for figure in value.people]
    rows += [row.sources for row in value.timeline if not row.after]
    rows += [exhibit.sources for exhibit in value.exhibits if not exhibit.after]
    if "epilogue" not in case.parts or any(key in row for row in rows):
        return True
    told = (case.parts.get(part, "") for part in ("case", "short-case"))
    return any(_cites(call, case.id, key) for path in told for call in catalog.calls.get(path, []))


def sources_of(catalog: Catalog, case: Entry[schema.Case], part: str) -> list[Numbered]:
    """Return the sources that stand on the page of a part, under the numbers that all parts share."""
    early = {"case": True, "epilogue": False}.get(part)
    return [
        (number, key, source)
        for number, (key, source) in enumerate(case.value.sources.items(), 1)
        if is_early(catalog, case, key) is early
    ]


def source_path(catalog: Catalog, case: Entry[schema.Case], key: str) -> str:
    """Return the file of the page on which a source stands."""
    return case.parts["case" if is_early(catalog, case, key) else "epilogue"]


def _cites(call: Call, case: str, key: str) -> bool:
    return call.name == "cite" and call.passed("id")["id"] in {key, f"{case}/{key}"}
