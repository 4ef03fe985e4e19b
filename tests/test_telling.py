"""What people read of what MkDocs logs."""

from __future__ import annotations

import logging
from pathlib import Path

import click
import pytest

from curriculum.findings import Finding
from curriculum.telling import logged, told

FINDING = Finding("content/a.md", 3, "some-rule", "it is wrong", "mend it")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a mkdocs.yml of three lines."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: material\nnavi: []\n")
    return tmp_path


def test_a_value_that_mkdocs_refuses_is_a_finding(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the line of its key, as every other mistake."""
    log = logging.getLogger("mkdocs.config")
    with told(root):
        log.warning("Config value 'navi': Unrecognised configuration\nname: navi")
        log.error("Config value 'gone': is needed")
        log.warning("as it is")
        log.info("not told")
    assert capsys.readouterr().err.splitlines() == [
        "mkdocs.yml:3: `navi`: Unrecognised configuration name: navi [site-is-configured]",
        "mkdocs.yml:1: `gone`: is needed [site-is-configured]",
        "as it is",
    ]


def test_findings_are_printed_once_and_errors_counted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warning is told and does not count."""
    with told(root):
        warning = Finding("b.md", 1, "r", "m", severity="warning")
        assert 1 == logged([FINDING, warning])
    assert capsys.readouterr().err == (
        "content/a.md:3: it is wrong [some-rule]\n  hint: mend it\nb.md:1: warning: m [r]\n"
    )


def test_a_preview_says_what_it_does(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where it listens and when it is made anew, but nothing of the insides of plugins."""
    with told(root, everything=True):
        logging.getLogger("mkdocs.livereload").info("Serving on http://127.0.0.1:8000/")
        logging.getLogger("mkdocs.plugins.macros").info("macros found")
    assert capsys.readouterr().err == "Serving on http://127.0.0.1:8000/\n"


class _End(click.ClickException, SystemExit):
    """As MkDocs ends a build, after it has logged why."""


@pytest.mark.parametrize(
    ("error", "said"), [(_End("Aborted!"), ""), (click.ClickException("why"), "why\n")]
)
def test_its_way_to_end_is_the_exit_1(
    root: Path, capsys: pytest.CaptureFixture[str], error: Exception, said: str
) -> None:
    """What was logged before is not said again; nothing of it is left behind."""
    before = logging.getLogger("mkdocs").handlers[:]
    with pytest.raises(SystemExit) as ended, told(root):
        raise error
    assert 1 == ended.value.code
    assert said == capsys.readouterr().err
    assert before == logging.getLogger("mkdocs").handlers
