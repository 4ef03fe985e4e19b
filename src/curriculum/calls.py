"""Which macros a Markdown file calls, checked before anything is rendered."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from curriculum.findings import Finding, suggest
from curriculum.source import FORBIDDEN

RULE = "macros-are-known"

Literal = Any
"""Text, a number, a truth value, nothing, or a list of these."""
Arguments = tuple[Literal, ...]
Keywords = tuple[tuple[str, Literal], ...]

# `parse` only builds a syntax tree: nothing of a contributor's file is ever run here.
_ENVIRONMENT = Environment(autoescape=True)
_KINDS: dict[str, tuple[Callable[[object], bool], str]] = {
    "str": (lambda value: isinstance(value, str), "plain text in quotes"),
    "int": (lambda value: type(value) is int, "a whole number"),
    "list[str]": (
        lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value),
        "a list of texts",
    ),
}
_CALL = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_TRIMS = re.compile(r"\{[{%#][-+]|[-+][%}#]\}")
_SYNTAX = re.compile(r"\{[{%#]")


@dataclass(frozen=True)
class Call:
    """One macro call: its name, its literal arguments and its line."""

    name: str
    arguments: Arguments
    keywords: Keywords
    line: int

    def passed(self, *names: str) -> dict[str, Literal]:
        """Return what it passes, by the names of the macro's parameters, given in their order."""
        # It fits its macro, or it would not be in the catalog: `bind` would cost ten times as much.
        return {**dict(zip(names, self.arguments, strict=False)), **dict(self.keywords)}


Pieces = tuple[str | Call, ...]
"""A text in the order in which it is printed: what stands as it is, and calls to be answered."""


def calls_of(pieces: Pieces) -> list[Call]:
    """Return the calls in a text."""
    return [piece for piece in pieces if isinstance(piece, Call)]


def read_calls(
    path: str, text: str, known: Mapping[str, inspect.Signature]
) -> tuple[Pieces, list[Finding]]:
    """Return a text with its calls, and a finding for all that is not `{{ known(literals) }}`.

    Comments and `{% raw %}` are allowed as well; all else that Jinja would run is not.
    """
    if not _SYNTAX.search(text):
        return (text,), []
    try:
        tree = _ENVIRONMENT.parse(text)
        trims = list(_trims(path, text)) if _TRIMS.search(text) else []
    except (TemplateSyntaxError, RecursionError, ValueError) as error:
        line = getattr(error, "lineno", 0) or _line_of_longest(text)
        message = f"this macro call cannot be read: {_reason(error)}"
        hint = 'write `{{ term("public-value") }}`, or `{% raw %}…{% endraw %}` for literal braces'
        return (), [Finding(path, line, RULE, message, hint)]
    read = [_read(path, node, known) for node in _parts(tree)]
    pieces = tuple(each for each in read if not isinstance(each, Finding))
    return pieces, trims + [each for each in read if isinstance(each, Finding)]


def _reason(error: Exception) -> str:
    return str(getattr(error, "message", "it is too large")).rstrip(".")


def _line_of_longest(text: str) -> int:
    """Return the line of the longest call, which is the one that is too large to be read."""
    longest = max(_CALL.finditer(text), key=lambda call: len(call.group()), default=None)
    return text.count("\n", 0, longest.start()) + 1 if longest else 1


def _trims(path: str, text: str) -> Iterator[Finding]:
    """Yield a finding for each `{{-` and `-}}`: they take away blanks and lines that Markdown needs."""
    for line, kind, mark in _ENVIRONMENT.lex(text):
        if kind.endswith(("_begin", "_end")) and re.search(r"[-+]", mark):
            message = f"`{mark.strip()}` takes away the blanks beside it"
            yield Finding(path, line, RULE, message, "write the braces without `-` and `+`")


def without_calls(text: str, word: str = "m") -> str:
    """Return a text as Markdown sees it, with a word for each call and comment; its lines hold.

    Jinja's own reader decides what is a call, so that nothing hides between two readings.
    """
    if not _SYNTAX.search(text):
        return text
    try:
        tokens = list(_ENVIRONMENT.lex(text))
    except (TemplateSyntaxError, RecursionError, ValueError):
        return text
    return "".join(_seen(kind, value, word) for _, kind, value in tokens)


def _seen(kind: str, value: str, word: str) -> str:
    if kind == "data":
        return value
    begins = kind in {"variable_begin", "comment_begin"}
    return (word if begins else "") + "\n" * value.count("\n")


def _parts(tree: nodes.Template) -> Iterator[nodes.Node]:
    for statement in tree.body:
        if isinstance(statement, nodes.Output):
            yield from statement.nodes
        else:
            yield statement


def _read(
    path: str, node: nodes.Node, known: Mapping[str, inspect.Signature]
) -> str | Call | Finding:
    if isinstance(node, nodes.TemplateData):
        return node.data
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        message = "only a call of a known macro may stand in `{{ }}`"
        hint = "known macros: " + ", ".join(f"`{name}`" for name in sorted(known))
        return Finding(path, _line(node), RULE, message, hint)
    name = node.node.name
    if name not in known:
        message = f"there is no macro `{name}`"
        return Finding(path, node.lineno, RULE, message, suggest(name, known))
    if node.dyn_args or node.dyn_kwargs:
        message = f"`{name}` is called with `*` or `**`"
        return Finding(path, node.lineno, RULE, message, "write the arguments out")
    try:
        arguments = tuple(_literal(argument) for argument in node.args)
        keywords = tuple((pair.key, _literal(pair.value)) for pair in node.kwargs)
        _fit(known[name], arguments, keywords)
    except (TypeError, ValueError) as error:
        what = str(error).replace("'", "`")
        message = f"`{name}` is called wrongly: {what}"
        return Finding(path, node.lineno, RULE, message, f"write `{example(name, known[name])}`")
    return Call(name, arguments, keywords, node.lineno)


def _line(node: nodes.Node) -> int:
    """Return the line of a node; some have none, but what stands in them has."""
    lines = (part.lineno for part in (node, *node.find_all(nodes.Node)))
    return next((line for line in lines if line), 1)


def _literal(node: nodes.Expr) -> Literal:
    if isinstance(node, nodes.Const):
        value: Literal = node.value
        if isinstance(value, str) and FORBIDDEN.search(value):
            message = "its arguments hold an invisible character"
            raise ValueError(message)
        return value
    if isinstance(node, nodes.List):
        return [_literal(item) for item in node.items]
    message = "its arguments must be plain text, numbers or lists of them"
    raise ValueError(message)


def _fit(signature: inspect.Signature, arguments: Arguments, keywords: Keywords) -> None:
    """Raise TypeError where arguments are too many, too few, or not what the macro takes."""
    bound = signature.bind(*arguments, **dict(keywords))
    for name, value in bound.arguments.items():
        kind = signature.parameters[name].annotation
        if kind in _KINDS and not _KINDS[kind][0](value):
            message = f"`{name}` must be {_KINDS[kind][1]}"
            raise TypeError(message)


def example(name: str, signature: inspect.Signature) -> str:
    """Return how a macro is written, such as `term("id", words="")`."""
    shown = []
    for parameter in signature.parameters.values():
        sample = {"int": "1", "list[str]": '["one", "two"]'}.get(
            parameter.annotation, f'"{parameter.name}"'
        )
        if parameter.default is not inspect.Parameter.empty:
            sample = f"{parameter.name}={json.dumps(parameter.default)}"
        shown.append(sample)
    return f"{name}({', '.join(shown)})"
