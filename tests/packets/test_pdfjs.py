"""What somebody wrote into a worksheet is seen in poppler and in pdf.js, as it was written."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Route, sync_playwright

from curriculum.packets.document import PrintDocument
from curriculum.packets.pdf import Sheet, render

Compose = Callable[[str], PrintDocument]
HERE = Path(__file__).parent
PDFJS = HERE.parents[1] / "node_modules/pdfjs-dist"
SHOWN = "http://pdf.test/"
NAME = "Żaneta Źdźbło-Łęcka"
BRIDGE = "Most Gęśla, ćwierć mili; d’Été"
WRITTEN = {
    "piers-worksheet-name": f"{BRIDGE}\n{NAME}",
    "piers-worksheet-card-owner": NAME,
    "piers-briefing-your-city-1": "Łódź 2026",
}


@dataclass(frozen=True)
class Forms:
    """A packet as it was made, and filled in."""

    empty: Path
    filled: Path


@pytest.fixture(scope="module")
def forms(composed: Compose, tmp_path_factory: pytest.TempPathFactory) -> Forms:
    """A participant's packet, its fields filled in by pikepdf alone."""
    folder = tmp_path_factory.mktemp("forms")
    empty = _made(composed, "piers.senior-official.a4.pdf", folder)
    filled = folder / "filled.pdf"
    with pikepdf.open(empty) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            name = str(field.T)
            if name in WRITTEN:
                field.V = pikepdf.String(WRITTEN[name])
            elif name == "piers-worksheet-open":
                field.V = field.AS = pikepdf.Name("/on")
            elif name == "piers-worksheet-kind":
                field.V = field.Kids[1].AS = pikepdf.Name("/1")
        pdf.save(filled)
    return Forms(empty, filled)


def _made(composed: Compose, name: str, folder: Path) -> Path:
    document = composed(name)
    pier = folder / "pier.svg"
    pier.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"/>'
    )
    images = {path: pier for path, _ in document.images}
    file = folder / name
    file.write_bytes(
        render(
            document.html, Sheet("a4"), images, dict(document.groups), dict(document.targets)
        ).content
    )
    return file


def _places(file: Path) -> dict[str, tuple[int, tuple[float, ...]]]:
    """Return the page and the rectangle of each field; buttons of a group as `name/0`, `name/1`."""
    found = {}
    with pikepdf.open(file) as pdf:
        for number, sheet in enumerate(pdf.pages, 1):
            for note in sheet.get("/Annots", []):
                if note.get("/Subtype") != "/Widget":
                    continue
                group = note.get("/Parent")
                name = str(note.T) if group is None else str(group.T)
                if group is not None:
                    name += f"/{[kid.objgen for kid in group.Kids].index(note.objgen)}"
                found[name] = (number, tuple(float(side) for side in note.Rect))
    return found


FILLED = {*WRITTEN, "piers-worksheet-open", "piers-worksheet-kind/1"}


def test_poppler_shows_what_was_filled_in(forms: Forms) -> None:
    """Exactly the fields that were filled in have changed on the page, each inside its rectangle."""
    changed = set()
    for name, (number, rectangle) in _places(forms.empty).items():
        before, after = (_page(file, number) for file in (forms.empty, forms.filled))
        left, bottom, right, top = rectangle
        box = (round(left), round(before.height - top), round(right), round(before.height - bottom))
        if ImageChops.difference(before.crop(box), after.crop(box)).getbbox():
            changed.add(name)
    assert changed == FILLED


def _page(file: Path, number: int) -> Image.Image:
    """Return a page as poppler draws it, one pixel for each point."""
    run = ["pdftoppm", "-r", "72", "-gray", "-f", str(number), "-l", str(number), file]
    return Image.open(io.BytesIO(subprocess.run(run, capture_output=True, check=True).stdout))


def test_poppler_reads_what_was_filled_in(forms: Forms, tmp_path: Path) -> None:
    """Flattened by poppler, the words are there with every Polish letter."""
    flat = tmp_path / "flat.pdf"
    subprocess.run(["pdftocairo", "-pdf", forms.filled, flat], check=True, capture_output=True)
    run = subprocess.run(["pdftotext", flat, "-"], capture_output=True, check=True, text=True)
    text = " ".join(run.stdout.split())
    assert [
        line for words in WRITTEN.values() for line in words.split("\n") if line not in text
    ] == []


