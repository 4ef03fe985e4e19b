"""What the PDF of a packet is: tagged, complete, fillable, the same every time."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import page
import pikepdf
import pytest
from PIL import Image
from printing import read_small

from curriculum.packets.document import PrintDocument
from curriculum.packets.pdf import Fetcher, Pdf, RenderError, Roots, Sheet, render, sheet_of

Compose = Callable[[str], PrintDocument]
MAYOR = "piers.mayor.team-member.a4.pdf"
SAMPLES = (
    MAYOR,
    "piers.facilitator.letter.pdf",
    "piers.mayor.team-member.letter.large.pdf",
    "first.mayor.a4.pdf",
    "case-harbor.facilitator.a4.pdf",
    "modules-of-building.facilitator.a4.pdf",
    "agenda-day.mayor.letter.pdf",
)
PIER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="90" height="90">'
    '<path d="M0 0h9v9z"/></svg>'
)


@pytest.fixture(scope="session")
def made(composed: Compose, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A function that makes the PDF of a name, once."""
    folder = tmp_path_factory.mktemp("pdf")
    pier = folder / "pier.svg"
    pier.write_text(PIER, "utf-8")

    @cache
    def by_name(name: str) -> Path:
        document = composed(name)
        images = {path: pier for path, _ in document.images}
        pdf = render(
            document.html,
            sheet_of(document.packet),
            images,
            dict(document.groups),
            dict(document.targets),
        )
        file = folder / name
        file.write_bytes(pdf.content)
        return file

    return by_name


def text_of(file: Path) -> str:
    """Return the words of a PDF as a reader finds them."""
    run = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True, text=True)
    return " ".join(run.stdout.split())


@pytest.mark.parametrize("name", SAMPLES)
def test_a_packet_keeps_every_rule_of_pdf_ua(made: Callable[[str], Path], name: str) -> None:
    """No rule of PDF/UA-1 fails, and the file is sound."""
    report = page.validate_pdf(made(name), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.rules.total > 100
    subprocess.run(["qpdf", "--check", made(name)], check=True, capture_output=True)


@pytest.mark.parametrize("name", SAMPLES)
def test_participants_cannot_find_facilitators_words(
    made: Callable[[str], Path], name: str
) -> None:
    """Searched as text, a participant's PDF holds nothing that is for facilitators."""
    assert ("SECRET" in text_of(made(name))) == ("facilitator" in name)


def test_the_text_is_complete(made: Callable[[str], Path]) -> None:
    """Everything that a participant reads can be found, with every letter as it was written."""
    text = text_of(made(MAYOR))
    for words in (
        "You will be able to",
        "Draw a bridge",
        "Footnote about the moon.",
        "Zażółć gęślą jaźń",
        "harbor.example.org/tides",
        "Unfolded words.",
        "Exhibit 1. Ships",
        "What is its name?",
        "Page 2 of",
        "A bridge has two ends.",
        "How to cite",
        "First published",
    ):
        assert words in text
    assert "UNSEEN" not in text


def test_it_has_a_language_a_title_and_bookmarks(made: Callable[[str], Path]) -> None:
    """A screen reader knows the language, a window its title, a reader the way."""
    with pikepdf.open(made(MAYOR)) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo.Title) == "Piers: Participant’s packet"
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles[0] == "At a glance"
    assert titles[-1] == "About this packet"


def test_links_inside_say_where_they_lead(made: Callable[[str], Path]) -> None:
    """A screen reader hears words, never the id of a target."""
    with pikepdf.open(made(MAYOR)) as pdf:
        notes = [note for sheet in pdf.pages for note in sheet.get("/Annots", [])]
        said = {str(note.Contents) for note in notes if "/Dest" in note}
    assert {"At a glance", "Source 1", "pier", "(Stone 1999)", "the old worksheet"} <= said
    assert not {words for words in said if words.startswith(("p1", "note-", "term-"))}


def test_paper_and_print_size_are_as_asked(made: Callable[[str], Path]) -> None:
    """A4 and Letter differ in size; large print is set in 18 points."""
    sizes = {}
    for name in (MAYOR, "piers.mayor.team-member.letter.large.pdf"):
        with pikepdf.open(made(name)) as pdf:
            sizes[name] = [round(float(side)) for side in pdf.pages[0].mediabox[2:]]
    assert list(sizes.values()) == [[595, 842], [612, 792]]


