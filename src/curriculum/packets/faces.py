"""What the style sheet of a packet must know about its language: the faces, and the words it sets itself."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.sayings import Sayings

_LATIN = (
    ('"Source Serif 4"', '"Noto Serif"', "serif"),
    ('"Source Sans 3"', '"Noto Sans"', "sans-serif"),
)
_FACES = {
    "ar": {"--serif": '"Noto Naskh Arabic"', "--sans": '"Noto Naskh Arabic"'},
    "zh": {"--serif": '"Noto Serif CJK SC"', "--sans": '"Noto Sans CJK SC"'},
}
"""The faces for text and for headings where Source Serif and Source Sans lack the letters."""


def style(say: Sayings) -> Iterator[tuple[str, str]]:
    """Yield the properties of the style sheet that depend on the language, with their values."""
    own = _FACES.get(say.language.partition("-")[0], {})
    for name, faces in zip(("--serif", "--sans"), _LATIN, strict=True):
        yield name, ", ".join([own[name], *faces] if name in own else faces)
    before, between, after = map(_quoted, say.around("packet.page"))
    yield from (("--page", before), ("--page-of", between), ("--page-end", after))
    before, after = map(_quoted, say.around("packet.see"))
    yield from (("--see", before), ("--see-end", after))


def _quoted(words: str) -> str:
    """Return words as a string of CSS."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
