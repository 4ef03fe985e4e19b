"""What is wrong in mkdocs.yml, as far as it can be seen without MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from curriculum.findings import Finding, suggest

FILE = "mkdocs.yml"
RULE = "site-is-configured"
OPTIONS = ("edition", "date", "contact", "notice", "search")
"""What may stand under the plugin `curriculum`."""
_DEEP = 50
_NEEDED = {
    "curriculum": "add `- curriculum` to the list of plugins",
    "macros": "add `- macros: {module_name: macros/main}` to the list of plugins",
}

Rows = dict[str, Node]


def configuration_findings(text: str) -> list[Finding]:
    """Return what keeps a mkdocs.yml from making a site of a curriculum, in reading order."""
    try:
        if _is_deep(text):
            return [_finding(1, "its parts are nested too deeply", f"at most {_DEEP} levels")]
        top: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return [_finding(line, f"this is not valid YAML: {error.problem or error.context}")]
    except yaml.YAMLError as error:
        return [_finding(1, f"this is not valid YAML: {str(error).splitlines()[0]}")]
    if not isinstance(top, MappingNode):
        return [_finding(1, "it has no keys", "begin with `site_name: …`")]
    rows = _rows(top)
    # What another file says, or a variable, is for MkDocs to judge.
    return [] if "INHERIT" in rows else sorted(_mistakes(rows))


def _is_deep(text: str) -> bool:
    """Whether reading it into a tree would take more than the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEP:
            return True
    return False


def _mistakes(rows: Rows) -> Iterator[Finding]:
    if "site_name" not in rows:
        yield _finding(1, "the site has no name", "begin with `site_name: …`")
    theme = rows.get("theme")
    name = _rows(theme).get("name", theme)
    if not isinstance(name, ScalarNode) or name.value != "material":
        message = "the theme is not `material`, for which the pages are made"
        yield _finding(_line(theme), message, "write `theme: {name: material}`")
    plugins = _plugins(rows.get("plugins"))
    for plugin, hint in _NEEDED.items():
        if plugin not in plugins:
            message = f"the plugin `{plugin}` is missing"
            yield _finding(_line(rows.get("plugins")), message, hint)
    yield from _options(_rows(plugins.get("curriculum")))


def _options(options: Rows) -> Iterator[Finding]:
    for name, node in options.items():
        if name not in OPTIONS:
            message = f"the plugin `curriculum` has no option `{name}`"
            yield _finding(_line(node), message, suggest(name, OPTIONS))
    day = options.get("date")
    if isinstance(day, ScalarNode) and day.tag != "!ENV" and day.value and not _is_day(day):
        message = f"`{day.value}` is not the day of an edition"
        yield _finding(_line(day), message, 'write it in quotes, as in `date: "2026-11-22"`')


def _is_day(node: ScalarNode) -> bool:
    """Whether a value is a text that says a day; without quotes YAML would make a date of it."""
    try:
        date.fromisoformat(node.value)
    except ValueError:
        return False
    return bool(node.style)


def _rows(node: Node | None) -> Rows:
    """Return the rows of a mapping, and none of anything else."""
    if not isinstance(node, MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}


def _plugins(node: Node | None) -> dict[str, Node | None]:
    """Return the plugins, which MkDocs takes as a list or as a mapping, with their options."""
    if not isinstance(node, SequenceNode):
        return dict(_rows(node))
    found: dict[str, Node | None] = {}
    for row in node.value:
        found.update({row.value: None} if isinstance(row, ScalarNode) else _rows(row))
    return found


def _line(node: Node | None) -> int:
    return int(node.start_mark.line) + 1 if node else 1


def _finding(line: int, message: str, hint: str = "") -> Finding:
    return Finding(FILE, line, RULE, message, hint)