def test_fields_are_named_labelled_and_in_order(made: Callable[[str], Path]) -> None:
    """The form's fields come in the order of the page, each with its question; groups have kids."""
    with pikepdf.open(made(MAYOR)) as pdf:
        form = pdf.Root.AcroForm
        fields = [(str(f.T), str(f.TU), str(f.get("/FT"))) for f in form.Fields]
        parents = [field for field in form.Fields if "/Parent" in field]
        kinds = [len(f.get("/Kids", [])) for f in form.Fields if str(f.get("/FT")) == "/Btn"]
        assert not form.NeedAppearances
    assert parents == []
    assert fields[:5] == [
        ("piers-briefing-your-city-1", "Name a bridge.", "/Tx"),
        ("piers-worksheet-name", "What is its name?", "/Tx"),
        ("piers-worksheet-kind", "Of what is it made?", "/Btn"),
        ("piers-worksheet-old", "It is old.", "/Btn"),
        ("piers-worksheet-open", "It is open.", "/Btn"),
    ]
    assert kinds == [2, 4, 0]
    assert len({name for name, *_ in fields}) == len(fields)


def test_filled_fields_show(made: Callable[[str], Path], tmp_path: Path) -> None:
    """Text and ticks that somebody fills in are seen on the page."""
    file = tmp_path / "filled.pdf"
    with pikepdf.open(made(MAYOR)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if str(field.T) == "piers-worksheet-name":
                field.V = pikepdf.String("Great Zażółć Bridge")
                where = next(n for n, p in enumerate(pdf.pages, 1) if _holds(p, field))
            if str(field.T) == "piers-worksheet-open":
                field.V = field.AS = pikepdf.Name("/on")
        pdf.save(file)
    assert _ink(file, where) > _ink(made(MAYOR), where) + 100


def _holds(sheet: pikepdf.Page, field: pikepdf.Object) -> bool:
    return any(note.objgen == field.objgen for note in sheet.get("/Annots", []))


def _ink(file: Path, number: int) -> int:
    """Return how many pixels of a page are dark."""
    run = ["pdftoppm", "-r", "72", "-gray", "-f", str(number), "-l", str(number), file]
    image = Image.open(io.BytesIO(subprocess.run(run, capture_output=True, check=True).stdout))
    return sum(image.histogram()[:160])


def test_the_same_packet_has_the_same_bytes(composed: Compose, made: Callable[[str], Path]) -> None:
    """Made again, after other packets in the same process, not one byte is different."""
    first = made(MAYOR).read_bytes()
    made("case-harbor.facilitator.a4.pdf")
    document = composed(MAYOR)
    images = {path: made(MAYOR).parent / "pier.svg" for path, _ in document.images}
    again = render(
        document.html, Sheet("a4"), images, dict(document.groups), dict(document.targets)
    )
    assert isinstance(again, Pdf)
    assert again.content == first


def test_a_packet_is_small(made: Callable[[str], Path]) -> None:
    """A module's packet stays below 600 KB."""
    assert made("piers.facilitator.letter.pdf").stat().st_size < 600_000


def test_only_given_images_are_read() -> None:
    """A packet cannot fetch anything that was not found for it."""
    fetcher = Fetcher({})
    for address in ("https://example.org/x.png", "file:///etc/passwd", "site:other.png"):
        with pytest.raises(KeyError):
            fetcher.fetch(address)
    with pytest.raises(RenderError, match="Failed to load image"):
        render(
            '<html lang="en"><title>x</title><img src="file:///etc/passwd" alt="x">',
            Sheet("a4"),
            {},
            {},
            {},
        )


def test_images_are_found_only_inside_their_folders(tmp_path: Path) -> None:
    """A path that climbs out, a symbolic link to the outside and a strange kind of file are nothing."""
    content = tmp_path / "content"
    (content / "frameworks").mkdir(parents=True)
    (content / "frameworks" / "a.svg").write_text(PIER)
    (tmp_path / "outside.svg").write_text(PIER)
    (content / "link.svg").symlink_to(tmp_path / "outside.svg")
    (content / "notes.txt").write_text("x")
    roots = Roots()
    assert roots.find(tmp_path, "frameworks/a.svg") == content / "frameworks" / "a.svg"
    for path in ("../outside.svg", "link.svg", "notes.txt", "frameworks/b.svg", "modules/../a.svg"):
        assert roots.find(tmp_path, path) is None


def test_read_small_is_complete() -> None:
    """The sample itself has every part that it declares."""
    catalog, pages = read_small()
    for module in catalog.modules.values():
        assert {path for _, path in catalog.parts_of(module)} <= set(pages)
