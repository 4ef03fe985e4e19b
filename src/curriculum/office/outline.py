"""What the headings of a packet are called where no page number tells them apart, and which of them are listed."""

from __future__ import annotations

from lxml.html import HtmlElement

from curriculum.packets.elements import drop, has_class
from curriculum.packets.elements import words as words_of

_BETWEEN = " · "
_LOWEST = 6


def name_headings(body: HtmlElement, contents: HtmlElement | None, depth: int) -> None:
    """Let the headings say what the contents say, and stand as high as they do there.

    Programs list the headings of a file by their level, down to `h{depth}`. So a part says which it
    is, such as `Worksheet · Your bridge`, and what the contents leave out stands below that level.
    """
    lines = _lines(contents) if contents is not None else {}
    lower = 0
    for heading in list(body.iter("h2", "h3", "h4", "h5", "h6")) if lines else ():
        line = lines.get(heading.get("id") or "")
        if line:
            lower = 0
            _name(heading, *line)
        else:
            level = int(heading.tag[1])
            lower = max(lower, depth + 1 - level, 0)
            heading.tag = f"h{min(_LOWEST, level + lower)}"


def _lines(contents: HtmlElement) -> dict[str, tuple[str, str]]:
    """Return the label and the text of each line of the contents, by the id it leads to."""
    lines = {}
    for item in contents.iter("li"):
        label = " ".join(words_of(span) for span in item.findall("span"))
        text = " ".join(words_of(link) for link in item.findall("a"))
        lines[(item.get("data-to") or "#")[1:]] = (label, text)
    return lines


def _name(heading: HtmlElement, label: str, text: str) -> None:
    """Write the name of a part into its heading; the same word above it is taken away."""
    above = heading.getprevious()
    if above is not None and has_class(above, "eyebrow") and words_of(above) in {label, text}:
        drop(above)
    if label:
        heading.text = f"{label}{_BETWEEN}{heading.text or ''}"
    elif words_of(heading) != text:
        heading[:] = []
        heading.text = text
