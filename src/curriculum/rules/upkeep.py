"""Rules that keep a curriculum honest over time: drafts, reviews, changes, addresses, exceptions."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import pairwise

from curriculum.catalog import Catalog
from curriculum.findings import short, suggest
from curriculum.rules import RULES, Fault, firm_rule, rule
from curriculum.rules.files import addresses
from curriculum.sites import TAKEN
from curriculum.source import walk_strings

# A mark between back-ticks is only talked about. Writers of the scaffold leave `(write: …)`.
_MARK = re.compile(r"\((?<!`\()(?:write: [^()]*|to be written)\)")
_SCHEMAS = (
    (re.compile(r"modules/[^/]+/track\.yml"), "track"),
    (re.compile(r"modules/[^/]+/[^/]+/module\.yml"), "module"),
    (re.compile(r"content/cases/[^/]+/case\.yml"), "case"),
    (re.compile(r"content/paths/[^/]+\.yml"), "path"),
    (re.compile(r"content/agendas/[^/]+\.yml"), "agenda"),
    (re.compile(r"content/(people|references|glossary|further-reading)\.yml"), ""),
)


@rule
def sentences_are_written(catalog: Catalog) -> Iterator[Fault]:
    """No sentence is still to be written.

    Bad: `question: (write: the question this module answers)`
    Good: `question: What must be true for this to work?`
    """
    hint = "write the sentence in place of the mark"
    for path, record in catalog.records.items():
        for where, text in walk_strings(record.value):
            for mark in _MARK.findall(text):
                yield Fault(path, record.line(where), _unwritten(mark), hint)
    for path, body in catalog.bodies.items():
        for found in _MARK.finditer(body.text, len(body.matter)):
            line = body.text.count("\n", 0, found.start()) + 1
            yield Fault(path, line, _unwritten(found.group()), hint)


def _unwritten(mark: str) -> str:
    return f"still to be written: {short(mark, 60)}"


@rule
def yaml_names_its_schema(catalog: Catalog) -> Iterator[Fault]:
    """Every YAML file names its schema in its first line, so that editors can help.

    Bad: `title: Data routines` as the first line of a `module.yml`
    Good: `# yaml-language-server: $schema=../../../schema/module.json` above it
    """
    for path, record in catalog.records.items():
        kind = schema_of(path)
        wanted = schema_line(path, kind) if kind else ""
        if wanted and record.first != wanted:
            message = "the first line does not name the schema"
            yield Fault(path, 1, message, f"write `{wanted}`")


def schema_of(path: str) -> str:
    """Return the name of the schema of a YAML file, or the empty string."""
    for pattern, kind in _SCHEMAS:
        found = pattern.fullmatch(path)
        if found:
            return kind or found[1]
    return ""


def schema_line(path: str, kind: str) -> str:
    """Return the line with which a YAML file names its schema to editors."""
    address = posixpath.relpath(f"schema/{kind}.json", posixpath.dirname(path))
    return f"# yaml-language-server: $schema={address}"


@rule
def allowances_name_rules(catalog: Catalog) -> Iterator[Fault]:
    """Every rule in `allow` exists and is one that can be silenced.

    Bad: `allow: [{rule: participants-get-no-guides, reason: They learn to facilitate}]`
    Good: `allow: [{rule: participants-get-no-facilitator-matter, reason: They learn to facilitate}]`
    """
    for entry in catalog.modules_and_cases():
        for number, allowance in enumerate(entry.value.allow):
            line = entry.line("allow", number)
            known = RULES.get(allowance.rule)
            if not known:
                message = f"`allow` names the rule `{allowance.rule}`, which does not exist"
                hint = suggest(allowance.rule, RULES) or "`curriculum rules` lists them"
                yield Fault(entry.path, line, message, hint)
            elif known.firm:
                message = f"the rule `{allowance.rule}` cannot be silenced"
                yield Fault(entry.path, line, message, "take it out of `allow` and mend the cause")


@rule
def stable_modules_are_tested(catalog: Catalog) -> Iterator[Fault]:
    """A module is `stable` only when somebody is named who tested it and somebody who reviewed it.

    Bad: `status: stable` with `review: []`
    Good: `status: pilot` with `review: []`
    """
    for entry in catalog.modules.values():
        given = entry.value.contributions
        if entry.value.status == "stable" and not (given.review and given.testing):
            message = "the module is `stable`, but nobody is named who reviewed and who tested it"
            hint = "fill `review` and `testing` in `contributions`, or write `status: pilot`"
            yield Fault(entry.path, entry.line("status"), message, hint)


@rule
def changes_are_newest_first(catalog: Catalog) -> Iterator[Fault]:
    """The list of changes begins with the newest.

    Bad: a change of "2026-11-22" above one of "2027-03-01"
    Good: a change of "2027-03-01" above one of "2026-11-22"
    """
    for entry in catalog.modules_and_cases():
        days = [change.date for change in entry.value.changes]
        for number, (above, below) in enumerate(pairwise(days), 1):
            if below > above:
                message = f"the change of {below} stands below the one of {above}"
                yield Fault(entry.path, entry.line("changes", number), message, "put it above")


@firm_rule
def former_addresses_are_free(catalog: Catalog) -> Iterator[Fault]:
    """An address in `formerly` is below the root, and no page has it now or had it twice.

    Bad: `formerly: [modules/collaboration/governing-together]`, which is a module today
    Good: `formerly: [modules/collaboration/old-name]`
    """
    kinds = (catalog.modules, catalog.cases, catalog.paths, catalog.agendas)
    every = [entry for kind in kinds for entry in kind.values()]
    now = {above for address, _ in addresses(catalog) for above in _above(address)}
    before: set[str] = set()
    for entry in every:
        for number, address in enumerate(entry.value.formerly):
            line = entry.line("formerly", number)
            if not _ADDRESS.fullmatch(address):
                message = f"`{address}` is no address below the site's root"
                yield Fault(
                    entry.path, line, message, "write it as `modules/collaboration/old-name`"
                )
            elif address.partition("/")[0] in TAKEN - {"modules"}:
                message = f"the site keeps files of its own in `{address}`"
                yield Fault(entry.path, line, message, "take it out")
            elif address in now or address in before:
                message = f"the address `{address}` belongs to another page"
                yield Fault(entry.path, line, message, "take it out")
            before.add(address)


_ADDRESS = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*")


def _above(address: str) -> Iterator[str]:
    """Yield an address and those of the folders around it: a redirect there would cover both."""
    names = address.strip("/").split("/")
    return ("/".join(names[:count]) for count in range(1, len(names) + 1))
