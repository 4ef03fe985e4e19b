"""How the file of a language is written: every word of the interface, in the order of `en.yml`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import yaml

from curriculum.sayings import FOLDER, Said, family, locale_of, shipped

_GROUP = re.compile(r"(?P<group>\S+):")
_WORD = re.compile(r"  (?P<name>[^\s:]+): .+")


def lexicon(language: str, own: Mapping[str, Said]) -> str:
    """Return `content/strings/<language>.yml` with what it says now, and every other word.

    `own` is what it says now. What the engine says in that language stands beside it; what nobody
    has translated stands in English, in a comment, so that one sees what is left to do.
    """
    said = {id_: shipped("en")[id_] for id_ in _ALIKE}
    for name in family(language):
        said |= shipped(name)
    said |= own
    title = locale_of(language).get_language_name("en")
    group, lines = "", [f"# Words of the interface in {title}.", *_ABOUT]
    for line in _english_lines():
        if found := _GROUP.fullmatch(line):
            group = found["group"]
        lines.append(_line(group, line, said))
    return "\n".join(_without_empty_groups(lines)) + "\n"


def _line(group: str, line: str, said: Mapping[str, Said]) -> str:
    """Return a line of `en.yml` with what is said instead, or in a comment."""
    found = _WORD.fullmatch(line)
    if not found:
        return line
    words = said.get(f"{group}.{found['name']}")
    return f"  # {line.strip()}" if words is None else f"  {found['name']}: {_yaml(words)}"


_ALIKE = ("format.pptx", "format.pdf")
"""What has the same name in every language."""
_ABOUT = (
    "# `{names}` stand for values and stay as they are. Where a number decides the form, each form has",
    "# its name: one, two, few, many, other. What stands in a comment is said in English.",
)


def _english_lines() -> list[str]:
    """Return the lines of `en.yml` from its first group on."""
    text = (FOLDER / "en.yml").read_text("utf-8")
    return text[text.index("\n\n") + 1 :].rstrip("\n").split("\n")


def _yaml(said: Said) -> str:
    if isinstance(said, str):
        return said if _plain(said) else json.dumps(said, ensure_ascii=False)
    forms = (f"{form}: {json.dumps(text, ensure_ascii=False)}" for form, text in said.items())
    return f"{{{', '.join(forms)}}}"


def _plain(text: str) -> bool:
    """Whether a text may stand in YAML without quotes."""
    try:
        return bool(yaml.safe_load(f"a: {text}") == {"a": text})
    except yaml.YAMLError:
        return False


def _without_empty_groups(lines: list[str]) -> list[str]:
    """Put a group into a comment where nothing below it is said: YAML has no empty mapping."""
    kept = list(lines)
    for number, line in enumerate(lines):
        if _GROUP.fullmatch(line):
            below = lines[number + 1 :]
            first = next((each for each in below if not each.startswith("  #")), "")
            if not first.startswith("  "):
                kept[number] = f"# {line}"
    return kept
