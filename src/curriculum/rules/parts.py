"""Rules about the parts of a module and the texts of a case."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.body import count_of_words
from curriculum.catalog import CASE_FILES, PART_FILES, Catalog, Entry
from curriculum.rules import Fault, firm_rule, rule
from curriculum.schema import Module
from curriculum.source import Path as Where


def _named(module: Module) -> Iterator[tuple[Where, str]]:
    """Yield every part that a module names, with the place where it does."""
    for role, audience in module.audience.items():
        for number, part in enumerate(audience.parts):
            yield ("audience", role, "parts", number), part
    for number, objective in enumerate(module.objectives):
        yield ("objectives", number, "assessed_by"), objective.assessed_by
    for key in ("session", "short_session"):
        for number, step in enumerate(getattr(module, key)):
            if step.part:
                yield (key, number, "part"), step.part


def part_file(entry: Entry[Module], part: str) -> str:
    """Return where a part of a module would stand, or the empty string if it tells no case."""
    if part in PART_FILES:
        return f"{entry.folder}/{PART_FILES[part]}"
    case = entry.value.case
    return f"content/cases/{case}/{CASE_FILES[part]}" if case else ""


def lacks_part(catalog: Catalog, entry: Entry[Module], part: str) -> bool:
    """Whether a part of a module is not written; False where only its case is not known."""
    told = entry.value.case
    # An unknown case is one mistake; its parts would only repeat it.
    if part in CASE_FILES and told and not catalog.knows("cases", told):
        return False
    file = part_file(entry, part)
    return not file or not catalog.has(file)


@rule
def parts_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every part that a module names in `audience`, `session` or `objectives` is written.

    Bad: `mayor: {parts: [briefing, worksheet], minutes: 90}` without a `worksheet.md`
    Good: the same with a `worksheet.md` beside `module.yml`
    """
    for entry in catalog.modules.values():
        missing: set[str] = set()
        for where, part in _named(entry.value):
            # That there is no briefing is told by its own rule.
            if part in {"briefing", *missing} or not lacks_part(catalog, entry, part):
                continue
            missing.add(part)
            file = part_file(entry, part)
            what = f"there is no `{file}`" if file else "the module has no `case`"
            hint = (
                "write the file, or take the part out" if file else "name a `case`, or take it out"
            )
            message = f"the part `{part}` is named, but {what}"
            yield Fault(entry.path, entry.line(*where), message, hint)


@rule
def parts_are_named(catalog: Catalog) -> Iterator[Fault]:
    """Every part that is written is named in `module.yml`, so that somebody gets it.

    Bad: a `worksheet.md` that neither `audience` nor `session` names
    Good: `facilitator: {parts: [briefing, worksheet], minutes: 90}`
    """
    for entry in catalog.modules.values():
        named = {part for _, part in _named(entry.value)}
        for part, path in entry.parts.items():
            if part not in named:
                message = f"the part `{part}` is written in `{path}`, but nobody gets it"
                line = entry.line("audience", "facilitator", "parts")
                who = "`facilitator`, or of " if "facilitator" in entry.value.audience else ""
                hint = f"add `{part}` to the parts of {who}who needs it"
                yield Fault(entry.path, line, message, hint)


@firm_rule
def briefings_exist(catalog: Catalog) -> Iterator[Fault]:
    """Every module has a briefing, which is its page.

    Bad: `module.yml` without an `index.md` beside it
    Good: `module.yml` and `index.md`
    """
    for entry in catalog.modules.values():
        file = part_file(entry, "briefing")
        if not catalog.has(file):
            yield Fault(entry.path, 1, "the module has no briefing", f"write `{file}`")


@rule
def parts_are_not_empty(catalog: Catalog) -> Iterator[Fault]:
    """Every Markdown file says something below its heading.

    Bad: `# Worksheet` and nothing else
    Good: `# Worksheet` and the questions
    """
    for path, body in catalog.bodies.items():
        headings = sum(count_of_words(heading.text) for heading in body.headings)
        if body.words <= headings and "{{" not in body.text and not body.images:
            yield Fault(path, 1, "the file has no text", "write it, or delete the file")


@firm_rule
def cases_have_their_texts(catalog: Catalog) -> Iterator[Fault]:
    """Every case has an `index.md`, which ends at the decision, and an `epilogue.md`.

    Bad: `content/cases/baltimore-citistat/` with `case.yml` alone
    Good: `case.yml`, `index.md` and `epilogue.md`
    """
    for entry in catalog.cases.values():
        for part in ("case", "epilogue"):
            name = CASE_FILES[part]
            if not catalog.has(f"{entry.folder}/{name}"):
                message = f"the case has no `{name}`"
                yield Fault(entry.path, 1, message, f"write `{entry.folder}/{name}`")
