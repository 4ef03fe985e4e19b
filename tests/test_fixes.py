"""What `check --fix`, `--review` and `--format sarif` do."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as some

from curricula import LEAST, base, catalog_of, changed, report
from curriculum import fixes
from curriculum.cli import main
from curriculum.examine import examine
from curriculum.findings import Finding
from curriculum.fixes import DOUBTFUL, FIXABLE, fixed, mended
from curriculum.mending import SKELETON, Mending
from curriculum.reviews import overdue
from trees import plant

SCHEMA = "# yaml-language-server: $schema=../schema/references.json\n"
TEXT = "it should be text"


@pytest.mark.parametrize(
    ("path", "line", "rule", "message", "before", "after"),
    [
        (
            "content/references.yml",
            1,
            "values-are-valid",
            f"`references.1.issued`: {TEXT}",
            "- {id: x, issued: 1995}",
            '- {id: x, issued: "1995"}',
        ),
        (
            "content/references.yml",
            2,
            "values-are-valid",
            f"`issued`: {TEXT}",
            "a: b\nissued: 1995  # sure",
            'a: b\nissued: "1995"  # sure',
        ),
        (
            "content/references.yml",
            1,
            "values-are-valid",
            f"`issued`: {TEXT}",
            "issued: [1995]",
            "issued: [1995]",
        ),
        (
            "content/references.yml",
            1,
            "values-are-valid",
            "`issued` cannot be `x`",
            "issued: x",
            "issued: x",
        ),
        (
            "content/references.yml",
            9,
            "values-are-valid",
            f"`issued`: {TEXT}",
            "issued: 1995",
            "issued: 1995",
        ),
        (
            "content/references.yml",
            1,
            "yaml-names-its-schema",
            "",
            "references: []\n",
            SCHEMA + "references: []\n",
        ),
        (
            "content/references.yml",
            1,
            "yaml-names-its-schema",
            "",
            "# yaml-language-server: x\na: b\n",
            SCHEMA + "a: b\n",
        ),
        ("content/references.yml", 1, "keys-are-known", "", "a: b\n", "a: b\n"),
        ("a.md", 3, "headings-skip-no-level", "", "## A\n\n#### B\n", "## A\n\n### B\n"),
        ("a.md", 1, "pages-have-one-title", "", "No title\n", "No title\n"),
    ],
)
def test_only_what_is_mechanical_is_mended(  # noqa: PLR0913, PLR0917  (one case)
    path: str, line: int, rule: str, message: str, before: str, after: str
) -> None:
    """Everything else stays byte for byte."""
    hint = "write `### B`" if rule.startswith("headings") else "begin it with `# `"
    assert after == fixed(path, before, [Finding(path, line, rule, message, hint)])


ALONE = "  facilitator: {parts: [briefing, slides], minutes: 90}"
SPREAD = "  facilitator:\n    parts: [briefing, worksheet,\n      slides]\n    minutes: 90"


def _named(part: str, line: int = 1, who: str = "`facilitator`, or of ") -> Finding:
    message = f"the part `{part}` is written in `x`, but nobody gets it"
    hint = f"add `{part}` to the parts of {who}who needs it"
    return Finding("m.yml", line, "parts-are-named", message, hint)


def _twice(part: str) -> Finding:
    return Finding("m.yml", 1, "roles-have-parts", f"the role `mayor` gets the part `{part}` twice")


@pytest.mark.parametrize(
    ("finding", "before", "after"),
    [
        (_named("worksheet"), ALONE, ALONE.replace("slides", "worksheet, slides")),
        (_named("self-assessment"), ALONE, ALONE.replace("slides", "self-assessment, slides")),
        (_named("epilogue"), ALONE, ALONE.replace("slides", "slides, epilogue")),
        (_named("worksheet", who=""), ALONE, ALONE),
        (_named("nonsense"), ALONE, ALONE),
        (_named("worksheet"), "x: 1", "x: 1"),
        (
            _named("self-assessment", 2),
            SPREAD,
            SPREAD.replace("worksheet,\n      slides", "worksheet, self-assessment, slides"),
        ),
        (_named("worksheet"), SPREAD, SPREAD),
        (_named("worksheet"), ALONE.replace("slides", "sildes"), ALONE.replace("slides", "sildes")),
        (_named("worksheet"), f"a: {{{ALONE}, {ALONE}}}", f"a: {{{ALONE}, {ALONE}}}"),
        (_named("worksheet"), "  parts:\n    - briefing", "  parts:\n    - briefing"),
        (
            _twice("slides"),
            ALONE.replace("slides", "slides, briefing, slides"),
            ALONE.replace("slides", "slides, briefing"),
        ),
        (_twice("slides"), ALONE.replace("slides", "slides, slides"), ALONE),
        (_twice("briefing"), ALONE.replace("slides", "slides, briefing"), ALONE),
        (
            Finding("m.yml", 1, "roles-have-parts", "the role `mayor` gets no part"),
            "  mayor: {parts: [], minutes: 90}",
            "  mayor: {parts: [], minutes: 90}",
        ),
    ],
)
def test_lists_of_parts_are_completed_and_put_in_order(
    finding: Finding, before: str, after: str
) -> None:
    """Only in the one list that is meant, and only where all that stands in it is known."""
    assert after == fixed("m.yml", before, [finding])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A ![](a.svg) b", f"A ![{SKELETON}](a.svg) b"),
        ("![ ](a.svg) ![](a.svg)", f"![{SKELETON}](a.svg) ![{SKELETON}](a.svg)"),
        ('![](a.svg "Title")', f'![{SKELETON}](a.svg "Title")'),
        ("![](b.svg)", "![](b.svg)"),
        ("![Words](a.svg)", "![Words](a.svg)"),
        ("![][a.svg]", "![][a.svg]"),
    ],
)
def test_an_image_gets_a_mark_where_its_words_belong(before: str, after: str) -> None:
    """The mark is itself a finding until somebody writes the words."""
    message = "the image `a.svg` has no alternative text"
    finding = Finding("a.md", 1, "images-have-alt-text", message)
    again = [finding] * after.count(SKELETON)
    text = before
    for each in again or [finding]:
        text = fixed("a.md", text, [each])
    assert after == text
    texts = changed(base(), {"content/a.md": f"# A\n\n![{SKELETON}](frameworks/balance.svg)\n"})
    assert "content/a.md:3: still to be written: (write: what the image shows)" in report(texts)


@pytest.mark.parametrize("rule", sorted(DOUBTFUL))
def test_a_file_that_was_not_understood_is_left_alone(rule: str) -> None:
    """Its lines may not be where they seem; a finding in another file changes nothing."""
    found = [Finding("a.md", 3, "headings-skip-no-level", "", "write `### B`")]
    raw = b"## A\n\n#### B\n"
    assert b"## A\n\n### B\n" == mended("a.md", raw, [*found, Finding("b.md", 1, rule, "x")])
    assert raw == mended("a.md", raw, [*found, Finding("a.md", 1, rule, "x")])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbf## A\n\n#### B\n", b"\xef\xbb\xbf## A\n\n### B\n"),
        (b"## A\r\n\r\n#### B", b"## A\r\n\r\n### B"),
        (b"## A\r\n\n#### B\n", b"## A\r\n\n#### B\n"),
        (b"## A\r\r#### B\n", b"## A\r\r#### B\n"),
    ],
)
def test_bytes_that_are_no_words_stay(before: bytes, after: bytes) -> None:
    """The byte order mark and the line ends; where these are mixed nothing is touched."""
    found = [Finding("a.md", 3, "headings-skip-no-level", "", "write `### B`")]
    assert after == mended("a.md", before, found)


def test_what_was_mended_can_be_taken_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The difference that is shown is one that Git takes back."""
    plant(root, {"content/about.md": "# A\n\n### B\n\n![](frameworks/balance.svg)\n"})
    before = (root / "content/about.md").read_bytes()
    shown = _run(root, monkeypatch, "--fix", "content/about.md").stdout
    patch = shown[: shown.index("content/about.md:5: ")]
    assert f"+![{SKELETON}](frameworks/balance.svg)" in patch
    assert before != (root / "content/about.md").read_bytes()
    subprocess.run(["git", "apply", "-R", "-"], cwd=root, input=patch.encode(), check=True)
    assert before == (root / "content/about.md").read_bytes()


