"""Whether an image file is what its name says, small enough, and says nothing of where it was taken."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from curriculum.places import compressed_text, tells_place
from curriculum.words import size_words

MAX_BYTES = 2_000_000
MAX_SIDE = 8_000
MAX_PIXELS = 24_000_000


class Flaw(NamedTuple):
    """What is wrong with an image: the rule it breaks, the message and a hint."""

    rule: str
    message: str
    hint: str


class _Picture(NamedTuple):
    """What the head of an image says."""

    width: int
    height: int
    metadata: tuple[bytes, ...]
    """What it says besides: Exif, XMP, IPTC and texts."""
    end: int
    """Where it ends; nothing but zeros may follow."""
    moves: bool = False


_SIGNS = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "webp": b"RIFF"}
_RAW_PROFILE = b"Raw profile type"
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = {0x01, *range(0xD0, 0xD9)}
_MARK_IN_SCAN = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Of each color type of PNG."""
_PIECE = 1 << 20


def flaws(suffix: str, raw: bytes) -> Iterator[Flaw]:
    """Yield what is wrong with a `png`, `jpg` or `webp`."""
    kind = _kind(raw)
    if not raw:
        yield Flaw("images-are-what-they-say", "the image is empty", "put the image in its place")
    elif kind != suffix:
        what = f"a `.{kind}`" if kind else "no image that a browser shows"
        message = f"the file is called `.{suffix}`, but it is {what}"
        yield Flaw("images-are-what-they-say", message, "save it again in the format of its name")
    else:
        yield from _flaws(suffix, raw)


def _flaws(suffix: str, raw: bytes) -> Iterator[Flaw]:
    if len(raw) > MAX_BYTES:
        message = f"the image has {size_words(len(raw))}; at most {size_words(MAX_BYTES)}"
        hint = "make it smaller; readers may pay for every megabyte"
        yield Flaw("images-are-small", message, hint)
    try:
        picture = _READERS[suffix](raw)
    except (ValueError, IndexError, struct.error, zlib.error):
        message = "the image is cut off or damaged"
        yield Flaw("images-are-what-they-say", message, "save it again")
        return
    width, height = picture.width, picture.height
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        message = f"the image is {width:,} × {height:,} pixels"
        hint = f"at most {MAX_SIDE:,} on a side and {MAX_PIXELS // 1_000_000} million in all"
        yield Flaw("images-are-small", message, hint)
    elif not width or not height:
        yield Flaw("images-are-what-they-say", "the image has no pixels", "save it again")
    if picture.moves:
        message = "the image moves"
        yield Flaw("images-are-what-they-say", message, "save one still picture of it")
    if raw[picture.end :].strip(b"\0"):
        message = "something else stands behind the image in its file"
        yield Flaw("images-are-what-they-say", message, "save it again")
    if any(tells_place(block) for block in picture.metadata):
        message = "the image says where it was taken"
        hint = "save it without location and other metadata"
        yield Flaw("photos-hide-their-place", message, hint)


def _kind(raw: bytes) -> str:
    for kind, sign in _SIGNS.items():
        if raw.startswith(sign) and (kind != "webp" or raw[8:12] == b"WEBP"):
            return kind
    return "gif" if raw.startswith(b"GIF8") else ""


