"""Whether the workflows are safe: what a pull request leaves is data, and a token never meets its code."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from curriculum.findings import Finding
from curriculum.sarif import as_sarif

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def _tell() -> Any:
    spec = importlib.util.spec_from_file_location("tell", ROOT / ".github/tell.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tell = _tell()


def packed(**files: bytes | str) -> bytes:
    """Return a ZIP of what stage one leaves; `__` in a name stands for a full stop."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", "12"),
        ("12\n", "12"),
        ("0", ""),
        ("1/../../x", ""),
        ("1;id", ""),
        ("٣", ""),
        ("9" * 16, ""),
        ("", ""),
    ],
)
def test_a_number_is_digits(text: str, expected: str) -> None:
    """Whatever else stands there is no pull request."""
    assert expected == tell.number(packed(number=text))


@pytest.mark.parametrize(
    "words",
    [
        "@everyone #1 https://example.org www.example.org <script>",
        "````\n@everyone\n````\n[a](https://example.org)",
        "`" * 50,
        "~~~\n\n# Title\n\n<b>",
        "a\r\n\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}",
        "x\n" * 40_000,
    ],
)
def test_words_stay_in_their_box(words: str) -> None:
    """The comment is one box of code among sentences of ours, and short enough to be taken."""
    body = tell.comment(packed(changes__txt=words), "failure", "https://x.example/1", "")
    tokens = MarkdownIt("commonmark", {"html": True}).parse(body)
    kinds = [token.type for token in tokens if not token.type.startswith("paragraph")]
    assert ["html_block", "inline", "fence", "inline", "inline"] == kinds
    links = [c.attrs["href"] for t in tokens for c in t.children or [] if c.type == "link_open"]
    assert ["https://x.example/1"] == links
    assert len(body) < 60_000
    assert all(mark.isprintable() or mark == "\n" for mark in body)


def test_a_comment_links_the_preview() -> None:
    """Where stage one built one."""
    body = tell.comment(packed(changes__txt="words"), "success", "https://a.example", "https://b.x")
    assert "(https://b.x)" in body
    assert "All checks passed." in body
    assert "The words could not be made." in tell.comment(b"", "success", "https://a.example", "")


@settings(deadline=None)
@given(some.binary(max_size=300))
def test_no_bytes_make_stage_two_stumble(raw: bytes) -> None:
    """A broken ZIP is the same as an empty one."""
    assert tell.number(raw) == ""
    assert tell.alerts(raw)["runs"][0]["results"] == []
    tell.comment(packed(changes__txt=raw), "success", "", "")


def test_a_bomb_is_read_up_to_its_bound() -> None:
    """A file that grows when it is unpacked is cut."""
    raw = packed(changes__txt="a" * 50_000_000)
    assert len(raw) < 100_000
    assert 30 == len(tell.member(raw, "changes.txt", 30))


def test_alerts_are_made_anew_from_what_the_engine_writes() -> None:
    """Rule, words, path and line arrive; nothing else does."""
    found = [Finding("content/a.md", 3, "links-resolve", "`b.md` is [gone](x)", "mend it")]
    (result,) = tell.alerts(packed(findings__sarif=as_sarif(found)))["runs"][0]["results"]
    assert {
        "ruleId": "links-resolve",
        "level": "error",
        "message": {"text": "`b.md` is (gone)(x) mend it"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/a.md"},
                    "region": {"startLine": 3},
                }
            }
        ],
    } == result


GOOD = json.loads(as_sarif([Finding("content/a.md", 3, "links-resolve", "x")]))


@pytest.mark.parametrize(
    ("find", "put"),
    [
        ("content/a.md", "src/a.py"),
        ("content/a.md", "content/../a"),
        ("content/a.md", "https://example.org"),
        ('"startLine": 3', '"startLine": -3'),
        ('"startLine": 3', '"startLine": "3"'),
        ('"startLine": 3', '"startLine": true'),
        ('"ruleId": "links-resolve"', '"ruleId": "../x"'),
        ('"ruleId": "links-resolve"', '"ruleId": 1'),
        ('"text": "x"', '"text": 1'),
        ('"locations"', '"places"'),
    ],
)
def test_alerts_of_another_form_are_left_out(find: str, put: str) -> None:
    """A path outside of the curriculum, a line that is none, a rule that is no name."""
    text = json.dumps({"runs": [{"results": GOOD["runs"][0]["results"]}]})
    assert find in text
    assert [] == tell.alerts(packed(findings__sarif=text.replace(find, put)))["runs"][0]["results"]


def test_the_script_answers_its_workflow(tmp_path: Path) -> None:
    """As the steps call it: isolated, with what GitHub says in the environment."""
    (tmp_path / "told.zip").write_bytes(packed(number="7", changes__txt="words"))
    env = {"CONCLUSION": "success", "RUN_URL": "https://x.example", "SHA": "a" * 40}
    said = {
        what: subprocess.run(
            [sys.executable, "-I", ROOT / ".github/tell.py", what, tmp_path / "told.zip"],
            env=env,
            capture_output=True,
            check=True,
        ).stdout.decode()
        for what in ("number", "comment", "alerts")
    }
    assert "7" == said["number"]
    assert json.loads(said["comment"])["body"].startswith(tell.MARK)
    assert {"commit_sha": "a" * 40, "ref": "refs/pull/7/head"}.items() <= json.loads(
        said["alerts"]
    ).items()


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_workflows_have_the_least_permission(file: Path) -> None:
    """Nothing by default, a bound in time, actions by hash with their version, no secret."""
    text = file.read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert {} == workflow["permissions"]
    assert all(job["timeout-minutes"] for job in workflow["jobs"].values())
    for used in re.findall(r"uses: (.*)", text):
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used)
    assert "pull_request_target" not in text
    assert "secrets." not in text
    checkouts = text.count("actions/checkout@")
    assert checkouts == text.count("persist-credentials: false")


def test_only_stage_two_may_write_and_it_knows_its_own_mark() -> None:
    """The mark by which it finds its comment stands in both of its files."""
    writers = [file.stem for file in WORKFLOWS if ": write" in file.read_text("utf-8")]
    assert ["pages", "tell"] == writers
    assert tell.MARK in (ROOT / ".github/workflows/tell.yml").read_text("utf-8")


def test_zizmor_finds_nothing() -> None:
    """The auditor of workflows, without a network."""
    zizmor = Path(sys.executable).with_name("zizmor")
    said = subprocess.run([zizmor, "--offline", "--quiet", ROOT / ".github"], check=False)
    assert 0 == said.returncode
