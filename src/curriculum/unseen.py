"""What the site's reader of Markdown would publish though the reader of the checks saw only text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown

# The two readers agree on links like these; everything else that looks like one is read twice.
_AGREED = re.compile(
    r"\]\((?:(?:https?://|mailto:)[\w./#%?=;,+@~:-]*|[\w./#%+-]*)\)|\[\^[\w-]+\]:|`[^`\n<&]*`"
)
_DOUBTFUL = re.compile(r"<[A-Za-z/!?]|&[#A-Za-z]|\]\s*[(:]|^ *[`~]{3}", re.MULTILINE)
_EXTENSIONS = ("toc", "tables", "fenced_code", "admonition", "def_list", "footnotes", "sane_lists")


def unseen(text: str) -> list[str]:
    """Return what Python-Markdown makes of a text that is not on the list of what Markdown makes.

    Front matter and macro calls are expected to be taken out. Texts that leave no doubt are not
    rendered, which is nearly all of them.
    """
    if not _DOUBTFUL.search(_AGREED.sub("", text)):
        return []
    from curriculum.article import strange  # noqa: PLC0415  (slow to import, seldom needed)

    reader = _reader()
    reader.reset()
    try:
        return list(dict.fromkeys(strange(reader.convert(text))))
    except RecursionError:
        return ["nothing, because its parts are nested too deeply"]


@cache
def _reader() -> Markdown:
    from markdown import Markdown  # noqa: PLC0415  (slow to import, seldom needed)

    return Markdown(extensions=list(_EXTENSIONS))
