"""Rules about what may not stand in Markdown: raw HTML and attributes."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.addresses import unsafe_part
from curriculum.catalog import Catalog
from curriculum.rules import Fault, firm_rule

_LONGEST = 40


def _shown(text: str) -> str:
    """Return the beginning of some markup, fit to stand between back-ticks."""
    line = text.partition("\n")[0].replace("`", "'")
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


@firm_rule
def html_is_not_raw(catalog: Catalog) -> Iterator[Fault]:
    """Markdown holds no raw HTML.

    Bad: `<b>Start small</b>`
    Good: `**Start small**`
    """
    for path, body in catalog.bodies.items():
        for piece in body.markup:
            message = f"raw HTML: `{_shown(piece.text)}`"
            hint = "use Markdown or a macro; write `&lt;` for a plain `<`"
            yield Fault(path, piece.line, message, hint)


@firm_rule
def attributes_are_not_written(catalog: Catalog) -> Iterator[Fault]:
    """Markdown holds no attribute lists in braces.

    Bad: `## Steps {: onclick="…" }`
    Good: `## Steps`
    """
    for path, body in catalog.bodies.items():
        for piece in body.attributes:
            message = f"braces outside of code: `{_shown(piece.text)}`"
            hint = "take the attributes out; put braces that readers should see in back-ticks"
            yield Fault(path, piece.line, message, hint)


@firm_rule
def pages_show_only_markdown(catalog: Catalog) -> Iterator[Fault]:
    """What the site makes of a Markdown file is only what Markdown makes.

    Bad: HTML in a fenced block that is indented, which the site does not take for a block
    Good: the fenced block at the margin
    """
    for path, body in catalog.bodies.items():
        for piece in body.unseen:
            # What both readers see is reported once, by the rule about it and at its exact place.
            is_address = piece.text.startswith("the address")
            if body.markup or (
                is_address and any(unsafe_part(link.address) for link in body.links)
            ):
                continue
            message = f"the site would publish {piece.text}"
            hint = "begin fenced blocks at the margin; write `&lt;` for `<` and plain addresses"
            yield Fault(path, piece.line, message, hint)
