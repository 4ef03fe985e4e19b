"""Whether rendered Markdown holds only what Markdown makes: a list of allowed elements and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree, html

from curriculum.addresses import unsafe_part
from curriculum.findings import Finding, short
from curriculum.source import FORBIDDEN

_TEXT = (
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong b i a img br hr table "
    "thead tbody tfoot tr th td caption div span sup sub del ins mark kbd abbr cite q small s "
    "figure figcaption details summary section"
)
_EVERYWHERE = frozenset({"id", "class", "title", "lang", "dir", "role"})
MARKDOWN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_TEXT.split(), frozenset[str]()),
    "a": frozenset({"href", "rel"}),
    "img": frozenset({"src", "alt", "width", "height", "loading"}),
    "th": frozenset({"style", "align", "colspan", "rowspan", "scope"}),
    "td": frozenset({"style", "align", "colspan", "rowspan"}),
    "ol": frozenset({"start"}),
    "details": frozenset({"open"}),
}
"""What Markdown and its usual extensions make: each element with its own attributes."""

_PLACE_NAMES = "x y x1 y1 x2 y2 cx cy r rx ry d points width height"
_LOOK_NAMES = (
    "fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin text-anchor "
    "dominant-baseline font-size font-weight opacity transform"
)
_PLACE, _LOOK = frozenset(_PLACE_NAMES.split()), frozenset(_LOOK_NAMES.split())
_DRAWN = "g path rect circle ellipse line polyline polygon text tspan title desc"
VOCABULARY: Mapping[str, frozenset[str]] = {
    **MARKDOWN,
    **dict.fromkeys(_DRAWN.split(), _PLACE | _LOOK),
    "svg": _PLACE | _LOOK | {"viewbox", "viewBox", "xmlns", "focusable", "preserveaspectratio"},
    "div": frozenset({"data-canvas"}),
    "fieldset": frozenset[str](),
    "legend": frozenset[str](),
    "label": frozenset({"for"}),
    "textarea": frozenset({"name", "rows"}),
    "input": frozenset({"type", "name", "value", "checked", "disabled"}),
}
"""The same with what the engine's macros write: fields and drawings."""

_ALIGNED = re.compile(r"text-align: ?(left|right|center);?")
_ADDRESSES = frozenset({"href", "src"})


def strange(text: str, allowed: Mapping[str, frozenset[str]] = MARKDOWN) -> Iterator[str]:
    """Yield everything in some HTML that is not on the list, as words for a message."""
    if not text.strip():
        return
    tree = tree_of(text)
    hidden = FORBIDDEN.search("".join(tree.itertext()))
    if hidden:
        yield f"the invisible character U+{ord(hidden.group()):04X}"
    for element in tree.body.iterdescendants():
        if not isinstance(element.tag, str):
            yield f"`{short(etree.tostring(element, with_tail=False).decode())}`"
        elif element.tag not in allowed:
            yield f"`<{short(element.tag)}>`"
        else:
            yield from _strange_attributes(element, allowed[element.tag])


def tree_of(text: str) -> Any:
    """Return some HTML as a document, read as leniently as a browser does."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    return html.document_fromstring(f"<div>{text}</div>".encode(), parser=parser)


def findings(path: str, text: str) -> list[Finding]:
    """Return what a rendered page holds that neither Markdown nor our macros make."""
    rule, hint = "pages-show-only-markdown", "take it out of the file"
    return [
        Finding(path, 1, rule, f"the page holds {what}", hint) for what in strange(text, VOCABULARY)
    ]


def _strange_attributes(element: Any, allowed: frozenset[str]) -> Iterator[str]:
    for name, value in element.attrib.items():
        known = name in allowed or name in _EVERYWHERE or name.startswith("aria-")
        if not known or (name == "style" and not _ALIGNED.fullmatch(value)):
            yield f"`{short(name)}` on `<{element.tag}>`"
        elif name in _ADDRESSES and unsafe_part(value):
            yield f"the address `{short(value)}`"
        elif name == "id" and value.startswith("__"):
            yield f"the id `{short(value)}`, which the site itself uses"
