"""Whether the page scripts keep their types: the TypeScript compiler reads their JSDoc."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from served import ROOT

HERE = Path(__file__).parent


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
