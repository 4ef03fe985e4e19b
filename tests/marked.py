"""A site whose every word of the interface stands between marks, and what on it lacks them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import material
import yaml

from curriculum.sayings import Said, shipped
from folders import small_at

MATERIAL = Path(material.__file__).parent / "templates/partials/languages/en.html"
NAMES = {"A4", "BibTeX", "RIS", "KB", "index.html", "Permanent link"}
"""What is called the same in every language, and what mkdocs.yml could say otherwise."""
BABEL = re.compile(r"\d+ (hours?|minutes?)|\d+ [A-Z][a-z]+ \d{4}|CC BY 4.0|CC0 1.0")
"""Times and days, which Babel says in each language, and the names of licenses."""
EXTRA: dict[str, Any] = {
    "modules/garden/soil/worksheet.md": """\
# Worksheet

{{ write("feel", "How does it feel?", 3) }}

{{ scale("wet", "It is wet", "Never", "Always") }}

{{ canvas("goal-card", "goal") }}

{{ objectives() }}

{{ run_sheet() }}

{{ materials() }}

{{ packet() }}

!!! facilitator
    Wait here.
""",
    "modules/garden/soil/self-assessment.md": """\
# Look back

{{ scale("dry", "It is dry", "Never", "Always") }}
""",
    "modules/garden/soil/module.yml": [
        {
            "find": "parts: [briefing, worksheet], minutes: 60",
            "put": "parts: [briefing, worksheet, self-assessment], minutes: 60",
        },
        {"find": "changes:", "put": "formerly: [modules/garden/dirt]\nchanges:"},
    ],
    "content/kits/feedback-360/instrument.md": """\
# Own sheet

## Hearing

{{ scale("a", "Hears", "Never", "Always") }}
""",
    "content/kits/feedback-360/rater-sheet.md": """\
# Sheet of others

{{ choose("kind", "Who are you?", ["Above", "Beside"]) }}

## Hearing

{{ scale("a", "Hears", "Never", "Always") }}

{{ write("keep", "What helps?", 3) }}
""",
}
"""What the small curriculum has besides, so that every macro and every kind of page is there."""


def marked(folder: Path) -> Path:
    """Write the small curriculum with marks around every word of the interface; return its root."""
    words: dict[str, dict[str, Any]] = {}
    for id_, said in shipped("en").items():
        group, _, name = id_.rpartition(".")
        words.setdefault(group, {})[name] = _between_marks(said)
    strings = json.dumps(words, ensure_ascii=False)
    return small_at(folder / "small", {**EXTRA, "content/strings/en.yml": strings})


def _between_marks(said: Said) -> Any:
    if isinstance(said, str):
        return f"«{said}»"
    return {form: f"«{text}»" for form, text in said.items()}


def authored(root: Path) -> str:
    """Return all that people wrote, and what Material says itself in sixty languages, on one line."""
    texts = [MATERIAL.read_text("utf-8"), (root / "mkdocs.yml").read_text("utf-8")]
    for folder in ("content", "modules"):
        texts += [file.read_text("utf-8") for file in (root / folder).rglob("*.md")]
        for file in (root / folder).rglob("*.yml"):
            if file.parent != root / "content/strings":
                texts += _strings(yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader))  # noqa: S506  (reads text only)
    return _plain("\n".join(texts))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif value is not None:
        yield str(value)


def _plain(text: str) -> str:
    """Return a text on one line, without what Markdown may put between its letters."""
    return " ".join(re.sub(r"[*`\\]|^ *> ?", "", text, flags=re.MULTILINE).split())


def unmarked(text: str) -> Iterator[str]:
    """Yield what stands outside of all marks; marks may stand in marks."""
    depth = 0
    for piece in re.split("([«»])", text):
        depth += {"«": 1, "»": -1}.get(piece, 0)
        if not depth and piece not in "«»":
            yield piece


def strange(text: str, known: str) -> Iterator[str]:
    """Yield the parts of a text that nobody wrote: lists of sources are made of several."""
    for part in re.split(r"[.;:,·()\[\]–\n\t]|  ", BABEL.sub(".", text)):
        words = _plain(part).lstrip("1234567890 ")
        named = words in NAMES or words.startswith("curriculum packets")
        written = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", known)
        if re.search(r"[^\W\d_]{2}", words) and not named and not written:
            yield words
