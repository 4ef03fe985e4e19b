"""`curriculum strings`: what it writes, what it keeps, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from curriculum.cli import main

Small = Callable[..., Path]


def run(root: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Run the command in a curriculum."""
    monkeypatch.chdir(root)
    return CliRunner().invoke(main, ["strings", language])


def test_a_language_is_begun_and_kept(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file has every word; what somebody translated is there after the next run."""
    root = small()
    file = root / "content/strings/cs.yml"
    assert "words are still in English" in run(root, "cs", monkeypatch).output
    begun = file.read_text("utf-8")
    assert begun.startswith("# Words of the interface in Czech.\n")
    changed = begun.replace("# site:", "site:").replace("# menu: Menu", "menu: Nabídka")
    file.write_text(changed, "utf-8")
    run(root, "cs", monkeypatch)
    assert "  menu: Nabídka\n" in file.read_text("utf-8")
    assert changed == file.read_text("utf-8")


def test_english_has_every_word(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the engine's own language stands in a comment."""
    done = run(small(), "en", monkeypatch)
    assert (0, "content/strings/en.yml: every word\n") == (done.exit_code, done.output)


def test_a_file_with_mistakes_is_left_alone(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be understood is not written anew, so that nobody's work is lost."""
    text = "site: {menu: Nabídka, menuu: Nic}\n"
    root = small({"content/strings/cs.yml": text})
    done = run(root, "cs", monkeypatch)
    assert "`content/strings/cs.yml` has mistakes, so it is not written anew" in done.output
    assert text == (root / "content/strings/cs.yml").read_text("utf-8")


def test_a_language_has_a_name(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is no language makes no file."""
    root = small()
    done = run(root, "../czech", monkeypatch)
    assert (2, True) == (done.exit_code, "`../czech` is not a language" in done.output)
    assert not list(root.rglob("czech*"))


@pytest.mark.parametrize(
    ("given", "name"),
    [("ES", "es"), ("pt-br", "pt-BR"), ("ZH-hans", "zh-Hans"), ("es-419", "es-419"), ("PL", "pl")],
)
def test_a_language_is_written_as_bcp_47_asks(
    given: str, name: str, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site finds the file under no other name where capitals count."""
    done = run(small(), given, monkeypatch)
    assert (0, True) == (done.exit_code, done.output.startswith(f"content/strings/{name}.yml: "))


def test_an_underscore_is_a_hyphen(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """As other programs write it; the hint has the right one."""
    done = run(small(), "zh_CN", monkeypatch)
    assert "Error: `zh_CN` is not a language\n  hint: did you mean `zh-CN`?\n" == done.output
