"""Every rule, held by two small curricula: one that passes and one that fails."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from curricula import base, changed, report, rule_files
from curriculum.rules import RULES
from curriculum.rules.prose import PROSE
from curriculum.rules.reading import ON_DISK

FILES = list(rule_files())


def test_the_small_curriculum_has_no_mistake() -> None:
    """What every other case changes is right to begin with."""
    assert "" == report(base())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_good_state_passes(file: Path) -> None:
    """A curriculum that keeps the rule, often only just, has no finding at all."""
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert "" == report(changed(base(), case["passes"]))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_bad_state_is_reported_as_people_see_it(file: Path) -> None:
    """A curriculum that breaks the rule gives the findings of its file, word for word."""
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert case["findings"] == report(changed(base(), case["fails"]))
    assert f"[{file.stem}]" in case["findings"]


def test_every_rule_has_its_file() -> None:
    """No rule is without a passing and a failing curriculum, and no file is without a rule.

    What is found on a disk has no text to show; `test_tree.py` holds it. What is only told when
    asked for has its files in `prose/`, for `test_prose.py`.
    """
    assert [file.stem for file in FILES] == sorted(set(RULES) - set(ON_DISK) - set(PROSE))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_says_what_is_bad_and_what_is_good(rule: object) -> None:
    """A rule's docstring is one sentence, then a `Bad:` and a `Good:` line."""
    text = RULES[rule.id].text  # type: ignore[attr-defined]
    lines = [line.strip() for line in text.strip().split("\n")]
    assert lines[0].endswith(".")
    assert lines[-2].startswith("Bad: ")
    assert lines[-1].startswith("Good: ")


def test_every_message_is_worded_alike() -> None:
    """Messages and hints begin small, end without a full stop and have no empty literals."""
    for file in FILES:
        findings = yaml.safe_load(file.read_text(encoding="utf-8"))["findings"]
        for line in findings.splitlines():
            words = line.partition(": ")[2].rpartition(" [")[0] or line.partition(": ")[2]
            assert not words.endswith((".", "!"))
            assert words[0] == "`" or not words[0].isupper() or words.split()[0].isupper()


def test_a_firm_rule_cannot_be_silenced() -> None:
    """`allow` never hides raw HTML, only that it was tried is reported as well."""
    allow = "allow: [{rule: html-is-not-raw, reason: I like it}]\nchanges:"
    texts = changed(
        base(),
        {
            "modules/garden/soil/module.yml": [{"find": "changes:", "put": allow}],
            "modules/garden/soil/index.md": "# Soil\n\nA <b>bold</b> word.\n",
        },
    )
    assert "[html-is-not-raw]" in report(texts)


def test_an_allowance_silences_a_rule_in_its_own_folder_only() -> None:
    """What one module may do, another may not."""
    allow = "allow: [{rule: images-have-alt-text, reason: A test}]\nchanges:"
    texts = changed(
        base(),
        {
            "modules/garden/soil/module.yml": [{"find": "changes:", "put": allow}],
            "modules/garden/soil/index.md": "# Soil\n\n![](a.svg)\n",
            "modules/garden/soil/a.svg": "<svg/>",
            "modules/garden/water/index.md": "# Water\n\n![](a.svg)\n",
            "modules/garden/water/a.svg": "<svg/>",
        },
    )
    assert report(texts).startswith("modules/garden/water/index.md:3: the image `a.svg`")
    assert 1 == report(texts).count("images-have-alt-text")


def _requiring(**requires: list[str]) -> list[str]:
    """Return what is said of cycles among modules that require each other."""
    water = base()["modules/garden/water/module.yml"]
    texts = {
        f"modules/garden/{id_}/module.yml": water.replace("[soil]", f"[{', '.join(named)}]")
        for id_, named in requires.items()
    }
    said = report({**base(), **texts}).splitlines()
    return [line for line in said if line.endswith("[prerequisites-have-no-cycle]")]


def test_a_cycle_is_told_at_each_of_its_modules_and_at_no_other() -> None:
    """Each reads it from itself on, at its own line; who only leads to it has no mistake."""
    told = _requiring(a=["soil", "b"], b=["c"], c=["a"], d=["a"], e=["e"])
    assert [
        "modules/garden/a/module.yml:14: these modules require each other: `a` → `b` → `c` → `a`",
        "modules/garden/b/module.yml:14: these modules require each other: `b` → `c` → `a` → `b`",
        "modules/garden/c/module.yml:14: these modules require each other: `c` → `a` → `b` → `c`",
        "modules/garden/e/module.yml:14: these modules require each other: `e` → `e`",
    ] == [line.removesuffix(" [prerequisites-have-no-cycle]") for line in told]


def test_a_long_cycle_is_told_without_its_middle() -> None:
    """A line stays one that people read."""
    ids = [f"m{number}" for number in range(40)]
    told = _requiring(**{id_: [ids[(place + 1) % 40]] for place, id_ in enumerate(ids)})
    assert 40 == len(told)
    assert "`m8` → `m9` → … 30 more … → `m0`" in told[0]
