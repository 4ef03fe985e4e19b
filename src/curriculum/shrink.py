"""How the files of a finished site lose what only their authors need: comments, blanks, a stray attribute."""

from __future__ import annotations

from pathlib import Path

import rcssmin
import rjsmin

_TOGGLE = ' autocomplete="off">'
"""Ends the two hidden switches in Material's base template, where HTML does not allow it."""
_SWITCH = '<input class="md-toggle"'


def script(text: str) -> str:
    """Return a script without comments and blanks."""
    return str(rjsmin.jsmin(text)) + "\n"


def style(text: str) -> str:
    """Return a style sheet without comments and blanks."""
    return str(rcssmin.cssmin(text)) + "\n"


def page(text: str) -> str:
    """Return a page whose switches have no attribute that HTML forbids them."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _SWITCH in line:
            lines[number] = line.replace(_TOGGLE, ">")
    return "\n".join(lines)


def shrink(site: Path) -> None:
    """Rewrite the pages of a site, and the scripts and styles that are ours; raises OSError."""
    ours = site / "assets/curriculum"
    for pattern, made, folder in (
        ("*.js", script, ours),
        ("*.css", style, ours),
        ("*.html", page, site),
    ):
        for file in folder.rglob(pattern):
            before = file.read_text("utf-8")
            after = made(before)
            if after != before:
                file.write_text(after, "utf-8")
