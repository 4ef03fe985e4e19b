"""How files become one ZIP: equal files give equal bytes, on any day and any machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def archive(files: Mapping[str, bytes], folder: str, *, packed: bool = True) -> bytes:
    """Return a ZIP of files in one folder, in the order of their names.

    `packed` is False for files that are packed already, such as PDFs and Word files: to press
    them again takes long and gains little.
    """
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=9) as bundle:
        for path, raw in sorted(files.items()):
            about = zipfile.ZipInfo(f"{folder}/{path}", _FIRST_DAY)
            about.compress_type = method
            about.create_system, about.external_attr = 3, 0o100644 << 16
            bundle.writestr(about, raw)
    return out.getvalue()
