"""How a title is written where the theme prints it as it is and macros look for calls in it."""

from __future__ import annotations

from markupsafe import escape


def title_html(title: str) -> str:
    """Return a title as HTML in which nothing is a mark of HTML or of a macro call."""
    return str(escape(title)).replace("{", "&#123;")
