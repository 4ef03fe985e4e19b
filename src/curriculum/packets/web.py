"""How a packet becomes one HTML file that needs no other: to read, to fill in, to change, to print."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import Path

from curriculum.packets.links import image_address
from curriculum.packets.pdf import FOLDER, TYPES, Sheet, stylesheet

_FACE = re.compile(r"@font-face \{.*?\}\n", re.DOTALL)
_VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def web_page(html: str, sheet: Sheet, images: Mapping[str, Path]) -> bytes:
    """Return a packet's HTML with its style and its images inside; letters are the reader's own."""
    style = _FACE.sub("", stylesheet(sheet)) + (FOLDER / "web.css").read_text("utf-8")
    whole = html.replace("</head>", f"{_VIEWPORT}\n<style>\n{style}</style>\n</head>", 1)
    for path, file in images.items():
        whole = whole.replace(f'"{image_address(path)}"', f'"{_inline(file)}"')
    return whole.encode()


def _inline(file: Path) -> str:
    kind, content = TYPES[file.suffix], base64.b64encode(file.read_bytes()).decode()
    return f"data:{kind};base64,{content}"
