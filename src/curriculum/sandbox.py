"""The environment in which calls of macros are rendered: it knows our words and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs_macros.plugin import MacrosPlugin


class Said:
    """A text whose calls are answered from its syntax tree; nothing of it is ever compiled."""

    def __init__(self, tree: nodes.Template, words: Mapping[str, Any]) -> None:
        self._tree, self._words = tree, words

    def render(self, *_args: Any, **_kwargs: Any) -> str:
        """Return the text with its calls answered, whatever variables the caller offers.

        Raises `SecurityError` for everything that is not a call of a known word with literals,
        and what a word itself raises.
        """
        return "".join(self._say(part) for part in self._parts())

    def _parts(self) -> Iterable[nodes.Node]:
        for statement in self._tree.body:
            if not isinstance(statement, nodes.Output):
                raise SecurityError(type(statement).__name__)
            yield from statement.nodes

    def _say(self, part: nodes.Node) -> str:
        if isinstance(part, nodes.TemplateData):
            return part.data
        if not isinstance(part, nodes.Call) or not isinstance(part.node, nodes.Name):
            raise SecurityError(type(part).__name__)
        if part.node.name not in self._words or part.dyn_args or part.dyn_kwargs:
            raise SecurityError(part.node.name)
        keywords = {pair.key: _literal(pair.value) for pair in part.kwargs}
        said = self._words[part.node.name](*map(_literal, part.args), **keywords)
        return str(said)


def _literal(node: nodes.Expr) -> Any:
    if isinstance(node, nodes.List):
        return [_literal(item) for item in node.items]
    if not isinstance(node, nodes.Const):
        raise SecurityError(type(node).__name__)
    return node.value


class Sandbox(ImmutableSandboxedEnvironment):
    """What stands beneath the list of allowed syntax, in case something gets past it.

    Walking the tree is also twice as fast as compiling each page to Python, to run it once.
    """

    def from_string(self, source: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Return the text of a page, ready to be rendered by mkdocs-macros."""
        return Said(self.parse(source), self.globals)


def confine(
    plugins: Iterable[Any], names: Iterable[str], word: Callable[..., Callable[..., str]]
) -> None:
    """Give mkdocs-macros such an environment, whatever it made from mkdocs.yml itself."""
    for plugin in plugins:
        if isinstance(plugin, MacrosPlugin):
            here = partial(getattr, plugin, "page")
            plugin._env = sandbox({name: word(name, here) for name in names})  # noqa: SLF001


def sandbox(words: Mapping[str, Callable[..., str]]) -> Sandbox:
    """Return an environment in which only the given words have a meaning.

    It has no loader, so that nothing can be included, and Jinja's own marks whatever mkdocs.yml
    says, because those are what `curriculum.calls` looks for.
    """
    environment = Sandbox()
    for names in (environment.globals, environment.filters, environment.tests):
        names.clear()
    environment.globals.update(words)
    return environment
