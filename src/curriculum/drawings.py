"""Whether an SVG file is only a drawing: it runs nothing, moves nothing and fetches nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
_PLAIN = "drawings-are-plain"
_XLINK = "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
MAX_USES = 200
MAX_ELEMENTS = 20_000

_NAMES = (
    "svg g defs symbol use title desc metadata style path rect circle ellipse line polyline polygon "
    "text tspan textPath linearGradient radialGradient stop pattern clipPath mask marker filter "
    "feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile switch"
)
_ELEMENTS = frozenset(_NAMES.split())
_OUTSIDE = re.compile(
    r"url\(\s*(?!['\"]?#)|@import|\\|expression\(|image\(|image-set\(|src\(", re.IGNORECASE
)
_DECLARED = re.compile(r"<!(DOCTYPE|ENTITY)")
_ENCODED = re.compile(r"<\?xml[^>]*\bencoding\s*=\s*['\"](?!utf-8['\"])", re.IGNORECASE)
_INNER = re.compile(r"url\(\s*['\"]?#([^)'\"]+)")
_REPEATED = frozenset({"pattern", "mask", "clipPath", "marker"})
MAX_COPIES = 1_000
MAX_SIDE = 20_000
_PARSER_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": False,
}


_UNREADABLE = "save it again, or export it anew"
_ACTIVE = "export it as plain SVG, without scripts, links and animation"
_FOREIGN = "draw it in the file itself; readers ask no other place for anything"


class Remark(NamedTuple):
    """What an SVG may not hold: the rule it breaks, its line, the message and a hint."""

    rule: str
    line: int
    message: str
    hint: str


def remarks(text: str) -> Iterator[Remark]:
    """Yield everything in an SVG that is not on the list of what a still drawing consists of."""
    declared = _DECLARED.search(text)
    if declared:
        line = text.count("\n", 0, declared.start()) + 1
        message = f"`<!{declared[1]}` may fetch or repeat something"
        yield Remark(_PLAIN, line, message, "delete it; a drawing needs none")
        return
    if _ENCODED.match(text):
        message = "the first line names another encoding than UTF-8"
        yield Remark("images-are-what-they-say", 1, message, 'write `encoding="UTF-8"`')
        return
    try:
        tree = etree.fromstring(text.encode(), etree.XMLParser(**_PARSER_OPTIONS))
    except etree.XMLSyntaxError as error:
        message = f"this is not XML: {error.msg}" if text.strip() else "the image is empty"
        yield Remark("images-are-what-they-say", error.lineno or 1, message, _UNREADABLE)
        return
    if _local(tree) != "svg":
        message = f"the file is called `.svg`, but it begins with `<{_shown(tree)}>`"
        yield Remark("images-are-what-they-say", 1, message, _UNREADABLE)
        return
    nodes = [*tree.itersiblings(preceding=True), *tree.iter(), *tree.itersiblings()]
    yield from _too_many(nodes)
    yield from _too_large(tree)
    if _copies(nodes) > MAX_COPIES:
        message = "patterns, masks and marks stand in one another again and again"
        yield Remark("images-are-small", 1, message, "make it simpler")
    for node in nodes[:MAX_ELEMENTS]:
        yield from _of_node(node)


def _too_many(nodes: list[Any]) -> Iterator[Remark]:
    if len(nodes) > MAX_ELEMENTS:
        message = f"the drawing has more than {MAX_ELEMENTS:,} parts"
        yield Remark("images-are-small", 1, message, "make it simpler")
    uses = [node for node in nodes if _local(node) == "use"]
    if len(uses) > MAX_USES:
        line = uses[MAX_USES].sourceline
        yield Remark("images-are-small", line, f"more than {MAX_USES} `<use>`", "make it simpler")
    # A copy of copies grows without bound: ten lines are enough to stop a browser.
    copying = {up.get("id") for use in uses for up in (use, *use.iterancestors()) if up.get("id")}
    for use in uses:
        target = (use.get("href") or use.get(f"{_XLINK}href") or "").strip().removeprefix("#")
        if target in copying:
            message = f"`<use>` copies `{target}`, which holds a copy itself"
            yield Remark(_PLAIN, use.sourceline, message, "draw the part once more instead")


def _too_large(tree: Any) -> Iterator[Remark]:
    for side in ("width", "height"):
        digits = re.match(r"\s*(\d+)", tree.get(side) or "")
        if digits and (len(digits[1]) > 6 or int(digits[1]) > MAX_SIDE):  # noqa: PLR2004
            message = f"the drawing has the {side} {tree.get(side)[:20]}"
            yield Remark("images-are-small", tree.sourceline, message, "give it a `viewBox` alone")


def _copies(nodes: list[Any]) -> float:
    """Return how often what is drawn by reference would be drawn; endless where it is in itself."""
    inner = {
        node.get("id"): [
            name
            for part in node.iter(etree.Element)
            for value in part.attrib.values()
            for name in _INNER.findall(value)
        ]
        for node in nodes
        if _local(node) in _REPEATED and node.get("id")
    }
    counts: dict[str, float] = {}

    def count(name: str) -> float:
        if name not in counts:
            counts[name] = float("inf")
            counts[name] = 1 + sum(count(other) for other in inner[name] if other in inner)
        return counts[name]

    if len(inner) > MAX_USES:
        return float("inf")
    return max(map(count, inner), default=0)


def _of_node(node: Any) -> Iterator[Remark]:
    line = node.sourceline or 1
    if isinstance(node, etree._Comment):  # noqa: SLF001  (lxml has no public name for it)
        return
    name = _local(node)
    if name not in _ELEMENTS:
        yield Remark(_PLAIN, line, f"`<{_shown(node)}>` is no part of a still drawing", _ACTIVE)
        return
    if name == "style" and _OUTSIDE.search("".join(node.itertext())):
        yield Remark(_PLAIN, line, "`<style>` reaches outside of the drawing", _FOREIGN)
    for key, value in node.attrib.items():
        bare = key.rpartition("}")[2]
        if bare.lower().startswith("on"):
            yield Remark(_PLAIN, line, f"`{bare}` runs code", _ACTIVE)
        elif _leads_outside(key, value):
            yield Remark(_PLAIN, line, f"`{bare}` reaches outside of the drawing", _FOREIGN)


def _leads_outside(key: str, value: str) -> bool:
    if key in {"href", "src", f"{_XLINK}href"}:
        return not value.strip().startswith("#")
    return key == f"{_XML}base" or bool(_OUTSIDE.search(value))


def _local(node: Any) -> str:
    """Return the name of an element of SVG, or the empty string for anything else."""
    if not isinstance(node.tag, str):
        return ""
    space, _, name = node.tag.rpartition("}")
    return name if space in {"", f"{{{SVG}"} else ""


def _shown(node: Any) -> str:
    if not isinstance(node.tag, str):
        return "?" + str(getattr(node, "target", None) or getattr(node, "name", ""))
    return node.tag.rpartition("}")[2]
