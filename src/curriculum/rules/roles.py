"""Rules about who gets what: the facilitator, participants and the size of the group."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.catalog import FACILITATOR_PARTS, Catalog
from curriculum.rules import Fault, rule


@rule
def facilitators_are_declared(catalog: Catalog) -> Iterator[Fault]:
    """Every module says in `audience` what its facilitator gets.

    Bad: `audience: {mayor: {parts: [briefing], minutes: 90}}`
    Good: the same with `facilitator: {parts: [briefing, practitioner-guide], minutes: 150}`
    """
    for entry in catalog.modules.values():
        if "facilitator" not in entry.value.audience:
            hint = "add `facilitator: {parts: […], minutes: …}`"
            message = "`audience` leaves out the facilitator"
            yield Fault(entry.path, entry.line("audience"), message, hint)


@rule
def participants_get_no_facilitator_matter(catalog: Catalog) -> Iterator[Fault]:
    """No participant's parts hold guides, slides or the epilogue.

    Bad: `mayor: {parts: [briefing, epilogue], minutes: 90}`
    Good: `mayor: {parts: [briefing], minutes: 90}`
    """
    for entry in catalog.modules.values():
        for role, audience in entry.value.audience.items():
            for number, part in enumerate(audience.parts):
                if role != "facilitator" and part in FACILITATOR_PARTS:
                    line = entry.line("audience", role, "parts", number)
                    message = f"the role `{role}` gets the facilitator's part `{part}`"
                    hint = "leave it to the facilitator; who learns to facilitate may use `allow`"
                    yield Fault(entry.path, line, message, hint)


@rule
def roles_have_parts(catalog: Catalog) -> Iterator[Fault]:
    """Every role in `audience` gets at least one part, and none twice.

    Bad: `mayor: {parts: [], minutes: 90}`
    Good: `mayor: {parts: [briefing], minutes: 90}`
    """
    for entry in catalog.modules.values():
        for role, audience in entry.value.audience.items():
            line = entry.line("audience", role, "parts")
            if not audience.parts:
                message = f"the role `{role}` gets no part"
                yield Fault(entry.path, line, message, "give it one, or take the role out")
            for number, part in enumerate(audience.parts):
                if part in audience.parts[:number]:
                    message = f"the role `{role}` gets the part `{part}` twice"
                    yield Fault(entry.path, line, message, "keep one of them")


@rule
def groups_have_a_range(catalog: Catalog) -> Iterator[Fault]:
    """A group's smallest size is not above its largest.

    Bad: `group: {min: 40, max: 6}`
    Good: `group: {min: 6, max: 40}`
    """
    for entry in catalog.modules.values():
        group = entry.value.group
        if group.min > group.max:
            message = f"`group` has a `min` of {group.min} above its `max` of {group.max}"
            yield Fault(entry.path, entry.line("group"), message, "exchange them")
