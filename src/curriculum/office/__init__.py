"""Office: packets and slides in the formats that people edit (Word, PowerPoint) or read (EPUB, HTML)."""

from __future__ import annotations
