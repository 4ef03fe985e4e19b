"""Rules about objectives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.catalog import Catalog
from curriculum.findings import suggest
from curriculum.rules import Fault, rule
from curriculum.rules.verbs import KNOWN, VERBS, WEAK

_WORD = re.compile(r"[^\W\d_]+")


@rule
def objectives_begin_with_verbs(catalog: Catalog) -> Iterator[Fault]:
    """Every objective begins with a verb whose result can be seen.

    Bad: `text: Understand the strategic triangle`
    Good: `text: Explain the three corners of the strategic triangle`
    """
    for entry in catalog.modules.values():
        for number, objective in enumerate(entry.value.objectives):
            found = _WORD.match(objective.text)
            verb = found.group().lower() if found else ""
            if verb in KNOWN:
                continue
            some = ", ".join(f"`{known}`" for known in VERBS[objective.level][:4])
            level = f"verbs that show it: {some}"
            what = "whose result nobody can see" if verb in WEAK else "which is no measurable verb"
            message = f"the objective begins with `{verb}`, {what}"
            if not verb:
                message = "the objective does not begin with a verb"
            hint = level if verb in WEAK else suggest(verb, sorted(KNOWN)) or level
            yield Fault(entry.path, entry.line("objectives", number), message, hint)


@rule
def assessed_parts_are_given_out(catalog: Catalog) -> Iterator[Fault]:
    """The part that checks an objective is in the hands of at least one role.

    Bad: `assessed_by: self-assessment` where no role in `audience` gets it
    Good: `assessed_by: worksheet` where each participant gets the worksheet
    """
    for entry in catalog.modules.values():
        given = {part for audience in entry.value.audience.values() for part in audience.parts}
        for number, objective in enumerate(entry.value.objectives):
            if objective.assessed_by not in given:
                part = objective.assessed_by
                message = f"`assessed_by` is `{part}`, which no role in `audience` gets"
                line = entry.line("objectives", number, "assessed_by")
                hint = f"add `{part}` to a role, or name another part"
                yield Fault(entry.path, line, message, hint)
