"""How findings are said."""

from __future__ import annotations

import json

import pytest

from curriculum.findings import Finding, as_github, as_json, as_text, suggest

FINDING = Finding("a,b:c/100%.yml", 3, "rule-id", "it is 5 % off", "do\nthis")


def test_people_read_path_line_message_rule_and_hint() -> None:
    """One line to click on, one line to act on."""
    assert "a,b:c/100%.yml:3: it is 5 % off [rule-id]\n  hint: do?this" == as_text(FINDING)
    assert "a:1: m [r]" == as_text(Finding("a", 1, "r", "m"))
    assert "a:1: warning: m [r]" == as_text(Finding("a", 1, "r", "m", severity="warning"))


def test_github_gets_its_own_escapes() -> None:
    """No text of a contributor can end the command or begin another."""
    assert (
        "::error file=a%2Cb%3Ac/100%25.yml,line=3,title=rule-id::it is 5 %25 off [rule-id]%0Ado?this"
    ) == as_github(FINDING)
    assert as_github(Finding("a", 1, "r", "m", severity="warning")).endswith("::m [r]")


def test_tools_get_json() -> None:
    """Every field by its name."""
    (row,) = json.loads(as_json([FINDING]))
    assert {
        "path": "a,b:c/100%.yml",
        "line": 3,
        "rule": "rule-id",
        "message": "it is 5 % off",
        "hint": "do\nthis",
        "severity": "error",
    } == row


@pytest.mark.parametrize(("word", "expected"), [("tirm", "did you mean `term`?"), ("zzz", "")])
def test_only_near_words_are_suggested(word: str, expected: str) -> None:
    """A wrong guess is worse than none."""
    assert expected == suggest(word, ["term", "case"])
