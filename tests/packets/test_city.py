"""What a city may write about itself, and what is said when it cannot be printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from printing import SETTINGS, read_small

from curriculum.packets.city import NO_CITY, CityFace, read_city, read_logo
from curriculum.packets.document import PrintDocument, compose
from curriculum.packets.packet import Packet
from curriculum.packets.wish import Problem, Wish, wanted

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
CITY = """name: City of <X>
logo: logo.svg
contact: Room 214
notes:
  piers: |-
    Bring a rope.

    And a friend.
"""


def written(folder: Path, text: str, logo: str = LOGO) -> Path:
    """Return a city's file with its logo beside it."""
    (folder / "logo.svg").write_text(logo, "utf-8")
    file = folder / "city.yml"
    file.write_text(text, "utf-8")
    return file


def test_a_city_is_read_with_its_logo(tmp_path: Path) -> None:
    """Name, contact, notes and the logo as an address that needs no file."""
    city, findings = read_city(written(tmp_path, CITY), ["piers"])
    assert findings == []
    assert (city.name, city.contact) == ("City of <X>", "Room 214")
    assert city.logo.startswith("data:image/svg+xml;base64,")
    assert city.notes["piers"] == "Bring a rope.\n\nAnd a friend."
    plain, _ = read_city(written(tmp_path, "name: X\n"), [])
    assert plain == CityFace("X")


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ("nam: X\n", 1, "the key `nam` is not known here", "did you mean `name`?"),
        (
            f"contact: Y\nname: {'X' * 81}\n",
            2,
            "`name`: it should have at most 80 characters",
            "",
        ),
        ("name: X\nlogo: [1]\n", 2, "`logo`: it should be text", ""),
        ("name: X\nlogo: lego.svg\n", 2, "the logo `lego.svg` is not there", "`logo.svg`?"),
        ("name: X\n\nlogo: logo.gif\n", 3, "`logo.gif` is no SVG, PNG, JPEG or WebP image", ""),
        (
            "name: X\nnotes:\n  peers: Y\n",
            3,
            "the module `peers`, which does not exist",
            "`piers`?",
        ),
        ("name: [\n", 1, "this is not YAML", ""),
        ("name: \u202eX\n", 1, "the invisible character", ""),
    ],
)
def test_mistakes_are_said_with_file_and_line(
    tmp_path: Path, text: str, line: int, said: str, hint: str
) -> None:
    """Each mistake is a finding at its line."""
    file = written(tmp_path, text)
    _, findings = read_city(file, ["piers", "arches"])
    found = next(finding for finding in findings if said in finding.message)
    assert (found.path, found.line) == (str(file), line)
    assert hint in found.hint


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """A missing file is a finding, not a traceback."""
    city, findings = read_city(tmp_path / "none.yml", [])
    assert city == NO_CITY
    assert "cannot be read: No such file" in findings[0].message


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("big.png", b"x" * 600_000, "has 600 KB; at most 500 KB are printed"),
        ("no.png", b"hello", "cannot be printed: the file is called `.png`"),
        ("no.svg", b"<html/>", "cannot be printed: the file is called `.svg`"),
        ("photo.jpeg", b"hello", "cannot be printed: the file is called `.jpg`"),
    ],
)
def test_a_bad_logo_is_a_clear_error(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """Too large, or no image at all: the message says which."""
    (tmp_path / name).write_bytes(content)
    logo, findings = read_logo(tmp_path / name, name)
    assert logo == ""
    assert said in findings[0].message
    assert (findings[0].path, findings[0].rule) == (name, "logos-can-be-printed")


def test_a_folder_is_no_logo(tmp_path: Path) -> None:
    """What the system says about a logo is passed on."""
    (tmp_path / "logo.png").mkdir()
    _, findings = read_logo(tmp_path / "logo.png", "logo.png")
    assert "Is a directory" in findings[0].message


def chosen(city: CityFace, *parts: str, audience: str | None = None) -> html.HtmlElement:
    """Return the document of a selection for a city."""
    catalog, pages = read_small()
    found = wanted(catalog, Wish(parts=parts, paper="a4", audience=audience))  # type: ignore[arg-type]
    assert not isinstance(found, Problem)
    packet: Packet = found[0]
    document = compose(catalog, packet, pages, SETTINGS, city)
    assert isinstance(document, PrintDocument)
    return html.document_fromstring(document.html)


def test_the_city_is_on_the_cover_and_in_its_module() -> None:
    """Name, logo and contact stand on the cover; a note stands once, in the module it is about."""
    city = CityFace(
        "City of <X>", "data:image/png;base64,AA==", "Room 214", {"piers": "Rope.\n\nPen."}
    )
    page = chosen(city, "piers/briefing", "arches/briefing", "piers/worksheet")
    cover = page.find_class("cover__city")[0]
    assert " ".join(cover.text_content().split()) == "City of <X>Room 214"
    assert cover.find_class("cover__logo")[0].get("alt") == "Logo of City of <X>"
    notes = page.find_class("city-note")
    assert [[p.text for p in note] for note in notes] == [["From City of <X>", "Rope.", "Pen."]]
    titles = [heading.text for heading in page.iter("h2")]
    assert titles[:3] == ["Piers", "Arches", "Piers, continued"]


def test_a_selection_of_one_case_is_about_that_case() -> None:
    """Title and kind are those of the case; without a city the cover names none."""
    page = chosen(NO_CITY, "harbor/case")
    assert [heading.text for heading in page.iter("h1")] == ["Harbor and its bridge"]
    assert page.find_class("cover__city") == []
    mixed = chosen(CityFace(notes={"piers": "Rope."}), "harbor/case", "piers/worksheet")
    assert mixed.find_class("opener__question")[0].text == "A city must choose."
    assert mixed.find_class("city-note")[0][0].text == "From our city"
    assert "SECRET" not in mixed.text_content()


def test_a_sheet_or_two_need_no_cover() -> None:
    """What is handed out begins at once, says where it is from, and keeps a city's cover if asked."""
    page = chosen(NO_CITY, "piers/worksheet")
    assert [heading.text for heading in page.iter("h1")] == ["Piers"]
    for name in ("cover", "contents", "glance", "back"):
        assert page.find_class(name) == []
    (imprint,) = page.find_class("imprint")
    assert "CC BY" in imprint.find(".//a[@title='CC BY 4.0']").get("title")
    assert imprint.find_class("qr")
    for city, parts in (
        (CityFace("City of X"), ["piers/worksheet"]),
        (NO_CITY, ["piers/worksheet", "arches/worksheet"]),
        (NO_CITY, ["piers/briefing", "piers/case", "piers/worksheet"]),
    ):
        assert chosen(city, *parts).find_class("cover")


def test_facilitators_matter_comes_only_with_their_role() -> None:
    """The epilogue in a selection for facilitators, with notes inside parts."""
    text = chosen(
        NO_CITY, "harbor/epilogue", "piers/briefing", audience="facilitator"
    ).text_content()
    assert "SECRET-END" in text
    assert "SECRET-NOTE" in text
