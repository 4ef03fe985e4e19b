"""The environment in which calls of macros are answered: it knows our words and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs_macros.plugin import MacrosPlugin

from curriculum.calls import Call, Pieces, read_calls
from curriculum.catalog import Catalog
from curriculum.macros import SIGNATURES

Words = Mapping[str, Callable[..., str]]


def checked_texts(catalog: Catalog) -> dict[str, Pieces]:
    """Return what each Markdown text consists of, by the text that MkDocs gives to macros."""
    return {
        body.rest.lstrip("\n"): catalog.pieces[path]
        for path, body in catalog.bodies.items()
        if path in catalog.pieces
    }


@dataclass(frozen=True)
class Said:
    """A text whose calls are answered one by one; nothing of it is ever compiled."""

    pieces: Pieces
    words: Words

    def render(self, *_args: Any, **_kwargs: Any) -> str:
        """Return the text with its calls answered, whatever variables the caller offers."""
        return "".join(self._say(piece) for piece in self.pieces)

    def _say(self, piece: str | Call) -> str:
        if isinstance(piece, str):
            return piece
        return str(self.words[piece.name](*piece.arguments, **dict(piece.keywords)))


class Sandbox(ImmutableSandboxedEnvironment):
    """What stands beneath the list of allowed syntax, in case something gets past it.

    It has no loader, so that nothing can be included, and Jinja's own marks whatever mkdocs.yml
    says, because those are what `curriculum.calls` looks for.
    """

    def __init__(self, words: Words, checked: Mapping[str, Pieces]) -> None:
        super().__init__()
        self._words, self._checked = words, checked
        for names in (self.globals, self.filters, self.tests):
            names.clear()
        self.globals.update(words)

    def from_string(self, source: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Return the text of a page, ready to be rendered by mkdocs-macros.

        What was checked before is not read again: it would cost 6 % of a build. Raises
        `SecurityError` for everything that is not a call of a known word with literals.
        """
        pieces = self._checked.get(source)
        if pieces is None:
            pieces, findings = read_calls("", source, SIGNATURES)
            if findings:
                raise SecurityError(findings[0].message)
        return Said(pieces, self._words)


def confine(
    plugins: Iterable[Any],
    words: Iterable[str],
    word: Callable[..., Callable[..., str]],
    checked: Mapping[str, Pieces],
) -> None:
    """Give mkdocs-macros such an environment, whatever it made from mkdocs.yml itself."""
    for plugin in plugins:
        if isinstance(plugin, MacrosPlugin):
            here = partial(getattr, plugin, "page")
            plugin._env = Sandbox({name: word(name, here) for name in words}, checked)  # noqa: SLF001
