"""The fixtures of the browser tests; what they are made of is in `served`."""

from __future__ import annotations

from served import chromium, site, visit

__all__ = ["chromium", "site", "visit"]
