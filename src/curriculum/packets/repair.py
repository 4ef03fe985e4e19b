"""What a PDF by WeasyPrint still needs: sound form fields, and identifiers that do not change."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from curriculum.sayings import locale_of

_STYLE = re.compile(r"(?:[\d.]+ ){3}rg|/\S+ [\d.]+ Tf")


def repair(raw: bytes, groups: Mapping[str, str], targets: Mapping[str, str]) -> bytes:
    """Return a PDF with its form mended and its links named.

    `groups` gives the question of each group of buttons by its name, `targets` what stands at an id.
    """
    with Pdf.open(io.BytesIO(raw)) as pdf:
        form = pdf.Root.get("/AcroForm")
        if form is not None:
            _mend(pdf, form, groups)
        if locale_of(str(pdf.Root.get("/Lang", "en"))).text_direction == "rtl":
            _turn(pdf)
        _name_links(pdf, targets)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=False,
        )
    return out.getvalue()


def _turn(pdf: Pdf) -> None:
    """Let pages follow each other from right to left, and fields be written from the right."""
    seen = pdf.Root.get("/ViewerPreferences", Dictionary())
    pdf.Root.ViewerPreferences = Dictionary({**dict(seen.items()), "/Direction": Name.R2L})
    if "/AcroForm" in pdf.Root:
        pdf.Root.AcroForm.Q = 2


def _name_links(pdf: Pdf, targets: Mapping[str, str]) -> None:
    """Say in words where a link inside leads: WeasyPrint gives the bare id of its target."""
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            words = targets.get(str(note.get("/Dest", "")))
            if note.get("/Subtype") == Name.Link and words:
                note.Contents = String(words)


def _mend(pdf: Pdf, form: Object, groups: Mapping[str, str]) -> None:
    """Take buttons out of the top of the field tree, name groups, and give every state a drawing.

    A button that is listed beside its own group makes readers see a loop. With NeedAppearances some
    readers blank the boxes that were ticked; without it, each button needs a drawing for `Off` too.
    """
    fields = form.Fields
    form.Fields = Array([field for field in fields if "/Parent" not in field])
    form.NeedAppearances = False
    box = Array([0, 0, 1, 1])
    empty = pdf.make_stream(b"", Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=box))
    for field in form.Fields:
        kids = list(field.get("/Kids", []))
        if kids:
            field.TU = String(groups.get(str(field.T), str(field.get("/TU", field.T))))
            field["/V"] = Name.Off
        for place in kids or [field]:
            left, top, right, bottom = (float(side) for side in place.Rect)
            place.Rect = Array(
                [min(left, right), min(top, bottom), max(left, right), max(top, bottom)]
            )
            if field.get("/FT") == Name.Btn:
                states = place.AP.N
                states["/Off"] = states.get("/Off", empty)
        if "/DA" in field:
            field.DA = String(_plain_style(str(field.DA)))
        for button in kids:
            for name in ("/T", "/FT"):
                if name in button:
                    del button[name]


def _plain_style(style: str) -> str:
    """Return the color and the font of a field's style, which is all that some readers understand."""
    return " ".join(found.group() for found in _STYLE.finditer(style))
