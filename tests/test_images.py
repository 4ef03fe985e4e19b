"""Whether an image is what its name says, whatever its bytes are."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from curricula import base, report
from curriculum.images import check_image
from curriculum.pictures import MAX_BYTES

PLACE = b"MM\x00\x2a" + struct.pack(">IHHHII", 8, 1, 0x8825, 4, 1, 26)
NO_PLACE = b"II\x2a\x00" + struct.pack("<IHHHII", 8, 1, 0x010F, 4, 1, 26)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _png(*more: bytes, width: int = 9, height: int = 9) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    pixels = _chunk(b"IDAT", zlib.compress(bytes((4 * width + 1) * height)))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + pixels + _chunk(b"IEND", b"")


def _segment(mark: int, body: bytes) -> bytes:
    return b"\xff" + bytes([mark]) + struct.pack(">H", len(body) + 2) + body


def _jpg(*more: bytes, side: int = 9) -> bytes:
    frame = _segment(0xC0, struct.pack(">BHHB", 8, side, side, 1))
    return b"\xff\xd8" + b"".join(more) + frame + _segment(0xDA, b"x") + b"\xff\xd9"


def _webp(*more: bytes) -> bytes:
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\x00" * 4 + b"\x08\x00\x00" * 2
    body += b"VP8L" + struct.pack("<IBIx", 5, 0x2F, 8 | 8 << 14) + b"".join(more)
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("path", "raw", "expected"),
    [
        ("a.png", _png(), []),
        ("a.png", _png()[:20], ["images-are-what-they-say"]),
        ("a.png", _png(width=9_000), ["images-are-small"]),
        ("a.png", _png(width=0), ["images-are-what-they-say"]),
        ("a.png", _png(_chunk(b"eXIf", PLACE)), ["photos-hide-their-place"]),
        ("a.png", _png(_chunk(b"tEXt", b"Comment\x00x")), []),
        ("a.png", _png() + b"\x00" * MAX_BYTES, ["images-are-small"]),
        ("a.png", _png() + b"<script>", ["images-are-what-they-say"]),
        (
            "a.png",
            _png(_chunk(b"zTXt", b"x\0\0" + zlib.compress(b"GPS"))),
            ["photos-hide-their-place"],
        ),
        ("a.png", _png(_chunk(b"zTXt", b"x\0\0" + zlib.compress(b"plain"))), []),
        ("a.png", _png(_chunk(b"iTXt", b"x\0\0\0en\0\0plain")), []),
        ("a.png", _png(_chunk(b"iCCP", b"x\0\0" + zlib.compress(b"profile"))), []),
        ("a.png", b"", ["images-are-what-they-say"]),
        ("a.png", b"GIF89a", ["images-are-what-they-say"]),
        ("a.jpg", _png(), ["images-are-what-they-say"]),
        ("a.jpg", _jpg(), []),
        ("a.jpg", _jpg(side=9_000), ["images-are-small"]),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00", ["images-are-what-they-say"]),
        ("a.jpg", _jpg(_segment(0xE1, b"Exif\x00\x00" + PLACE)), ["photos-hide-their-place"]),
        ("a.jpg", _jpg(_segment(0xE1, b"Exif\x00\x00" + NO_PLACE)), []),
        ("a.jpg", _jpg() + b"<script>", ["images-are-what-they-say"]),
        ("a.jpg", _jpg(_segment(0xED, b"8BIM\x1c\x02\x5a\0\6London")), ["photos-hide-their-place"]),
        ("a.jpg", _jpg(_segment(0xE1, b"Exif\x00\x00MM\x00\x2a")), ["photos-hide-their-place"]),
        ("a.webp", _webp(), []),
        (
            "a.webp",
            _webp(b"EXIF", struct.pack("<I", len(PLACE)), PLACE),
            ["photos-hide-their-place"],
        ),
        ("a.svg", b'\xef\xbb\xbf<svg xmlns="http://www.w3.org/2000/svg"/>', []),
        ("a.svg", b"<!DOCTYPE svg><svg/>", ["drawings-are-plain"]),
        ("a.svg", b"<svg", ["images-are-what-they-say"]),
        ("a.svg", b"<html/>", ["images-are-what-they-say"]),
        ("a.svg", b"\xff", ["files-are-utf-8"]),
    ],
)
def test_images_are_checked_by_their_bytes(path: str, raw: bytes, expected: list[str]) -> None:
    """Type, size, pixels, place and drawings, without opening the picture itself."""
    assert expected == [finding.rule for finding in check_image(path, raw)]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        '<image href="https://example.org/a.png"/>',
        '<a href="https://example.org/"><path/></a>',
        '<path onclick="alert(1)"/>',
        '<path style="fill:url(https://example.org/a)"/>',
        '<style>@import "a.css";</style>',
        '<animate attributeName="href"/>',
        "<?run it?>",
    ],
)
def test_a_drawing_runs_and_fetches_nothing(inside: str) -> None:
    """Whatever is no shape and no text is a finding."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    assert {"drawings-are-plain"} == {
        finding.rule for finding in check_image("a.svg", svg.encode())
    }


def test_a_bomb_of_entities_is_a_finding() -> None:
    """Nothing is expanded and nothing is fetched."""
    rows = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE svg [<!ENTITY a0 "x">{rows}]><svg><text>&a11;</text></svg>'
    assert [] != check_image("a.svg", bomb.encode())


@settings(max_examples=100, deadline=None)
@given(some.sampled_from(["png", "jpg", "webp", "svg"]), some.binary(max_size=60))
def test_any_bytes_are_an_image_or_a_finding(suffix: str, raw: bytes) -> None:
    """Broken headers do not make the engine raise."""
    start = {"png": _png()[:40], "jpg": _jpg()[:9], "webp": _webp()[:20], "svg": b"<svg"}[suffix]
    check_image(f"a.{suffix}", start + raw)
    report({**base(), f"content/frameworks/a.{suffix}": raw})
