"""What stands inside an office file: its parts by name, read from a ZIP and written with no time in it."""

from __future__ import annotations

import io
import zipfile

Parts = dict[str, bytes]
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_parts(raw: bytes) -> Parts:
    """Return the parts of an office file in their order."""
    with zipfile.ZipFile(io.BytesIO(raw)) as box:
        return {name: box.read(name) for name in box.namelist() if not name.endswith("/")}


def write_parts(parts: Parts) -> bytes:
    """Return an office file; equal parts give equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, raw in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            box.writestr(entry, raw)
    return out.getvalue()
