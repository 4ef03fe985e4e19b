"""The few things that the transform does to elements of a page."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import html
from lxml.html import HtmlElement


def parse(text: str) -> HtmlElement:
    """Return the article of a page as one `div`."""
    return html.fragment_fromstring(text, create_parent="div")


def inner_html(element: HtmlElement) -> str:
    """Return what stands inside an element, as HTML."""
    text: str = html.tostring(element, encoding="unicode", with_tail=False)
    return text.partition(">")[2].rpartition("<")[0] if len(element) or element.text else ""


def build(
    tag: str, text: str | None = None, attributes: Mapping[str, str] | None = None
) -> HtmlElement:
    """Return a new element."""
    element: HtmlElement = html.Element(tag, attributes or {})
    element.text = text
    return element


def has_class(element: HtmlElement, name: str) -> bool:
    """Whether an element carries a class."""
    return name in (element.get("class") or "").split()


def of_class(root: HtmlElement, name: str) -> list[HtmlElement]:
    """Return the elements that carry a class, in the order of the text."""
    return [element for element in root.iter("*") if has_class(element, name)]


def drop(element: HtmlElement) -> None:
    """Take an element and all within it out of its page; the text after it stays."""
    element.drop_tree()


def replace(old: HtmlElement, new: HtmlElement) -> HtmlElement:
    """Put an element in the place of another; the text after it stays."""
    new.tail, old.tail = old.tail, None
    old.getparent().replace(old, new)
    return new


def close_up(element: HtmlElement) -> None:
    """Take away the space right before an element."""
    earlier, parent = element.getprevious(), element.getparent()
    if earlier is None:
        parent.text = (parent.text or "").rstrip()
    else:
        earlier.tail = (earlier.tail or "").rstrip()


def words(element: HtmlElement) -> str:
    """Return the text of an element with single spaces."""
    return " ".join(element.text_content().split())