@settings(max_examples=200, deadline=None)
@given(
    some.text(alphabet="#a1: \n\"'{}[],-", max_size=80),
    some.integers(1, 9),
    some.sampled_from(sorted(FIXABLE)),
    some.sampled_from([f"`a`: {TEXT}", f"`b.1.a`: {TEXT}"]),
)
def test_no_word_is_ever_lost(text: str, line: int, rule: str, message: str) -> None:
    """Whatever the findings say."""
    finding = Finding("content/references.yml", line, rule, message, "write `## a`")
    after = fixed("content/references.yml", text, [finding]).removeprefix(SCHEMA)
    after = after.replace(SKELETON, "")
    assert re.findall(r"\w+", after) == re.findall(r"\w+", text)


def _run(root: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.chdir(root)
    return CliRunner().invoke(main, ["check", *arguments])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A curriculum with mistakes of which most can be mended."""
    files = {
        "content/references.yml": "references:\n  - {id: moore-1995, type: book, title: T, issued: 1995}\n",
        "content/about.md": {
            "hex": b"# A\r\n\r\n### B\r\n\r\nWords.\r\n\r\n# C\r\n\r\n[x](gone.md)\r\n".hex()
        },
        "content/index.md": "# Home\n\nWords.\n",
    }
    (tmp_path / "mkdocs.yml").write_text(LEAST)
    return plant(tmp_path, files)


def test_fix_mends_shows_and_reports_the_rest(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a difference; line ends stay as they were; a second time there is nothing to mend."""
    result = _run(root, monkeypatch, "--fix")
    assert '+  - {id: moore-1995, type: book, title: T, issued: "1995"}' in result.stdout
    assert "-### B\n+## B" in result.stdout
    assert "[links-resolve]" in result.stdout
    assert result.exit_code == 1
    expected = b"# A\r\n\r\n## B\r\n\r\nWords.\r\n\r\n## C\r\n\r\n[x](gone.md)\r\n"
    assert expected == (root / "content/about.md").read_bytes()
    assert SCHEMA == (root / "content/references.yml").read_text().splitlines(keepends=True)[0]
    again = _run(root, monkeypatch, "--fix")
    assert "+++" not in again.stdout
    assert "1 finding in 1 file" in again.stderr


def test_fix_may_be_about_some_files(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others stay as they are."""
    before = (root / "content/references.yml").read_bytes()
    _run(root, monkeypatch, "--fix", "content/about.md")
    assert before == (root / "content/references.yml").read_bytes()


def test_code_scanning_gets_sarif(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every finding with its rule, and every rule explained."""
    told = json.loads(_run(root, monkeypatch, "--format", "sarif").stdout)
    (run,) = told["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert told["version"] == "2.1.0"
    assert len(examine(root)[1]) == len(run["results"]) > 0
    assert {result["ruleId"] for result in run["results"]} <= rules
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/about.md"
    assert place["region"]["startLine"] == 3


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2027-11-22", 0), ("2028-02-22", 0), ("2028-02-23", 2), ("2030-01-01", 2)],
)
def test_a_review_may_be_a_quarter_late(today: str, expected: int) -> None:
    """Then it is reported at the line of `reviewed`."""
    found = list(overdue(catalog_of(base()), today))
    assert expected == len(found)
    assert {finding.line for finding in found} <= {20, 25}


def test_archived_modules_need_no_review() -> None:
    """Nobody teaches them."""
    edit = [{"find": "status: pilot", "put": "status: archived"}]
    texts = changed(base(), {"modules/garden/soil/module.yml": edit})
    (finding,) = overdue(catalog_of(texts), "2030-01-01")
    assert finding.message == "the review of `water` was due on 22 November 2027"


def test_a_module_whose_day_is_wrong_is_reported_for_that_alone() -> None:
    """Its review cannot be counted."""
    edit = [{"find": 'reviewed: "2026-11-22"', "put": "reviewed: soon"}]
    texts = changed(base(), {"modules/garden/soil/module.yml": edit})
    assert len(list(overdue(catalog_of(texts), "2030-01-01"))) == 1


def test_check_knows_what_day_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--review` adds what is overdue to the findings."""
    file = root / "modules/garden/soil/module.yml"
    file.write_text(file.read_text().replace('reviewed: "2026-11-22"', 'reviewed: "2001-11-22"'))
    assert "[reviews-are-kept]" in _run(root, monkeypatch, "--review").stdout
    assert "[reviews-are-kept]" not in _run(root, monkeypatch).stdout


def test_a_mending_that_would_lose_a_word_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever adds one that is wrong does no harm."""
    monkeypatch.setitem(fixes.MENDINGS, "keys-are-known", Mending(lambda _p, lines, _f: lines[1:]))
    finding = Finding("a.yml", 1, "keys-are-known", "x")
    assert fixed("a.yml", "a: b\nc: d\n", [finding]) == "a: b\nc: d\n"