@pytest.fixture(scope="module")
def shown(forms: Forms) -> Iterator[dict[str, tuple[dict[str, Any], Image.Image]]]:
    """The empty and the filled packet in pdf.js, in Debian's Chromium: what it says, and how it looks."""
    served = {"empty.pdf": forms.empty, "filled.pdf": forms.filled, "show.mjs": HERE / "pdfjs.mjs"}
    troubles: list[str] = []

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(SHOWN)
        if not path:
            style = '<link rel="stylesheet" href="/web/pdf_viewer.css">'
            route.fulfill(content_type="text/html", body=f"<!doctype html>{style}<body>")
        else:
            route.fulfill(path=served.get(path, PDFJS / path))

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        results = {}
        for name in ("empty", "filled"):
            page = browser.new_page(viewport={"width": 700, "height": 900})
            page.route("**/*", serve)
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.goto(SHOWN)
            told = page.evaluate(f"import('/show.mjs').then(m => m.show('/{name}.pdf'))")
            picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("L")
            results[name] = (told, picture)
        assert troubles == []
        yield results
        browser.close()


def test_pdfjs_reads_what_was_filled_in(
    shown: dict[str, tuple[dict[str, Any], Image.Image]],
) -> None:
    """pdf.js knows every value, and the inputs that it lays over the page hold them."""
    told, _ = shown["filled"]
    assert {name: told["fields"][name] for name in WRITTEN} == WRITTEN
    assert told["fields"]["piers-worksheet-open"] == "on"
    assert told["fields"]["piers-worksheet-kind"] == "1"
    held = {
        entry["name"]: entry["value"] for entry in told["inputs"] if entry["type"] == "textarea"
    }
    assert {name: held[name] for name in WRITTEN} == WRITTEN
    marked = [entry["name"] for entry in told["inputs"] if entry["checked"]]
    assert sorted(marked) == ["piers-worksheet-kind", "piers-worksheet-open"]
    assert "What is its name?" in told["text"]


def test_pdfjs_shows_what_was_filled_in(
    shown: dict[str, tuple[dict[str, Any], Image.Image]],
) -> None:
    """Exactly the inputs that were filled in look different from the empty packet's."""
    (before, empty), (_, filled) = shown["empty"], shown["filled"]
    changed = []
    for entry in before["inputs"]:
        place = entry["place"]
        left, top = round(place["x"]), round(place["y"])
        box = (left, top, left + round(place["width"]), top + round(place["height"]))
        if ImageChops.difference(empty.crop(box), filled.crop(box)).getbbox():
            changed.append(entry["name"])
    assert sorted(changed) == sorted(name.partition("/")[0] for name in FILLED)


def test_every_choice_has_a_value(forms: Forms) -> None:
    """The first known defect: a choice without a value cannot be told from no choice."""
    with pikepdf.open(forms.empty) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        choices = [str(choice) for field in fields for choice in field.get("/Opt", [])]
        assert "/Ch" not in {str(field.FT) for field in fields}
    assert choices == ["Stone", "Wood", "1", "2", "3", "4"]


def test_buttons_are_only_in_their_group(forms: Forms) -> None:
    """The second: a button beside its own group in the list of fields is a loop for qpdf."""
    with pikepdf.open(forms.empty) as pdf:
        assert [field for field in pdf.Root.AcroForm.Fields if "/Parent" in field] == []
    run = subprocess.run(
        ["qpdf", "--check", forms.empty], capture_output=True, check=True, text=True
    )
    assert "WARNING" not in run.stdout + run.stderr


def test_readers_need_not_draw_the_boxes(forms: Forms) -> None:
    """The third: a reader told to draw all appearances itself blanks the boxes that were ticked."""
    with pikepdf.open(forms.filled) as pdf:
        form = pdf.Root.AcroForm
        buttons = [part for f in form.Fields if f.FT == "/Btn" for part in f.get("/Kids", [f])]
        assert form.NeedAppearances is False
        assert all({"/Off"} < set(button.AP.N.keys()) for button in buttons)


def test_names_in_a_book_are_unique(composed: Compose, tmp_path: Path) -> None:
    """The fourth: fields of one name in two modules would share what is written into them."""
    with pikepdf.open(_made(composed, "first.mayor.a4.pdf", tmp_path)) as pdf:
        names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
    assert len(names) == len(set(names))
    assert {"piers-worksheet-name", "arches-worksheet-name"} <= set(names)
