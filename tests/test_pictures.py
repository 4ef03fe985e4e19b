"""Real pictures as Pillow writes them, damaged ones, and drawings that are more than drawings."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from curriculum import drawings
from curriculum.images import check_image

GPS_TAG = 0x8825
FORMATS = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}


def _rules(path: str, raw: bytes) -> list[str]:
    return [finding.rule for finding in check_image(path, raw)]


def _messages(text: str) -> list[str]:
    return [finding.message for finding in check_image("a.svg", text.encode())]


def _photo(suffix: str, *, place: bool, **options: object) -> bytes:
    """Return a small photograph with the data that a camera writes."""
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    if place:
        exif[GPS_TAG] = {1: "N", 2: (4.0, 35.0, 0.0)}
    out = io.BytesIO()
    picture = Image.new("RGB", (40, 30), "green")
    picture.save(out, FORMATS[suffix], exif=exif.tobytes(), **options)
    return out.getvalue()


PNG, JPG, WEBP = (_photo(suffix, place=False) for suffix in FORMATS)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_photo_may_not_say_where_it_was_taken(suffix: str) -> None:
    """What a camera writes is fine, but for the place."""
    assert [] == _rules(f"a.{suffix}", _photo(suffix, place=False))
    assert ["photos-hide-their-place"] == _rules(f"a.{suffix}", _photo(suffix, place=True))


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("words", ["exif:GPSLatitude='4'", "dc:creator='A person'"])
def test_a_place_in_xmp_is_found_too(suffix: str, words: str) -> None:
    """The other kind of metadata."""
    packet = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><r {words}/></x:xmpmeta>".encode()
    raw = (
        _with_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet)
        if suffix == "png"
        else _photo(suffix, place=False, xmp=packet)
    )
    expected = ["photos-hide-their-place"] if "GPS" in words else []
    assert expected == _rules(f"a.{suffix}", raw)


def _with_chunk(name: bytes, body: bytes) -> bytes:
    sum_ = struct.pack(">I", zlib.crc32(name + body))
    return PNG[:33] + struct.pack(">I", len(body)) + name + body + sum_ + PNG[33:]


def _riff(body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


@pytest.mark.parametrize("lossless", [True, False])
def test_webp_has_forms_without_metadata(*, lossless: bool) -> None:
    """With and without loss; both say their size in a way of their own."""
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "WEBP", lossless=lossless)
    assert [] == _rules("a.webp", out.getvalue())


@pytest.mark.parametrize(
    ("path", "raw", "expected"),
    [
        ("a.webp", b"RIFF0000WAVE", ["images-are-what-they-say"]),
        ("a.webp", b"RIFF\x0c\0\0\0WEBPVP8L\xff\0\0\0", ["images-are-what-they-say"]),
        ("a.webp", _riff(WEBP[12:] + b"JUNK\x01\0\0\0x\0"), []),
        ("a.webp", WEBP[:-4], ["images-are-what-they-say"]),
        ("a.png", PNG[:8] + PNG[33:], ["images-are-what-they-say"]),
        ("a.png", PNG[:33] + PNG[-12:], ["images-are-what-they-say"]),
        ("a.png", _with_chunk(b"tEXt", b"Raw profile type APP1\0"), ["photos-hide-their-place"]),
        ("a.jpg", JPG[:2] + b"\x00" + JPG[3:], ["images-are-what-they-say"]),
        ("a.jpg", JPG[:2] + b"\xff\xe0\x00\x02\x00", ["images-are-what-they-say"]),
        ("a.jpg", JPG[:2] + b"\xff\xe0\x00\xff\x00", ["images-are-what-they-say"]),
        ("a.jpg", JPG[:2] + b"\xff\xff\x01" + JPG[2:], []),
        ("a.jpg", JPG[:2] + b"\xff\xd9", ["images-are-what-they-say"]),
    ],
)
def test_what_is_damaged_is_told(path: str, raw: bytes, expected: list[str]) -> None:
    """A head that lies, a part that ends too soon, a part that is missing."""
    assert expected == _rules(path, raw)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<svg><style>a{fill:url(#x)}</style><use href='#a'/><!-- a --></svg>", []),
        ("<?x y?><svg/>", ["`<?x>` is no part of a still drawing"]),
        ("<svg/><?x y?>", ["`<?x>` is no part of a still drawing"]),
        ("<svg ONLOAD='x'/>", ["`ONLOAD` runs code"]),
        ("<svg xml:base='https://x/'/>", ["`base` reaches outside of the drawing"]),
        ("<svg><style>@\\69mport 'x'</style></svg>", ["`<style>` reaches outside of the drawing"]),
        ("", ["the image is empty"]),
    ],
)
def test_a_drawing_is_only_a_drawing(text: str, expected: list[str]) -> None:
    """Everything that is not on the list is named."""
    assert expected == _messages(text)


def test_drawings_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of copies would stop a browser; so would a million parts."""
    text = "<svg><g id='a'/><g id='b'><use href='#a'/></g><use href='#b'/></svg>"
    assert ["`<use>` copies `b`, which holds a copy itself"] == _messages(text)
    monkeypatch.setattr(drawings, "MAX_USES", 1)
    assert "more than 1 `<use>`" in _messages(text)
    monkeypatch.setattr(drawings, "MAX_ELEMENTS", 2)
    assert "the drawing has more than 2 parts" in _messages(text)
