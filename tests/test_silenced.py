"""What a build makes of a curriculum whose authors silence a rule, and which rules nobody can silence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from curricula import CASES, Texts, base, catalog_of, changed, report, rule_files
from curriculum.catalog import Catalog
from curriculum.macros import VOCABULARY, Place
from curriculum.pages import pages
from curriculum.redirects import redirects
from curriculum.rules import RULES
from curriculum.settings import Settings
from curriculum.templating import frames

NEEDED = {
    "briefings-exist",
    "canvases-exist",
    "case-sources-exist",
    "cases-exist",
    "cases-have-their-texts",
    "citations-exist",
    "exhibits-exist",
    "folders-have-their-yaml",
    "former-addresses-are-free",
    "images-exist",
    "links-resolve",
    "macro-names-exist",
    "macros-stand-where-they-work",
    "tracks-are-declared",
}
"""The rules without which no site can be made, or one with pages, links or pictures that are not there."""
SOFT = sorted(rule.id for rule in RULES.values() if rule.check and not rule.firm)
WORST = yaml.safe_load((CASES / "_silenced.yml").read_text("utf-8"))
EVERY_MACRO = """\
# Educator guide

{{ objectives() }}

{{ key_points() }}

{{ run_sheet("short") }}

{{ materials() }}

{{ timeline() }}

{{ facts() }}

{{ exhibit(2) }}

{{ packet() }}

{{ canvas("goal-card", "own") }}

{{ cite("drought/paper") }}
"""


def _fails(rule: str) -> dict[str, Any]:
    file = CASES / f"{rule}.yml"
    fails: dict[str, Any] = (
        yaml.safe_load(file.read_text("utf-8"))["fails"] if file.exists() else {}
    )
    return fails


def _silenced(rule: str, changes: Mapping[str, Any]) -> Texts:
    """Return the small curriculum with some changes, all of whose modules and cases allow them."""
    more = {"modules/garden/water/educator-guide.md": EVERY_MACRO}
    texts = changed(changed(base(), more), changes)
    allow = "".join(f"  - {{rule: {id_}, reason: A test}}\n" for id_ in (rule, "parts-are-named"))
    return {
        path: f"{text.rstrip()}\nallow:\n{allow}"
        if path.endswith(("/module.yml", "/case.yml")) and "allow:" not in text
        else text
        for path, text in texts.items()
    }


def _made(catalog: Catalog) -> bool:
    """Make every page, answer every macro, and say that nothing stood against it."""
    settings = Settings("Small", "https://example.org/small/")
    frame = frames(catalog, settings, None, {}, {})
    every = pages(catalog, settings.say)
    for page in every:
        if not page.uri.startswith("contribute/"):
            frame.render(page)
    redirects(catalog, settings, every)
    return bool(_answered(catalog))


def _answered(catalog: Catalog) -> list[str]:
    return [
        VOCABULARY[call.name](Place(catalog, path), *call.arguments, **dict(call.keywords))
        for path, calls in catalog.calls.items()
        for call in calls
    ]


@pytest.mark.parametrize("file", list(rule_files()), ids=lambda file: file.stem)
def test_every_macro_that_passes_is_answered(file: Path) -> None:
    """In the good example of each rule, wherever the macro stands."""
    passes = yaml.safe_load(file.read_text("utf-8"))["passes"]
    assert all(_answered(catalog_of(changed(base(), passes))))


@pytest.mark.parametrize("rule", SOFT)
def test_a_build_stands_what_a_silenced_rule_would_have_found(rule: str) -> None:
    """Its bad example is refused for another reason, or all is made of it."""
    texts = _silenced(rule, _fails(rule))
    assert report(texts) or _made(catalog_of(texts))


@pytest.mark.parametrize("name", WORST)
def test_a_build_stands_the_worst_that_can_be_silenced(name: str) -> None:
    """Where an author can silence all that is said of it, everything is made of it."""
    texts = _silenced(name.partition(" ")[0], WORST[name])
    assert "" == report(texts)
    assert _made(catalog_of(texts))


@pytest.mark.parametrize("rule", sorted(NEEDED))
def test_what_a_build_needs_is_told_all_the_same(rule: str) -> None:
    """Together with the attempt to silence it."""
    told = report(_silenced(rule, _fails(rule)))
    assert f"[{rule}]" in told
    assert f"the rule `{rule}` cannot be silenced" in told
