"""How one office file is made from rendered pages: its bytes, or what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from curriculum.catalog import Catalog
from curriculum.findings import Finding, suggest
from curriculum.office import deck
from curriculum.office.book import Imprint, book
from curriculum.office.pandoc import Conversion, version
from curriculum.office.plain import Plain, plain
from curriculum.office.plan import Job
from curriculum.office.slides import Deck, deck_of
from curriculum.office.word import Facts, word_file
from curriculum.packets.city import NO_CITY, CityFace
from curriculum.packets.cover import cover_of
from curriculum.packets.document import compose
from curriculum.packets.look import color_of
from curriculum.packets.pdf import FONTS, Roots
from curriculum.rendered import Rendered
from curriculum.sayings import Sayings
from curriculum.settings import Settings, midnight


@dataclass(frozen=True)
class OfficeSource:
    """Everything that office files are made from."""

    catalog: Catalog
    settings: Settings
    pages: Mapping[str, Rendered]
    """The rendered pages by their Markdown file."""
    root: Path
    """The curriculum's root, from which images are read."""
    city: CityFace = NO_CITY
    """The city that prints it, with its name and notes."""
    state: str = ""
    """`state_of(root)` from before anything was read."""

    @property
    def epoch(self) -> int:
        """The time that every file says it was made: the day of the edition, in seconds since 1970."""
        return midnight(self.settings.date or "1980-01-01")

    @property
    def foot(self) -> str:
        """The curriculum and its edition, in one line."""
        edition = self.settings.edition
        said = f" · {self.say('unit.edition', edition=edition)}" if edition else ""
        return f"{self.settings.name}{said}"

    @property
    def say(self) -> Sayings:
        """Says words in the curriculum's language."""
        return self.settings.say


@dataclass(frozen=True)
class Ready:
    """A file about to be made: all that goes into it, so that an equal one need not be made again."""

    job: Job
    source: Plain | Deck
    images: Mapping[str, Path]
    subtitle: str
    address: str
    rights: str

    def ingredients(self) -> Iterator[bytes]:
        """Yield everything that shapes the file."""
        yield version().encode()
        yield repr((self.job, self.source, self.subtitle, self.address, self.rights)).encode()
        for file in sorted(Path(__file__).parent.glob("*.*")):
            yield file.read_bytes()
        for name, file in sorted(self.images.items()):
            yield name.encode()
            yield file.read_bytes()
        if self.job.format == "pdf":
            for font in sorted(FONTS.glob("*.ttf")):
                yield font.read_bytes()


def ready(job: Job, work: OfficeSource) -> Ready | Finding:
    """Return what a file is made from; a Finding where a page or an image is missing."""
    packet = job.packet
    if packet is None:
        return _ready_slides(job, work)
    document = compose(work.catalog, packet, work.pages, work.settings, work.city)
    if isinstance(document, Finding):
        return document
    source = plain(document.html)
    images = _images(job, source.images, work)
    if isinstance(images, Finding):
        return images
    cover = cover_of(work.catalog, packet, work.settings)
    return Ready(job, source, images, cover.audience, cover.address, work.say(cover.license.words))


def _ready_slides(job: Job, work: OfficeSource) -> Ready | Finding:
    rendered = work.pages.get(job.slides)
    if rendered is None:
        message = f"`{job.name}` cannot be made: the slides have no rendered page"
        return Finding(job.slides, 1, "parts-are-rendered", message, "build the pages first")
    module = work.catalog.modules[job.id]
    track = work.catalog.tracks.get(module.track)
    color = color_of(track.value.color if track else "slate").removeprefix("#").upper()
    source = deck_of(
        rendered,
        work.settings.url,
        module.value.title,
        subtitle=work.foot,
        language=work.settings.language,
        color=color,
    )
    images = _images(job, source.images, work)
    if isinstance(images, Finding):
        return images
    return Ready(job, source, images, work.foot, "", "")


def _images(job: Job, named: Mapping[str, str], work: OfficeSource) -> dict[str, Path] | Finding:
    roots, found = Roots(), {}
    for name, path in named.items():
        file = roots.find(work.root, path)
        if file is None:
            folder = roots.place(work.root, path).parent
            near = sorted(other.name for other in folder.glob("*.*"))
            message = f"the image `{path}` cannot be shown: there is no such file"
            return Finding(job.path, 1, "images-exist", message, suggest(Path(path).name, near))
        found[name] = file
    return found


def render(what: Ready, work: OfficeSource) -> Conversion | bytes | list[Finding]:
    """Return how pandoc makes a file; of slides in a PDF their bytes, or what is wrong with them."""
    if isinstance(what.source, Deck):
        return _render_slides(what, what.source, work)
    return _render_packet(what, what.source, work)


def _render_packet(what: Ready, source: Plain, work: OfficeSource) -> Conversion:
    images = {name: file.read_bytes() for name, file in what.images.items()}
    packet = what.job.packet
    if packet and what.job.format == "docx":
        facts = Facts(packet.paper, work.foot, work.say("packet.contents"), epoch=work.epoch)
        return word_file(source, facts, images)
    imprint = Imprint(
        what.address,
        what.subtitle,
        work.settings.name,
        work.settings.date,
        what.rights,
        work.say("packet.contents"),
        work.epoch,
    )
    return book(source, imprint, images)


def _render_slides(
    what: Ready, source: Deck, work: OfficeSource
) -> Conversion | bytes | list[Finding]:
    if what.job.format == "pptx":
        images = {name: file.read_bytes() for name, file in what.images.items()}
        return deck.presentation(source, images, work.epoch)
    shown = deck.show(source, what.images)
    body = work.catalog.bodies[what.job.slides]
    return deck.findings(source, shown.too_long, body) or shown.content
