"""Packets in other languages: every letter is there, in its face, from the side it is read from."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import page
import pikepdf
import pytest
import yaml
from lxml import html
from printing import SETTINGS, render

from curriculum.assemble import assemble
from curriculum.macros import SIGNATURES
from curriculum.packets.document import PrintDocument, compose
from curriculum.packets.pdf import Sheet
from curriculum.packets.pdf import render as render_pdf
from curriculum.packets.plan import plan
from curriculum.sayings import sayings_in, shipped

SAMPLES = Path(__file__).parent / "languages"
LANGUAGES = ("ar", "es", "fr", "pl", "pt", "zh")
LATIN = {
    "Source-Serif-4,",
    "Source-Serif-4-Italic",
    "Source-Serif-4-Semi-Bold",
    "Source-Sans-3,",
    "Source-Sans-3-Semi-Bold",
    "Packet-Form",
}
FACES = {
    "ar": {"Noto-Naskh-Arabic", "Noto-Naskh-Arabic-Bold", "Source-Serif-4,", "Source-Sans-3,"},
    "zh": {"Noto-Serif-CJK-SC", "Noto-Sans-CJK-SC", "Noto-Sans-CJK-SC-Bold"},
}


@dataclass(frozen=True)
class Sample:
    """A packet in one language: what its authors wrote, and the PDF that came of it."""

    language: str
    written: tuple[str, ...]
    """The runs of text of its parts and of its facts."""
    file: Path

    @property
    def text(self) -> str:
        """The words of the PDF as a reader finds them."""
        run = ["pdftotext", self.file, "-"]
        return subprocess.run(run, capture_output=True, check=True, text=True).stdout


def texts(said: dict[str, str]) -> dict[str, str]:
    """Return the files of a curriculum with one module in the words of a sample."""
    folder = "modules/innovation/trial"
    facts = {name: said[name] for name in ("title", "summary", "question")}
    change = {"date": "2026-11-22", "edition": "2026.1", "what": said["change"]}
    module = {
        **facts,
        "status": "pilot",
        "minutes": 90,
        "level": "introductory",
        "audience": {"mayor": {"parts": ["briefing", "worksheet"], "minutes": 90}},
        "objectives": [{"level": "apply", "text": said["objective"], "assessed_by": "worksheet"}],
        "key_points": [said["key_point"]],
        "group": {"min": 4, "max": 20},
        "session": [{"minutes": 90, "mode": "pairs", "do": said["title"]}],
        "contributions": {"authorship": ["team"]},
        "reviewed": "2026-11-22",
        "changes": [change],
    }
    track = {**facts, "title": said["track"], "color": "plum", "position": 1, "modules": ["trial"]}
    term = {"id": "trial", "term": said["term"], "definition": said["definition"]}
    team = {"id": "team", "name": said["team"], "kind": "organization"}
    return {
        f"{folder}/module.yml": json.dumps(module),
        f"{folder}/index.md": said["briefing"],
        f"{folder}/worksheet.md": said["worksheet"],
        "modules/innovation/track.yml": json.dumps(track),
        "content/glossary.yml": json.dumps({"terms": [term]}),
        "content/people.yml": json.dumps({"people": [team]}),
    }


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Sample]:
    """A function that makes the sample packet of a language, once."""
    folder = tmp_path_factory.mktemp("languages")

    @cache
    def in_language(language: str) -> Sample:
        said = yaml.safe_load((SAMPLES / f"{language}.yml").read_text("utf-8"))
        files = {path: text.encode() for path, text in texts(said).items()}
        catalog, findings = assemble(files, SIGNATURES)
        assert findings == []
        pages = {path: render(catalog, path) for path in catalog.bodies}
        settings = replace(SETTINGS, name=said["name"], notice=said["notice"], language=language)
        document = compose(catalog, plan(catalog)[0], pages, settings)
        assert isinstance(document, PrintDocument)
        pdf = render_pdf(
            document.html, Sheet("a4"), {}, dict(document.groups), dict(document.targets)
        )
        file = folder / f"{language}.pdf"
        file.write_bytes(pdf.content)
        facts = [text for name, text in said.items() if name not in {"briefing", "worksheet"}]
        runs = [run for part in pages.values() for run in _runs(part.html)]
        return Sample(language, (*facts, *runs), file)

    return in_language


def _runs(article: str) -> Iterator[str]:
    """Yield the runs of text of a page; links to headings and to footnotes are not its words."""
    root = html.fragment_fromstring(article, create_parent="div")
    for link in root.xpath(".//*[contains('headerlink footnote-backref footnote-ref', @class)]"):
        link.drop_tree()
    for run in root.itertext():
        if run.strip():
            _, _, rest = " ".join(run.split()).partition(": ")
            yield rest if rest and run.getparent().tag == "h1" else run


def squeezed(text: str, *, marks: bool = True) -> str:
    """Return the characters that carry meaning: no spaces, no controls; without vowel marks if asked."""
    whole = unicodedata.normalize("NFC", text)
    dropped = ("Z", "C") if marks else ("Z", "C", "M")
    return "".join(sign for sign in whole if unicodedata.category(sign)[0] not in dropped)


@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"ar"}))
def test_every_letter_is_there(sample: Callable[[str], Sample], language: str) -> None:
    """Each run of text that an author wrote can be found in the PDF, sign by sign."""
    packet = sample(language)
    found = squeezed(packet.text)
    assert [run for run in packet.written if squeezed(run) not in found] == []


def test_every_letter_of_arabic_is_there(sample: Callable[[str], Sample]) -> None:
    """In reading order; poppler moves vowel marks about, so runs with marks are compared by word."""
    packet = sample("ar")
    found = squeezed(packet.text, marks=False)
    assert "لا" in found
    lost = []
    for run in packet.written:
        marked = run != "".join(sign for sign in run if unicodedata.category(sign) != "Mn")
        parts = run.split() if marked else [run]
        lost += [part for part in parts if squeezed(part, marks=False) not in found]
    assert lost == []
    letters = Counter(squeezed(packet.text))
    assert not Counter(squeezed("".join(packet.written))) - letters


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_keeps_every_rule_of_pdf_ua(sample: Callable[[str], Sample], language: str) -> None:
    """No rule of PDF/UA-1 fails; the language is named; the file is no bigger than others."""
    file = sample(language).file
    report = page.validate_pdf(file, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    with pikepdf.open(file) as pdf:
        assert str(pdf.Root.Lang) == language
    assert file.stat().st_size < 600_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_expected_faces_are_embedded(
    sample: Callable[[str], Sample], language: str
) -> None:
    """Every face is embedded, and none is a stand-in that the machine happened to have."""
    run = ["pdffonts", sample(language).file]
    lines = subprocess.run(run, capture_output=True, check=True, text=True).stdout.splitlines()[2:]
    assert {line.split()[0].partition("+")[2] for line in lines} == {
        "Packet-Form",
        *FACES.get(language, LATIN),
    }
    assert {line.split()[-5] for line in lines} == {"yes"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_english_is_left(sample: Callable[[str], Sample], language: str) -> None:
    """The packet says all its own words in the language of its curriculum."""
    packet, say = sample(language), sayings_in(language)
    text = squeezed(packet.text, marks=False)
    assert squeezed(say("packet.contents"), marks=False) in text
    assert squeezed(say("packet.page", page=2, pages=6), marks=False) in text
    english = [
        words
        for id_, words in shipped("en").items()
        if isinstance(words, str) and len(words) > 8 and "{" not in words
        if words not in shipped(language).values()
    ]
    assert [words for words in english if squeezed(words) in text] == []


def test_arabic_is_the_mirror_of_french(sample: Callable[[str], Sample]) -> None:
    """Page numbers of the contents, margins and fields change sides; pages follow from the right."""
    places = {name: _place_of_three(sample(name).file) for name in ("ar", "fr")}
    assert places["fr"] > 500
    assert places["ar"] < 100
    fields = {}
    for name in ("ar", "fr"):
        with pikepdf.open(sample(name).file) as pdf:
            width = float(pdf.pages[0].mediabox[2])
            left, _, right, _ = (float(side) for side in pdf.Root.AcroForm.Fields[0].Rect)
            fields[name] = (left, right) if name == "fr" else (width - right, width - left)
            turned = pdf.Root.get("/ViewerPreferences", {}).get("/Direction") == "/R2L"
            written = pdf.Root.AcroForm.get("/Q", 0)
            assert (turned, written) == ((True, 2) if name == "ar" else (False, 0))
    assert fields["ar"] == pytest.approx(fields["fr"], abs=0.1)


def _place_of_three(file: Path) -> float:
    """Return where the page number 3 begins in the contents, in points from the left."""
    run = ["pdftotext", "-bbox", "-f", "2", "-l", "2", file, "-"]
    text = subprocess.run(run, capture_output=True, check=True, text=True).stdout
    found = re.search(r'xMin="([\d.]+)"[^>]*>3<', text)
    assert found
    return float(found[1])


def test_lines_of_chinese_are_joined(sample: Callable[[str], Sample]) -> None:
    """The end of a line in Markdown is no space between two Chinese signs, as it is in English."""
    text = sample("zh").text.replace("\n", "")
    assert "市场街。议会没有" in text
    assert "居民 8.4 万人" in text
