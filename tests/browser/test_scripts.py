"""Whether the page scripts keep their types: the TypeScript compiler reads their JSDoc."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from served import ROOT

from curriculum import shrink

HERE = Path(__file__).parent
SOURCES = ROOT / "src/curriculum"


def _compiler(project: Path) -> subprocess.CompletedProcess[str]:
    command = ["npx", "--no-install", "tsc", "--project", str(project), "--pretty", "false"]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)


def test_the_compiler_finds_nothing() -> None:
    """Every script of the theme is checked, strictly, without being compiled."""
    done = _compiler(HERE)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    "wrong", ["window.curriculum.gett('x');", "/** @type {number} */ const n = '';"]
)
def test_the_compiler_would_find_a_mistake(tmp_path: Path, wrong: str) -> None:
    """The same settings refuse a name that does not exist and a value of another type."""
    script = "/* Wrong. */\n(() => {\n  " + wrong + "\n})();\n"
    (tmp_path / "wrong.js").write_text(script, "utf-8")
    settings = {
        "extends": str(HERE / "tsconfig.json"),
        "include": ["wrong.js", str(HERE / "scripts.d.ts")],
    }
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
    done = _compiler(tmp_path)
    assert "wrong.js(3," in done.stdout


def _same(*pairs: tuple[str, str]) -> list[bool]:
    """Return whether the scripts of each pair are one to a browser."""
    command = ["node", str(HERE / "same-script.mjs")]
    done = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True, input=json.dumps(pairs)
    )
    same: list[bool] = json.loads(done.stdout)
    return same


def test_a_served_script_is_the_script_that_was_written() -> None:
    """Without comments and blanks each has the same syntax tree: rjsmin does not read JavaScript."""
    files = [*(SOURCES / "theme/assets/curriculum").glob("*.js"), SOURCES / "templates/sw.js"]
    texts = {file.name: file.read_text("utf-8") for file in files}
    same = _same(*((text, shrink.script(text)) for text in texts.values()))
    assert [] == [name for name, equal in zip(texts, same, strict=True) if not equal]


def test_a_template_within_a_template_would_be_noticed() -> None:
    """The one thing that rjsmin breaks: a blank of the inner text is lost."""
    nested = "f(`a ${list.map((item) => `b ${item} c`)}`);\n"
    assert [False] == _same((nested, shrink.script(nested)))
