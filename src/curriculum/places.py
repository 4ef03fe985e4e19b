"""Whether what an image says besides its pixels tells where it was taken."""

from __future__ import annotations

import struct
import zlib

_GPS = 0x8825
_HEAD = 16
"""Within so many bytes the TIFF head of an Exif block begins, whatever stands before it."""
_WORDS = (
    *(b"gps", b"photoshop:city", b"photoshop:state", b"photoshop:country"),
    *(b"iptc4xmpcore:location", b"locationcreated", b"locationshown"),
)
_IPTC = tuple(bytes([0x1C, 2, field]) for field in (90, 92, 95, 101))
"""City, part of it, state and country."""
_MOST = 4_000_000


def tells_place(block: bytes) -> bool:
    """Whether a block of metadata has a place in it: GPS in Exif, or any word of it elsewhere."""
    starts = [block.find(sign, 0, _HEAD) for sign in (b"II*\0", b"MM\0*")]
    start = max(starts)
    if start < 0:
        # XMP may be written in two bytes to a letter.
        words = block.replace(b"\0", b"").lower()
        return any(word in words for word in _WORDS) or any(mark in block for mark in _IPTC)
    order = "<" if starts[0] == start else ">"
    block = block[start:]
    try:
        (at,) = struct.unpack_from(f"{order}I", block, 4)
        (count,) = struct.unpack_from(f"{order}H", block, at)
        tags = (struct.unpack_from(f"{order}H", block, at + 2 + 12 * n)[0] for n in range(count))
        found = _GPS in tags
    except struct.error:
        return True  # what cannot be read may say it
    return found


def compressed_text(name: bytes, body: bytes) -> bytes:
    """Return what a text or a profile in a PNG says, unpacked; ValueError where it is endless."""
    head, _, rest = body.partition(b"\0")
    if name == b"tEXt" or (name == b"iTXt" and rest[:1] == b"\0"):
        return body
    packed = rest[1:] if name != b"iTXt" else rest[2:].split(b"\0", 2)[-1]
    reader = zlib.decompressobj()
    text = reader.decompress(packed, _MOST)
    if not reader.eof:
        raise ValueError(name)
    return head + b"\0" + text
