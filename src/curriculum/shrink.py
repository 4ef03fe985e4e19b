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
    head, *switches = text.split(_SWITCH)
    return _SWITCH.join([head, *(switch.replace(_TOGGLE, ">", 1) for switch in switches)])


def shrink(site: Path) -> None:
    """Rewrite the scripts and styles of a site that are ours, and its page for what is not there.

    The other pages come through `page` before MkDocs writes them. Raises OSError.
    """
    ours = site / "assets/curriculum"
    made = {script: ours.rglob("*.js"), style: ours.rglob("*.css"), page: site.glob("404.html")}
    for change, files in made.items():
        for file in files:
            before = file.read_text("utf-8")
            after = change(before)
            if after != before:
                file.write_text(after, "utf-8")
