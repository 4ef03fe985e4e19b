"""The rules a curriculum keeps, and how those between files are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from curriculum.catalog import Catalog, Entry
from curriculum.findings import Finding, Severity
from curriculum.schema import Authored


class Fault(NamedTuple):
    """One place where a rule does not hold."""

    path: str
    line: int
    message: str
    hint: str = ""
    severity: Severity = "error"


Check = Callable[[Catalog], Iterator[Fault]]


@dataclass(frozen=True)
class Rule:
    """A rule: its id (the good state), its check, and the words that explain it."""

    id: str
    check: Check | None
    """The generator of faults; None where reading the files finds them already."""
    text: str
    """The docstring: one sentence, then `Bad:` and `Good:` lines."""
    firm: bool = False
    """True when `allow` cannot silence it: a reader's safety hangs on it, or no build is possible."""
    source: str = "curriculum.rules.reading"
    """The file of rules that explains it, where it has no check."""

    @property
    def sentence(self) -> str:
        """The first line of its text."""
        return self.text.strip().split("\n")[0]


RULES: dict[str, Rule] = {}


def rule(check: Check) -> Check:
    """Register a generator of faults as a rule; its name in kebab-case is the rule's id."""
    return _register(check, firm=False)


def firm_rule(check: Check) -> Check:
    """Register a rule that nobody can silence with `allow`."""
    return _register(check, firm=True)


def _register(check: Check, *, firm: bool) -> Check:
    id_ = check.__name__.replace("_", "-")
    RULES[id_] = Rule(id_, check, check.__doc__ or "", firm)
    return check


def findings(catalog: Catalog) -> list[Finding]:
    """Run every rule and return what does not hold, in reading order, without what is allowed."""
    allowed = silenced(catalog)
    found = [(rule, fault) for rule in RULES.values() for fault in _faults(rule, catalog)]
    for kind, entry in catalog.damaged:
        found += _of_damaged(catalog, kind, entry)
    return sorted(
        Finding(fault.path, fault.line, rule.id, fault.message, fault.hint, fault.severity)
        for rule, fault in found
        if rule.firm or (fault.path.rpartition("/")[0], rule.id) not in allowed
    )


def silenced(catalog: Catalog) -> set[tuple[str, str]]:
    """Return the folders that are excepted from a rule, each with the rule's id."""
    every = [*catalog.modules_and_cases(), *(entry for _, entry in catalog.damaged)]
    return {
        (entry.folder, allowance.rule)
        for entry in every
        for allowance in getattr(entry.value, "allow", ())
    }


def _faults(rule: Rule, catalog: Catalog) -> Iterator[Fault]:
    return rule.check(catalog) if rule.check else iter(())


def _of_damaged(
    catalog: Catalog, kind: str, entry: Entry[Authored]
) -> Iterator[tuple[Rule, Fault]]:
    """Yield what the rules say about an entry with mistakes, as far as they need its good fields.

    So that one wrong field does not hide what is wrong with the others until the next run.
    """
    alone: dict[str, Any] = {kind: {entry.id: entry}}
    view = replace(catalog, bodies={}, calls={}, records={}, **alone)
    for rule in RULES.values():
        # A rule that reads a field with a mistake ends here; what it said before still holds.
        with suppress(AttributeError):
            for fault in _faults(rule, view):
                if fault.path == entry.path:
                    yield rule, fault


# Imported for their `@rule` functions, in the order in which `curriculum rules` lists them.
from curriculum.rules import reading  # noqa: E402, I001, F401  (they need `rule` from above)
from curriculum.rules import files, tracks, names, graph, parts, roles, minutes  # noqa: E402, F401
from curriculum.rules import objectives, cases, headings, images, links, markup  # noqa: E402, F401
from curriculum.rules import calls, fields, paths, routes, agendas, blocks, upkeep  # noqa: E402, F401
from curriculum.rules import repeats, prose, strings  # noqa: E402, F401

__all__ = ["RULES", "Check", "Fault", "Rule", "findings", "firm_rule", "rule", "silenced"]