def _png(raw: bytes) -> _Picture:
    head, at = b"", 8
    metadata: list[bytes] = []
    pixels: list[bytes] = []
    seen: set[bytes] = set()
    while b"IEND" not in seen:
        length, name = struct.unpack_from(">I4s", raw, at)
        body = raw[at + 8 : at + 8 + length]
        (sum_,) = struct.unpack_from(">I", raw, at + 8 + length)
        if zlib.crc32(name + body) != sum_ or (name == b"IHDR") == bool(seen):
            raise ValueError(name)
        if name == b"IHDR":
            head = body
        elif name == b"IDAT":
            pixels.append(body)
        elif name == b"iCCP":
            compressed_text(name, body)
        elif name == b"eXIf":
            metadata.append(body)
        elif name in {b"iTXt", b"tEXt", b"zTXt"}:
            # ImageMagick keeps Exif as text in hexadecimal; it is never needed for the picture.
            is_profile = body.startswith(_RAW_PROFILE)
            metadata.append(b"GPS" if is_profile else compressed_text(name, body))
        seen.add(name)
        at += length + 12
    width, height, depth, color, *_, interlaced = struct.unpack(">IIBBBBB", head)
    if width * height <= MAX_PIXELS and max(width, height) <= MAX_SIDE:
        bits = width * depth * _CHANNELS.get(color, 0)
        _unpack(b"".join(pixels), height * ((bits + 7) // 8 + (not interlaced)))
    return _Picture(width, height, tuple(metadata), at, b"acTL" in seen)


def _unpack(packed: bytes, size: int) -> None:
    """Raise where the pixels of a PNG are not there, or are many more than its head says."""
    reader, count = zlib.decompressobj(), 0
    while not reader.eof:
        piece = reader.decompress(packed, _PIECE)
        packed = reader.unconsumed_tail
        count += len(piece)
        if count > 2 * size + _PIECE or not (piece or packed or reader.eof):
            raise ValueError(count)
    if count < size:
        raise ValueError(count)


def _jpg(raw: bytes) -> _Picture:
    width, height, metadata, at = 0, 0, [], 2
    while True:
        if raw[at] != 0xFF:  # noqa: PLR2004  (every segment begins with it)
            raise ValueError(at)
        mark = raw[at + 1]
        if mark == 0xFF or mark in _BARE:  # noqa: PLR2004  (a byte to fill up)
            at += 1 if mark == 0xFF else 2  # noqa: PLR2004
            continue
        if mark == 0xD9:  # noqa: PLR2004  (the end)
            break
        (length,) = struct.unpack_from(">H", raw, at + 2)
        body = raw[at + 4 : at + 2 + length]
        if len(body) != length - 2:
            raise ValueError(mark)
        if mark in _FRAMES:
            high, wide = struct.unpack_from(">HH", body, 1)
            width, height = max(width, wide), max(height, high)
        elif 0xE1 <= mark <= 0xEF:  # noqa: PLR2004  (programs' own segments: Exif, XMP, IPTC)
            metadata.append(body)
        at += 2 + length
        if mark == 0xDA:  # noqa: PLR2004  (pixels follow, up to the next mark)
            found = _MARK_IN_SCAN.search(raw, at)
            if not found:
                raise ValueError(mark)
            at = found.start()
    return _Picture(width, height, tuple(metadata), at + 2)


def _webp(raw: bytes) -> _Picture:
    (size,) = struct.unpack_from("<I", raw, 4)
    if size + 8 > len(raw):
        raise ValueError(size)
    width, height, metadata, at = 0, 0, [], 12
    seen: set[bytes] = set()
    while at + 8 <= size + 8:
        name, length = struct.unpack_from("<4sI", raw, at)
        body = raw[at + 8 : at + 8 + length]
        if len(body) != length:
            raise ValueError(name)
        if name in {b"VP8X", b"VP8L", b"VP8 "}:
            wide, high = _webp_size(name, body)
            width, height = max(width, wide), max(height, high)
        elif name in {b"EXIF", b"XMP "}:
            metadata.append(body)
        seen.add(name)
        at += 8 + length + length % 2
    moves = b"ANIM" in seen
    if not moves and not {b"VP8 ", b"VP8L"} & seen:
        raise ValueError(seen)
    return _Picture(width, height, tuple(metadata), size + 8, moves)


def _webp_size(name: bytes, body: bytes) -> tuple[int, int]:
    if name == b"VP8X":
        wide, high = body[4:7], body[7:10]
        return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    if name == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    wide, high = struct.unpack_from("<HH", body, 6)
    return wide & 0x3FFF, high & 0x3FFF


_READERS: dict[str, Callable[[bytes], _Picture]] = {"png": _png, "jpg": _jpg, "webp": _webp}
