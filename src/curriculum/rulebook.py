"""Which pages explain the rules: a list of all, and one for each, from their docstrings."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from curriculum.fixes import FIXABLE
from curriculum.page import Page
from curriculum.rules import RULES, Rule
from curriculum.sayings import ENGLISH, Sayings

INDEX = "contribute/rules/index.md"
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Explained:
    """A rule in words, as HTML."""

    id: str
    sentence: Markup
    more: tuple[Markup, ...]
    """What its docstring says between the first sentence and the examples."""
    bad: Markup
    good: Markup
    firm: bool
    fixable: bool
    """Whether `curriculum check --fix` mends some of what it finds."""


def explained(rule: Rule) -> Explained:
    """Return the parts of a rule's docstring."""
    paragraphs = inspect.cleandoc(rule.text).split("\n\n")
    examples = dict(line.split(": ", 1) for line in paragraphs[-1].split("\n"))
    return Explained(
        id=rule.id,
        sentence=words_html(paragraphs[0]),
        more=tuple(words_html(paragraph) for paragraph in paragraphs[1:-1]),
        bad=words_html(examples["Bad"]),
        good=words_html(examples["Good"]),
        firm=rule.firm,
        fixable=rule.id in FIXABLE,
    )


def words_html(text: str) -> Markup:
    """Return words as HTML, with code where back-ticks were."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704  (escaped before)


def subjects() -> dict[str, list[Explained]]:
    """Return every rule under the subject of the file that holds it."""
    found: dict[str, list[Explained]] = {}
    for rule in RULES.values():
        module = rule.check.__module__ if rule.check else rule.source
        about = (sys.modules[module].__doc__ or "").strip().split("\n")[0].rstrip(".")
        found.setdefault(about.partition(":")[0], []).append(explained(rule))
    return found


def rulebook(say: Sayings = ENGLISH) -> Iterator[Page]:
    """Yield the list of the rules and the page of each."""
    about = (("kind", say("kind.contributors")),)
    yield Page(
        INDEX,
        "Rules",
        "rules.html",
        "Everything that `curriculum check` looks at, with what is bad and what is good.",
        edit="src/curriculum/rules/__init__.py",
        filters=about,
        values={"subjects": subjects()},
        weight=0.3,
    )
    for rule in RULES.values():
        yield Page(
            f"contribute/rules/{rule.id}.md",
            rule.id,
            "rule.html",
            rule.sentence.replace("`", ""),
            edit="src/curriculum/rules/__init__.py",
            filters=about,
            values={"rule": explained(rule)},
            weight=0,  # who searches the curriculum finds the list of rules, and from there each
        )
