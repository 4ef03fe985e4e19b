"""The pages about the rules: each is explained, and none can say anything but words."""

from __future__ import annotations

from curriculum.catalog import Catalog
from curriculum.rulebook import explained, rulebook, subjects, words_html
from curriculum.rules import RULES, Rule
from curriculum.settings import Settings
from curriculum.templating import frames

FRAMES = frames(Catalog(), Settings("Small", "https://example.org/"), None, {}, {})
PAGES = {page.uri: FRAMES.render(page) for page in rulebook()}


def test_every_rule_has_a_page_and_stands_in_the_list() -> None:
    """With what is bad, what is good, and whether it can be silenced."""
    index = PAGES["contribute/rules/index.md"]
    for rule in RULES.values():
        page = PAGES[f"contribute/rules/{rule.id}.md"]
        assert f'href="{rule.id}/"' in index.replace("../rules/", "")
        assert "<dt>Bad</dt>" in page
        assert ("Nobody can silence" in page) == rule.firm
    assert sum(map(len, subjects().values())) == len(RULES)


def test_what_can_be_mended_says_so() -> None:
    """Readers of a finding learn that a command does the work."""
    assert "--fix" in PAGES["contribute/rules/headings-skip-no-level.md"]
    assert "--fix" not in PAGES["contribute/rules/html-is-not-raw.md"]


def test_examples_are_only_words() -> None:
    """HTML in an example is shown, not made."""
    assert words_html("a `<b>` & c") == "a <code>&lt;b&gt;</code> &amp; c"
    text = "One sentence.\n\nMore.\n\nBad: `a: b`\nGood: `c`\n"
    rule = explained(Rule("x", None, text))
    assert (rule.sentence, rule.more, rule.bad, rule.good) == (
        "One sentence.",
        ("More.",),
        "<code>a: b</code>",
        "<code>c</code>",
    )
