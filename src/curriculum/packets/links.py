"""Where the links of a packet lead on paper: to its own pages, its notes and its words, or outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urldefrag, urljoin

from lxml.html import HtmlElement

from curriculum.catalog import Catalog
from curriculum.packets.elements import build, close_up, has_class
from curriculum.packets.packet import PacketPart
from curriculum.sayings import Sayings
from curriculum.sites import uri_of, url_of

IMAGE_SCHEME = "site:"
"""What the address of an image begins with; the path below the site's root follows."""


@dataclass(frozen=True)
class Place:
    """Where a page of the site stands in the packet."""

    anchor: str
    """The id of its part, such as `p3`."""
    part: PacketPart
    ids: frozenset[str]
    """The ids on the page, before they got the part's prefix."""


@dataclass
class Trail:
    """What has been cited, explained, shown and linked so far, in the order of the text."""

    catalog: Catalog
    site: str
    """The public address of the site, with a slash at the end."""
    places: dict[str, Place] = field(default_factory=dict)
    """The pages in the packet, by their public address."""
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    """The number of each source cited, by its case and its key."""
    works: set[str] = field(default_factory=set)
    """The ids of the works cited."""
    terms: set[str] = field(default_factory=set)
    """The ids of the glossary's terms used."""
    images: dict[str, str] = field(default_factory=dict)
    """The images shown, by their path below the site's root, with the file that shows each."""
    targets: dict[str, str] = field(default_factory=dict)
    """What the places that links inside lead to are called, by their ids."""
    printed: set[str] = field(default_factory=set)
    """The addresses that have been printed."""
    say: Sayings = field(default_factory=Sayings)

    def __post_init__(self) -> None:
        """Know the pages that citations and terms lead to."""
        self._cases = {
            self.address(path): case.id
            for case in self.catalog.cases.values()
            for path in case.parts.values()
        }
        self._references = self.address("content/references.md")
        self._glossary = self.address("content/glossary.md")

    def address(self, path: str) -> str:
        """Return the public address of a source file's page."""
        return urljoin(self.site, url_of(uri_of(path)))

    def note_of(self, page: str, fragment: str) -> int | None:
        """Return the number of a cited source of a case, counted from its first mention."""
        case, key = self._cases.get(page, ""), fragment.removeprefix("source-")
        if not case or key not in self.catalog.cases[case].value.sources:
            return None
        return self.notes.setdefault((case, key), len(self.notes) + 1)

    def inside(self, page: str, fragment: str) -> str | None:
        """Return the internal link to a work, a term or a part in the packet, or None."""
        if page == self._references and fragment in self.catalog.references:
            self.works.add(fragment)
            return f"#work-{fragment}"
        if page == self._glossary and fragment in self.catalog.terms:
            self.terms.add(fragment)
            return f"#term-{fragment}"
        place = self.places.get(page)
        if not place:
            return None
        return f"#{place.anchor}-{fragment}" if fragment in place.ids else f"#{place.anchor}"


def image_path(address: str, site: str) -> str | None:
    """Return the path of an image below a site's root, or None where it is none of this site.

    As where images are checked, what follows `#` or `?` in an address belongs to no file's name.
    """
    bare = address.partition("#")[0].partition("?")[0]
    return unquote(bare.removeprefix(site)) if bare.startswith(site) else None


def image_address(path: str) -> str:
    """Return the address of an image in a packet; `image_path` leads back from it."""
    return IMAGE_SCHEME + quote(path)


def link(root: HtmlElement, page: str, source: str, trail: Trail) -> None:
    """Point every link and image of a part to where it leads on paper."""
    for anchor in list(root.iter("a")):
        href = anchor.get("href")
        if href is None or next(iter(anchor.iter("img")), None) is not None:
            anchor.drop_tag()
        else:
            _flatten(anchor)
            to, fragment = urldefrag(urljoin(page, href))
            _point(anchor, to, fragment, trail)
    _join_notes(root)
    for image in root.iter("img"):
        _show(image, urljoin(page, image.get("src", "")), source, trail)


def _flatten(anchor: HtmlElement) -> None:
    """Keep only the words of a link: an element inside it would be tagged as a link of its own."""
    for inner in list(anchor.iterdescendants()):
        inner.drop_tag()


def _point(anchor: HtmlElement, page: str, fragment: str, trail: Trail) -> None:
    if has_class(anchor, "cite"):
        number = trail.note_of(page, fragment)
        if number:
            said = trail.targets[f"note-{number}"] = trail.say("case.source", number=number)
            _cite(anchor, number, said)
            return
    inside = trail.inside(page, fragment)
    words = anchor.text_content().strip()
    if inside:
        anchor.set("href", inside)
        trail.targets.setdefault(inside.removeprefix("#"), words)
        anchor.set("title", words)
        if not anchor.get("class"):
            anchor.set("class", "see")
        return
    address = f"{page}#{fragment}" if fragment else page
    anchor.set("href", address)
    anchor.set("title", words)
    shown = bare(address)
    if address not in trail.printed and shown not in {bare(words), words}:
        anchor.addnext(_with_tail(build("span", f" ({shown})", {"class": "address"}), anchor))
    trail.printed.add(address)


def bare(address: str) -> str:
    """Return an address as it is printed: without `https://` and without the last slash."""
    return (
        address.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").rstrip("/")
    )


def _with_tail(new: HtmlElement, after: HtmlElement) -> HtmlElement:
    new.tail, after.tail = after.tail, None
    return new


def _cite(anchor: HtmlElement, number: int, said: str) -> None:
    anchor.text = str(number)
    for name in ("aria-label", "class"):
        anchor.attrib.pop(name, None)
    anchor.set("href", f"#note-{number}")
    anchor.set("title", said)
    anchor.set("class", "note")


def _join_notes(root: HtmlElement) -> None:
    """Set runs of note numbers as one superior figure, close to the word before them."""
    for first in list(root.iter("a")):
        if first.get("class") != "note" or first.getparent().get("class") == "notes":
            continue
        run = list(_run(first))
        holder = build("span", None, {"class": "notes"})
        close_up(first)
        first.addprevious(holder)
        tail = run[-1].tail
        for note in run:
            holder.append(note)
            note.tail = "," if note is not run[-1] else None
        holder.tail = tail


def _run(first: HtmlElement) -> Iterator[HtmlElement]:
    note: HtmlElement | None = first
    while note is not None and note.get("class") == "note":
        yield note
        note = None if (note.tail or "").strip() else note.getnext()


def _show(image: HtmlElement, address: str, source: str, trail: Trail) -> None:
    path = image_path(address, trail.site)
    if path is None:
        return  # it will be refused, and the packet named in a finding
    image.set("src", image_address(path))
    trail.images.setdefault(path, source)
