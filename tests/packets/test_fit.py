"""What does not fit on a page is said; what can be broken is broken, and nothing is lost."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from curriculum.packets.document import PrintDocument
from curriculum.packets.faults import line_of
from curriculum.packets.make import Workshop, make
from curriculum.packets.pdf import Pdf, RenderError, Sheet, render

Compose = Callable[[str], PrintDocument]
DOT = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/%3E"
LONG = "Anticonstitutionnellement"


def printed(body: str, sheet: Sheet = Sheet("a4")) -> Pdf:  # noqa: B008  (frozen)
    """Return the PDF of one part."""
    html = (
        '<html lang="en" style="--serif: serif; --sans: sans-serif"><title>x</title>'
        f'<body class="a4"><h1>T</h1><section class="part" data-file="m/x.md"><div class="text">{body}'
        '</div></section><p style="break-before: page">The end.</p>'
    )
    return render(html, sheet, {}, {}, {})


def table(columns: int) -> str:
    """Return a table with long words in its head."""
    head = "".join(f'<th scope="col">{LONG}</th>' for _ in range(columns))
    cells = "<td>1</td>" * columns
    return f"<table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"


@pytest.mark.parametrize(
    ("body", "said", "hint"),
    [
        (
            table(14),
            "mm wider than the page (`Anticonstitutionnellement",
            "use fewer columns or shorter words",
        ),
        (
            "<p>" + "w" * 200 + "</p>",
            "a text is",
            "use shorter words, or let spaces or hyphens part the long one",
        ),
        (
            f"<pre><code>{'w' * 200}</code></pre>",
            "a line of code is",
            "break it into shorter lines",
        ),
        (
            f"<p>Say <code>{'w' * 200}</code></p>",
            "a line of code is",
            "break it into shorter lines",
        ),
        (
            f'<p><img alt="A long bridge" style="width: 300mm; max-width: none" src="{DOT}"></p>',
            "wider than the page (`A long bridge`)",
            "make it narrower, or turn it upright",
        ),
        (
            f'<p style="display: inline-block">{"line<br>" * 100}</p>',
            "mm below the page (`line`)",
            "split what stands together: it is taller than a page and cannot be broken",
        ),
        (
            (
                '<div style="position: relative; height: 20mm">'
                '<svg style="position: absolute; width: 90mm; height: 300mm" viewBox="0 0 9 9"></svg></div>'
            ),
            "an image ends",
            "split what stands together: it is taller than a page and cannot be broken",
        ),
    ],
)
def test_what_does_not_fit_is_said_with_its_file(body: str, said: str, hint: str) -> None:
    """A table wider than the page and a block taller than it name their file, their words and a way out."""
    with pytest.raises(RenderError) as caught:
        printed(body)
    assert said in str(caught.value)
    assert (caught.value.path, caught.value.hint) == ("m/x.md", hint)


@pytest.mark.parametrize(
    "body",
    [
        table(3),
        "<table><tbody><tr><td>" + "<p>a line</p>" * 90 + "</td></tr></tbody></table>",
        '<div class="ask">' + "<p>a line</p>" * 90 + "</div>",
        f'<div class="slide slide--long"><div class="slide__face">{"<p>a line</p>" * 90}</div></div>',
    ],
)
def test_what_can_be_broken_is_broken(body: str, tmp_path: Path) -> None:
    """A row, a question and a slide longer than a page go on over the next, with all their lines."""
    file = tmp_path / "x.pdf"
    file.write_bytes(printed(body).content)
    run = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True, text=True)
    assert body.count("a line") == run.stdout.count("a line")


def test_a_misfit_fails_its_packets_only(composed: Compose, workshop: Workshop) -> None:
    """One finding at the line of the table says how many packets have it; the others are made."""
    good = composed("arches.senior-official.a4.pdf")
    marked = '<p class="eyebrow">Worksheet</p>'
    bad = []
    for paper in ("a4", "letter"):
        document = composed(f"piers.senior-official.{paper}.pdf")
        assert marked in document.html
        bad.append(replace(document, html=document.html.replace(marked, marked + table(14))))
    path = "modules/building/piers/worksheet.md"
    with (workshop.root / path).open("a") as file:
        file.write(f"\n{'|'.join([LONG] * 14)}\n{'|'.join(['---'] * 14)}\n")
    lines = (workshop.root / path).read_text("utf-8").split("\n")
    made, (finding,) = make([*bad, good], workshop)
    assert [result.state for result in made] == ["failed", "failed", "made"]
    assert (path, len(lines) - 2) == (finding.path, finding.line)
    said = "`piers.senior-official.a4.pdf` and 1 more were not made: a table is "
    assert finding.message.startswith(said)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("North 12 South", 5),
        ("The bridge on the left bank, as the guide says", 3),
        ("Say it in one line_of_code(", 8),
        ("Left", 3),
        ("It is nowhere to be seen", 1),
        ("", 1),
        ("·", 1),
    ],
)
def test_the_line_of_what_is_printed(words: str, line: int) -> None:
    """Found by its words, whatever marks, links and ends of lines stand between them."""
    text = (
        "# Bridge\n\nThe *bridge* on the left\nbank, as [the guide](x.md) says:\n"
        "| North | 12 |\n|---|---|\n| South | 7 |\n    Say it in one line_of_code()\n"
    )
    assert line == line_of(words, text)


def test_crop_marks_make_the_sheet_larger() -> None:
    """With marks there is a bleed around the page; it still keeps the rules of PDF/UA."""
    plain, marked = printed("<p>x</p>"), printed("<p>x</p>", Sheet("a4", crop_marks=True))
    assert plain.content != marked.content
    assert marked.verdict.broken == ()
    import io  # noqa: PLC0415

    import pikepdf  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(marked.content)) as pdf:
        page = pdf.pages[0]
        assert [round(float(side)) for side in page.TrimBox] == [0, 0, 595, 842]
        assert float(page.MediaBox[2]) - float(page.MediaBox[0]) > 595
